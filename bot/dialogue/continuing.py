"""A conversation goes on on another device: a short code, once, for ten minutes."""

from __future__ import annotations

from sqlalchemy import delete, or_, update
from sqlmodel import col, select

from bot.dialogue.short_codes import ShortCode, digest, new_code
from bot.errors import ContinuationRefused
from bot.storage.database import Database
from bot.storage.models import ContinuationCode, now
from bot.tickets.guesses import Guesses

LENGTH = 8
MOST_ALIVE = 3


class Continuing:
    """Issues and redeems codes; only their SHA-256 is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._guesses = Guesses("device")

    async def issue(self, conversation_id: str) -> ShortCode:
        """A new code; of the older ones of the conversation only the newest stay alive."""
        issued = new_code(LENGTH)
        async with self._database.writing() as session:
            newest = (
                select(ContinuationCode.code_hash)
                .where(ContinuationCode.conversation_id == conversation_id)
                .order_by(col(ContinuationCode.expires_at).desc())
                .limit(MOST_ALIVE - 1)
            )
            stay = (await session.exec(newest)).all()
            await session.exec(
                delete(ContinuationCode).where(
                    or_(
                        col(ContinuationCode.expires_at) <= now(),
                        (col(ContinuationCode.conversation_id) == conversation_id)
                        & col(ContinuationCode.code_hash).not_in(stay),
                    )
                )
            )
            session.add(
                ContinuationCode(
                    code_hash=digest(issued.code),
                    conversation_id=conversation_id,
                    expires_at=issued.expires_at,
                )
            )
        return issued

    async def redeem(self, code: str, asker: str) -> str:
        """The conversation of a code, which is worth nothing from now on.

        One statement, whatever is wrong with the code. Raises ContinuationRefused, TooManyTries.
        """
        self._guesses.attempt(f"asker:{asker}")
        async with self._database.writing() as session:
            found = await session.exec(
                update(ContinuationCode)
                .where(
                    col(ContinuationCode.code_hash) == digest(code),
                    col(ContinuationCode.used_at).is_(None),
                    col(ContinuationCode.expires_at) > now(),
                )
                .values(used_at=now())
                .returning(col(ContinuationCode.conversation_id))
            )
            conversation_id = found.scalar_one_or_none()
        if conversation_id is None:
            self._guesses.refused()
            raise ContinuationRefused
        self._guesses.accepted(f"asker:{asker}")
        return str(conversation_id)
