"""The assistant as a plain page, for browsers without JavaScript: a form that comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import jinja2
from aiohttp import web

from bot.dialogue.exchange import Incoming
from bot.dialogue.turns import DEFAULT_LANG
from bot.errors import BadInput, message_key
from bot.replies.said import direction
from bot.web.chat import CHANNEL, conversation_begun_by, read_client_id
from bot.web.keys import CONVERSATIONS, DIALOGUE, LANG, RENDERER, TOKENS
from nlu.text.variety import VARIETIES, Variety

_TEMPLATES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True
)
_CSP = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'"


async def show(request: web.Request) -> web.Response:
    """GET /assistant: an empty conversation."""
    return _page(request, _asked_lang(request.query.get("lang")), token="", turns=[])


async def send(request: web.Request) -> web.Response:
    """POST /assistant: one turn, and the conversation so far."""
    form = await request.post()
    lang = _asked_lang(str(form.get("lang", "")))
    request[LANG] = lang
    token = str(form.get("conversation", ""))
    turn_id = f"{CHANNEL}:{read_client_id(form.get('client_id'))}"
    conversation_id = (
        request.app[TOKENS].conversation_id(token) if token else conversation_begun_by(turn_id)
    )
    choice = str(form.get("choice", "")) or None
    incoming = Incoming(
        conversation_id=conversation_id,
        turn_id=turn_id,
        channel=CHANNEL,
        text=None if choice else str(form.get("message", "")),
        choice=choice,
    )
    refusal = await _refused(request, incoming, lang)
    turns = await request.app[CONVERSATIONS].transcript(conversation_id)
    token = request.app[TOKENS].issue(conversation_id) if turns else ""
    return _page(request, lang, token, [_shown(turn.text, turn.answer) for turn in turns], refusal)


async def _refused(request: web.Request, incoming: Incoming, lang: Variety) -> str:
    """Runs the turn; gives the words of a refusal, or nothing."""
    try:
        await request.app[DIALOGUE].take(incoming)
    except BadInput as error:
        return request.app[RENDERER].words(lang, message_key(error.code), **error.fields)
    return ""


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
