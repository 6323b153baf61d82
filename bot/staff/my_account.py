"""What members of staff see and change of their own account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from bot.errors import (
    PasswordRefused,
    ProfileRefused,
    SecondFactorRequired,
    StaffRefusal,
    TooManyAttempts,
    WrongCode,
    WrongPassword,
)
from bot.staff import cookies
from bot.staff.forms import done, read_form
from bot.staff.keys import ME, MEMBERS, OWN_ACCOUNTS, PAGES, SEALS, SESSIONS
from bot.staff.passwords import SHORTEST
from bot.staff.profile import WEEKDAYS, answers, read_profile
from bot.staff.second_factor import provisioning_uri, qr_code, secret_from
from bot.storage.models import Staff
from nlu.text.variety import VARIETIES

_DONE = frozenset({"profile", "password", "session", "sessions", "totp-set", "totp-removed"})


async def show(request: web.Request) -> web.Response:
    """GET /account."""
    return await _page(request)


async def edit(request: web.Request) -> web.Response:
    """POST /account: keeps name, e-mail, languages, hours and absence."""
    form = await read_form(request)
    try:
        profile = read_profile(form.fields, form.languages)
    except ProfileRefused as error:
        return await _page(request, error, form.fields, form.languages)
    await request.app[OWN_ACCOUNTS].edit(request[ME].staff_id, profile)
    return done(request, "my_account", "profile")


async def end_session(request: web.Request) -> web.Response:
    """POST /account/sessions/end: one of one's own."""
    session_id = (await read_form(request)).fields.get("session", "")
    await request.app[SESSIONS].end(request[ME].staff_id, session_id)
    return done(request, "my_account", "session")


async def end_other_sessions(request: web.Request) -> web.Response:
    """POST /account/sessions/end-others: all but the one this is."""
    await request.app[SESSIONS].end_others(request[ME])
    return done(request, "my_account", "sessions")


async def show_password(request: web.Request) -> web.Response:
    """GET /account/password: the form."""
    return _password_page(request)


async def change_password(request: web.Request) -> web.Response:
    """POST /account/password."""
    fields = (await read_form(request)).fields
    old, new, again = (fields.get(name, "") for name in ("old", "new", "again"))
    try:
        await request.app[OWN_ACCOUNTS].change_password(request[ME], old, new, again)
    except (WrongPassword, PasswordRefused, TooManyAttempts) as error:
        return _password_page(request, error)
    return done(request, "my_account", "password")


async def show_second_factor(request: web.Request) -> web.Response:
    """GET /account/second-factor: the QR code to set it up, or the form to turn it off."""
    return await _second_factor_page(request)


async def set_second_factor(request: web.Request) -> web.Response:
    """POST /account/second-factor: counts from the first right code on."""
    code = (await read_form(request)).fields.get("code", "")
    secret = await _offered_secret(request, await _member(request))
    try:
        await request.app[OWN_ACCOUNTS].set_second_factor(request[ME], secret, code)
    except WrongCode as error:
        return await _second_factor_page(request, error)
    return done(request, "my_account", "totp-set")


async def remove_second_factor(request: web.Request) -> web.Response:
    """POST /account/second-factor/off: needs a code."""
    code = (await read_form(request)).fields.get("code", "")
    device = await cookies.known_device(request)
    try:
        await request.app[OWN_ACCOUNTS].remove_second_factor(request[ME], code, device)
    except (WrongCode, SecondFactorRequired, TooManyAttempts) as error:
        return await _second_factor_page(request, error)
    return done(request, "my_account", "totp-removed")


async def _page(
    request: web.Request,
    error: StaffRefusal | None = None,
    fields: Mapping[str, str] | None = None,
    languages: list[str] | None = None,
) -> web.Response:
    member = await _member(request)
    what = request.query.get("done", "")
    return _answer(
        request,
        "my-account.html",
        error,
        member=member,
        fields=answers(member) if fields is None else fields,
        languages=member.languages if languages is None else languages,
        sessions=await request.app[SESSIONS].of(request[ME].staff_id),
        weekdays=WEEKDAYS,
        varieties=VARIETIES,
        done=what if what in _DONE else None,
    )


def _password_page(request: web.Request, error: StaffRefusal | None = None) -> web.Response:
    return _answer(request, "password.html", error, shortest=SHORTEST)


async def _second_factor_page(
    request: web.Request, error: StaffRefusal | None = None
) -> web.Response:
    member = await _member(request)
    required = request.app[SESSIONS].must_have_second_factor(member.role)
    offered: dict[str, Any] = {"secret": None, "qr": None}
    if not member.totp_secret:
        secret = await _offered_secret(request, member)
        offered = {"secret": secret, "qr": qr_code(provisioning_uri(secret, member.username))}
    return _answer(request, "second-factor.html", error, required=required, **offered)


async def _offered_secret(request: web.Request, member: Staff) -> str:
    """The same for as long as it was not set up in this session; another one afterwards."""
    text = f"{request[ME].session_id}:{member.totp_last}"
    return secret_from(await request.app[SEALS].digest("second-factor", text))


async def _member(request: web.Request) -> Staff:
    return await request.app[MEMBERS].one(request[ME].staff_id)


def _answer(
    request: web.Request, template: str, error: StaffRefusal | None, **values: Any
) -> web.Response:
    pages = request.app[PAGES]
    return pages.answer(
        request,
        template,
        request[ME],
        status=error.status if error else 200,
        error=pages.refusal(request, request[ME], error) if error else None,
        **values,
    )
