"""One ticket: what the citizen asks, what was said, and what staff can do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aiohttp import web

from bot.errors import NoSuchTicket, SecondLook
from bot.staff import stream
from bot.staff.drafts import Draft
from bot.staff.keys import ASSIGNMENT, CANNED, CASEWORK, LINKING, ME, MEMBERS, PAGES
from bot.staff.pages import Refusal
from bot.staff.roles import Permission
from bot.staff.timeline import timeline
from bot.tickets.casework import MOST_TURNS, REPLY_MAX_CHARS, CaseFile
from bot.tickets.forwarding import stage
from bot.tickets.kinds import (
    SETTLED,
    AnswerType,
    Category,
    Priority,
    Remedy,
    State,
    moves_by_hand,
)
from nlu.text.variety import VARIETIES

_NOTHING_TYPED = Draft()


async def show(request: web.Request) -> web.Response:
    """GET /tickets/<reference>; `?canned=` starts a reply with that answer."""
    reference = request.match_info["reference"]
    try:
        return await page(request, reference, done=request.query.get("done", ""))
    except NoSuchTicket:
        if not request[ME].may(Permission.OPEN_WALLED):
            raise
        return request.app[PAGES].answer(
            request, "no-ticket.html", request[ME], status=404, reference=reference
        )


async def open_walled(request: web.Request) -> web.Response:
    """POST /tickets/<reference>/open-walled: opens what the wall keeps away; it leaves a trace."""
    reference = request.match_info["reference"]
    await request.app[CASEWORK].open_walled(reference, request[ME].staff_id)
    return back(request, reference)


async def conversation(request: web.Request) -> web.Response:
    """GET /tickets/<reference>/conversation: that part of the page alone, for its refreshing."""
    file = await request.app[CASEWORK].ticket(request.match_info["reference"], request[ME].staff_id)
    return request.app[PAGES].answer(
        request, "conversation.html", request[ME], **_conversation(file)
    )


async def page(
    request: web.Request,
    reference: str,
    *,
    done: str = "",
    error: Refusal | None = None,
    draft: Draft = _NOTHING_TYPED,
    since: datetime | None = None,
    kept: bool = False,
) -> web.Response:
    """The page of a ticket.

    `draft` is what was typed, `kept` that it was when the session had ended, `since` asks for what
    changed after that moment. Raises NoSuchTicket.
    """
    me = request[ME]
    file = await request.app[CASEWORK].ticket(reference, me.staff_id)
    pages = request.app[PAGES]
    labels = pages.labels(request, me)
    doubtful = isinstance(error, SecondLook)
    response = pages.answer(
        request,
        "ticket.html",
        me,
        status=error.status if error else 200,
        refused=None if doubtful else error,
        done=done if labels.knows(f"done-{done}") else "",
        doubts=error.fields if error and doubtful else None,
        draft=draft,
        kept=kept,
        started=_started(request, file),
        missed=timeline(file, labels, since) if since else (),
        changes=timeline(file, labels)[::-1],
        canned=request.app[CANNED].offered(file.ticket.category),
        **_conversation(file),
        **_handling(file),
        candidates=await request.app[ASSIGNMENT].candidates(file.ticket),
        services=await request.app[MEMBERS].services(),
        others=await request.app[LINKING].duplicates(reference, me.staff_id),
    )
    if doubtful:
        response.headers["HX-Reswap"] = "outerHTML"  # stays where the form is, not at the top
    return response


def back(request: web.Request, reference: str, done: str = "") -> web.Response:
    """To the ticket, with what was done."""
    place = request.app.router["ticket"].url_for(reference=reference)
    place = place.with_query(done=done) if done else place
    return web.Response(status=303, headers={"Location": str(place)})


def _started(request: web.Request, file: CaseFile) -> str:
    canned = request.query.get("canned", "")
    return request.app[CANNED].text(canned, file.ticket.lang, file.ticket, request[ME].name)


def _conversation(file: CaseFile) -> Mapping[str, Any]:
    exchanges = stream.exchanges(file.turns, file.messages)
    return {"file": file, "exchanges": exchanges, "most_turns": MOST_TURNS}


def _handling(file: CaseFile) -> Mapping[str, Any]:
    state = State(file.ticket.state)
    moves = moves_by_hand(state)
    forwarding = file.forwardings[-1] if file.forwardings else None
    underway = forwarding if forwarding and not forwarding.ended_at else None
    return {
        "entries": stream.entries(file.messages, file.notes),
        "settled": state in SETTLED,
        "moves": [each.value for each in State if each in moves],
        "endings": [each.value for each in (State.RESOLVED, State.CLOSED)],
        "underway": underway,
        "stage": stage(underway).value if underway else None,
        "answer_types": list(AnswerType),
        "remedies": list(Remedy),
        "categories": list(Category),
        "priorities": list(Priority),
        "varieties": VARIETIES,
        "reply_max_chars": REPLY_MAX_CHARS,
    }
