"""What members of staff see and change of their own account."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
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
from bot.staff.accounts import Proof
from bot.staff.forms import done, read_form
from bot.staff.keys import ME, MEMBERS, OWN_ACCOUNTS, PAGES, SEALS, SESSIONS
from bot.staff.passwords import SHORTEST
from bot.staff.profile import WEEKDAYS, answers, read_email, read_profile
from bot.staff.second_factor import provisioning_uri, qr_code, secret_from
from bot.storage.models import Staff
from nlu.text.variety import VARIETIES

_DONE = frozenset(
    {"profile", "email", "password", "session", "sessions", "totp-set", "totp-removed"}
)


async def show(request: web.Request) -> web.Response:
    """GET /account."""
    return await _page(request)


async def edit(request: web.Request) -> web.Response:
    """POST /account: keeps name, languages, hours and absence."""
    form = await read_form(request)
    try:
        profile = read_profile(form.fields, form.languages)
    except ProfileRefused as error:
        return await _page(request, error, form.fields, form.languages)
    await request.app[OWN_ACCOUNTS].edit(request[ME].staff_id, profile)
    return done(request, "my_account", "profile")


async def show_email(request: web.Request) -> web.Response:
    """GET /account/email: the form."""
    return await _email_page(request, (await _member(request)).email or "")


async def change_email(request: web.Request) -> web.Response:
    """POST /account/email: needs every factor."""
    fields = (await read_form(request)).fields
    try:
        email = read_email(fields)
        proof = await _proof(request, fields)
        await request.app[OWN_ACCOUNTS].change_email(request[ME], email, proof)
    except (ProfileRefused, WrongPassword, WrongCode, TooManyAttempts) as error:
        return await _email_page(request, fields.get("email", ""), error)
    return await _proved(request, "email")


async def end_session(request: web.Request) -> web.Response:
    """POST /account/sessions/end: one of one's own; needs the password."""
    fields = (await read_form(request)).fields
    session_id, password = fields.get("session", ""), fields.get("password", "")
    ending = request.app[OWN_ACCOUNTS].end_session(request[ME], session_id, password)
    return await _after(request, ending, "session")


async def end_other_sessions(request: web.Request) -> web.Response:
    """POST /account/sessions/end-others: all but the one this is; needs the password."""
    password = (await read_form(request)).fields.get("password", "")
    ending = request.app[OWN_ACCOUNTS].end_other_sessions(request[ME], password)
    return await _after(request, ending, "sessions")


async def show_password(request: web.Request) -> web.Response:
    """GET /account/password: the form."""
    return await _password_page(request)


async def change_password(request: web.Request) -> web.Response:
    """POST /account/password: needs every factor."""
    fields = (await read_form(request)).fields
    proof = await _proof(request, fields)
    new, again = fields.get("new", ""), fields.get("again", "")
    try:
        await request.app[OWN_ACCOUNTS].change_password(request[ME], proof, new, again)
    except (PasswordRefused, WrongPassword, WrongCode, TooManyAttempts) as error:
        return await _password_page(request, error)
    return await _proved(request, "password")


async def show_second_factor(request: web.Request) -> web.Response:
    """GET /account/second-factor: the QR code to set it up, or the form to turn it off."""
    return await _second_factor_page(request)


async def set_second_factor(request: web.Request) -> web.Response:
    """POST /account/second-factor: needs the password; counts from the first right code on."""
    fields = (await read_form(request)).fields
    password, code = fields.get("password", ""), fields.get("code", "")
    secret = await _offered_secret(request, await _member(request))
    try:
        await request.app[OWN_ACCOUNTS].set_second_factor(request[ME], secret, password, code)
    except (WrongPassword, WrongCode, TooManyAttempts) as error:
        return await _second_factor_page(request, error)
    return await _proved(request, "totp-set")


async def remove_second_factor(request: web.Request) -> web.Response:
    """POST /account/second-factor/off: needs both factors."""
    proof = await _proof(request, (await read_form(request)).fields)
    try:
        await request.app[OWN_ACCOUNTS].remove_second_factor(request[ME], proof)
    except (SecondFactorRequired, WrongPassword, WrongCode, TooManyAttempts) as error:
        return await _second_factor_page(request, error)
    return await _proved(request, "totp-removed")


async def _proved(request: web.Request, what: str) -> web.Response:
    response = done(request, "my_account", what)
    await cookies.renew_session(request, response)
    return response


async def _proof(request: web.Request, fields: Mapping[str, str]) -> Proof:
    device = await cookies.known_device(request)
    return Proof(fields.get("password", ""), fields.get("code", ""), device)


async def _after(request: web.Request, change: Awaitable[None], what: str) -> web.Response:
    try:
        await change
    except (WrongPassword, TooManyAttempts) as error:
        return await _page(request, error)
    return await _proved(request, what)


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


async def _email_page(
    request: web.Request, email: str, error: StaffRefusal | None = None
) -> web.Response:
    coded = bool((await _member(request)).totp_secret)
    return _answer(request, "email.html", error, fields={"email": email}, coded=coded)


async def _password_page(request: web.Request, error: StaffRefusal | None = None) -> web.Response:
    coded = bool((await _member(request)).totp_secret)
    return _answer(request, "password.html", error, shortest=SHORTEST, coded=coded)


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
    return request.app[PAGES].answer(request, template, request[ME], refused=error, **values)
