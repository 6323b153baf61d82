"""Replies as Telegram messages: HTML, at most 4096 UTF-16 units each, sources as links, buttons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any, cast

from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove
from telegram.constants import MessageLimit

from bot.replies.render import Renderer
from bot.telegram.buttons import keyboard, numbered
from nlu.text.variety import Variety

_LIMIT = int(MessageLimit.MAX_TEXT_LENGTH)
_PARAGRAPH = "\n\n"
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
    pieces = [_Piece(units(piece), _shown(piece)) for piece in split(text)]
    lang = cast("Variety", reply["lang"])
    for length, html in _sources(reply["sources"], lang, renderer):
        if pieces[-1].length + len(_PARAGRAPH) + length > _LIMIT:
            pieces.append(_Piece())
        pieces[-1].quote(length, html)
    parts = [Part(piece.html) for piece in pieces]
    parts[-1] = Part(parts[-1].html, keyboard(choices))
    return parts


@dataclass
class _Piece:
    """One message in the making: its text, and the sources folded under it."""

    length: int = 0
    text: str = ""
    quoted: list[str] = field(default_factory=list)

    def quote(self, length: int, html: str) -> None:
        self.length += len(_PARAGRAPH) + length
        self.quoted.append(html)

    @property
    def html(self) -> str:
        if not self.quoted:
            return self.text
        lines = "\n".join(self.quoted)
        folded = f"<blockquote expandable>{lines}</blockquote>"
        return f"{self.text}{_PARAGRAPH}{folded}" if self.text else folded


def _sources(
    sources: Sequence[Mapping[str, Any]], lang: Variety, renderer: Renderer
) -> Iterable[tuple[int, str]]:
    """Length as shown and HTML of each line, the first with the title above it."""
    lead = f"{renderer.words(lang, 'sources-title')}\n"
    told: set[str] = set()
    for source in sources:
        date = source["as_of"] or renderer.words(lang, "source-undated")
        title = ", ".join(part for part in (source["title"], source["section"]) if part)
        line = renderer.words(lang, "source-line", title=title, date=date)
        html = _shown(line)
        if source["url"]:
            html = f'<a href="{escape(source["url"])}">{html}</a>'
        if html in told:
            continue
        told.add(html)
        yield units(lead + line), _shown(lead) + html
        lead = ""


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
