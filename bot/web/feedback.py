"""What a citizen thinks of one answer (design, "The chat API"): thumbs up or down, and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from aiohttp import web

from bot.errors import MalformedRequest, MessageTooLong
from bot.web.chat import turn_of
from bot.web.keys import CONVERSATIONS, LANG
from bot.web.limiting import spend_turn
from bot.web.pushes import bearer_conversation
from bot.web.reading import read_client_id, read_json
from nlu.text.normalise import clean

WORDS_MAX_CHARS = 1000


@dataclass(frozen=True)
class FeedbackRequest:
    """A well-formed body of POST /api/chat/feedback; `client_id` is the answered message's."""

    client_id: UUID
    helpful: bool
    words: str | None


def read_feedback(body: Any) -> FeedbackRequest:
    """Reads the JSON body; raises MalformedRequest with the first field that is off, or
    MessageTooLong.
    """
    if not isinstance(body, dict):
        raise MalformedRequest(field="body")
    try:
        client_id = read_client_id(body.get("turn"))
    except MalformedRequest as error:
        raise MalformedRequest(field="turn") from error
    helpful, words = body.get("helpful"), body.get("words")
    if not isinstance(helpful, bool):
        raise MalformedRequest(field="helpful")
    if not isinstance(words, str | None):
        raise MalformedRequest(field="words")
    words = clean(words or "") or None
    if words and len(words) > WORDS_MAX_CHARS:
        raise MessageTooLong(length=len(words), limit=WORDS_MAX_CHARS)
    return FeedbackRequest(client_id, helpful, words)


async def feedback(request: web.Request) -> web.Response:
    """POST /api/chat/feedback: the newest word on one turn of the bearer's conversation counts."""
    conversation_id = await bearer_conversation(request)
    conversations = request.app[CONVERSATIONS]
    request[LANG] = (await conversations.get(conversation_id)).lang
    given = read_feedback(await read_json(request))
    await spend_turn(request, conversation_id)
    turn_id = turn_of(conversation_id, given.client_id)
    await conversations.judge(conversation_id, turn_id, helpful=given.helpful, words=given.words)
    return web.json_response({"turn": str(given.client_id), "helpful": given.helpful})
