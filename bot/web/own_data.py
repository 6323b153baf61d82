"""What is held of a conversation, for who has its token: shown, saved, deleted.

The token goes in the Authorization header and stands in no address.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from aiohttp import web

from bot.dialogue.own_data import name_in_archive
from bot.dialogue.own_data_archive import as_json, write_archive
from bot.dialogue.own_data_page import page
from bot.dialogue.own_data_words import OwnDataWords
from bot.errors import MalformedRequest
from bot.files.names import disposition
from bot.files.serving import POWERLESS
from bot.office import office_day
from bot.replies.said import direction
from bot.storage.models import Attachment, now
from bot.web.chat import CHANNEL, dumps
from bot.web.failures import accepted_lang
from bot.web.keys import ATTACHMENTS, FORGETTING, OWN_DATA, RENDERER, TURN_DAYS
from bot.web.pushes import bearer_conversation
from nlu.text.variety import Variety

_TYPES: Mapping[str, str] = {
    "zip": "application/zip",
    "html": "text/html",
    "json": "application/json",
}

KINDS = tuple(_TYPES)
"""How it can be saved, the most complete first."""

_HEADERS = {"Cache-Control": "no-store", "Content-Security-Policy": POWERLESS}


async def show(request: web.Request) -> web.Response:
    """GET /api/chat/data?as=: all that is held, as json (if nothing is said), html or zip; with
    as=summary, what there is in a few words, and what can be done."""
    conversation_id = await bearer_conversation(request)
    wanted, lang = request.query.get("as", "json"), accepted_lang(request)
    if wanted == "summary":
        return await _summary(request, conversation_id, lang)
    return await saved(request, conversation_id, wanted, lang)


async def forget(request: web.Request) -> web.Response:
    """POST /api/chat/forget: deletes, and gives the receipt; the token opens nothing any more."""
    conversation_id = await bearer_conversation(request)
    lang = accepted_lang(request)
    gone = await request.app[FORGETTING].forget(conversation_id)
    receipt = gone.receipt
    body = {
        "id": receipt.id,
        "at": receipt.created_at.isoformat(),
        "deleted": receipt.deleted,
        "tickets": list(gone.tickets),
        "backups_until": receipt.backups_until.isoformat(),
        "lang": lang,
        "dir": direction(lang),
        "text": words_of(request, lang).receipt(receipt, gone.tickets),
        "page": f"/deletion/{receipt.id}?lang={lang}",
        "page_title": request.app[RENDERER].words(lang, "forget-receipt-open"),
    }
    return web.json_response(body, dumps=dumps)


def words_of(request: web.Request, lang: Variety, channel: str = CHANNEL) -> OwnDataWords:
    """What is held and what was deleted, in words."""
    return OwnDataWords(request.app[RENDERER], lang, channel, request.app[TURN_DAYS])


async def saved(
    request: web.Request, conversation_id: str, kind: str, lang: Variety
) -> web.Response:
    """All that is held of a conversation, as a file; raises MalformedRequest."""
    own_data = request.app[OWN_DATA]
    everything = await own_data.everything(conversation_id)
    return await as_file(request, everything, await own_data.files(conversation_id), kind, lang)


async def as_file(
    request: web.Request,
    held: Mapping[str, Any],
    files: Sequence[Attachment],
    kind: str,
    lang: Variety,
) -> web.Response:
    """What is held, as a file to save; raises MalformedRequest for a kind that is none."""
    if kind not in KINDS:
        raise MalformedRequest(field="as")
    made = now()
    name = f"jisr-{office_day(made).isoformat()}"
    texts = {
        f"{name}.html": page(held, lang, request.app[RENDERER], made),
        f"{name}.json": as_json(held),
    }
    headers = {**_HEADERS, "Content-Disposition": disposition(f"{name}.{kind}", inline=False)}
    if kind != "zip":
        text = texts[f"{name}.{kind}"]
        return web.Response(text=text, content_type=_TYPES[kind], headers=headers)
    attachments = request.app[ATTACHMENTS]
    paths = {name_in_archive(file): attachments.path(file) for file in files}
    archive = await asyncio.to_thread(_archived, texts, paths)
    return web.Response(body=archive, content_type=_TYPES[kind], headers=headers)


async def _summary(request: web.Request, conversation_id: str, lang: Variety) -> web.Response:
    held = await request.app[OWN_DATA].held(conversation_id)
    words, told = request.app[RENDERER].words, words_of(request, lang)
    body: dict[str, Any] = {
        "lang": lang,
        "dir": direction(lang),
        "text": told.shown(held),
        "saves": [{"as": kind, "title": words(lang, f"own-data-save-{kind}")} for kind in KINDS],
        "forget": {
            "title": words(lang, "own-data-forget"),
            "text": told.question(held),
            "yes": words(lang, "forget-choice-yes"),
            "no": words(lang, "forget-choice-no"),
        },
    }
    return web.json_response(body, dumps=dumps)


def _archived(texts: Mapping[str, str], files: Mapping[str, Path]) -> IO[bytes]:
    """The archive on the disk, not in memory; its file goes when it is closed."""
    archive = TemporaryFile()  # noqa: SIM115 the response closes it
    write_archive(archive, texts, files)
    archive.seek(0)
    return archive
