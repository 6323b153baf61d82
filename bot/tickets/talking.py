"""A ticket in the chat: what a pressed choice or a typed text does to it, and what is said then.

The action of `check_complaint` and the degraded mode are adapters over this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.errors import BadInput, TicketNotFound, message_key
from bot.storage.models import row_id
from bot.tickets import yes_no
from bot.tickets.finding import found_args
from bot.tickets.following import FollowUp
from bot.tickets.kinds import State
from bot.tickets.reading import Classified, Reading
from bot.tickets.words import Words

INFORMATION = "ticket_information"
REASON = "reopen_reason"
QUESTIONS = frozenset({INFORMATION, REASON})
"""What is asked of a ticket: the next text is the answer, whatever its words."""

# What a choice asks before anything is done: the message, its values, and the question it puts.
_ASKED: Mapping[str, tuple[str, Mapping[str, Any], str | None]] = {
    "add": ("ask-ticket-information", {}, INFORMATION),
    "withdraw": ("ask-withdrawal", {}, None),
    "judge": ("ask-rating", {"solved": None}, None),
    "solved": ("ask-rating", {"solved": True}, None),
    "unsolved": ("ask-reopen-reason", {"solved": False}, REASON),
    "reopen": ("ask-reopen-reason", {"solved": False}, REASON),
}
# Said by the choice itself, whether a rating or a reason follows or not.
_SOLVED = {"solved": True, "unsolved": False}


@dataclass(frozen=True)
class Told:
    """What to say, what it asks, and the ticket that the next text is about."""

    say: str
    args: Mapping[str, Any] = field(default_factory=dict)
    asks: str | None = None
    ticket: int | None = None


@dataclass(frozen=True)
class Place:
    """From where a citizen speaks of a ticket; a turn changes it once."""

    turn_id: str
    conversation_id: str


class TicketTalk:
    """What citizens do with their tickets in the conversation that opened or found them."""

    def __init__(self, follow_up: FollowUp, words: Words) -> None:
        self._follow_up = follow_up
        self._words = words

    async def pressed(self, picked: Mapping[str, Any], place: Place) -> Told:
        """A choice under a message about a ticket: `ticket` is its id, `do` what to do."""
        ticket_id = int(picked["ticket"])
        try:
            return await self._do(str(picked["do"]), ticket_id, picked, place)
        except BadInput as error:
            return Told(message_key(error.code), error.fields)

    async def written(self, asked: str, ticket_id: int | None, text: str, place: Place) -> Told:
        """The answer to one of QUESTIONS; without an id, of the ticket that waits for one."""
        if yes_no.cancels(Reading.of(text, Classified(), self._words), begun=True):
            return Told("ticket-left-as-it-is")
        try:
            return await self._keep(asked, ticket_id, text, place)
        except BadInput as error:
            return Told(message_key(error.code), error.fields)

    async def _do(self, deed: str, ticket_id: int, picked: Mapping[str, Any], place: Place) -> Told:
        args = await self._about(ticket_id)
        if deed == "look":
            return Told("ticket-found", found_args(await self._follow_up.progress(ticket_id)))
        if deed in _SOLVED:
            await self._follow_up.say_solved(ticket_id, _SOLVED[deed])
        if deed in _ASKED:
            say, more, asks = _ASKED[deed]
            return Told(say, {**args, **more}, asks, ticket_id if asks else None)
        if deed == "withdraw_now":
            await self._follow_up.withdraw(ticket_id, place.turn_id)
            return Told("ticket-withdrawn", args)
        if deed == "rate":
            await self._follow_up.rate(ticket_id, picked["solved"], picked["rating"])
            may = [] if picked["solved"] else await self._reopening(ticket_id)
            return Told("rating-kept", {**args, "may": may})
        return Told("ticket-left-as-it-is")

    async def _keep(self, asked: str, ticket_id: int | None, text: str, place: Place) -> Told:
        ticket_id = ticket_id or await self._waiting(place.conversation_id)
        if asked == REASON:
            await self._follow_up.reopen(ticket_id, text, place.turn_id)
            return Told("ticket-reopened", await self._about(ticket_id))
        await self._follow_up.add_information(ticket_id, text, place.turn_id)
        return Told("information-kept", await self._about(ticket_id))

    async def _about(self, ticket_id: int) -> dict[str, Any]:
        progress = await self._follow_up.progress(ticket_id)
        return {"ticket": ticket_id, "reference": progress.ticket.reference}

    async def _reopening(self, ticket_id: int) -> list[str]:
        """Who is not content may still say why after the rating, while there is time."""
        progress = await self._follow_up.progress(ticket_id)
        return sorted(progress.may & {"reopen"})

    async def _waiting(self, conversation_id: str) -> int:
        """The newest ticket of a conversation that waits for its citizen."""
        for ticket in await self._follow_up.tickets_of(conversation_id):
            if ticket.state == State.WAITING_CITIZEN:
                return row_id(ticket)
        raise TicketNotFound
