"""The chat API (design, "The chat API"): JSON in, JSON out, errors in the citizen's language."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from operator import itemgetter
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from aiohttp import web

from bot.dialogue.exchange import Incoming
from bot.dialogue.turns import DEFAULT_LANG
from bot.errors import BadInput, MalformedRequest
from bot.replies.said import direction
from bot.storage.models import Turn, row_id
from bot.tickets.typed import readable
from bot.web.keys import CONVERSATIONS, DIALOGUE, LANG, OUTBOX, PUSHES, TOKENS
from bot.web.limiting import spend_opening, spend_turn
from bot.web.pushes import bearer_conversation
from bot.web.reading import read_client_id, read_json, whole_number
from nlu.text.variety import VARIETIES, Variety, detect

CHANNEL = "web"

_Dated = tuple[datetime, dict[str, Any]]

_GLANCE_CHARS = 200


@dataclass(frozen=True)
class ChatRequest:
    """A well-formed body of POST /api/chat."""

    client_id: UUID
    conversation: str | None
    message: str | None
    choice: str | None
    lang: Variety | None


def read_chat_request(body: Any) -> ChatRequest:
    """Reads the JSON body; raises MalformedRequest naming the first field that is off."""
    if not isinstance(body, dict):
        raise MalformedRequest(field="body")
    client_id = read_client_id(body.get("client_id"))
    lang = _text(body, "lang")
    if lang is not None and lang not in VARIETIES:
        raise MalformedRequest(field="lang")
    message, choice = _text(body, "message"), _text(body, "choice")
    if (message is None) == (choice is None):
        raise MalformedRequest(field="message")
    return ChatRequest(client_id, _text(body, "conversation"), message, choice, lang)


def conversation_begun_by(client_id: UUID) -> str:
    """The id of the conversation that a message begins: the same message finds it again."""
    return uuid5(NAMESPACE_URL, f"{CHANNEL}:{client_id}").hex


def turn_of(conversation_id: str, client_id: UUID) -> str:
    """The turn's id: the client's message ids are its own within one conversation."""
    return f"{CHANNEL}:{conversation_id}:{client_id}"


def client_id_of(turn: Turn) -> str | None:
    """The client's own id of the message that a turn answered; None where no client gave one."""
    channel, _, rest = turn.turn_id.partition(":")
    return rest.rpartition(":")[2] if channel == CHANNEL else None


def _text(body: Mapping[str, Any], field: str) -> str | None:
    value = body.get(field)
    if value is not None and not isinstance(value, str):
        raise MalformedRequest(field=field)
    return None if value is None else readable(value)


async def chat(request: web.Request) -> web.Response:
    """POST /api/chat: one turn."""
    asked = read_chat_request(await read_json(request))
    tokens = request.app[TOKENS]
    conversation_id = (
        conversation_begun_by(asked.client_id)
        if asked.conversation is None
        else tokens.conversation_id(asked.conversation)
    )
    # A glance will do for wording a failure: the message may be of any length yet.
    request[LANG] = asked.lang or detect((asked.message or "")[:_GLANCE_CHARS]).lang
    if asked.conversation is None:
        await spend_opening(request)
    await spend_turn(request, conversation_id)
    incoming = Incoming(
        conversation_id=conversation_id,
        turn_id=turn_of(conversation_id, asked.client_id),
        channel=CHANNEL,
        text=asked.message,
        choice=asked.choice,
        lang=asked.lang,
        begins=asked.conversation is None,
    )
    try:
        answer = await request.app[DIALOGUE].take(incoming)
    except BadInput:
        if asked.conversation is not None:
            request[LANG] = (await request.app[CONVERSATIONS].get(conversation_id)).lang
        raise
    return web.json_response(
        {"conversation": tokens.issue(conversation_id), **answer.as_json()}, dumps=dumps
    )


async def messages(request: web.Request) -> web.Response:
    """GET /api/chat/messages?after=N: pushes after N; without it the whole conversation.

    `turn` is the client_id of the message that the citizen said or the bot answered.
    """
    conversation_id = await bearer_conversation(request)
    asked_after = request.query.get("after")
    after = 0 if asked_after is None else whole_number(asked_after, "after")
    pushes = await request.app[OUTBOX].after(conversation_id, after)
    conversation = await request.app[CONVERSATIONS].get(conversation_id)
    shown = request.app[PUSHES].shown
    pushed = [(push.created_at, await shown(push, conversation.lang)) for push in pushes]
    said: list[_Dated] = []
    if asked_after is None:
        judged = await request.app[CONVERSATIONS].judgements(conversation_id)
        for turn in await request.app[CONVERSATIONS].transcript(conversation_id):
            helpful = judged.get(turn.turn_id)
            said += [(turn.created_at, message) for message in _turn_messages(turn, helpful)]
    dated = merge(_never_back(pushed), _never_back(said), key=itemgetter(0))
    listed = [{**message, "at": at.isoformat()} for at, message in dated]
    last_event = max(map(row_id, pushes), default=after)
    return web.json_response({"messages": listed, "last_event": last_event}, dumps=dumps)


def _never_back(dated: Sequence[_Dated]) -> Iterator[_Dated]:
    """The same, none dated before the one before it: a clock that is set back moves no message."""
    latest: datetime | None = None
    for at, message in dated:
        latest = max(latest or at, at)
        yield latest, message


def _turn_messages(turn: Turn, helpful: bool | None) -> list[dict[str, Any]]:
    lang = turn.understood.get("lang", DEFAULT_LANG)
    same = {"id": None, "turn": client_id_of(turn)}
    citizen = {
        **same,
        "from": "citizen",
        "text": turn.text,
        "lang": lang,
        "dir": direction(lang),
    }
    told = {name: turn.answer.get(name) for name in ("asks", "ticket", "progress")}
    bot = {**same, "from": "bot", "helpful": helpful, **told}
    return [citizen, *({**bot, **reply} for reply in turn.answer["replies"])]


def dumps(body: Any) -> str:
    """JSON as people read it: Arabic stays Arabic."""
    return json.dumps(body, ensure_ascii=False)
