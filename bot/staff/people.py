"""The accounts pages: what administrators see and change of everybody's account.

Every change needs the administrator's own password.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any

from aiohttp import web

from bot.errors import (
    LastAdministrator,
    NameTaken,
    OwnAccount,
    ProfileRefused,
    StaffRefusal,
    TooManyAttempts,
    WrongPassword,
)
from bot.staff import cookies
from bot.staff.forms import Form, done, read_form
from bot.staff.guarding import require
from bot.staff.keys import DOOR, ME, MEMBERS, PAGES
from bot.staff.passwords import FIRST_VALID
from bot.staff.profile import (
    WEEKDAYS,
    answers,
    read_position,
    read_profile,
    read_username,
)
from bot.staff.roles import Permission, Role
from bot.storage.models import now
from nlu.text.variety import VARIETIES

_UNPROVED = (WrongPassword, TooManyAttempts)
_DONE = frozenset({"edited", "deactivated", "activated", "totp-reset", "sessions-ended"})


async def show_all(request: web.Request) -> web.Response:
    """GET /accounts."""
    require(request, Permission.MANAGE_ACCOUNTS)
    members = await request.app[MEMBERS].all()
    return request.app[PAGES].answer(
        request, "accounts.html", request[ME], members=members, today=now().date()
    )


async def show_new(request: web.Request) -> web.Response:
    """GET /accounts/new: the form."""
    require(request, Permission.MANAGE_ACCOUNTS)
    return await _new_page(request)


async def create(request: web.Request) -> web.Response:
    """POST /accounts/new: makes the account and shows its password, this once."""
    require(request, Permission.MANAGE_ACCOUNTS)
    form = await read_form(request)
    try:
        username, password = await _created(request, form)
    except (ProfileRefused, NameTaken, *_UNPROVED) as error:
        return await _new_page(request, error, form)
    return await _password_page(request, username, password)


async def show(request: web.Request) -> web.Response:
    """GET /accounts/<id>."""
    require(request, Permission.MANAGE_ACCOUNTS)
    return await _page(request)


async def edit(request: web.Request) -> web.Response:
    """POST /accounts/<id>."""
    require(request, Permission.MANAGE_ACCOUNTS)
    form = await read_form(request)
    try:
        profile = read_profile(form.fields, form.languages)
        position = read_position(form.fields)
        await _prove(request)
        await request.app[MEMBERS].edit(_id(request), request[ME].staff_id, profile, position)
    except (ProfileRefused, OwnAccount, LastAdministrator, *_UNPROVED) as error:
        return await _page(request, error, form)
    return await _done(request, "edited")


async def deactivate(request: web.Request) -> web.Response:
    """POST /accounts/<id>/deactivate."""
    require(request, Permission.MANAGE_ACCOUNTS)
    change = partial(request.app[MEMBERS].deactivate, _id(request), request[ME].staff_id)
    return await _after(request, change, "deactivated")


async def activate(request: web.Request) -> web.Response:
    """POST /accounts/<id>/activate."""
    require(request, Permission.MANAGE_ACCOUNTS)
    change = partial(request.app[MEMBERS].activate, _id(request), request[ME].staff_id)
    return await _after(request, change, "activated")


async def reset_second_factor(request: web.Request) -> web.Response:
    """POST /accounts/<id>/reset-second-factor."""
    require(request, Permission.MANAGE_ACCOUNTS)
    change = partial(request.app[MEMBERS].reset_second_factor, _id(request), request[ME].staff_id)
    return await _after(request, change, "totp-reset")


async def end_sessions(request: web.Request) -> web.Response:
    """POST /accounts/<id>/end-sessions."""
    require(request, Permission.MANAGE_ACCOUNTS)
    change = partial(request.app[MEMBERS].end_sessions, _id(request), request[ME].staff_id)
    return await _after(request, change, "sessions-ended")


async def reset_password(request: web.Request) -> web.Response:
    """POST /accounts/<id>/reset-password: shows the new one, this once."""
    require(request, Permission.MANAGE_ACCOUNTS)
    members = request.app[MEMBERS]
    try:
        await _prove(request)
        password = await members.reset_password(_id(request), request[ME].staff_id)
    except (OwnAccount, *_UNPROVED) as error:
        return await _page(request, error)
    member = await members.one(_id(request))
    return await _password_page(request, member.username, password)


async def _created(request: web.Request, form: Form) -> tuple[str, str]:
    username = read_username(form.fields)
    profile = read_profile(form.fields, form.languages)
    position = read_position(form.fields)
    await _prove(request)
    password = await request.app[MEMBERS].create(username, request[ME].staff_id, profile, position)
    return username, password


async def _after(
    request: web.Request, change: Callable[[], Awaitable[None]], what: str
) -> web.Response:
    try:
        await _prove(request)
        await change()
    except (OwnAccount, LastAdministrator, *_UNPROVED) as error:
        return await _page(request, error)
    return await _done(request, what)


async def _prove(request: web.Request) -> None:
    """Raises WrongPassword or TooManyAttempts unless the administrator's own password came too."""
    password = (await read_form(request)).fields.get("password", "")
    administrator = await request.app[MEMBERS].one(request[ME].staff_id)
    await request.app[DOOR].check_password(administrator, password)


async def _page(
    request: web.Request, error: StaffRefusal | None = None, form: Form | None = None
) -> web.Response:
    member = await request.app[MEMBERS].one(_id(request))
    what = request.query.get("done", "")
    return await _form_page(
        request,
        "account.html",
        error,
        form.fields if form else answers(member),
        form.languages if form else member.languages,
        member=member,
        done=what if what in _DONE else None,
    )


async def _new_page(
    request: web.Request, error: StaffRefusal | None = None, form: Form | None = None
) -> web.Response:
    fields = form.fields if form else {"role": Role.AGENT.value}
    return await _form_page(
        request, "account-new.html", error, fields, form.languages if form else []
    )


async def _form_page(
    request: web.Request,
    template: str,
    error: StaffRefusal | None,
    fields: Mapping[str, str],
    languages: Sequence[str],
    **values: Any,
) -> web.Response:
    pages = request.app[PAGES]
    return pages.answer(
        request,
        template,
        request[ME],
        refused=error,
        fields=fields,
        languages=languages,
        roles=[role.value for role in Role],
        services=await request.app[MEMBERS].services(),
        varieties=VARIETIES,
        weekdays=WEEKDAYS,
        **values,
    )


async def _password_page(request: web.Request, username: str, password: str) -> web.Response:
    response = request.app[PAGES].answer(
        request,
        "account-password.html",
        request[ME],
        username=username,
        password=password,
        days=FIRST_VALID.days,
    )
    await cookies.renew_session(request, response)
    return response


def _id(request: web.Request) -> int:
    return int(request.match_info["staff_id"])


async def _done(request: web.Request, what: str) -> web.Response:
    response = done(request, "account", what, staff_id=request.match_info["staff_id"])
    await cookies.renew_session(request, response)
    return response
