"""Rules over intents, training examples, evaluation cases and dialogues. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from nlu.evaluation.cases import Case
from nlu.text.normalise import clean, normalise, tokens
from nlu.text.variety import VARIETIES
from tests.dialogues.scenario import Scenario
from tests.validator.examples import Example

FALLBACK = "nlu_fallback"
_FEWEST_TO_COMPARE = 5
_FEWEST_WORDS = 3  # anybody may say "oui", in training as in a dialogue


def comparable(text: str) -> str:
    """The form in which texts are compared; what has no letter ("?", an emoji) is itself."""
    return normalise(text) or clean(text)


def domain_faults(declared: Collection[str], intents: Collection[str], path: str) -> list[str]:
    """The domain declares the design's intents and Rasa's fallback, no others."""
    expected = {*intents, FALLBACK}
    missing = [f"{path}: intent {name} is missing" for name in sorted(expected - {*declared})]
    return missing + [
        f"{path}: {name} is not an intent of the design" for name in sorted({*declared} - expected)
    ]


def label_faults(
    examples: Iterable[Example], intents: Collection[str], facets: Collection[str]
) -> list[str]:
    """Every example bears an intent and, if any, a facet that exist."""
    faults = []
    for example in examples:
        if example.intent not in intents:
            faults.append(f"{example.place}: intent {example.intent!r} does not exist")
        if example.facet is not None and example.facet not in facets:
            faults.append(f"{example.place}: facet {example.facet!r} does not exist")
    return faults


def uncovered_intents(
    intents: Iterable[str],
    examples: Iterable[Example],
    cases: Iterable[Case],
    data: str,
    evaluation: str,
) -> list[str]:
    """Every intent has training examples and evaluation cases in every variety."""
    trained = {(example.lang, example.intent) for example in examples}
    tried = {(case.lang, case.intent) for case in cases}
    pairs = [(lang, intent) for lang in VARIETIES for intent in intents]
    return [
        *(
            f"{data}/{lang}/{i}.yml: no example of {i}"
            for lang, i in pairs
            if (lang, i) not in trained
        ),
        *(
            f"{evaluation}/{lang}.jsonl: no case of {i}"
            for lang, i in pairs
            if (lang, i) not in tried
        ),
    ]


def duplicate_examples(examples: Iterable[Example]) -> list[str]:
    """No example stands twice in a variety, nor under another intent in another variety."""
    faults = []
    seen: dict[str, list[Example]] = {}
    for example in examples:
        earlier = seen.setdefault(comparable(example.text), [])
        clash = next((other for other in earlier if _clash(example, other)), None)
        if clash:
            faults.append(
                f"{example.place}: {example.text!r} ({example.intent}) stands at {clash.place}"
                f" too ({clash.intent})"
            )
        earlier.append(example)
    return faults


def near_duplicates(examples: Iterable[Example]) -> list[str]:
    """No two examples of one label and variety differ in one word; short ones may."""
    faults = []
    seen: dict[tuple[str | None, ...], Example] = {}
    for example in examples:
        label = (example.lang, example.intent, example.facet)
        likenesses = [(*label, *sorted(words)) for words in _likenesses(example.text)]
        near = next((seen[one] for one in likenesses if one in seen), None)
        if near:
            told = f"{example.text!r} is nearly {near.text!r}, {near.place}"
            faults.append(f"{example.place}: {told}")
        seen.update(dict.fromkeys(likenesses, example))
    return faults


def _likenesses(text: str) -> list[frozenset[str]]:
    """The words of a text, and the same without each of them: what near texts have in common."""
    words = frozenset(tokens(text))
    if len(words) < _FEWEST_TO_COMPARE:
        return []
    return [words, *(words - {word} for word in words)]


def _clash(one: Example, other: Example) -> bool:
    return one.lang == other.lang or one.intent != other.intent


def leaked_cases(examples: Iterable[Example], cases: Iterable[Case]) -> list[str]:
    """No evaluation sentence is also a training example."""
    trained = _places(examples)
    return [
        f"{case.place}: {case.text!r} is in training, {trained[said]}"
        for case in cases
        if (said := comparable(case.text)) in trained
    ]


def leaked_dialogues(examples: Iterable[Example], scenarios: Sequence[Scenario]) -> list[str]:
    """No citizen's sentence of three words or more in a dialogue is also a training example."""
    trained = _places(examples)
    said = [(scenario.path, turn.user) for scenario in scenarios for turn in scenario.turns]
    return [
        f"{path}: {user!r} is in training, {trained[comparable(user)]}"
        for path, user in said
        if comparable(user) in trained and len(tokens(user)) >= _FEWEST_WORDS
    ]


def _places(examples: Iterable[Example]) -> dict[str, str]:
    return {comparable(example.text): example.place for example in examples}
