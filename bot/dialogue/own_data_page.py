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
    "unfinished",
    "tickets",
    "files",
    "opinions",
    "subscription",
    "link",
)
_SPOKEN = ("you", "jisr", "ministry")  # keys that stand for somebody; the others are shown as named


@dataclass(frozen=True)
class _Entry:
    at: str | None
    lines: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class _Section:
    title: str
    entries: Sequence[_Entry]


def page(held: Mapping[str, Any], lang: Variety, renderer: Renderer, now: datetime) -> str:
    """The page in that variety; `held` is as OwnData.everything gives it."""
    words = partial(renderer.words, lang)
    sections = [
        _Section(f"own-data-page-{name}", [_entry(item, words) for item in _items(held[name])])
        for name in _SECTIONS
    ]
    return _TEMPLATES.get_template("own-data.html").render(
        lang=lang,
        dir=direction(lang),
        words=words,
        made_on=date_words(office_day(now).isoformat(), lang),
        sections=sections,
    )


def _items(held: Any) -> Sequence[Mapping[str, Any]]:
    if held is None:
        return []
    return [held] if isinstance(held, Mapping) else list(held)


def _entry(item: Mapping[str, Any], words: Any) -> _Entry:
    return _Entry(item.get("at"), list(_lines(item, words)))


def _lines(item: Mapping[str, Any], words: Any) -> Iterator[tuple[str, str]]:
    """Each value with its name; what hangs on it (a ticket's messages, say) follows in order."""
    for name, value in item.items():
        if name in {"at", "from"} or value in (None, "", []):
            continue
        shown = words(f"own-data-page-{name}") if name in _SPOKEN else name
        if not isinstance(value, list):
            yield shown, str(value)
            continue
        for part in value:
            if isinstance(part, Mapping):
                yield from _part(part, words)
            else:
                yield shown, str(part)


def _part(part: Mapping[str, Any], words: Any) -> Iterator[tuple[str, str]]:
    who = part.get("from")
    if who in _SPOKEN:
        yield words(f"own-data-page-{who}"), str(part["text"])
    else:
        yield from _lines(part, words)
