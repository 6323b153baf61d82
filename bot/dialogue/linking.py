"""One person, two channels: a short code links a conversation on the web with one on Telegram.

The code is typed on the other channel, which agrees first; then the one that gave the code agrees.
Only then does what was begun go on there, and answers to tickets reach both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import delete, update
from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dialogue.conversations import Conversations
from bot.dialogue.joining import move_form, part, push, pushed
from bot.dialogue.short_codes import VALID, ShortCode, bare, digest, new_code
from bot.dialogue.unfinished import moved, unfinished
from bot.errors import (
    AlreadyLinked,
    ContinuationRefused,
    LinkUnreachable,
    UnknownChoice,
)
from bot.replies.said import Said
from bot.storage.database import Database
from bot.storage.links import held_link, holds, is_of, other_side
from bot.storage.models import (
    Conversation,
    ConversationLink,
    Ticket,
    now,
)
from bot.storage.ordering import hold_order
from bot.tickets.guesses import Guesses
from bot.tickets.kinds import SETTLED

OF_A_LINK = "link-"
"""How the keys of all messages about links begin."""

ASKED = "link-asked"
"""The message key of the question whether to link."""

START = "link_"
"""What stands before the code in the deep link that opens the bot."""

LENGTH = 9  # a code of Continuing has eight: nobody has to say which of the two it is

_MOST_TICKETS_TOLD = 6

_NOT_MADE = col(ConversationLink.from_agreed_at).is_(None)
_NOT_AGREED = col(ConversationLink.to_agreed_at).is_(None)

Answer = Literal["yes", "moved", "own", "no"]
"""`moved` and `own` agree too, and say which half-filled form goes on where both have one."""

State = Literal["none", "offered", "asked", "waiting", "linked"]


@dataclass(frozen=True)
class Standing:
    """How a conversation is linked: `asked` is to answer, `waiting` has answered already."""

    state: State
    link: ConversationLink | None = None


def is_link_code(code: str) -> bool:
    """Whether that may be a code of a link, by its length."""
    return len(bare(code)) == LENGTH


class Linking:
    """Offers, asks, makes and ends links."""

    def __init__(self, database: Database, conversations: Conversations) -> None:
        self._database = database
        self._conversations = conversations
        self._guesses = Guesses("link")

    async def issue(self, conversation_id: str) -> ShortCode:
        """A new code, the only one of the conversation; raises AlreadyLinked."""
        issued = new_code(LENGTH)
        async with self._database.writing() as session:
            await _require_free(session, conversation_id)
            unused = col(ConversationLink.to_id).is_(None)
            old = col(ConversationLink.expires_at) <= now()
            mine = col(ConversationLink.from_id) == conversation_id
            await session.exec(delete(ConversationLink).where(unused, or_(old, mine)))
            session.add(
                ConversationLink(
                    code_hash=digest(issued.code),
                    from_id=conversation_id,
                    expires_at=issued.expires_at,
                )
            )
        return issued

    async def take(self, code: str, conversation_id: str, asker: str) -> Said:
        """What the conversation in which a code was typed is asked.

        One statement, whatever is wrong with the code. Raises ContinuationRefused, TooManyTries,
        AlreadyLinked.
        """
        self._guesses.attempt(f"asker:{asker}")
        async with self._database.writing() as session:
            await _require_free(session, conversation_id)
            target = await session.get_one(Conversation, conversation_id)
            offered = (
                select(ConversationLink)
                .join(Conversation, col(Conversation.id) == col(ConversationLink.from_id))
                .where(
                    ConversationLink.code_hash == digest(code),
                    # Who typed it a moment ago is asked again; to anybody else it is used.
                    or_(
                        col(ConversationLink.to_id).is_(None),
                        col(ConversationLink.to_id) == conversation_id,
                    ),
                    _NOT_AGREED,
                    col(ConversationLink.ended_at).is_(None),
                    col(ConversationLink.expires_at) > now(),
                    Conversation.channel != target.channel,
                )
                .with_for_update(of=ConversationLink)
            )
            link = (await session.exec(offered)).first()
            if link is not None:
                await _forget_proposals(session, conversation_id, but=link.id)
                link.to_id, link.expires_at = conversation_id, now() + VALID
        if link is None:
            self._guesses.refused()
            raise ContinuationRefused
        self._guesses.accepted(f"asker:{asker}")
        return await self.asked(link, conversation_id)

    async def standing(self, conversation_id: str) -> Standing:
        """How the conversation is linked now."""
        alive = or_(
            col(ConversationLink.from_agreed_at).is_not(None),
            col(ConversationLink.expires_at) > now(),
        )
        async with self._database.reading() as session:
            found = await session.exec(
                select(ConversationLink).where(
                    is_of(conversation_id), alive, col(ConversationLink.ended_at).is_(None)
                )
            )
            standings = [Standing(_state(link, conversation_id), link) for link in found]
        order: list[State] = ["linked", "asked", "waiting", "offered"]
        return min(standings, key=lambda one: order.index(one.state), default=Standing("none"))

    async def asked(self, link: ConversationLink, conversation_id: str) -> Said:
        """What is linked, and the question whether to."""
        across = other_side(link, conversation_id) or ""
        reader = await self._conversations.get(conversation_id)
        source = await self._conversations.get(link.from_id)
        goes_on = unfinished(source)
        target = await self._conversations.get(link.to_id or "")
        own = unfinished(target) if moved(source, target) else None
        role = "to" if conversation_id == link.to_id else "from"
        async with self._database.reading() as session:
            references = await _open_references(session, conversation_id, across)
        return Said(
            ASKED,
            {
                "link": link.id,
                "reader": reader.channel,
                "role": role,
                "references": references,
                "kind": str(goes_on.draft.kind) if goes_on else None,
                "category": goes_on.draft.category if goes_on else None,
                "own_kind": str(own.draft.kind) if own and role == "to" else None,
            },
        )

    async def answer(self, link_id: str, conversation_id: str, answer: Answer) -> Said | None:
        """One side agrees or refuses; what to tell it, None where the outbox tells it.

        Raises UnknownChoice where nothing is asked of it (any more), AlreadyLinked,
        LinkUnreachable.
        """
        link = await self._asked_of(link_id, conversation_id)
        if answer == "no":
            return await self._decline(link, conversation_id)
        if conversation_id == link.to_id:
            return await self._agree_first(link, answer)
        await self._make(link)
        return None

    async def end(self, conversation_id: str) -> bool:
        """Ends the link, or what would become one; whether there was a link."""
        async with self._database.writing() as session:
            await _forget_proposals(session, conversation_id)
            link = await held_link(session, conversation_id)
        if link is None:
            return False
        across = other_side(link, conversation_id) or ""
        async with (
            self._conversations.alone(conversation_id, across) as sides,
            self._database.writing() as session,
        ):
            await hold_order(session, *(side.id for side in sides))
            link = await held_link(session, conversation_id)
            if link is None:
                return False
            await end_link(session, link, *sides)
        return True

    async def _asked_of(self, link_id: str, conversation_id: str) -> ConversationLink:
        standing = await self.standing(conversation_id)
        if standing.link is None or standing.link.id != link_id or standing.state != "asked":
            raise UnknownChoice
        return standing.link

    async def _decline(self, link: ConversationLink, conversation_id: str) -> Said:
        across = other_side(link, conversation_id) or ""
        there = await self._conversations.get(across)
        async with self._database.writing() as session:
            await hold_order(session, across)
            if not await _set_if(session, link, _NOT_MADE, ended_at=now()):
                raise UnknownChoice
            push(session, there, f"link-declined-{there.channel}")
        return Said("link-refused")

    async def _agree_first(self, link: ConversationLink, answer: Answer) -> Said:
        """The side that typed the code; the other one is asked now."""
        source = await self._conversations.get(link.from_id)
        target = await self._conversations.get(link.to_id or "")
        if answer == "yes" and unfinished(target) and moved(source, target):
            return await self.asked(link, target.id)  # it began a form of its own meanwhile
        asked = await self.asked(link, source.id)
        agreed = {"to_agreed_at": now(), "keep": None if answer == "yes" else answer}
        async with self._database.writing() as session:
            if not await _set_if(session, link, _NOT_AGREED, **agreed):
                raise UnknownChoice
            if source.address:  # a page asks by itself; a chat must be told
                session.add(pushed(source, asked))
        return Said(f"link-waiting-{target.channel}")

    async def _make(self, link: ConversationLink) -> None:
        """Both have agreed: nothing of a turn under way is lost, nothing goes on twice."""
        to_id = link.to_id or ""
        async with self._conversations.alone(link.from_id, to_id) as (source, target):
            if source.blocked or target.blocked:
                await self._give_up(link)
                raise LinkUnreachable
            async with self._database.writing() as session:
                await hold_order(session, source.id, target.id)
                if not await _set_if(session, link, _NOT_MADE, from_agreed_at=now()):
                    raise UnknownChoice
                for conversation_id in (source.id, target.id):
                    await _require_free(session, conversation_id, but=link.id)
                    await _forget_proposals(session, conversation_id, but=link.id)
                push(session, source, f"link-made-{source.channel}")
                push(session, target, f"link-made-{target.channel}")
                await move_form(session, source, target, link.keep)

    async def _give_up(self, link: ConversationLink) -> None:
        async with self._database.writing() as session:
            await _set_if(session, link, _NOT_MADE, ended_at=now())


async def end_link(
    session: AsyncSession, link: ConversationLink, here: Conversation, there: Conversation
) -> None:
    """Ends a link at the wish of who is `here`; the other side is told."""
    link.ended_at = now()
    session.add(link)
    await part(session, here, there)
    await part(session, there, here)
    push(session, there, f"link-ended-{there.channel}")


def _state(link: ConversationLink, conversation_id: str) -> State:
    if link.from_agreed_at:
        return "linked"
    if link.to_id is None:
        return "offered"
    if conversation_id == link.to_id:
        return "waiting" if link.to_agreed_at else "asked"
    return "asked" if link.to_agreed_at else "offered"


async def _require_free(session: AsyncSession, conversation_id: str, but: str = "") -> None:
    if await held_link(session, conversation_id, but=but):
        raise AlreadyLinked


async def _set_if(session: AsyncSession, link: ConversationLink, still: Any, **values: Any) -> bool:
    """Changes the link if that still is so and nobody ended it: of two at once one wins."""
    done = await session.exec(
        update(ConversationLink)
        .where(col(ConversationLink.id) == link.id, still, col(ConversationLink.ended_at).is_(None))
        .values(**values)
    )
    return bool(done.rowcount)


async def _forget_proposals(session: AsyncSession, conversation_id: str, but: str = "") -> None:
    """Codes and questions of a conversation that did not become a link."""
    await session.exec(
        update(ConversationLink)
        .where(
            is_of(conversation_id),
            ~holds(),
            col(ConversationLink.ended_at).is_(None),
            col(ConversationLink.id) != but,
        )
        .values(ended_at=now())
    )


async def _open_references(session: AsyncSession, *conversation_ids: str) -> list[str]:
    found = await session.exec(
        select(Ticket.reference)
        .where(col(Ticket.conversation_id).in_(conversation_ids), col(Ticket.state).not_in(SETTLED))
        .order_by(col(Ticket.id).desc())
        .limit(_MOST_TICKETS_TOLD)
    )
    return list(found)
