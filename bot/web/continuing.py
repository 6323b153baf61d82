"""The chat API's side of going on on another device."""

from __future__ import annotations

from aiohttp import web

from bot.errors import MalformedRequest
from bot.web import linking
from bot.web.keys import CONTINUING, CONVERSATIONS, LANG, TOKENS
from bot.web.limiting import asker, spend_lookup
from bot.web.pushes import bearer_conversation
from bot.web.reading import read_json

_LONGEST_CODE = 40


async def issue(request: web.Request) -> web.Response:
    """POST /api/chat/continuation: a code for the conversation of the bearer token."""
    conversation_id = await bearer_conversation(request)
    issued = await request.app[CONTINUING].issue(conversation_id)
    body = {"code": issued.code, "expires_at": issued.expires_at.isoformat()}
    return web.json_response(body)


async def go_on(request: web.Request) -> web.Response:
    """POST /api/chat/continue: the token of the conversation that a code stands for.

    With a code that a Telegram chat gave: the token of one's own, which is asked whether to link.
    """
    await spend_lookup(request)
    body = await read_json(request)
    code = body.get("code") if isinstance(body, dict) else None
    if not isinstance(code, str) or len(code) > _LONGEST_CODE:
        raise MalformedRequest(field="code")
    if asked := await linking.take(request, code):
        return asked
    conversation_id = await request.app[CONTINUING].redeem(code, asker(request))
    request[LANG] = (await request.app[CONVERSATIONS].get(conversation_id)).lang
    return web.json_response({"conversation": request.app[TOKENS].issue(conversation_id)})
