"""Exchanges as they may leave: masked and without ids; and one as it was written.

A mask says what was there ("smiti [NAME]"): a model that learns from it learns the sentence whole.

Exchanges of a conversation that a walled ticket came from never leave.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.office import beginning
from bot.storage.models import ReleaseRequest, Ticket, Turn
from nlu.text.masking import pseudonymised

Json = dict[str, Any]

_UNDERSTOOD = ("intent", "confidence", "topic", "facet")


class Transcripts:
    """The exchanges of a period, for training: conversations are numbered anew in each export."""

    async def count(self, session: AsyncSession, asked: ReleaseRequest) -> int:
        """How many exchanges there are now."""
        query = select(func.count()).select_from(Turn).where(_of_period(asked))
        return (await session.exec(query)).one()

    async def lines(
        self, session: AsyncSession, asked: ReleaseRequest, most: int
    ) -> Sequence[Json]:
        """The first of them in order, one conversation after the other."""
        query = (
            select(Turn)
            .where(_of_period(asked))
            .order_by(col(Turn.conversation_id), col(Turn.id))
            .limit(most)
        )
        turns = (await session.exec(query)).all()
        return await asyncio.to_thread(_masked, turns)


class Original:
    """One exchange: masked for who decides, as it was written for who asked."""

    async def count(self, session: AsyncSession, asked: ReleaseRequest) -> int:
        """1, or 0 once it is forgotten."""
        return int(await self._find(session, asked) is not None)

    async def lines(
        self, session: AsyncSession, asked: ReleaseRequest, most: int
    ) -> Sequence[Json]:
        """Masked; see `written`."""
        turn = await self._find(session, asked)
        return _masked([turn][:most]) if turn else []

    async def written(self, session: AsyncSession, asked: ReleaseRequest) -> Turn | None:
        """As the citizen wrote it."""
        return await self._find(session, asked)

    async def _find(self, session: AsyncSession, asked: ReleaseRequest) -> Turn | None:
        query = select(Turn).where(Turn.id == asked.turn_id, ~_walled())
        return (await session.exec(query)).first()


def _of_period(asked: ReleaseRequest) -> ColumnElement[bool]:
    if asked.first_day is None or asked.last_day is None:
        raise ValueError("a request for transcripts without a period")
    conditions = [
        col(Turn.created_at) >= beginning(asked.first_day),
        col(Turn.created_at) < beginning(asked.last_day + timedelta(days=1)),
        ~_walled(),
    ]
    if asked.lang:
        conditions.append(col(Turn.lang) == asked.lang)
    return and_(*conditions)


def _walled() -> ColumnElement[bool]:
    return exists().where(
        col(Ticket.conversation_id) == col(Turn.conversation_id), col(Ticket.walled).is_(True)
    )


def _masked(turns: Sequence[Turn]) -> Sequence[Json]:
    numbers: dict[str, int] = {}
    return [_line(turn, numbers) for turn in turns]


def _line(turn: Turn, numbers: dict[str, int]) -> Json:
    return {
        "conversation": numbers.setdefault(turn.conversation_id, len(numbers) + 1),
        "lang": turn.understood.get("lang"),
        "text": pseudonymised(turn.text),
        "said": [pseudonymised(reply["text"]) for reply in turn.answer.get("replies", [])],
        **{name: turn.understood.get(name) for name in _UNDERSTOOD},
        "unanswered": turn.unanswered,
    }
