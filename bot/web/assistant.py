"""The assistant as a plain page, for browsers without JavaScript: forms that come back.

A cookie holds the conversation's token, so that a reload, a closed window or another language
loses nothing. Where no cookie is kept the forms alone carry it. A form that is sent twice does
nothing twice: each has its client_id.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Any
from uuid import uuid4

from aiohttp import web

from bot.dialogue.exchange import Incoming
from bot.dialogue.turns import DEFAULT_LANG
from bot.errors import (
    BadInput,
    FilesUnavailable,
    FileTooLarge,
    MalformedRequest,
    TooManyRequests,
    UnknownConversation,
    message_key,
)
from bot.files.checking import MAX_MB
from bot.replies.dates import date_words
from bot.storage.models import Turn
from bot.tickets.attachments import MOST_WAITING, SentFile
from bot.web import cookies
from bot.web.chat import CHANNEL, conversation_begun_by, turn_of
from bot.web.keys import (
    ATTACHMENTS,
    CONVERSATIONS,
    DIALOGUE,
    FORGETTING,
    LANG,
    OUTBOX,
    OWN_DATA,
    PUSHES,
    RENDERER,
    TOKENS,
)
from bot.web.letters import read_letter
from bot.web.limiting import retry_after, spend_file, spend_opening, spend_turn
from bot.web.own_data import KINDS, saved, words_of
from bot.web.pages import HEADERS, page
from bot.web.reading import browser_lang, read_client_id, read_form
from nlu.text.variety import VARIETIES, Variety

HOME = "/assistant"
COOKIE = "jisr_assistant"

_OTHER_SITES = frozenset({"cross-site", "same-site"})

Form = Mapping[str, str]


@dataclass(frozen=True)
class Shown:
    """What a page tells beside the conversation: a notice or a refusal, and what was typed."""

    notice: str = ""
    refusal: str = ""
    typed: str = ""


@dataclass(frozen=True)
class Line:
    """A message of the conversation, as the page shows it."""

    who: str
    text: str
    lang: Variety = DEFAULT_LANG
    dir: str = "auto"
    choices: Sequence[Mapping[str, str]] = ()
    sources: Sequence[Mapping[str, Any]] = ()
    ticket: Mapping[str, Any] | None = None
    is_newest: bool = False


async def show(request: web.Request) -> web.Response:
    """GET /assistant: the conversation so far, or an empty one."""
    lang = _asked(request.query.get("lang")) or browser_lang(request) or DEFAULT_LANG
    try:
        token = cookies.read(request, COOKIE)
        request.app[TOKENS].conversation_id(token)
    except UnknownConversation:
        await spend_opening(request)
        token = _fresh(request)
    response = await _page(request, lang, token)
    _keep(request, response, token)
    return response


async def send(request: web.Request) -> web.Response:
    """POST /assistant: one turn; a refusal is told on the page, with what was typed."""
    _require_own_form(request)
    form = await read_form(request)
    lang = _lang_of(request, form)
    try:
        conversation_id = request.app[TOKENS].conversation_id(form.get("conversation", ""))
        incoming = _incoming(conversation_id, form, begins=_may_begin(request, form))
        await spend_turn(request, conversation_id)
        await request.app[DIALOGUE].take(incoming)
    except BadInput as error:
        return await _refused(request, lang, form, error)
    return await _answered(request, lang, form["conversation"])


async def enclose(request: web.Request) -> web.Response:
    """POST /assistant/file: a file for the complaint; what becomes of it is told on the page."""
    _require_own_form(request)
    letter = await read_letter(request, most_files=1)
    form = letter.fields
    lang = _lang_of(request, form)
    try:
        conversation_id = request.app[TOKENS].conversation_id(form.get("conversation", ""))
        await request.app[CONVERSATIONS].get(conversation_id)
        await spend_file(request, conversation_id)
        client_id = read_client_id(form.get("client_id"))
        if not letter.files:
            raise MalformedRequest(field="file")
        if letter.files[0].data is None:
            raise FileTooLarge(limit_mb=MAX_MB)
        taken = await request.app[ATTACHMENTS].take(
            SentFile(
                source=f"{turn_of(conversation_id, client_id)}:file",
                name=letter.files[0].name,
                data=letter.files[0].data,
                conversation_id=conversation_id,
            )
        )
    except BadInput as error:
        return await _refused(request, lang, form, error)
    key, values = taken.told
    notice = request.app[RENDERER].words(lang, key, **values)
    return await _page(request, lang, form["conversation"], Shown(notice=notice))


async def own_data(request: web.Request) -> web.Response:
    """POST /assistant/data: what is held, and what can be done; with `as`, all of it as a file."""
    _require_own_form(request)
    form = await read_form(request)
    lang = _lang_of(request, form)
    try:
        conversation_id = request.app[TOKENS].conversation_id(form.get("conversation", ""))
        held = await request.app[OWN_DATA].held(conversation_id)
        if "as" in form:
            return await saved(request, conversation_id, form["as"], lang)
    except BadInput as error:
        return await _refused(request, lang, form, error)
    words = words_of(request, lang)
    return page(
        request,
        "own-data.html",
        lang,
        token=form["conversation"],
        told=words.shown(held).splitlines(),
        question=words.question(held).splitlines(),
        kinds=KINDS,
    )


async def forget(request: web.Request) -> web.Response:
    """POST /assistant/forget: deletes what is held, and leads to the receipt."""
    _require_own_form(request)
    form = await read_form(request)
    lang = _lang_of(request, form)
    try:
        conversation_id = request.app[TOKENS].conversation_id(form.get("conversation", ""))
        gone = await request.app[FORGETTING].forget(conversation_id)
    except BadInput as error:
        return await _refused(request, lang, form, error)
    place = f"/deletion/{gone.receipt.id}?lang={lang}"
    response = web.Response(status=303, headers={**HEADERS, "Location": place})
    cookies.drop(request, response, COOKIE, path=HOME)
    return response


async def leave(request: web.Request) -> web.Response:
    """POST /assistant/leave: forgets the conversation here, on a phone that others use too."""
    _require_own_form(request)
    form = await read_form(request)
    response = _see(_lang_of(request, form))
    cookies.drop(request, response, COOKIE, path=HOME)
    return response


def _require_own_form(request: web.Request) -> None:
    """Another site must not begin a conversation here that it could read along."""
    if request.headers.get("Sec-Fetch-Site") in _OTHER_SITES:
        raise web.HTTPSeeOther(HOME)


def _may_begin(request: web.Request, form: Form) -> bool:
    """Whether the form may begin its conversation: not one of before, which was deleted since."""
    return cookies.read(request, COOKIE) in {"", form.get("conversation")}


def _incoming(conversation_id: str, form: Form, *, begins: bool) -> Incoming:
    choice = form.get("choice")
    return Incoming(
        conversation_id=conversation_id,
        turn_id=turn_of(conversation_id, read_client_id(form.get("client_id"))),
        channel=CHANNEL,
        text=None if choice else form.get("message", ""),
        choice=choice,
        begins=begins,
    )


def _fresh(request: web.Request) -> str:
    """The token of a conversation that nobody has begun yet."""
    return request.app[TOKENS].issue(conversation_begun_by(uuid4()))


async def _answered(request: web.Request, lang: Variety, token: str) -> web.Response:
    """Leads to the answer, so that a reload sends nothing again; without a cookie, shows it."""
    if cookies.read(request, COOKIE) == token:
        return _see(lang, "#newest")
    return await _page(request, lang, token)


async def _refused(
    request: web.Request, lang: Variety, form: Form, error: BadInput
) -> web.Response:
    token = _fresh(request) if isinstance(error, UnknownConversation) else form["conversation"]
    words = request.app[RENDERER].words(lang, message_key(error.code), **error.fields)
    response = await _page(request, lang, token, Shown("", words, form.get("message", "")))
    passes = isinstance(error, TooManyRequests | FilesUnavailable)
    response.set_status(error.status if passes else 400)
    response.headers.update(retry_after(error))
    if isinstance(error, UnknownConversation):
        _keep(request, response, token)
    return response


def _see(lang: Variety, place: str = "") -> web.Response:
    return web.Response(status=303, headers={**HEADERS, "Location": f"{HOME}?lang={lang}{place}"})


async def _page(
    request: web.Request, lang: Variety, token: str, shown: Shown | None = None
) -> web.Response:
    return page(
        request,
        "assistant.html",
        lang,
        varieties=VARIETIES,
        token=token,
        client_id=uuid4,
        lines=await _said_so_far(request, token),
        date=date_words,
        words=request.app[RENDERER].words,
        most_files=MOST_WAITING,
        max_mb=MAX_MB,
        shown=shown or Shown(),
    )


async def _said_so_far(request: web.Request, token: str) -> list[Line]:
    """Turns and what staff wrote, by time; only under the newest there is something to choose."""
    conversation_id = request.app[TOKENS].conversation_id(token)
    turns = await request.app[CONVERSATIONS].transcript(conversation_id)
    dated = [(turn.created_at, _turn_lines(turn)) for turn in turns]
    if pushes := await request.app[OUTBOX].after(conversation_id, 0):
        lang = (await request.app[CONVERSATIONS].get(conversation_id)).lang
        for push in pushes:
            dated.append((push.created_at, [_line(await request.app[PUSHES].shown(push, lang))]))
    if not dated:
        return []
    dated.sort(key=itemgetter(0))
    *before, (first, *others) = [lines for _at, lines in dated]
    old = [replace(line, choices=()) for lines in before for line in lines]
    return [*old, replace(first, is_newest=True), *others]


def _turn_lines(turn: Turn) -> list[Line]:
    """What the citizen said, the replies, and the keys of a ticket that was opened."""
    lines = [Line("citizen", turn.text)]
    lines += [_line({"from": "bot", **reply}) for reply in turn.answer["replies"]]
    ticket = turn.answer["ticket"]
    if ticket and ticket["event"] == "opened":
        lines[-1] = replace(lines[-1], ticket=ticket)
    return lines


def _line(message: Mapping[str, Any]) -> Line:
    """A message as the chat API gives it."""
    said = {name: message[name] for name in ("text", "lang", "dir", "choices", "sources")}
    return Line(message["from"], **said)


def _keep(request: web.Request, response: web.Response, token: str) -> None:
    """Until the browser is closed. Lax: a link on a ministry's site finds the conversation."""
    cookies.keep(request, response, COOKIE, token, path=HOME, samesite="Lax")


def _lang_of(request: web.Request, form: Form) -> Variety:
    lang = _asked(form.get("lang")) or browser_lang(request) or DEFAULT_LANG
    request[LANG] = lang
    return lang


def _asked(lang: str | None) -> Variety | None:
    return lang if lang in VARIETIES else None
