"""What to say, not in which words: the currency between Rasa, actions, dialogue and channels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from nlu.text.variety import Variety

Direction = Literal["rtl", "ltr"]


@dataclass(frozen=True)
class Said:
    """A message key of `*.ftl` with its values, and the question it puts, if any."""

    say: str
    args: Mapping[str, Any] = field(default_factory=dict)
    asks: str | None = None

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Said:
        """Reads `{"say": ..., "args": {...}, "asks": ...}`; raises KeyError without a `say`."""
        return cls(str(body["say"]), dict(body.get("args") or {}), body.get("asks"))

    def as_json(self) -> dict[str, Any]:
        """The form in which it is stored and sent."""
        return {"say": self.say, "args": dict(self.args), "asks": self.asks}


@dataclass(frozen=True)
class Pick:
    """What a pressed choice stands for: an intent that the application mints, and values."""

    intent: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Pick:
        """Reads what as_json wrote."""
        return cls(str(body["intent"]), dict(body["values"]))

    def as_json(self) -> dict[str, Any]:
        """The form in which it is stored."""
        return {"intent": self.intent, "values": dict(self.values)}


@dataclass(frozen=True)
class Option:
    """A choice as shown: a short title, and what it stands for."""

    title: str
    pick: Pick


@dataclass(frozen=True)
class SourceLine:
    """Where a statement comes from. Dates are ISO 8601, whole or reduced (2018, 2018-03)."""

    title: str
    section: str | None
    url: str | None
    as_of: str | None
    verified_on: str | None


@dataclass(frozen=True)
class Reply:
    """One message to a citizen, in words."""

    text: str
    lang: Variety
    options: tuple[Option, ...] = ()
    topic: str | None = None
    facet: str | None = None
    sources: tuple[SourceLine, ...] = ()
    offers: tuple[str, ...] = ()

    @property
    def dir(self) -> Direction:
        """The direction of the text."""
        return direction(self.lang)


def direction(lang: Variety) -> Direction:
    """Right to left for the two varieties in Arabic letters."""
    return "rtl" if lang in {"ar", "ary"} else "ltr"


def listed(items: Iterable[str], lang: Variety) -> str:
    """The items one after the other, with the comma of the script."""
    return ("، " if direction(lang) == "rtl" else ", ").join(items)
