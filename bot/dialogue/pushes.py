"""What reaches a citizen unasked, in words and with choices, the same whenever it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import col, select

from bot.dialogue.conversations import push_turn
from bot.dialogue.link_choices import link_choices
from bot.dialogue.linking import ASKED, OF_A_LINK
from bot.dialogue.shown import reply_json, with_choices
from bot.replies.render import Renderer
from bot.replies.said import Reply, Said
from bot.storage.database import Database
from bot.storage.models import Choice, OutboxMessage, row_id
from nlu.text.variety import Variety


class Pushes:
    """Renders messages of the outbox and keeps the choices under them."""

    def __init__(self, database: Database, renderer: Renderer) -> None:
        self._database = database
        self._renderer = renderer

    async def shown(self, push: OutboxMessage, lang: Variety) -> dict[str, Any]:
        """The message as the chat API gives it."""
        reply = self._renderer.render(Said.from_json(push.said), lang)
        choices = await self._choices(push, reply) if reply.options else []
        return {"id": push.id, "from": _author(push), **reply_json(reply, choices)}

    async def _choices(self, push: OutboxMessage, reply: Reply) -> Sequence[Choice]:
        """The choices of the first time it was shown; they stay valid from then on."""
        turn_id = push_turn(row_id(push))
        if push.said["say"] == ASKED:
            return link_choices(reply, push.conversation_id, turn_id)
        kept = select(Choice).where(Choice.turn_id == turn_id).order_by(col(Choice.rank))
        async with self._database.reading() as session:
            if found := (await session.exec(kept)).all():
                return found
        new, _shown = with_choices([reply], push.conversation_id, turn_id)
        async with self._database.writing() as session:
            session.add_all(new)
        return new


def _author(push: OutboxMessage) -> str:
    """Who speaks: the bot where it tells of a link or repeats the question of a form."""
    of_a_link = push.said["say"].startswith(OF_A_LINK) or push.said.get("asks")
    return "bot" if of_a_link else "staff"
