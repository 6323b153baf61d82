"""Scores of what was understood against what was right. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nlu.evaluation.cases import MIX, Case
from nlu.text.variety import VARIETIES

NOTHING = "(no answer)"  # stands for the intent where the turn failed
RANKS = 3
LEVELS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)  # of confidence

Understood = Mapping[str, Any]  # as in the chat API; {} where the turn failed


@dataclass(frozen=True)
class Outcome:
    """One case as it went."""

    case: Case
    understood: Understood
    ms: float
    fault: str | None = None

    @property
    def intent(self) -> str:
        """The intent that was understood."""
        return str(self.understood.get("intent") or NOTHING)


@dataclass(frozen=True)
class Score:
    """The figures of a group of cases; None where no case of it is scored."""

    number: int
    intent_accuracy: float | None
    intent_macro_f1: float | None
    topic_at_1: float | None
    topic_at_3: float | None
    facet_accuracy: float | None
    variety_accuracy: float | None
    p50_ms: float | None
    p95_ms: float | None


def judge(case: Case, understood: Understood) -> dict[str, bool | None]:
    """What was right in one case; None where it is not scored.

    At 1 counts the topic that was answered; at 3 also the first three that were ranked.
    """
    topic = understood.get("topic")
    ranked = [entry[0] for entry in understood.get("topics") or ()][:RANKS]
    at_1 = topic in case.topics
    return {
        "intent": understood.get("intent") == case.intent,
        "topic_at_1": at_1 if case.topics else None,
        "topic_at_3": at_1 or bool(set(ranked) & set(case.topics)) if case.topics else None,
        "facet": understood.get("facet") == case.facet if case.facet else None,
        "variety": understood.get("lang") in (VARIETIES if case.lang == MIX else (case.lang,)),
    }


def score(outcomes: Sequence[Outcome]) -> Score:
    """The figures of these cases together."""
    judged = [judge(outcome.case, outcome.understood) for outcome in outcomes]
    times = [outcome.ms for outcome in outcomes if outcome.fault is None]
    return Score(
        number=len(outcomes),
        intent_accuracy=_share(entry["intent"] for entry in judged),
        intent_macro_f1=macro_f1([(o.case.intent, o.intent) for o in outcomes]),
        topic_at_1=_share(entry["topic_at_1"] for entry in judged),
        topic_at_3=_share(entry["topic_at_3"] for entry in judged),
        facet_accuracy=_share(entry["facet"] for entry in judged),
        variety_accuracy=_share(entry["variety"] for entry in judged),
        p50_ms=percentile(times, 50),
        p95_ms=percentile(times, 95),
    )


def by_variety(outcomes: Sequence[Outcome]) -> dict[str, Score]:
    """The figures of each variety that occurs, then of all ("overall")."""
    groups = {lang: [o for o in outcomes if o.case.lang == lang] for lang in _langs(outcomes)}
    return {**{lang: score(group) for lang, group in groups.items()}, "overall": score(outcomes)}


def _langs(outcomes: Iterable[Outcome]) -> list[str]:
    return sorted({outcome.case.lang for outcome in outcomes})


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float | None:
    """The mean F1 over all labels that are right or given in (right, given) pairs.

    What stands for no answer is a miss of the right label, not a label of its own.
    """
    labels = {label for pair in pairs for label in pair} - {NOTHING}
    if not labels:
        return None
    return sum(_f1(label, pairs) for label in labels) / len(labels)


def _f1(label: str, pairs: Sequence[tuple[str, str]]) -> float:
    hits = sum(right == given == label for right, given in pairs)
    misses = sum((right == label) != (given == label) for right, given in pairs)
    return 2 * hits / (2 * hits + misses)


def confusions(outcomes: Iterable[Outcome]) -> list[tuple[str, str, int]]:
    """What was taken for what, commonest first: intents, and the first acceptable topic."""
    counted: Counter[tuple[str, str]] = Counter()
    for outcome in outcomes:
        right = judge(outcome.case, outcome.understood)
        if not right["intent"]:
            counted[outcome.case.intent, outcome.intent] += 1
        elif right["topic_at_1"] is False:
            given = str(outcome.understood.get("topic") or "(no topic)")
            counted[outcome.case.topics[0], given] += 1
        elif right["facet"] is False:
            given = str(outcome.understood.get("facet") or "(no facet)")
            counted[str(outcome.case.facet), given] += 1
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [(right, given, number) for (right, given), number in ordered]


def reliability(outcomes: Iterable[Outcome]) -> list[tuple[float, int, float]]:
    """How sure of the intent, and how often right: (from which confidence on, cases, share)."""
    told: dict[float, list[bool]] = {level: [] for level in LEVELS}
    for outcome in outcomes:
        confidence = float(outcome.understood.get("confidence") or 0.0)
        level = max(level for level in LEVELS if level <= confidence)
        told[level].append(outcome.intent == outcome.case.intent)
    return [(level, len(right), sum(right) / len(right)) for level, right in told.items() if right]


def percentile(values: Sequence[float], percent: float) -> float | None:
    """The smallest value that at least `percent` of the values do not exceed (nearest rank)."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, math.ceil(percent / 100 * len(ordered)) - 1)]


def _share(flags: Iterable[bool | None]) -> float | None:
    scored = [flag for flag in flags if flag is not None]
    return sum(scored) / len(scored) if scored else None
