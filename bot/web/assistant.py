"""The assistant as a plain page, for browsers without JavaScript: a form that comes back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import jinja2
from aiohttp import web

from bot.dialogue.exchange import Incoming
from bot.dialogue.turns import DEFAULT_LANG
from bot.errors import BadInput, UnknownConversation, message_key
from bot.replies.said import direction
from bot.web.chat import CHANNEL, conversation_begun_by, turn_of
from bot.web.keys import CONVERSATIONS, DIALOGUE, LANG, RENDERER, TOKENS
from bot.web.reading import read_client_id, read_form
from bot.web.tokens import Tokens
from nlu.text.variety import VARIETIES, Variety

_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True
)
_CSP = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'"


async def show(request: web.Request) -> web.Response:
    """GET /assistant: an empty conversation."""
    return _page(request, _asked_lang(request.query.get("lang")), token="", turns=[])


async def send(request: web.Request) -> web.Response:
    """POST /assistant: one turn, and the conversation so far; a refusal is told on the page."""
    form = await read_form(request)
    lang = _asked_lang(form.get("lang"))
    request[LANG] = lang
    try:
        incoming = _incoming(request.app[TOKENS], form)
        await request.app[DIALOGUE].take(incoming)
    except BadInput as error:
        words = request.app[RENDERER].words(lang, message_key(error.code), **error.fields)
        return await _conversation(request, lang, form.get("conversation", ""), refusal=words)
    return await _conversation(
        request, lang, request.app[TOKENS].issue(incoming.conversation_id), refusal=""
    )


def _incoming(tokens: Tokens, form: Mapping[str, str]) -> Incoming:
    client_id = read_client_id(form.get("client_id"))
    token, choice = form.get("conversation", ""), form.get("choice")
    conversation_id = tokens.conversation_id(token) if token else conversation_begun_by(client_id)
    return Incoming(
        conversation_id=conversation_id,
        turn_id=turn_of(conversation_id, client_id),
        channel=CHANNEL,
        text=None if choice else form.get("message", ""),
        choice=choice,
    )


async def _conversation(
    request: web.Request, lang: Variety, token: str, refusal: str
) -> web.Response:
    """The page with what was said so far; a token that leads nowhere leads to an empty one."""
    try:
        conversation_id = request.app[TOKENS].conversation_id(token)
    except UnknownConversation:
        return _page(request, lang, "", [], refusal)
    turns = await request.app[CONVERSATIONS].transcript(conversation_id)
    return _page(request, lang, token, [_shown(turn.text, turn.answer) for turn in turns], refusal)


def _shown(text: str, answer: dict[str, Any]) -> dict[str, Any]:
    return {"citizen": text, "replies": answer["replies"]}


def _page(
    request: web.Request, lang: Variety, token: str, turns: list[dict[str, Any]], refusal: str = ""
) -> web.Response:
    renderer = request.app[RENDERER]
    labels = {name: renderer.words(lang, f"page-{name}") for name in ("title", "question", "send")}
    labels["sources"] = renderer.words(lang, "sources-title")
    labels["undated"] = renderer.words(lang, "source-undated")
    page = _TEMPLATES.get_template("assistant.html").render(
        lang=lang,
        dir=direction(lang),
        labels=labels,
        token=token,
        client_id=uuid4(),
        turns=turns,
        refusal=refusal,
    )
    return web.Response(
        text=page,
        content_type="text/html",
        status=400 if refusal else 200,
        headers={"Content-Security-Policy": _CSP, "Cache-Control": "no-store"},
    )


def _asked_lang(lang: str | None) -> Variety:
    return lang if lang in VARIETIES else DEFAULT_LANG
