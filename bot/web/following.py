"""/suivi: a citizen follows a ticket on plain pages, without JavaScript.

The code is typed once and stands in no address: after it, a short signed cookie opens that one
ticket. A form that comes back twice does nothing twice, and what was typed into one that came too
late is kept. Of what is added, the words count first: no file that is refused takes them along.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import uuid4

from aiohttp import web

from bot.dialogue.turns import DEFAULT_LANG
from bot.errors import (
    BadInput,
    EmptyMessage,
    FilesUnavailable,
    FileTooLarge,
    MalformedRequest,
    SomeFilesRefused,
    StaleForm,
    TicketNotFound,
    TicketSettled,
    TooManyFiles,
    message_key,
)
from bot.files.checking import MAX_MB
from bot.files.names import disposition
from bot.replies.dates import date_words
from bot.storage.models import Ticket
from bot.tickets.attachments import Attachments, SentFile
from bot.tickets.following import (
    RATINGS,
    TEXT_MAX_CHARS,
    WORDS_MAX_CHARS,
    FollowUp,
    Progress,
)
from bot.tickets.references import parse
from bot.tickets.zones import local_date
from bot.web import cookies
from bot.web.keys import ATTACHMENTS, FOLLOW_UP, OWN_DATA, PRINTER, RENDERER, VISITS
from bot.web.letters import Enclosed, read_letter
from bot.web.limiting import retry_after, spend_lookup, spend_turn
from bot.web.own_data import KINDS, as_file
from bot.web.pages import HEADERS, page
from bot.web.reading import browser_lang, read_client_id, read_form
from bot.web.visits import LENGTH_S, Visit
from nlu.text.variety import VARIETIES, Variety

COOKIE = "jisr_suivi"
HOME = "/suivi"
TICKET = "/suivi/ticket"
MOST_FILES = 5

_LONGEST_KEY = 40  # each reference tried is counted in memory
_DONE = frozenset({"add", "withdraw", "rate", "reopen"})

Form = Mapping[str, str]
Deed = Callable[[FollowUp, int, Form, str], Awaitable[None]]


async def show(request: web.Request) -> web.Response:
    """GET /suivi: asks for reference and code."""
    return await _door(request)


async def look(request: web.Request) -> web.Response:
    """POST /suivi: opens the ticket of that reference and code."""
    form = await read_form(request)
    reference, code = _keys(form)
    try:
        await spend_lookup(request)
        before = await request.app[VISITS].require(_cookie(request), form.get("csrf", ""))
        progress = await request.app[FOLLOW_UP].find(reference, code, before.nonce)
    except BadInput as error:
        return await _door(request, form, error)
    visit = request.app[VISITS].begin(progress.ticket.id)
    if form.get("text"):
        # What was typed before the visit ran out is there again.
        response = _page(request, visit, progress, form)
    else:
        response = _see_ticket(request, form)
    _keep(request, response, visit)
    return response


async def ticket(request: web.Request) -> web.Response:
    """GET /suivi/ticket: the ticket that this visit opened."""
    visit = await request.app[VISITS].read(_cookie(request))
    if visit is None or visit.ticket_id is None:
        raise web.HTTPSeeOther(_with_lang(HOME, _asked(request)))
    try:
        progress = await request.app[FOLLOW_UP].progress(visit.ticket_id)
    except TicketNotFound as error:
        return await _door(request, refusal=error)
    return _page(request, visit, progress)


async def receipt(request: web.Request) -> web.Response:
    """GET /suivi/ticket/receipt.pdf: the receipt of the ticket that this visit opened."""
    visit = await request.app[VISITS].read(_cookie(request))
    if visit is None or visit.ticket_id is None:
        raise web.HTTPSeeOther(_with_lang(HOME, _asked(request)))
    try:
        found = (await request.app[FOLLOW_UP].progress(visit.ticket_id)).ticket
    except TicketNotFound as error:
        return await _door(request, refusal=error)
    name = disposition(f"{found.reference}.pdf", inline=False)
    return web.Response(
        body=await request.app[PRINTER].receipt(found),
        content_type="application/pdf",
        headers={**HEADERS, "Content-Disposition": name},
    )


async def data(request: web.Request) -> web.Response:
    """GET /suivi/ticket/data.<kind>: all of the ticket that this visit opened, to be saved."""
    visit = await request.app[VISITS].read(_cookie(request))
    if visit is None or visit.ticket_id is None:
        raise web.HTTPSeeOther(_with_lang(HOME, _asked(request)))
    held = request.app[OWN_DATA]
    try:
        everything = await held.of_ticket(visit.ticket_id)
    except TicketNotFound as error:
        return await _door(request, refusal=error)
    lang = _speaks(_asked(request)) or browser_lang(request) or DEFAULT_LANG
    files = await held.files_of_ticket(visit.ticket_id)
    return await as_file(request, everything, files, request.match_info["kind"], lang)


async def add(request: web.Request) -> web.Response:
    """POST /suivi/ticket/add: a text, files or both that the citizen wants to add."""
    visit = await request.app[VISITS].read(_cookie(request))
    letter = await read_letter(request, MOST_FILES if visit and visit.ticket_id else 0)
    deed = partial(_add, request.app[ATTACHMENTS], letter.files)
    form = {**letter.fields, "files": "yes"} if letter.files else letter.fields
    return await _change(request, form, "add", deed)


async def withdraw(request: web.Request) -> web.Response:
    """POST /suivi/ticket/withdraw: the citizen wants the ticket closed."""
    return await _change(request, await read_form(request), "withdraw", _withdraw)


async def rate(request: web.Request) -> web.Response:
    """POST /suivi/ticket/rate: whether it is solved, and how it went."""
    return await _change(request, await read_form(request), "rate", _rate)


async def reopen(request: web.Request) -> web.Response:
    """POST /suivi/ticket/reopen: it is not solved."""
    return await _change(request, await read_form(request), "reopen", _reopen)


async def leave(request: web.Request) -> web.Response:
    """POST /suivi/leave: ends the visit everywhere, on a phone that others use too."""
    form = await read_form(request)
    visits = request.app[VISITS]
    try:
        await visits.end(await visits.require(_cookie(request), form.get("csrf", "")))
    except StaleForm as error:
        return await _door(request, form, error)
    response = web.Response(status=303, headers={"Location": _with_lang(HOME, form.get("lang"))})
    cookies.drop(request, response, COOKIE, path=HOME)
    return response


async def _add(
    attachments: Attachments,
    files: Sequence[Enclosed],
    follow_up: FollowUp,
    ticket_id: int,
    form: Form,
    turn_id: str,
) -> None:
    text = form.get("text", "")
    if text.strip() or not files:
        await follow_up.add_information(ticket_id, text, turn_id)
    if not files:
        return
    progress = await follow_up.progress(ticket_id)
    if "add" not in progress.may:
        raise TicketSettled
    refusals = await _enclose(attachments, files, progress.ticket, turn_id)
    if refusals:
        rest = bool(text.strip()) or len(refusals) < len(files)
        raise SomeFilesRefused(refusals, rest=rest)


async def _enclose(
    attachments: Attachments, files: Sequence[Enclosed], ticket: Ticket, turn_id: str
) -> list[tuple[str, BadInput]]:
    """Takes what can be taken; gives the names of the others, and why."""
    refusals: list[tuple[str, BadInput]] = []
    for number, file in enumerate(files, start=1):
        try:
            if number > MOST_FILES:
                raise TooManyFiles(limit=MOST_FILES)
            if file.data is None:
                raise FileTooLarge(limit_mb=MAX_MB)
            await attachments.take(
                SentFile(
                    source=f"{turn_id}:file:{number}",
                    name=file.name,
                    data=file.data,
                    conversation_id=ticket.conversation_id,
                    ticket_id=ticket.id,
                )
            )
        except FilesUnavailable as error:
            # Each further one would wait for the scanner as long.
            return refusals + [(each.name, error) for each in files[number - 1 :]]
        except BadInput as error:
            refusals.append((file.name, error))
    return refusals


async def _withdraw(follow_up: FollowUp, ticket_id: int, form: Form, turn_id: str) -> None:
    if form.get("sure") != "yes":
        raise MalformedRequest(field="sure")
    await follow_up.withdraw(ticket_id, turn_id)


async def _rate(follow_up: FollowUp, ticket_id: int, form: Form, _turn_id: str) -> None:
    solved, rating = form.get("solved"), form.get("rating", "")
    if solved not in {"yes", "no"}:
        raise MalformedRequest(field="solved")
    if rating not in set(map(str, RATINGS)):
        raise MalformedRequest(field="rating")
    await follow_up.rate(ticket_id, solved == "yes", int(rating), form.get("text", ""))


async def _reopen(follow_up: FollowUp, ticket_id: int, form: Form, turn_id: str) -> None:
    await follow_up.reopen(ticket_id, form.get("text", ""), turn_id)


async def _change(request: web.Request, form: Form, action: str, deed: Deed) -> web.Response:
    typed = {**form, "action": action}
    try:
        visit = await request.app[VISITS].require(_cookie(request), form.get("csrf", ""))
        if visit.ticket_id is None:
            raise StaleForm
    except StaleForm as error:
        return await _door(request, typed, error)
    try:
        await spend_turn(request, f"ticket:{visit.ticket_id}")
        turn_id = f"web:{visit.ticket_id}:{read_client_id(form.get('once'))}"
        await deed(request.app[FOLLOW_UP], visit.ticket_id, form, turn_id)
    except TicketNotFound as error:
        return await _door(request, typed, error)
    except SomeFilesRefused as error:
        # The text is kept with the ticket: it would be there twice if it were sent again.
        return await _refused(request, visit, {**typed, "text": ""}, error)
    except BadInput as error:
        return await _refused(request, visit, typed, error)
    return _see_ticket(request, form, action)


async def _refused(
    request: web.Request, visit: Visit, typed: Form, refusal: BadInput
) -> web.Response:
    progress = await request.app[FOLLOW_UP].progress(visit.ticket_id or 0)
    return _page(request, visit, progress, typed, refusal)


def _keys(form: Form) -> tuple[str, str]:
    """Reference and code however they were typed, even both into the first field."""
    first = parse(form.get("reference", ""))
    second = parse(form.get("code", ""), code_expected=True)
    reference = first.reference or form.get("reference", "").strip()[:_LONGEST_KEY]
    return reference, second.code or first.code or form.get("code", "").strip()[:_LONGEST_KEY]


def _see_ticket(request: web.Request, form: Form, done: str = "") -> web.Response:
    place = _with_lang(TICKET, form.get("lang") or _asked(request), done)
    return web.Response(status=303, headers={**HEADERS, "Location": place})


def _with_lang(path: str, lang: str | None, done: str = "") -> str:
    query = [f"lang={lang}"] if lang in VARIETIES else []
    query += [f"done={done}"] if done else []
    return f"{path}?{'&'.join(query)}" if query else path


async def _door(
    request: web.Request, form: Form | None = None, refusal: BadInput | None = None
) -> web.Response:
    """The form for reference and code, with what was typed before."""
    form = form or {}
    visits = request.app[VISITS]
    visit = await visits.read(_cookie(request)) or visits.begin()
    asked = _speaks(form.get("lang") or _asked(request))
    lang = asked or browser_lang(request) or DEFAULT_LANG
    response = _answer(
        request,
        "following-door.html",
        lang,
        refusal,
        visit=visit,
        reference=form.get("reference", ""),
        code=form.get("code", "") if isinstance(refusal, StaleForm) else "",
        kept={name: form[name] for name in ("action", "text") if form.get("text") and name in form},
        files_again="files" in form,
        asked_lang=asked or "",
        path=HOME,
    )
    _keep(request, response, visit)
    return response


def _page(
    request: web.Request,
    visit: Visit,
    progress: Progress,
    form: Form | None = None,
    refusal: BadInput | None = None,
) -> web.Response:
    """The ticket with what can be done now."""
    form = form or {}
    asked = _speaks(form.get("lang") or _asked(request))
    lang = asked or _speaks(progress.ticket.lang) or DEFAULT_LANG
    done = request.query.get("done", "")
    return _answer(
        request,
        "following.html",
        lang,
        refusal,
        visit=visit,
        progress=progress,
        ticket=progress.ticket,
        day=lambda moment: _day(moment, lang, progress.ticket),
        once=uuid4,
        typed={form["action"]: form.get("text", "")} if "action" in form else {},
        files_again="files" in form and not isinstance(refusal, SomeFilesRefused),
        kinds=KINDS,
        most_files=MOST_FILES,
        max_mb=MAX_MB,
        done=done if done in _DONE else "",
        ratings=RATINGS,
        text_max=TEXT_MAX_CHARS,
        words_max=WORDS_MAX_CHARS,
        asked_lang=asked or "",
        path=TICKET,
    )


def _answer(
    request: web.Request,
    template: str,
    lang: Variety,
    refusal: BadInput | None,
    *,
    visit: Visit,
    **values: Any,
) -> web.Response:
    renderer = request.app[RENDERER]

    def words(key: str, **fields: Any) -> str:
        return renderer.words(lang, key, **fields)

    return page(
        request,
        template,
        lang,
        status=refusal.status if refusal else 200,
        headers=retry_after(refusal),
        varieties=VARIETIES,
        csrf=request.app[VISITS].csrf(visit),
        refusal=_told(refusal, words),
        refusals=_each_told(refusal, words),
        rest_added=isinstance(refusal, SomeFilesRefused) and refusal.rest,
        **values,
    )


def _told(refusal: BadInput | None, words: Callable[..., str]) -> str:
    if refusal is None:
        return ""
    if isinstance(refusal, MalformedRequest):
        # Whoever sees a form is not helped by the names of its fields.
        return words("page-suivi-incomplete")
    if isinstance(refusal, EmptyMessage):
        return words("page-suivi-empty")
    return words(message_key(refusal.code), **refusal.fields)


def _each_told(refusal: BadInput | None, words: Callable[..., str]) -> list[tuple[str, str]]:
    """The files that were refused by their names, and why."""
    if not isinstance(refusal, SomeFilesRefused):
        return []
    return [(name, _told(error, words)) for name, error in refusal.refusals]


def _keep(request: web.Request, response: web.Response, visit: Visit) -> None:
    signed = request.app[VISITS].cookie(visit)
    cookies.keep(request, response, COOKIE, signed, path=HOME, seconds=LENGTH_S)


def _cookie(request: web.Request) -> str:
    return cookies.read(request, COOKIE)


def _asked(request: web.Request) -> str:
    return request.query.get("lang", "")


def _speaks(lang: str | None) -> Variety | None:
    return lang if lang in VARIETIES else None


def _day(moment: datetime, lang: Variety, ticket: Ticket) -> str:
    """The day of a moment in the citizen's own time."""
    return date_words(local_date(moment, ticket.country).isoformat(), lang)
