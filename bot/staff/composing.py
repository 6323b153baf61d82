"""The composer of the ticket page: a reply, a question back, or a note to colleagues."""

from __future__ import annotations

from aiohttp import web

from bot.errors import SecondLook, UnknownValue
from bot.staff import ticket
from bot.staff.acting import Fields, action
from bot.staff.canned import GAP, foreign_to
from bot.staff.drafts import Draft, texts
from bot.staff.keys import CANNED, CASEWORK, ME, NOTING
from bot.tickets.casework import CaseFile


async def _send(request: web.Request, reference: str, fields: Fields) -> str:
    mode, text = fields.get("mode", "reply"), fields.get("text", "")
    staff_id = request[ME].staff_id
    if mode == "note":
        await request.app[NOTING].note(reference, staff_id, text)
        return mode
    await look_twice(request, reference, fields, text)
    if mode == "reply":
        await request.app[CASEWORK].reply(reference, staff_id, text)
    elif mode == "question":
        await request.app[CASEWORK].ask_back(reference, staff_id, text)
    else:
        raise UnknownValue(field="mode")
    return mode


async def look_twice(request: web.Request, reference: str, fields: Fields, text: str) -> None:
    """Before a text leaves: raises SecondLook where it is not in the citizen's language or still
    has a gap to fill, unless the form says to send it anyway."""
    if fields.get("anyway"):
        return
    file = await request.app[CASEWORK].ticket(reference, request[ME].staff_id)
    foreign = foreign_to(text, file.ticket.lang)
    if foreign or GAP in text:
        raise SecondLook(foreign=foreign or "", gaps=text.count(GAP))


def _written_before(file: CaseFile, staff_id: int, fields: Fields) -> bool:
    """Whether the newest of its kind is this very text: a form sent twice."""
    text = fields.get("text", "").replace("\r\n", "\n").strip()
    mode = fields.get("mode", "reply")
    if mode == "note":
        newest = file.notes[-1] if file.notes else None
        return newest is not None and (newest.staff_id, newest.text) == (staff_id, text)
    last = file.messages[-1] if file.messages else None
    return last is not None and (last.staff_id, last.kind, last.text) == (staff_id, mode, text)


send = action("reply", _send, _written_before)


async def draft(request: web.Request) -> web.Response:
    """POST /tickets/<reference>/draft: the page again with a canned answer inserted; sends nothing.

    A POST, because what was typed comes along and belongs into no address and no log.
    """
    reference = request.match_info["reference"]
    fields = texts(await request.post())
    me = request[ME]
    file = await request.app[CASEWORK].ticket(reference, me.staff_id)
    inserted = request.app[CANNED].text(
        fields.get("canned", ""), fields.get("canned_lang", ""), file.ticket, me.name
    )
    typed = fields.get("text", "").rstrip()
    fields["text"] = f"{typed}\n\n{inserted}" if typed and inserted else inserted or typed
    return await ticket.page(request, reference, draft=Draft("reply", fields))
