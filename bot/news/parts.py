"""What the console needs to announce something, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from bot.news.announcements import Announcements
from bot.news.wording import Wording
from bot.replies.render import Renderer
from bot.storage.database import Database
from knowledge.base import Knowledge
from knowledge.schema import Topic


@dataclass(frozen=True)
class News:
    """Announcements, their words, and the programmes that they may be about."""

    announcements: Announcements
    wording: Wording
    programmes: tuple[Topic, ...]

    @classmethod
    def of(
        cls,
        database: Database,
        renderer: Renderer,
        knowledge: Knowledge,
        *,
        four_eyes: bool = True,
    ) -> News:
        """All of it over one database and one knowledge base."""
        return cls(
            Announcements(database, four_eyes=four_eyes),
            Wording(renderer, knowledge),
            (*knowledge.programmes(), *knowledge.beside_the_strategy()),
        )
