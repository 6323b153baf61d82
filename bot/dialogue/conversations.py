"""Keeps conversations: one turn after the other, each committed whole."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from weakref import WeakValueDictionary

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, or_, select

from bot.dialogue.exchange import TurnAnswer
from bot.errors import ConversationBusy, UnknownChoice, UnknownConversation
from bot.replies.said import Pick
from bot.storage.database import Database
from bot.storage.models import Choice, Conversation, Turn, new_id, now
from nlu.text.variety import Variety

_CLAIM_LENGTH = timedelta(seconds=60)
_CLAIM_PATIENCE_S = 30.0
_CLAIM_PAUSE_S = 0.02


class Conversations:
    """The rows of conversations, turns and choices.

    Turns of one conversation run one after the other: within a process by a lock, between
    processes (PostgreSQL) by a claim on the row, so that no transaction stays open meanwhile.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def ensure(
        self, conversation_id: str, channel: str, address: str | None, lang: Variety
    ) -> None:
        """Creates the conversation unless it exists."""
        async with self._database.reading() as session:
            if await session.get(Conversation, conversation_id):
                return
        created = Conversation(id=conversation_id, channel=channel, address=address, lang=lang)
        # The same first message may arrive twice at once: either of them creates it.
        with contextlib.suppress(IntegrityError):
            async with self._database.writing() as session:
                session.add(created)

    async def get(self, conversation_id: str) -> Conversation:
        """The conversation as it stands; raises UnknownConversation."""
        async with self._database.reading() as session:
            conversation = await session.get(Conversation, conversation_id)
        if conversation is None:
            raise UnknownConversation
        return conversation

    async def answered(self, turn_id: str) -> tuple[str, TurnAnswer] | None:
        """The conversation and answer of a turn that was answered before."""
        async with self._database.reading() as session:
            turn = (await session.exec(select(Turn).where(Turn.turn_id == turn_id))).first()
        return (turn.conversation_id, TurnAnswer.from_json(turn.answer)) if turn else None

    async def is_answered(self, turn_id: str) -> bool:
        """Whether the turn has its answer, so that nothing more may be done for it."""
        return await self.answered(turn_id) is not None

    @asynccontextmanager
    async def alone(self, conversation_id: str) -> AsyncIterator[None]:
        """Lets one turn of the conversation run at a time; raises ConversationBusy."""
        lock = self._locks.setdefault(conversation_id, asyncio.Lock())
        async with lock:
            if self._database.is_sqlite:
                yield
                return
            holder = await self._claim(conversation_id)
            try:
                yield
            finally:
                await self._release(conversation_id, holder)

    async def pick(self, conversation_id: str, payload: str) -> tuple[str, Pick]:
        """Title and meaning of a choice; raises UnknownChoice if it is not this conversation's."""
        if not payload.isascii():
            raise UnknownChoice
        async with self._database.reading() as session:
            choice = await session.get(Choice, payload)
        if choice is None or choice.conversation_id != conversation_id:
            raise UnknownChoice
        return choice.title, Pick.from_json(choice.pick)

    async def last_choices(self, conversation_id: str) -> tuple[Sequence[Choice], Sequence[str]]:
        """The choices under the last answer, by rank, and the ways out that it offered."""
        newest = (
            select(Turn)
            .where(Turn.conversation_id == conversation_id)
            .order_by(col(Turn.id).desc())
            .limit(1)
        )
        async with self._database.reading() as session:
            turn = (await session.exec(newest)).first()
            if turn is None:
                return [], []
            choices = await session.exec(
                select(Choice).where(Choice.turn_id == turn.turn_id).order_by(col(Choice.rank))
            )
            return choices.all(), turn.answer["offers"]

    async def commit(
        self, conversation: Conversation, turn: Turn, choices: Sequence[Choice]
    ) -> None:
        """State, turn, replies and choices in one transaction."""
        conversation.updated_at = now()
        kept: dict[str, Any] = conversation.model_dump(
            include={
                "lang",
                "lang_chosen",
                "topic",
                "asked",
                "rasa_state",
                "welcomed",
                "updated_at",
            }
        )
        async with self._database.writing() as session:
            await session.exec(
                update(Conversation).where(col(Conversation.id) == conversation.id).values(**kept)
            )
            session.add(turn)
            session.add_all(choices)

    async def transcript(self, conversation_id: str) -> Sequence[Turn]:
        """All turns of a conversation, oldest first."""
        async with self._database.reading() as session:
            found = await session.exec(
                select(Turn).where(Turn.conversation_id == conversation_id).order_by(col(Turn.id))
            )
            return found.all()

    async def said_lately(self, conversation_id: str, turns: int) -> Sequence[str]:
        """What the citizen said in the last turns of a conversation, newest first."""
        async with self._database.reading() as session:
            found = await session.exec(
                select(Turn.text)
                .where(Turn.conversation_id == conversation_id)
                .order_by(col(Turn.id).desc())
                .limit(turns)
            )
            return found.all()

    async def _claim(self, conversation_id: str) -> str:
        holder = new_id()
        deadline = time.monotonic() + _CLAIM_PATIENCE_S
        while time.monotonic() < deadline:
            if await self._try_claim(conversation_id, holder):
                return holder
            await asyncio.sleep(_CLAIM_PAUSE_S)
        raise ConversationBusy

    async def _try_claim(self, conversation_id: str, holder: str) -> bool:
        free = or_(col(Conversation.turn_holder).is_(None), col(Conversation.turn_until) < now())
        async with self._database.writing() as session:
            done = await session.exec(
                update(Conversation)
                .where(col(Conversation.id) == conversation_id, free)
                .values(turn_holder=holder, turn_until=now() + _CLAIM_LENGTH)
            )
            return bool(done.rowcount)

    async def _release(self, conversation_id: str, holder: str) -> None:
        async with self._database.writing() as session:
            await session.exec(
                update(Conversation)
                .where(
                    col(Conversation.id) == conversation_id,
                    col(Conversation.turn_holder) == holder,
                )
                .values(turn_holder=None, turn_until=None)
            )
