"""How a form of the ticket page is handled: once, never over somebody else's change, and never
losing what was typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from aiohttp import web

from bot.errors import BadInput, StaffRefusal, TicketChanged
from bot.staff import ticket
from bot.staff.drafts import Draft, texts
from bot.staff.keys import CASEWORK, ME
from bot.tickets.casework import CaseFile

Fields = Mapping[str, str]
Action = Callable[[web.Request, str, Fields], Awaitable[str | None]]
DoneBefore = Callable[[CaseFile, int, Fields], bool]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def action(name: str, run: Action, done_before: DoneBefore | None = None) -> Handler:
    """A handler for the form of that name.

    Where the ticket changed since the form was made (its field `seen`), nothing is done: the page
    comes back with what changed and what was typed. `done_before` knows the same form sent twice.
    What `run` gives, or else the name, says what was done.
    """

    async def handle(request: web.Request) -> web.Response:
        reference = request.match_info["reference"]
        fields = texts(await request.post())
        draft = Draft(name, fields)
        seen = moment(fields.get("seen", ""))
        # Two forms at the very same moment both pass here; the services decide under their lock.
        changed = await _changed_since(request, reference, seen) if seen else None
        if changed and done_before and done_before(changed, request[ME].staff_id, fields):
            return ticket.back(request, reference, name)
        if changed:
            return await ticket.page(
                request, reference, error=TicketChanged(), draft=draft, since=seen
            )
        try:
            done = await run(request, reference, fields)
        except (StaffRefusal, BadInput) as error:
            return await ticket.page(request, reference, error=error, draft=draft)
        return ticket.back(request, reference, done or name)

    return handle


def moment(value: str) -> datetime | None:
    """The moment that a form names, or None for what is none."""
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return None
    return read if read.tzinfo else None


async def _changed_since(request: web.Request, reference: str, seen: datetime) -> CaseFile | None:
    file = await request.app[CASEWORK].ticket(reference, request[ME].staff_id)
    # Earlier counts too: the clock may have been set back.
    return file if file.ticket.updated_at != seen else None
