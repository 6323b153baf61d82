"""Answers ready to send, in four varieties, with the values of a ticket filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from babel.dates import format_date

from bot.office import OFFICE
from bot.storage.models import Ticket
from bot.tickets.kinds import Category
from nlu.text.variety import VARIETIES, Variety, detect

FILE = Path(__file__).parent / "canned.yaml"
GAP = "[…]"

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_PLACEHOLDERS = frozenset({"reference", "staff", "opened_on", "answer_by"})
_DATE_LOCALES: Mapping[Variety, str] = {
    "fr": "fr_MA",
    "ary-Latn": "fr_MA",
    "ar": "ar_MA",
    "ary": "ar_MA",
}


class CannedError(ValueError):
    """The file of answers is not as it must be; the message names every fault."""


@dataclass(frozen=True)
class CannedAnswer:
    """One answer; `category` None fits every ticket."""

    id: str
    category: str | None
    texts: Mapping[Variety, str]

    def filled(self, lang: Variety, values: Mapping[str, str]) -> str:
        """The text in that variety, each placeholder replaced by its value."""
        return _PLACEHOLDER.sub(lambda found: values[found[1]], self.texts[lang])


class CannedAnswers:
    """All answers, in the order of the file."""

    def __init__(self, answers: Sequence[CannedAnswer]) -> None:
        self._by_id = {answer.id: answer for answer in answers}

    def text(self, answer_id: str, lang: str, ticket: Ticket, staff_name: str) -> str:
        """An answer filled in for a ticket, in that variety or else the citizen's own; empty where
        there is no such answer."""
        answer = self._by_id.get(answer_id)
        if answer is None:
            return ""
        variety = variety_of(lang) or variety_of(ticket.lang) or "fr"
        return answer.filled(variety, values_for(ticket, staff_name, variety))

    def offered(self, category: str | None) -> list[CannedAnswer]:
        """Those for a ticket of that category: first its own, then what fits every ticket."""
        own = [each for each in self._by_id.values() if category and each.category == category]
        return own + [each for each in self._by_id.values() if each.category is None]


def load_canned(path: Path = FILE) -> CannedAnswers:
    """The answers of a file; raises CannedError where varieties or placeholders differ."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    faults = [fault for entry in entries for fault in _faults(entry)]
    ids = [entry.get("id") for entry in entries]
    faults += [f"{each}: twice" for each in sorted({str(i) for i in ids if ids.count(i) > 1})]
    if faults:
        raise CannedError(f"{path.name}: " + "; ".join(faults))
    return CannedAnswers(
        [CannedAnswer(each["id"], each.get("category"), each["text"]) for each in entries]
    )


def values_for(ticket: Ticket, staff_name: str, lang: Variety) -> dict[str, str]:
    """What the placeholders stand for on a ticket; dates as people write them in that variety."""
    return {
        "reference": ticket.reference,
        "staff": staff_name,
        "opened_on": _date(ticket.created_at, lang),
        "answer_by": _date(ticket.answer_by, lang),
    }


def variety_of(lang: str) -> Variety | None:
    """The language if it is one of our varieties."""
    return next((each for each in VARIETIES if each == lang), None)


def foreign_to(text: str, lang: str) -> str | None:
    """The language of a text that is plainly not the citizen's; None where it is, or is unclear."""
    found = detect(text, variety_of(lang))
    written: str = found.other or found.lang
    return None if written == lang else written


def _faults(entry: Mapping[str, Any]) -> Iterable[str]:
    name = entry.get("id", "?")
    texts = entry.get("text", {})
    if set(texts) != set(VARIETIES):
        yield f"{name}: needs exactly {', '.join(VARIETIES)}"
    if entry.get("category") not in {None, *Category}:
        yield f"{name}: no category {entry['category']}"
    found = {lang: sorted(_PLACEHOLDER.findall(text)) for lang, text in texts.items()}
    if len({tuple(names) for names in found.values()}) > 1:
        yield f"{name}: other placeholders in one variety than in another"
    if len({text.count(GAP) for text in texts.values()}) > 1:
        yield f"{name}: other gaps in one variety than in another"
    for unknown in sorted({each for names in found.values() for each in names} - _PLACEHOLDERS):
        yield f"{name}: no placeholder {{{unknown}}}"


def _date(moment: datetime, lang: Variety) -> str:
    local = moment.astimezone(OFFICE)
    return str(format_date(local, "d MMMM y", locale=_DATE_LOCALES[lang]))
