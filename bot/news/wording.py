"""An announcement as its reader sees it: the heading, the text, the source, and how to stop."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from bot.replies.bidi import with_numbers_in_order
from bot.replies.render import Renderer
from bot.replies.said import direction
from bot.storage.models import Announcement
from knowledge.base import Knowledge
from nlu.text.variety import Variety

STOP = "news:stop"
LESS = "news:less"


@dataclass(frozen=True)
class Button:
    """What stands on it, and what comes back when it is pressed."""

    title: str
    data: str


@dataclass(frozen=True)
class Post:
    """One message, in the HTML of Telegram: all but our own tags is escaped."""

    html: str
    buttons: tuple[Button, ...]


class Wording:
    """Words announcements; the console's preview and what leaves are one and the same."""

    def __init__(self, renderer: Renderer, knowledge: Knowledge) -> None:
        self._renderer = renderer
        self._knowledge = knowledge

    def post(self, announcement: Announcement, lang: Variety) -> Post:
        """The announcement with its text in that variety."""
        heading = self._renderer.words(lang, f"announcement-{announcement.kind}")
        text = announcement.texts.get(lang, "")
        if direction(lang) == "rtl":
            text = with_numbers_in_order(text)
        why = self._renderer.words(lang, "announcement-why")
        parts = (f"<b>{_shown(heading)}</b>", _shown(text), self._source(announcement, lang), why)
        return Post("\n\n".join(parts), self._buttons(announcement, lang))

    def _source(self, announcement: Announcement, lang: Variety) -> str:
        named = (announcement.source_title, announcement.source_document)
        title = ", ".join(part for part in named if part)
        line = _shown(self._renderer.words(lang, "announcement-source", title=title))
        if not announcement.source_url:
            return line
        return f'<a href="{escape(announcement.source_url)}">{line}</a>'

    def _buttons(self, announcement: Announcement, lang: Variety) -> tuple[Button, ...]:
        kind, topic = announcement.kind, announcement.topic
        words = self._renderer.words
        less = [Button(words(lang, f"announcement-less-{kind}"), f"{LESS}:{kind}")]
        # A faulty file may be left out of the knowledge base: the news goes out all the same.
        if topic and topic in self._knowledge.topics:
            title = self._knowledge.topic(topic).title[lang]
            less.append(
                Button(words(lang, "announcement-less-topic", topic=title), f"{LESS}:{topic}")
            )
        return (Button(words(lang, "announcement-stop"), STOP), *less)


def _shown(text: str) -> str:
    """HTML that shows the text as it is; quotes need no escape outside of attributes."""
    return escape(text, quote=False)
