"""Turns that did not answer, or did not help: read by staff, masked, and labelled."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import exists, func
from sqlmodel import col, select, union
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.errors import NoSuchTurn
from bot.insight.labels import Answered, Label, case, label
from bot.office import beginning
from bot.storage.database import Database
from bot.storage.models import (
    AuditRow,
    ReleaseRequest,
    Staff,
    Ticket,
    Turn,
    TurnFeedback,
    TurnReview,
    now,
)
from nlu.text.masking import masked

PAGE_SIZE = 20
THUMBS_DOWN = "thumbs_down"
REASONS = ("not_understood", "unknown", "other_language", "failed", "no_source", THUMBS_DOWN)

_GLANCE_CHARS = 240


@dataclass(frozen=True)
class Wanted:
    """Which turns are looked for; `done` are those that were labelled."""

    lang: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    topic: str | None = None
    reason: str | None = None
    done: bool = False


@dataclass(frozen=True)
class Missed:
    """A turn to look at. All texts are masked; `said` are the first words of the answer."""

    id: int
    at: datetime
    text: str
    said: str
    lang: str
    said_lang: str
    intent: str | None
    confidence: float
    topic: str | None
    guessed: str | None
    facet: str | None
    reason: str | None
    disliked: bool
    words: str | None
    review: TurnReview | None


@dataclass(frozen=True)
class Page:
    """Some turns, the newest first; `following` is where the next page begins, if there is one."""

    rows: Sequence[Missed]
    following: int | None


class Unanswered:
    """The turns that staff look at. Who may do what is decided before.

    A turn of a ticket that is walled off from the reader's own service is not there for them.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, wanted: Wanted, reader: int, before: int | None = None) -> Page:
        """The turns older than `before`: one query, however many there are."""
        query = (
            select(Turn, TurnFeedback, TurnReview)
            .join(TurnFeedback, col(TurnFeedback.turn_id) == Turn.turn_id, isouter=True)
            .join(TurnReview, col(TurnReview.turn_id) == Turn.turn_id, isouter=True)
            .where(*_conditions(wanted, reader))
            .order_by(col(Turn.id).desc())
            .limit(PAGE_SIZE + 1)
        )
        if before is not None:
            query = query.where(col(Turn.id) < before)
        async with self._database.reading() as session:
            rows = [_missed(*row) for row in await session.exec(query)]
        shown = rows[:PAGE_SIZE]
        return Page(shown, shown[-1].id if len(rows) > PAGE_SIZE else None)

    async def review(
        self, number: int, staff_id: int, answered: Answered, topics: Container[str]
    ) -> None:
        """Keeps what a turn should have been; the newest label counts.

        Raises NoSuchTurn, LabelRefused.
        """
        async with self._database.writing() as session:
            turn = await _to_review(session, number, staff_id)
            given = label(answered, turn.understood, topics)
            kept = _kept(turn, given, staff_id)
            await session.exec(
                self._database.insert(TurnReview)
                .values(turn_id=turn.turn_id, **kept)
                .on_conflict_do_update(index_elements=["turn_id"], set_=kept)
            )
            data = {"turn": turn.id, "verdict": given.verdict.value}
            session.add(AuditRow(event="turn.reviewed", actor=f"staff:{staff_id}", data=data))


class Reviews:
    """The labelled turns of a period as evaluation cases; they leave once two people agreed.

    Turns of a conversation that a walled ticket came from never leave.
    """

    async def count(self, session: AsyncSession, asked: ReleaseRequest) -> int:
        """How many cases there are now."""
        return int((await session.exec(_reviews(asked, select(func.count())))).one())

    async def lines(
        self, session: AsyncSession, asked: ReleaseRequest, most: int
    ) -> Sequence[dict[str, Any]]:
        """The first of them, the oldest first."""
        query = _reviews(asked, select(TurnReview))
        query = query.order_by(col(TurnReview.created_at), col(TurnReview.turn_id)).limit(most)
        return [found for row in await session.exec(query) if (found := case(row))]


def _reviews(asked: ReleaseRequest, query: Any) -> Any:
    if asked.first_day is None or asked.last_day is None:
        raise ValueError("a request for reviews without a period")
    walled = exists().where(
        col(Turn.turn_id) == col(TurnReview.turn_id),
        col(Ticket.conversation_id) == col(Turn.conversation_id),
        col(Ticket.walled).is_(True),
    )
    query = query.select_from(TurnReview).where(
        col(TurnReview.created_at) >= beginning(asked.first_day),
        col(TurnReview.created_at) < beginning(asked.last_day + timedelta(days=1)),
        col(TurnReview.intent).is_not(None),
        ~walled,
    )
    return query.where(TurnReview.lang == asked.lang) if asked.lang else query


def _conditions(wanted: Wanted, reader: int) -> list[Any]:
    reviewed = col(TurnReview.turn_id)
    conditions = [
        col(Turn.id).in_(_missed_ids(wanted.reason)),
        ~_walled_from(reader),
        reviewed.is_not(None) if wanted.done else reviewed.is_(None),
    ]
    if wanted.lang:
        conditions.append(col(Turn.lang) == wanted.lang)
    if wanted.topic:
        likeliest = col(Turn.understood)[("topics", 0, 0)].as_string()
        conditions.append(func.coalesce(col(Turn.topic), likeliest) == wanted.topic)
    if wanted.first_day:
        conditions.append(col(Turn.created_at) >= beginning(wanted.first_day))
    if wanted.last_day:
        conditions.append(col(Turn.created_at) < beginning(wanted.last_day + timedelta(days=1)))
    return conditions


def _missed_ids(reason: str | None) -> Any:
    disliked = (
        select(Turn.id)
        .join(TurnFeedback, col(TurnFeedback.turn_id) == Turn.turn_id)
        .where(col(TurnFeedback.helpful).is_(False))
    )
    if reason == THUMBS_DOWN:
        return disliked
    if reason:
        return _silent().where(col(Turn.unanswered) == reason)
    return union(_silent(), disliked)


def _silent() -> Any:
    return select(Turn.id).where(col(Turn.unanswered).is_not(None))


def _walled_from(reader: int) -> Any:
    own_service = select(Staff.service).where(Staff.id == reader).scalar_subquery()
    return exists().where(
        col(Ticket.conversation_id) == col(Turn.conversation_id),
        col(Ticket.walled).is_(True),
        col(Ticket.service) == own_service,
    )


async def _to_review(session: AsyncSession, number: int, reader: int) -> Turn:
    query = select(Turn).where(
        Turn.id == number, col(Turn.id).in_(_missed_ids(None)), ~_walled_from(reader)
    )
    turn = (await session.exec(query)).first()
    if turn is None:
        raise NoSuchTurn
    return turn


def _kept(turn: Turn, given: Label, staff_id: int) -> dict[str, Any]:
    return {
        "verdict": given.verdict.value,
        "intent": given.intent,
        "topic": given.topic,
        "facet": given.facet,
        "lang": str(turn.understood.get("lang", "fr")),
        "masked_text": masked(turn.text),
        "staff_id": staff_id,
        "created_at": now(),
    }


def _missed(turn: Turn, feedback: TurnFeedback | None, review: TurnReview | None) -> Missed:
    understood = turn.understood
    replies = turn.answer.get("replies", [])
    ranked = understood.get("topics") or []
    lang = str(understood.get("lang", "fr"))
    return Missed(
        id=turn.id or 0,
        at=turn.created_at,
        text=masked(turn.text),
        said=_glance(replies[0]["text"]) if replies else "",
        lang=lang,
        said_lang=str(replies[0]["lang"]) if replies else lang,
        intent=understood.get("intent"),
        confidence=float(understood.get("confidence") or 0),
        topic=understood.get("topic"),
        guessed=ranked[0][0] if ranked else None,
        facet=understood.get("facet"),
        reason=turn.unanswered,
        disliked=feedback is not None and not feedback.helpful,
        words=masked(feedback.words) if feedback and feedback.words else None,
        review=review,
    )


def _glance(text: str) -> str:
    shown = masked(text)
    return shown if len(shown) <= _GLANCE_CHARS else f"{shown[:_GLANCE_CHARS].rstrip()}…"
