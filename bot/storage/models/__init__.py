"""The tables. Rules live elsewhere; a row only says what is kept and for how long it is unique."""

from bot.storage.models.columns import UtcDateTime, new_id, now, row_id, table_of
from bot.storage.models.consents import ConsentText
from bot.storage.models.conversations import (
    Choice,
    ContinuationCode,
    Conversation,
    ConversationLink,
    EndedVisit,
    Lease,
    OutboxMessage,
    Secret,
    SentParts,
    TelegramUpdate,
    Turn,
    TurnFeedback,
    TurnReview,
)
from bot.storage.models.deletions import Deletion
from bot.storage.models.news import Announcement, AnnouncementDelivery, Subscription
from bot.storage.models.privacy import ReleaseRequest, RetentionRun
from bot.storage.models.seals import AuditSeal
from bot.storage.models.staff import FactCheck, SavedView, Staff, StaffNotice, StaffSession
from bot.storage.models.tickets import (
    Attachment,
    AuditRow,
    ClosedDay,
    Forwarding,
    Incident,
    Mail,
    Ticket,
    TicketCounter,
    TicketLink,
    TicketMessage,
    TicketNote,
    TicketWatch,
)

__all__ = [
    "Announcement",
    "AnnouncementDelivery",
    "Attachment",
    "AuditRow",
    "AuditSeal",
    "Choice",
    "ClosedDay",
    "ConsentText",
    "ContinuationCode",
    "Conversation",
    "ConversationLink",
    "Deletion",
    "EndedVisit",
    "FactCheck",
    "Forwarding",
    "Incident",
    "Lease",
    "Mail",
    "OutboxMessage",
    "ReleaseRequest",
    "RetentionRun",
    "SavedView",
    "Secret",
    "SentParts",
    "Staff",
    "StaffNotice",
    "StaffSession",
    "Subscription",
    "TelegramUpdate",
    "Ticket",
    "TicketCounter",
    "TicketLink",
    "TicketMessage",
    "TicketNote",
    "TicketWatch",
    "Turn",
    "TurnFeedback",
    "TurnReview",
    "UtcDateTime",
    "new_id",
    "now",
    "row_id",
    "table_of",
]
