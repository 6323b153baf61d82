"""What is kept of whom, for how long, and what then becomes of it. Pure.

A class of data is a condition for each of its tables; the dry run counts by it and the run deletes
by it, so that they cannot differ. A ticket that is open or walled off is due in no class, nor is
the conversation that an open one is answered from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from sqlalchemy import ColumnElement, SQLColumnExpression, String, and_, cast, exists, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col, select

from bot.privacy import ending
from bot.privacy.ending import Ending
from bot.settings import Settings
from bot.storage.models import (
    Announcement,
    AnnouncementDelivery,
    Attachment,
    AuditRow,
    AuditSeal,
    Choice,
    ClosedDay,
    ConsentText,
    ContinuationCode,
    Conversation,
    ConversationLink,
    Deletion,
    EndedVisit,
    FactCheck,
    Forwarding,
    Incident,
    Lease,
    Mail,
    OutboxMessage,
    ReleaseRequest,
    RetentionRun,
    SavedView,
    Secret,
    SentParts,
    Staff,
    StaffNotice,
    StaffSession,
    Subscription,
    TelegramUpdate,
    Ticket,
    TicketCounter,
    TicketLink,
    TicketMessage,
    TicketNote,
    TicketWatch,
    Turn,
    TurnFeedback,
    TurnReview,
)
from bot.storage.retention import WAITING, waited_too_long

Table = type[SQLModel]
Moment = SQLColumnExpression[datetime] | SQLColumnExpression[datetime | None]

_YEAR = timedelta(days=365)
_AT_ONCE = timedelta()


class Fate(StrEnum):
    """What becomes of the rows when their term is over."""

    DELETED = "deleted"
    EMPTIED = "emptied"
    ANONYMISED = "anonymised"


@dataclass(frozen=True)
class Terms:
    """How long each class is kept."""

    turns: timedelta = timedelta(days=30)
    conversations: timedelta = _YEAR
    tickets: timedelta = 5 * _YEAR
    files: timedelta = _YEAR
    reviews: timedelta = 3 * _YEAR
    deliveries: timedelta = timedelta(days=90)
    notices: timedelta = timedelta(days=180)

    @classmethod
    def of(cls, settings: Settings) -> Terms:
        """As the operator set them."""
        return cls(
            turns=timedelta(days=settings.turn_days),
            conversations=timedelta(days=settings.conversation_days),
            tickets=settings.ticket_years * _YEAR,
            files=timedelta(days=settings.ticket_file_days),
            reviews=timedelta(days=settings.review_days),
            deliveries=timedelta(days=settings.delivery_days),
            notices=timedelta(days=settings.notice_days),
        )


@dataclass(frozen=True)
class Rule:
    """The rows of one table that are due, and what is done with a batch of them by their keys."""

    table: Table
    due: ColumnElement[bool]
    end: Ending


@dataclass(frozen=True)
class DataClass:
    """One class of data.

    `tables` are those that it deals with; `rules` gives what is due of them at a moment. Its name
    is the key of its words in the console.
    """

    name: str
    fate: Fate
    term: timedelta
    tables: Sequence[Table]
    rules: Callable[[datetime], Sequence[Rule]]


KEPT: Mapping[Table, str] = MappingProxyType(
    {
        AuditRow: "proof",
        AuditSeal: "proof",
        ConsentText: "proof",
        Deletion: "proof",
        ReleaseRequest: "proof",
        RetentionRun: "proof",
        Announcement: "published",
        ClosedDay: "published",
        FactCheck: "published",
        Staff: "account",
        SavedView: "account",
        Incident: "figures",
        TicketCounter: "figures",
        TicketLink: "figures",
        TicketWatch: "figures",
        EndedVisit: "technical",  # each that is left sweeps those that are over
        Lease: "technical",
        Secret: "technical",
    }
)
"""The tables from which no run deletes anything, each with the reason (a key of the console)."""


def policy(terms: Terms) -> Sequence[DataClass]:
    """All classes, in the order in which they are dealt with: what hangs on another goes first."""
    return (
        DataClass(
            "turns",
            Fate.DELETED,
            terms.turns,
            (Turn, Choice, TurnFeedback),
            lambda now: _turns(now - terms.turns),
        ),
        DataClass(
            "unfinished",
            Fate.EMPTIED,
            terms.turns,
            (Conversation,),
            lambda now: [Rule(Conversation, _left(now - terms.turns), ending.empty_conversations)],
        ),
        DataClass(
            "reviews",
            Fate.DELETED,
            terms.reviews,
            (TurnReview,),
            lambda now: [_older(TurnReview, col(TurnReview.created_at), now - terms.reviews)],
        ),
        DataClass("waiting_files", Fate.DELETED, WAITING, (Attachment,), _waiting_files),
        DataClass(
            "files",
            Fate.DELETED,
            terms.files,
            (Attachment,),
            lambda now: [
                Rule(Attachment, _of_settled(now - terms.files), ending.deleted(Attachment))
            ],
        ),
        DataClass(
            "tickets",
            Fate.ANONYMISED,
            terms.tickets,
            (Ticket, TicketMessage, TicketNote, Forwarding, Attachment, Mail),
            lambda now: [
                Rule(
                    Ticket,
                    and_(col(Ticket.anonymised_at).is_(None), _settled(now - terms.tickets)),
                    ending.anonymise_tickets,
                )
            ],
        ),
        DataClass(
            "outbox",
            Fate.DELETED,
            terms.turns,
            (OutboxMessage, SentParts),
            lambda now: _outbox(now - terms.turns, now - terms.tickets),
        ),
        DataClass(
            "mail",
            Fate.DELETED,
            terms.turns,
            (Mail,),
            lambda now: [_older(Mail, col(Mail.created_at), now - terms.turns)],
        ),
        DataClass(
            "telegram_inbox",
            Fate.DELETED,
            terms.turns,
            (TelegramUpdate,),
            lambda now: [
                _older(
                    TelegramUpdate,
                    col(TelegramUpdate.received_at),
                    now - terms.turns,
                    col(TelegramUpdate.state) != "pending",
                )
            ],
        ),
        DataClass(
            "subscriptions",
            Fate.DELETED,
            terms.turns,
            (Subscription,),
            lambda now: [_older(Subscription, col(Subscription.stopped_at), now - terms.turns)],
        ),
        DataClass(
            "deliveries",
            Fate.ANONYMISED,
            terms.deliveries,
            (AnnouncementDelivery,),
            lambda now: [
                Rule(
                    AnnouncementDelivery,
                    _over(now - terms.deliveries),
                    ending.unlink_deliveries,
                )
            ],
        ),
        DataClass(
            "links",
            Fate.DELETED,
            terms.turns,
            (ConversationLink, ContinuationCode),
            lambda now: _links(now - terms.turns),
        ),
        DataClass(
            "staff_sessions",
            Fate.DELETED,
            _AT_ONCE,
            (StaffSession,),
            lambda now: [_older(StaffSession, col(StaffSession.expires_at), now)],
        ),
        DataClass(
            "notices",
            Fate.DELETED,
            terms.notices,
            (StaffNotice,),
            lambda now: [
                Rule(
                    StaffNotice,
                    col(StaffNotice.created_at) < now - terms.notices,
                    ending.delete_notices,
                )
            ],
        ),
        DataClass(
            "conversations",
            Fate.DELETED,
            terms.conversations,
            (Conversation, Choice),
            lambda now: [
                Rule(
                    Conversation,
                    and_(
                        col(Conversation.updated_at) < now - terms.conversations, _nothing_hangs()
                    ),
                    ending.delete_conversations,
                )
            ],
        ),
    )


def _older(table: Table, at: Moment, before: datetime, *more: ColumnElement[bool]) -> Rule:
    return Rule(table, and_(at < before, *more), ending.deleted(table))


def _unsettled(conversation: SQLColumnExpression[str]) -> ColumnElement[bool]:
    """A ticket of that conversation is open: staff answer from it, under a consent of its own."""
    return exists().where(
        col(Ticket.conversation_id) == conversation, col(Ticket.settled_at).is_(None)
    )


def _turns(before: datetime) -> Sequence[Rule]:
    answered = exists().where(col(Turn.turn_id) == col(TurnFeedback.turn_id))
    asked = exists().where(col(Turn.turn_id) == col(Choice.turn_id))
    idle = exists().where(
        col(Conversation.id) == col(Choice.conversation_id), col(Conversation.updated_at) < before
    )
    return [
        Rule(
            Turn,
            and_(col(Turn.created_at) < before, ~_unsettled(col(Turn.conversation_id))),
            ending.delete_turns,
        ),
        _older(TurnFeedback, col(TurnFeedback.created_at), before, ~answered),
        # The buttons under what staff wrote have no turn, and no date of their own.
        Rule(
            Choice,
            and_(idle, ~asked, ~_unsettled(col(Choice.conversation_id))),
            ending.deleted(Choice),
        ),
    ]


def _left(before: datetime) -> ColumnElement[bool]:
    """Nobody went on with it: what was typed into a form, and the question that stood."""
    holds = or_(
        cast(Conversation.rasa_state, String) != "[]",
        col(Conversation.asked).is_not(None),
        col(Conversation.topic).is_not(None),
    )
    return and_(col(Conversation.updated_at) < before, holds, ~_unsettled(col(Conversation.id)))


def _waiting_files(now: datetime) -> Sequence[Rule]:
    return [Rule(Attachment, waited_too_long(now), ending.deleted(Attachment))]


def _settled(before: datetime) -> ColumnElement[bool]:
    """Tickets that are settled for so long; not what is walled, nor part of one that goes on."""
    goes_on = aliased(Ticket)
    part_of_open = exists().where(
        col(goes_on.id) == col(Ticket.merged_into_id), col(goes_on.settled_at).is_(None)
    )
    return and_(col(Ticket.settled_at) < before, col(Ticket.walled).is_(False), ~part_of_open)


def _of_settled(before: datetime) -> ColumnElement[bool]:
    return col(Attachment.ticket_id).in_(select(Ticket.id).where(_settled(before)))


def _outbox(before: datetime, long_before: datetime) -> Sequence[Rule]:
    """What waits for a page to be opened again waits as long as a ticket is kept."""
    was_told = and_(col(OutboxMessage.created_at) < before, col(OutboxMessage.state) != "pending")
    return [
        Rule(
            OutboxMessage,
            and_(
                or_(was_told, col(OutboxMessage.created_at) < long_before),
                ~_unsettled(col(OutboxMessage.conversation_id)),
            ),
            ending.deleted(OutboxMessage),
        ),
        _older(SentParts, col(SentParts.sent_at), before),
    ]


def _over(before: datetime) -> ColumnElement[bool]:
    delivery = AnnouncementDelivery
    return and_(
        func.coalesce(col(delivery.sent_at), col(delivery.due_at)) < before,
        col(delivery.state).not_in(["pending", "sending"]),
        col(delivery.conversation_id).is_not(None),
    )


def _links(before: datetime) -> Sequence[Rule]:
    nobody_answered = and_(
        col(ConversationLink.from_agreed_at).is_(None), col(ConversationLink.expires_at) < before
    )
    return [
        Rule(
            ConversationLink,
            or_(col(ConversationLink.ended_at) < before, nobody_answered),
            ending.deleted(ConversationLink),
        ),
        _older(ContinuationCode, col(ContinuationCode.expires_at), before),
    ]


def _nothing_hangs() -> ColumnElement[bool]:
    """No row of any other table names the conversation; its own buttons go with it."""
    key = SQLModel.metadata.tables["conversation"].c.id
    naming = [
        each.parent
        for table in SQLModel.metadata.tables.values()
        if table.name != "choice"
        for each in table.foreign_keys
        if each.column is key
    ]
    return and_(*(~exists().where(column == col(Conversation.id)) for column in naming))
