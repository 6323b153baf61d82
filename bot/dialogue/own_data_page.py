"""What is held of a conversation as a page to read, in one file. Pure but for its template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import jinja2

from bot.office import office_day
from bot.replies.countries import country_name
from bot.replies.dates import date_words
from bot.replies.render import Renderer
from bot.replies.said import direction
from nlu.text.variety import Variety

_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
)
_SECTIONS = (
    "conversation",
    "messages",
    "notices",
    "announcements",
    "unfinished",
    "tickets",
    "files",
    "opinions",
    "subscription",
    "link",
)
_SPEAKERS = ("you", "jisr", "ministry")
# What is shown of each; the rest (how a message was understood, say) is in the JSON only.
_FIELDS = frozenset(
    {
        *("channel", "address", "language", "begun_at", "text", "since", "created_at"),
        *("kind", "category", "country", "description", "contact"),
        *("reference", "code", "state", "opened_at", "rating", "rating_words"),
        *("consented_at", "consent_text", "consent_version"),
        *("name", "helpful", "words"),
    }
)


@dataclass(frozen=True)
class _Entry:
    at: str | None
    lines: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class _Section:
    title: str
    entries: Sequence[_Entry]


def page(held: Mapping[str, Any], lang: Variety, renderer: Renderer, now: datetime) -> str:
    """The page in that variety; `held` is as OwnData.everything or `of_ticket` gives it."""
    words = _Words(renderer, lang)
    sections = [
        _Section(f"own-data-page-{name}", [words.entry(item) for item in _items(held[name])])
        for name in _SECTIONS
        if name in held
    ]
    return _TEMPLATES.get_template("own-data.html").render(
        lang=lang,
        dir=direction(lang),
        words=partial(renderer.words, lang),
        made_on=date_words(office_day(now).isoformat(), lang),
        sections=sections,
    )


def _items(held: Any) -> Sequence[Mapping[str, Any]]:
    if held is None:
        return []
    return [held] if isinstance(held, Mapping) else list(held)


class _Words:
    """Names and values as they are read in one variety."""

    def __init__(self, renderer: Renderer, lang: Variety) -> None:
        self._renderer = renderer
        self._lang = lang

    def entry(self, item: Mapping[str, Any]) -> _Entry:
        """One thing that is held, with its moment where it has one."""
        return _Entry(item.get("at"), list(self._lines(item)))

    def _lines(self, item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Each value with its name; what hangs on it (a ticket's messages) follows in order."""
        for name, value in item.items():
            if name in _SPEAKERS:
                said = value if isinstance(value, list) else [value]
                yield from ((self._text(f"own-data-page-{name}"), text) for text in said)
            elif name in {"messages", "files"}:
                for part in value:
                    yield from self._part(part)
            elif name in _FIELDS and value not in (None, ""):
                label = self._text(f"own-data-field-{name.replace('_', '-')}")
                yield label, self._value(name, value)

    def _part(self, part: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        if "from" in part:
            yield self._text(f"own-data-page-{part['from']}"), part["text"]
        else:
            yield from self._lines(part)

    def _value(self, name: str, value: Any) -> str:
        match name:
            case "kind" | "category" | "state":
                return self._text(f"{name}-{value}".replace("_", "-"))
            case "channel" | "helpful":
                return self._text(f"own-data-{name}-{value}".lower())
            case "language":
                return self._text(f"language-{value}".lower())
            case "country":
                return country_name(value, self._lang)
            case "begun_at" | "opened_at" | "consented_at" | "created_at" | "since":
                day = office_day(datetime.fromisoformat(value))
                return date_words(day.isoformat(), self._lang)
            case _:
                return str(value)

    def _text(self, key: str) -> str:
        return self._renderer.words(self._lang, key)
