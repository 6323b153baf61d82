"""Files of the chat: sent by the citizen, and given back to nobody else."""

from __future__ import annotations

from typing import Any, cast

from aiohttp import web

from bot.dialogue.shown import reply_json
from bot.files.serving import safe_headers
from bot.replies.said import Said
from bot.tickets.attachments import SentFile, TakenFile
from bot.tickets.typed import readable
from bot.web.chat import dumps, turn_of
from bot.web.keys import ATTACHMENTS, CONVERSATIONS, LANG, RENDERER
from bot.web.limiting import spend_file
from bot.web.pushes import bearer_conversation
from bot.web.reading import read_upload
from nlu.text.variety import Variety


async def send(request: web.Request) -> web.Response:
    """POST /api/chat/files: one file, taken once for its client_id; `reply` tells what becomes of
    it."""
    conversation_id = await _conversation(request)
    await spend_file(request, conversation_id)
    upload = await read_upload(request)
    taken = await request.app[ATTACHMENTS].take(
        SentFile(
            source=f"{turn_of(conversation_id, upload.client_id)}:file",
            name=upload.name,
            data=upload.data,
            conversation_id=conversation_id,
        )
    )
    kept = taken.attachment
    body = {"id": kept.id, "kind": kept.kind, "name": kept.name, "size": kept.size}
    return web.json_response({**body, "reply": _reply(request, taken)}, dumps=dumps)


async def show(request: web.Request) -> web.FileResponse:
    """GET /api/chat/files/<id>: a file of one's own conversation."""
    conversation_id = await _conversation(request)
    attachments = request.app[ATTACHMENTS]
    attachment = await attachments.for_citizen(readable(request.match_info["id"]), conversation_id)
    return web.FileResponse(attachments.path(attachment), headers=safe_headers(attachment))


def _reply(request: web.Request, taken: TakenFile) -> dict[str, Any]:
    lang = cast("Variety", request[LANG])
    return reply_json(request.app[RENDERER].render(Said(*taken.told), lang), [])


async def _conversation(request: web.Request) -> str:
    """The bearer's conversation; failures are worded in its variety from here on."""
    conversation_id = await bearer_conversation(request)
    request[LANG] = (await request.app[CONVERSATIONS].get(conversation_id)).lang
    return conversation_id
