"""Messages of a conversation are numbered in the order in which they can be read."""

from __future__ import annotations

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Conversation


async def hold_order(session: AsyncSession, *conversation_ids: str) -> None:
    """Until the transaction ends nobody else gives a number in the outbox of these conversations.

    Who has read up to a number asks for what comes after it: a smaller number that is committed
    later would never be seen. SQLite has one writer anyway.
    """
    await session.exec(
        select(Conversation.id)
        .where(col(Conversation.id).in_(conversation_ids))
        .order_by(col(Conversation.id))
        .with_for_update(key_share=True)  # rows that refer to it are written meanwhile
    )
