"""Replies as Telegram messages: HTML, at most 4096 UTF-16 units each, sources as links, buttons."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, cast

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import MessageLimit

from bot.replies.render import Renderer
from nlu.text.variety import Variety

_LIMIT = int(MessageLimit.MAX_TEXT_LENGTH)
_PARAGRAPH = "\n\n"
_LONGEST_ON_BUTTON = 36  # what a narrow phone shows of a button
# Where a text may be cut, best first: between paragraphs, lines, sentences, words.
_CUTS = (_PARAGRAPH, "\n", ". ", "؟ ", "؛ ", "، ", " ")


Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


@dataclass(frozen=True)
class Part:
    """One message to send."""

    html: str
    keyboard: Keyboard | None = None


def units(text: str) -> int:
    """The length as Telegram counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def split(text: str, limit: int = _LIMIT) -> list[str]:
    """Cuts a text into pieces of at most `limit` units, at paragraph ends where there are any."""
    pieces = []
    rest = text.strip()
    while units(rest) > limit:
        piece = _head(rest, limit)
        pieces.append(piece.strip())
        rest = rest[len(piece) :].strip()
    return [*pieces, rest] if rest else pieces


def plain(text: str) -> list[Part]:
    """A text without buttons or sources."""
    return [Part(_shown(piece)) for piece in split(text)]


def joined(part: Part, text: str) -> list[Part]:
    """A paragraph added under a part; a part of its own where there is no room for it."""
    html = f"{part.html}{_PARAGRAPH}{_shown(text)}"
    if units(html) <= _LIMIT:  # longer than it is shown, so never too short a guess
        return [Part(html, part.keyboard)]
    return [Part(part.html), Part(_shown(text), part.keyboard)]


def answer(replies: Iterable[Mapping[str, Any]], renderer: Renderer) -> list[Part]:
    """All replies of a turn, given as in the chat API."""
    parts: list[Part] = []
    rank = 1
    for reply in replies:
        parts += _reply(reply, rank, renderer)
        rank += len(reply["choices"])
    return parts


def _reply(reply: Mapping[str, Any], rank: int, renderer: Renderer) -> list[Part]:
    choices = numbered(reply["choices"], rank)
    text = "\n".join([reply["text"], *choices.listed])
    pieces = [(units(piece), _shown(piece)) for piece in split(text)]
    lang = cast("Variety", reply["lang"])
    for length, html in _sources(reply["sources"], lang, renderer):
        last_length, last_html = pieces[-1]
        together = last_length + len(_PARAGRAPH) + length
        if together <= _LIMIT:
            pieces[-1] = (together, f"{last_html}{html}")
        else:
            pieces.append((length, html.lstrip()))
    parts = [Part(html) for _length, html in pieces]
    parts[-1] = Part(parts[-1].html, keyboard(choices))
    return parts


@dataclass(frozen=True)
class Choices:
    """Choices as they are shown: title and payload of each button, and the lines above them."""

    buttons: Sequence[tuple[str, str]]
    listed: Sequence[str] = ()


def numbered(choices: Sequence[Mapping[str, str]], rank: int) -> Choices:
    """The choices as they are; where a title would be cut off, all are listed in the text.

    The numbers are those that may be typed, the first is `rank`.
    """
    titles = [choice["title"] for choice in choices]
    payloads = [choice["payload"] for choice in choices]
    if all(len(title) <= _LONGEST_ON_BUTTON for title in titles):
        return Choices(list(zip(titles, payloads, strict=True)))
    listed = [f"{number}. {title}" for number, title in enumerate(titles, rank)]
    shown = [textwrap.shorten(line, _LONGEST_ON_BUTTON, placeholder=" …") for line in listed]
    return Choices(list(zip(shown, payloads, strict=True)), listed)


def keyboard(choices: Choices) -> InlineKeyboardMarkup | None:
    """One button a row; the payload is what comes back when it is pressed."""
    if not choices.buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(title, callback_data=payload)] for title, payload in choices.buttons]
    )


def _sources(
    sources: Sequence[Mapping[str, Any]], lang: Variety, renderer: Renderer
) -> Iterable[tuple[int, str]]:
    """Length as shown and HTML of each line, the first with the title above it."""
    lead = f"{_PARAGRAPH}{renderer.words(lang, 'sources-title')}\n"
    for source in sources:
        date = source["as_of"] or renderer.words(lang, "source-undated")
        title = ", ".join(part for part in (source["title"], source["section"]) if part)
        line = renderer.words(lang, "source-line", title=title, date=date)
        html = _shown(line)
        if source["url"]:
            html = f'<a href="{escape(source["url"])}">{html}</a>'
        yield units(lead + line), _shown(lead) + html
        lead = "\n"


def _shown(text: str) -> str:
    """HTML that shows the text as it is; quotes need no escape outside of attributes."""
    return escape(text, quote=False)


def _head(text: str, limit: int) -> str:
    """The longest good beginning of a text that is too long."""
    within = _within(text, limit)
    for cut in _CUTS:
        place = within.rfind(cut)
        # A cut in the first third would leave scraps.
        if place >= len(within) // 3:
            return within[: place + len(cut)]
    return within


def _within(text: str, limit: int) -> str:
    """As many whole characters as fit."""
    fitting = text.encode("utf-16-le")[: limit * 2]
    return fitting.decode("utf-16-le", "ignore")
