"""The chat API's side of going on on Telegram: a code, a question, an end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast, get_args

import segno
from aiohttp import web

from bot.dialogue.linking import START, Answer, Linking, Standing, is_link_code
from bot.errors import MalformedRequest
from bot.replies.said import Said
from bot.storage.models import Conversation, new_id
from bot.web.chat import CHANNEL, dumps
from bot.web.failures import accepted_lang
from bot.web.keys import CONVERSATIONS, LINKING, RENDERER, TELEGRAM_NAME, TOKENS
from bot.web.limiting import asker, spend_opening
from bot.web.pushes import bearer_conversation
from bot.web.reading import read_json

_END = "end"
_QUIET_ZONE = 4  # modules of white around a QR code, as its standard asks


@dataclass(frozen=True)
class _Shown:
    """What to say of a standing, if anything."""

    said: Said | None
    end: bool = False  # whether the link can be ended


async def issue(request: web.Request) -> web.Response:
    """POST /api/chat/link: a code that is typed in the bot, and where it is known, its address."""
    conversation_id = await bearer_conversation(request)
    issued = await request.app[LINKING].issue(conversation_id)
    name = request.app[TELEGRAM_NAME]() if TELEGRAM_NAME in request.app else None
    url = f"https://t.me/{name}?start={START}{issued.code}" if name else None
    body = {
        "code": issued.code,
        "expires_at": issued.expires_at.isoformat(),
        "url": url,
        "qr": _drawn(url) if url else None,
    }
    return web.json_response(body)


async def show(request: web.Request) -> web.Response:
    """GET /api/chat/link: how the conversation is linked, and what is asked of it."""
    return await _answer(request, await bearer_conversation(request))


async def answer(request: web.Request) -> web.Response:
    """POST /api/chat/link/answer: agrees, refuses, or ends the link."""
    conversation_id = await bearer_conversation(request)
    body = await read_json(request)
    given = body.get("answer") if isinstance(body, dict) else None
    if given == _END:
        ended = await request.app[LINKING].end(conversation_id)
        return await _answer(request, conversation_id, Said("link-ended" if ended else "link-none"))
    link_id = body.get("link") if isinstance(body, dict) else None
    if given not in get_args(Answer) or not isinstance(link_id, str):
        raise MalformedRequest(field="answer")
    said = await request.app[LINKING].answer(link_id, conversation_id, cast("Answer", given))
    return await _answer(request, conversation_id, said)


async def take(request: web.Request, code: str) -> web.Response | None:
    """Takes a code that a chat gave, in the conversation of the request or a new one; None where
    it is no such code."""
    if not is_link_code(code):
        return None
    if "Authorization" in request.headers:
        conversation_id = await bearer_conversation(request)
    else:
        await spend_opening(request)
        opening = Conversation(id=new_id(), channel=CHANNEL, lang=accepted_lang(request))
        await request.app[CONVERSATIONS].begin(opening)
        conversation_id = opening.id
    await request.app[LINKING].take(code, conversation_id, asker(request))
    token = request.app[TOKENS].issue(conversation_id)
    return web.json_response({"conversation": token, "link": True})


async def _answer(
    request: web.Request, conversation_id: str, said: Said | None = None
) -> web.Response:
    standing = await request.app[LINKING].standing(conversation_id)
    shown = _Shown(said) if said else await _shown(request.app[LINKING], standing, conversation_id)
    body = {
        "state": standing.state,
        "link": standing.link.id if standing.link else None,
        "offered": TELEGRAM_NAME in request.app,
        "message": _message(request, shown),
    }
    return web.json_response(body, dumps=dumps)


async def _shown(linking: Linking, standing: Standing, conversation_id: str) -> _Shown:
    if standing.state == "linked":
        return _Shown(Said("link-holds-web"), end=True)
    if standing.state == "waiting":
        return _Shown(Said("link-waiting-web"))
    if standing.state == "asked" and standing.link:
        return _Shown(await linking.asked(standing.link, conversation_id))
    return _Shown(None)


def _message(request: web.Request, shown: _Shown) -> dict[str, Any] | None:
    if shown.said is None:
        return None
    lang, renderer = accepted_lang(request), request.app[RENDERER]
    reply = renderer.render(shown.said, lang)
    answers = [
        {"title": option.title, "answer": option.pick.values["answer"]} for option in reply.options
    ]
    if shown.end:
        answers.append({"title": renderer.words(lang, "link-choice-end"), "answer": _END})
    return {"text": reply.text, "lang": lang, "dir": reply.dir, "answers": answers}


def _drawn(url: str) -> dict[str, Any]:
    """The QR code as the path of an SVG: no image, no markup, no third party."""
    rows = tuple(segno.make(url, micro=False).matrix)
    dark = [
        f"M{column + _QUIET_ZONE} {row + _QUIET_ZONE}h1v1h-1z"
        for row, modules in enumerate(rows)
        for column, module in enumerate(modules)
        if module
    ]
    return {"size": len(rows) + 2 * _QUIET_ZONE, "path": "".join(dark)}
