"""What staff do with a ticket beside writing: one form each, each over one service."""

from __future__ import annotations

from collections.abc import Mapping

from aiohttp import web

from bot.errors import NoSuchMember, UnknownValue
from bot.staff.acting import Action, Fields
from bot.staff.composing import look_twice
from bot.staff.guarding import require
from bot.staff.keys import (
    ASSIGNMENT,
    CASEWORK,
    FORWARDINGS,
    INCIDENTS,
    LINKING,
    ME,
    NOTING,
    SETTLING,
)
from bot.staff.roles import Permission
from bot.tickets.kinds import State

_MOST_DIGITS = 9


async def _move(request: web.Request, reference: str, fields: Fields) -> None:
    state = fields.get("state", "")
    await request.app[CASEWORK].move(reference, request[ME].staff_id, state)


async def _claim(request: web.Request, reference: str, _fields: Fields) -> None:
    await request.app[ASSIGNMENT].claim(reference, request[ME].staff_id)


async def _take_over(request: web.Request, reference: str, _fields: Fields) -> None:
    await request.app[ASSIGNMENT].take_over(reference, request[ME].staff_id)


async def _assign(request: web.Request, reference: str, fields: Fields) -> None:
    require(request, Permission.ASSIGN_OTHERS)
    to = _number(fields.get("to", ""))
    if to is None:
        raise NoSuchMember
    await request.app[ASSIGNMENT].assign(reference, request[ME].staff_id, to)


async def _release(request: web.Request, reference: str, _fields: Fields) -> None:
    await request.app[ASSIGNMENT].release(reference, request[ME].staff_id)


async def _watch(request: web.Request, reference: str, fields: Fields) -> None:
    assignment = request.app[ASSIGNMENT]
    change = assignment.unwatch if fields.get("stop") else assignment.watch
    await change(reference, request[ME].staff_id)


async def _sort(request: web.Request, reference: str, fields: Fields) -> None:
    noting, staff_id = request.app[NOTING], request[ME].staff_id
    await noting.set_priority(reference, staff_id, fields.get("priority", ""))
    await noting.set_category(reference, staff_id, fields.get("category") or None)


async def _wall(request: web.Request, reference: str, fields: Fields) -> None:
    service, walled = fields.get("service", "").strip() or None, bool(fields.get("walled"))
    await request.app[NOTING].set_service(reference, request[ME].staff_id, service, walled)


async def _settle(request: web.Request, reference: str, fields: Fields) -> None:
    settling = request.app[SETTLING]
    ends = {State.RESOLVED: settling.resolve, State.CLOSED: settling.close}
    state, reason = fields.get("state", ""), fields.get("reason", "")
    if state not in ends:
        raise UnknownValue(field="state")
    await look_twice(request, reference, fields, reason)
    await ends[State(state)](
        reference,
        request[ME].staff_id,
        fields.get("answer_type", ""),
        reason,
        fields.get("remedy", ""),
    )


async def _reopen(request: web.Request, reference: str, fields: Fields) -> None:
    reason = fields.get("reason", "")
    await request.app[SETTLING].reopen(reference, request[ME].staff_id, reason)


async def _forward(request: web.Request, reference: str, fields: Fields) -> None:
    body, note = fields.get("body", ""), fields.get("note", "")
    await request.app[FORWARDINGS].send(reference, request[ME].staff_id, body, note)


async def _forwarding(request: web.Request, reference: str, fields: Fields) -> None:
    forwardings, staff_id = request.app[FORWARDINGS], request[ME].staff_id
    match fields.get("step"):
        case "acknowledged":
            theirs = fields.get("their_reference", "")
            await forwardings.acknowledge(reference, staff_id, theirs)
        case "chased":
            await forwardings.chase(reference, staff_id)
        case "ended":
            await forwardings.end(reference, staff_id)
        case _:
            raise UnknownValue(field="step")


async def _link(request: web.Request, reference: str, fields: Fields) -> None:
    linking, other = request.app[LINKING], _reference(fields.get("other", ""))
    change = linking.unlink if fields.get("remove") else linking.link
    await change(reference, other, request[ME].staff_id)


async def _merge(request: web.Request, reference: str, fields: Fields) -> str:
    into, reason = _reference(fields.get("other", "")), fields.get("reason", "")
    same_person = await request.app[LINKING].merge(reference, into, request[ME].staff_id, reason)
    return "merge" if same_person else "merge-of-two-people"


async def _incident(request: web.Request, reference: str, fields: Fields) -> None:
    incidents, staff_id = request.app[INCIDENTS], request[ME].staff_id
    number = _number(fields.get("incident", ""))
    if fields.get("leave") and number is not None:
        await incidents.remove(number, reference, staff_id)
    elif number is not None:
        await incidents.add(number, reference, staff_id)
    else:
        await incidents.open(fields.get("title", ""), [reference], staff_id)


def _reference(value: str) -> str:
    return value.strip().upper()


def _number(value: str) -> int | None:
    value = value.strip().lstrip("#")
    right = value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
    return int(value) if right else None


ACTIONS: Mapping[str, Action] = {
    "move": _move,
    "claim": _claim,
    "take_over": _take_over,
    "assign": _assign,
    "release": _release,
    "watch": _watch,
    "sort": _sort,
    "wall": _wall,
    "settle": _settle,
    "reopen": _reopen,
    "forward": _forward,
    "forwarding": _forwarding,
    "link": _link,
    "merge": _merge,
    "incident": _incident,
}
"""The actions by the names of their forms, which are the names of their routes too."""
