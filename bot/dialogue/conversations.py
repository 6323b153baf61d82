"""Keeps conversations: one turn after the other, each committed whole."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from weakref import WeakValueDictionary

import structlog
from sqlalchemy import bindparam, exists, func, insert, update
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import ConversationBusy, UnknownChoice, UnknownConversation, UnknownTurn
from bot.replies.said import Pick
from bot.storage.consents import keep_consent_text
from bot.storage.database import Database
from bot.storage.models import (
    Choice,
    ConsentText,
    Conversation,
    OutboxMessage,
    Turn,
    TurnFeedback,
    new_id,
    now,
    row_id,
    table_of,
)

log = structlog.get_logger(__name__)

_CLAIM_LENGTH = timedelta(seconds=15)
_IMPOSSIBLE_LENGTHS = 10
_CLAIM_RENEWED_S = 4.0
_CLAIM_PATIENCE_S = 30.0
_CLAIM_PAUSE_S = 0.02
_TURNS_LOOKED_AT = 16

# Asked and written at every turn: built once, and where no object is needed, of tables, which
# costs half.
_CONVERSATION, _TURN = table_of(Conversation), table_of(Turn)
_CHOICE, _OUTBOX = table_of(Choice), table_of(OutboxMessage)
_TURN_ID = select(_TURN.c.id).where(_TURN.c.turn_id == bindparam("turn_id"))
_NEWEST = select(func.max(_TURN.c.id)).where(
    _TURN.c.conversation_id == bindparam("conversation_id")
)
_TURN_ITSELF = select(Turn).where(col(Turn.turn_id) == bindparam("turn_id"))
_CHOICES = (
    select(Choice)
    .where(col(Choice.turn_id).in_(bindparam("turn_ids", expanding=True)))
    .order_by(col(Choice.rank))
)
_KEEP_STATE = update(_CONVERSATION).where(_CONVERSATION.c.id == bindparam("conversation_id"))
_KEEP_TURN, _KEEP_CHOICES = insert(_TURN), insert(_CHOICE)
_NEWEST_PUSH = (
    select(_OUTBOX.c.id)
    .where(
        _OUTBOX.c.conversation_id == bindparam("conversation_id"),
        # A chat may be spoken to before its first turn.
        ~exists()
        .where(
            _TURN.c.conversation_id == bindparam("conversation_id"),
            _TURN.c.created_at >= _OUTBOX.c.created_at,
        )
        .correlate(_OUTBOX),
    )
    .order_by(_OUTBOX.c.id.desc())
    .limit(1)
)
# Nothing in it is correlated: each part reads `turn` for itself.
_CONVERSATION_AND_TURNS: Any = (
    select(Conversation, Turn, _NEWEST_PUSH.correlate(None).scalar_subquery())
    .outerjoin(
        Turn,
        or_(
            col(Turn.turn_id) == bindparam("turn_id"),
            col(Turn.id) == _NEWEST.correlate(None).scalar_subquery(),
        ),
    )
    .where(col(Conversation.id) == bindparam("conversation_id"))
)
"""What a turn finds: the conversation with this turn, with its newest one, and with the newest
push, where that came after the last turn."""


def push_turn(push_id: int) -> str:
    """What stands for a turn's id where choices stand under a push."""
    return f"push:{push_id}"


@dataclass(frozen=True)
class Moment:
    """What a turn finds.

    `answered` is this very turn if it was answered before, in this conversation or another;
    `choices` stand under the last answer, by rank, and `offers` are the ways out that it offered;
    `pushed` stand under the newest push, where it came after the last turn.
    """

    conversation: Conversation
    answered: Turn | None = None
    choices: Sequence[Choice] = ()
    offers: Sequence[str] = ()
    pushed: Sequence[Choice] = ()


class Conversations:
    """The rows of conversations, turns and choices.

    Turns of one conversation run one after the other: within a process by a lock, between
    processes (PostgreSQL) by a claim on the row, so that no transaction stays open meanwhile.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._under_way: set[str] = set()  # turns that this process has not answered yet

    async def begin(self, opening: Conversation) -> None:
        """Keeps a new conversation; one that is there stays as it is."""
        insert = self._database.insert(Conversation).values(**opening.model_dump())
        async with self._database.writing() as session:
            await session.exec(insert.on_conflict_do_nothing())

    async def get(self, conversation_id: str) -> Conversation:
        """The conversation as it stands; raises UnknownConversation."""
        async with self._database.reading() as session:
            conversation = await session.get(Conversation, conversation_id)
        if conversation is None:
            raise UnknownConversation
        return conversation

    async def is_answered(self, turn_id: str) -> bool:
        """Whether the turn has its answer, so that nothing more may be done for it."""
        if turn_id in self._under_way:
            return False
        async with self._database.reading() as session:
            found = await session.exec(_TURN_ID, params={"turn_id": turn_id})
            return found.first() is not None

    @asynccontextmanager
    async def turn(
        self, opening: Conversation, turn_id: str, *, begins: bool = True
    ) -> AsyncIterator[Moment]:
        """Lets one turn of a conversation run at a time, and gives what it finds.

        `opening` is the conversation as this turn would begin it, and is used if there is none and
        the turn `begins` one. Raises UnknownConversation, ConversationBusy.
        """
        lock = self._locks.setdefault(opening.id, asyncio.Lock())
        async with lock, self._claimed(opening, begins=begins):
            moment = await self._moment(opening, turn_id, begins=begins)
            if moment.answered is None:
                self._under_way.add(turn_id)
            try:
                yield moment
            finally:
                self._under_way.discard(turn_id)

    @asynccontextmanager
    async def alone(self, *conversation_ids: str) -> AsyncIterator[Sequence[Conversation]]:
        """Holds the turns of these conversations back, and gives them as they stand, in order.

        Raises UnknownConversation, ConversationBusy.
        """
        async with AsyncExitStack() as stack:
            # Always in the same order: two that want the same conversations wait, never both.
            for conversation_id in sorted(set(conversation_ids)):
                opening = await self.get(conversation_id)
                lock = self._locks.setdefault(conversation_id, asyncio.Lock())
                await stack.enter_async_context(lock)
                await stack.enter_async_context(self._claimed(opening, begins=False))
            yield [await self.get(conversation_id) for conversation_id in conversation_ids]

    async def pick(self, conversation_id: str, payload: str) -> tuple[str, Pick]:
        """Title and meaning of a choice; raises UnknownChoice if it is not this conversation's."""
        if not payload.isascii():
            raise UnknownChoice
        async with self._database.reading() as session:
            choice = await session.get(Choice, payload)
        if choice is None or choice.conversation_id != conversation_id:
            raise UnknownChoice
        return choice.title, Pick.from_json(choice.pick)

    async def is_of_last_question(self, conversation_id: str, payload: str) -> bool:
        """Whether a choice stands under the last question, be it put by a turn or pushed."""
        async with self._database.reading() as session:
            choice = await session.get(Choice, payload)
        pushed = await self.pushed_choices(conversation_id)
        if any(one.payload == payload for one in pushed):
            return True
        turns = await self.latest(conversation_id, _TURNS_LOOKED_AT)
        asking = next((turn for turn in turns if turn.answer["asks"]), None)
        return bool(choice and asking and choice.turn_id == asking.turn_id)

    async def note_consent(self, conversation: Conversation, shown: ConsentText) -> None:
        """Keeps in which words the conversation was asked for its consent."""
        conversation.consent_text = shown.digest
        async with self._database.writing() as session:
            await keep_consent_text(self._database, session, shown)
            await session.exec(
                update(Conversation)
                .where(col(Conversation.id) == conversation.id)
                .values(consent_text=shown.digest)
            )

    async def commit(
        self,
        conversation: Conversation,
        turn: Turn,
        choices: Sequence[Choice],
        consent: ConsentText | None = None,
    ) -> None:
        """State, turn, replies, choices and the consent text shown in one transaction."""
        conversation.updated_at = now()
        kept: dict[str, Any] = conversation.model_dump(
            include={
                "lang",
                "lang_chosen",
                "topic",
                "asked",
                "rasa_state",
                "consent_text",
                "welcomed",
                "updated_at",
            }
        )
        async with self._database.writing() as session:
            await session.exec(_KEEP_STATE, params={"conversation_id": conversation.id, **kept})
            await session.exec(_KEEP_TURN, params=turn.model_dump(exclude={"id"}))
            if choices:
                await session.exec(_KEEP_CHOICES, params=[one.model_dump() for one in choices])
            if consent:
                await keep_consent_text(self._database, session, consent)
        self._under_way.discard(turn.turn_id)

    async def pushed_choices(self, conversation_id: str) -> Sequence[Choice]:
        """What stands under the newest push, where it came after the last turn."""
        async with self._database.reading() as session:
            return await _pushed_choices(session, conversation_id)

    async def transcript(self, conversation_id: str) -> Sequence[Turn]:
        """All turns of a conversation, oldest first."""
        async with self._database.reading() as session:
            found = await session.exec(
                select(Turn).where(Turn.conversation_id == conversation_id).order_by(col(Turn.id))
            )
            return found.all()

    async def latest(self, conversation_id: str, count: int) -> Sequence[Turn]:
        """The newest turns of a conversation, the last one first."""
        async with self._database.reading() as session:
            found = await session.exec(
                select(Turn)
                .where(Turn.conversation_id == conversation_id)
                .order_by(col(Turn.id).desc())
                .limit(count)
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

    async def judge(
        self, conversation_id: str, turn_id: str, *, helpful: bool, words: str | None = None
    ) -> None:
        """Keeps what the citizen thinks of a turn's answer; the newest word counts.

        Raises UnknownTurn where the turn is not one of this conversation.
        """
        said = {"helpful": helpful, "words": words, "created_at": now()}
        insert = self._database.insert(TurnFeedback).values(
            turn_id=turn_id, conversation_id=conversation_id, **said
        )
        own = select(Turn.id).where(
            Turn.turn_id == turn_id, Turn.conversation_id == conversation_id
        )
        async with self._database.writing() as session:
            if (await session.exec(own)).first() is None:
                raise UnknownTurn
            await session.exec(insert.on_conflict_do_update(index_elements=["turn_id"], set_=said))

    async def judgements(self, conversation_id: str) -> Mapping[str, bool]:
        """By turn_id, whether its answer was found helpful."""
        async with self._database.reading() as session:
            found = await session.exec(
                select(TurnFeedback.turn_id, TurnFeedback.helpful).where(
                    TurnFeedback.conversation_id == conversation_id
                )
            )
            return dict(found.all())

    async def _moment(self, opening: Conversation, turn_id: str, *, begins: bool) -> Moment:
        asked = {"turn_id": turn_id, "conversation_id": opening.id}
        async with self._database.reading() as session:
            rows = (await session.exec(_CONVERSATION_AND_TURNS, params=asked)).all()
            if rows:
                return await _found(session, rows, turn_id)
            answered = (await session.exec(_TURN_ITSELF, params=asked)).first()
        if not begins:
            raise UnknownConversation
        await self.begin(opening)
        return Moment(opening, answered)

    @asynccontextmanager
    async def _claimed(self, opening: Conversation, *, begins: bool) -> AsyncIterator[None]:
        if self._database.is_sqlite:
            yield
            return
        holder = await self._claim(opening, begins=begins)
        keeping = asyncio.create_task(self._keep(opening.id, holder))
        try:
            yield
        finally:
            keeping.cancel()
            with suppress(asyncio.CancelledError):
                await keeping
            await self._release(opening.id, holder)

    async def _claim(self, opening: Conversation, *, begins: bool) -> str:
        holder = new_id()
        deadline = time.monotonic() + _CLAIM_PATIENCE_S
        while time.monotonic() < deadline:
            if await self._try_claim(opening, holder, begins=begins):
                return holder
            if not begins:
                await self.get(opening.id)
            await asyncio.sleep(_CLAIM_PAUSE_S)
        raise ConversationBusy

    async def _try_claim(self, opening: Conversation, holder: str, *, begins: bool) -> bool:
        """Claims the conversation if it is free; one that is not there yet is begun as well."""
        moment, until = now(), col(Conversation.turn_until)
        # No claim is given for that long: a clock that ran ahead gave it.
        impossible = moment + _CLAIM_LENGTH * _IMPOSSIBLE_LENGTHS
        free = or_(col(Conversation.turn_holder).is_(None), until < moment, until > impossible)
        claim = {"turn_holder": holder, "turn_until": moment + _CLAIM_LENGTH}
        own = col(Conversation.id) == opening.id
        statement: Any = update(Conversation).where(own, free).values(claim)
        if begins:
            insert = self._database.insert(Conversation).values({**opening.model_dump(), **claim})
            statement = insert.on_conflict_do_update(index_elements=["id"], set_=claim, where=free)
        async with self._database.writing() as session:
            return bool((await session.exec(statement)).rowcount)

    async def _keep(self, conversation_id: str, holder: str) -> None:
        """Renews the claim for as long as the turn takes; one whose process died soon runs out."""
        while True:
            await asyncio.sleep(_CLAIM_RENEWED_S)
            try:
                await self._set_claim(conversation_id, holder, turn_until=now() + _CLAIM_LENGTH)
            except SQLAlchemyError as error:
                log.warning("claim.not-renewed", error=type(error).__name__)

    async def _release(self, conversation_id: str, holder: str) -> None:
        await self._set_claim(conversation_id, holder, turn_holder=None, turn_until=None)

    async def _set_claim(self, conversation_id: str, holder: str, **values: Any) -> None:
        async with self._database.writing() as session:
            await session.exec(
                update(Conversation)
                .where(
                    col(Conversation.id) == conversation_id,
                    col(Conversation.turn_holder) == holder,
                )
                .values(**values)
            )


async def _found(session: AsyncSession, rows: Sequence[Any], turn_id: str) -> Moment:
    conversation, _, push = rows[0]
    turns = [turn for _, turn, _ in rows if turn]
    # A turn_id that another conversation used is not its newest turn.
    own = [turn for turn in turns if turn.conversation_id == conversation.id]
    last = max(own, key=row_id, default=None)
    above = [last.turn_id if last else None, push_turn(push) if push else None]
    choices, pushed = await _choices(session, above)
    return Moment(
        conversation,
        answered=next((turn for turn in turns if turn.turn_id == turn_id), None),
        choices=choices,
        offers=last.answer["offers"] if last else [],
        pushed=pushed,
    )


async def _pushed_choices(session: AsyncSession, conversation_id: str) -> Sequence[Choice]:
    found = await session.exec(_NEWEST_PUSH, params={"conversation_id": conversation_id})
    push = found.first()
    [pushed] = await _choices(session, [push_turn(push) if push else None])
    return pushed


async def _choices(
    session: AsyncSession, above: Sequence[str | None]
) -> Sequence[Sequence[Choice]]:
    """The choices under each of these turns, by rank; none under no turn."""
    turn_ids = [turn_id for turn_id in above if turn_id]
    if not turn_ids:
        return [()] * len(above)
    found = (await session.exec(_CHOICES, params={"turn_ids": turn_ids})).all()
    return [[one for one in found if one.turn_id == turn_id] for turn_id in above]
