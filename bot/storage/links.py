"""Which conversation belongs to the same person on the other channel."""

from __future__ import annotations

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import ConversationLink


def is_of(conversation_id: str) -> ColumnElement[bool]:
    """Links that this conversation has a part in."""
    return or_(
        col(ConversationLink.from_id) == conversation_id,
        col(ConversationLink.to_id) == conversation_id,
    )


def holds() -> ColumnElement[bool]:
    """Links to which both sides agreed, and which nobody ended."""
    return and_(
        col(ConversationLink.from_agreed_at).is_not(None),
        col(ConversationLink.ended_at).is_(None),
    )


async def held_link(
    session: AsyncSession, conversation_id: str, but: str = ""
) -> ConversationLink | None:
    """The link that holds for a conversation, beside the one of that id; there is one at most."""
    other = col(ConversationLink.id) != but
    found = await session.exec(
        select(ConversationLink).where(is_of(conversation_id), holds(), other).limit(1)
    )
    return found.first()


async def linked_with(session: AsyncSession, conversation_id: str) -> str | None:
    """The conversation of the same person on the other channel."""
    link = await held_link(session, conversation_id)
    return other_side(link, conversation_id) if link else None


def other_side(link: ConversationLink, conversation_id: str) -> str | None:
    """The conversation across; None while nobody typed the code."""
    return link.from_id if link.to_id == conversation_id else link.to_id
