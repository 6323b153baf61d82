"""The public application: chat API, widget, pages, health. The console is mounted beside."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import yaml
from aiohttp import web

from bot.web import (
    assistant,
    continuing,
    deletions,
    demo_page,
    files,
    following,
    linking,
    own_data,
    verifying,
)
from bot.web.chat import chat, messages
from bot.web.failures import worded_failures
from bot.web.feedback import feedback
from bot.web.keys import ORIGINS, RASA
from bot.web.limiting import limited
from bot.web.patience import bounded_patience
from bot.web.pushes import events
from bot.web.transport import add_transport_headers

_HERE = Path(__file__).parent
_MAX_BODY_BYTES = 256 * 1024
_SERVER = "jisr"  # aiohttp would name its version and Python's
# What is no page needs nothing, and a page says itself what it needs.
_DEFAULT_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "strict-origin-when-cross-origin",
}
_API = "/api/"
_API_PATHS = (
    "/api/chat",
    "/api/chat/messages",
    "/api/chat/events",
    "/api/chat/feedback",
    "/api/chat/files",
    "/api/chat/files/{id}",
    "/api/chat/continuation",
    "/api/chat/continue",
    "/api/chat/link",
    "/api/chat/link/answer",
    "/api/chat/data",
    "/api/chat/forget",
)
_CORS_HEADERS = "Authorization, Content-Type, Last-Event-ID"
_PREFLIGHT_S = 2 * 60 * 60  # on a slow network each question of the browser is felt
# Any site may load it, also with `crossorigin` or under Cross-Origin-Embedder-Policy. A new
# version is everywhere within the hour; until then an unchanged one costs a 304.
_WIDGET_HEADERS = {
    "Cache-Control": "public, max-age=300, stale-while-revalidate=3600",
    "Vary": "Accept-Encoding",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def public_app(origins: Sequence[str], *, demo: bool = False) -> web.Application:
    """The application without its parts; the caller sets the keys of bot.web.keys.

    With `demo` it begins with a page that shows the widget, else with the assistant's own.
    """
    app = web.Application(
        middlewares=[bounded_patience, worded_failures, limited], client_max_size=_MAX_BODY_BYTES
    )
    app.on_response_prepare.append(add_headers)
    app.on_response_prepare.append(add_transport_headers)
    app[ORIGINS] = frozenset(origin.rstrip("/").lower() for origin in origins)
    app.add_routes(
        [
            web.post("/api/chat", chat),
            web.get("/api/chat/messages", messages),
            web.get("/api/chat/events", events),
            web.post("/api/chat/feedback", feedback),
            web.post("/api/chat/files", files.send),
            web.get("/api/chat/files/{id}", files.show),
            web.post("/api/chat/continuation", continuing.issue),
            web.post("/api/chat/continue", continuing.go_on),
            web.post("/api/chat/link", linking.issue),
            web.get("/api/chat/link", linking.show),
            web.post("/api/chat/link/answer", linking.answer),
            web.get("/api/chat/data", own_data.show),
            web.post("/api/chat/forget", own_data.forget),
            *(web.options(path, preflight) for path in _API_PATHS),
            web.get("/api/embedding", embedding),
            web.get("/api/openapi.json", openapi),
            web.get("/widget.js", widget),
            web.static("/styles", _HERE / "styles"),
            web.get("/assistant", assistant.show, name="assistant"),
            web.post("/assistant", assistant.send, name="assistant"),
            web.post("/assistant/file", assistant.enclose),
            web.post("/assistant/leave", assistant.leave),
            web.post("/assistant/data", assistant.own_data),
            web.post("/assistant/forget", assistant.forget),
            web.get("/deletion/{id}.pdf", deletions.paper),
            web.get("/deletion/{id}", deletions.show),
            web.get("/verify", verifying.show),
            web.get("/suivi", following.show),
            web.post("/suivi", following.look),
            web.post("/suivi/leave", following.leave),
            web.get("/suivi/ticket", following.ticket),
            web.get("/suivi/ticket/receipt.pdf", following.receipt),
            web.get("/suivi/ticket/data.{kind}", following.data),
            web.post("/suivi/ticket/add", following.add),
            web.post("/suivi/ticket/withdraw", following.withdraw),
            web.post("/suivi/ticket/rate", following.rate),
            web.post("/suivi/ticket/reopen", following.reopen),
            web.get("/healthz", alive),
            web.get("/readyz", ready),
        ]
    )
    app.add_routes(demo_page.routes() if demo else [web.get("/", home)])
    return app


async def home(request: web.Request) -> web.Response:
    """GET /: the widget stands on the sites that embed it; here is the page that needs none."""
    place = request.app.router["assistant"].url_for().with_query(request.query)
    return web.Response(status=303, headers={"Location": str(place)})


async def embedding(request: web.Request) -> web.Response:
    """GET /api/embedding: whether the widget may talk to us from the asking site.

    Any site may ask, so that the widget can say so instead of running into the browser's refusal.
    """
    origin = request.headers.get("Origin")
    allowed = origin is None or origin in request.app[ORIGINS]
    return web.json_response({"allowed": allowed}, headers={"Access-Control-Allow-Origin": "*"})


async def openapi(_request: web.Request) -> web.Response:
    """GET /api/openapi.json: what this application answers, for programs (docs/api.md)."""
    headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=300"}
    return web.Response(text=_described(), content_type="application/json", headers=headers)


async def widget(_request: web.Request) -> web.FileResponse:
    """GET /widget.js: the widget as Vite built it, compressed where the browser takes it so."""
    return web.FileResponse(_HERE / "assets" / "widget.js", headers=_WIDGET_HEADERS)


async def alive(_request: web.Request) -> web.Response:
    """GET /healthz: the process answers."""
    return web.json_response({"alive": True})


async def ready(request: web.Request) -> web.Response:
    """GET /readyz: 200 once Rasa answers too, 503 until then."""
    rasa = await request.app[RASA].ready()
    return web.json_response({"ready": rasa}, status=200 if rasa else 503)


async def preflight(_request: web.Request) -> web.Response:
    """OPTIONS /api/...: what a browser asks before it calls from another site."""
    return web.Response(status=204)


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Headers of every answer; the sites of JISR_WIDGET_ORIGINS may call the API (CORS)."""
    response.headers["Server"] = _SERVER
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    if request.path.startswith(_API):
        response.headers["Vary"] = "Origin"
    if len(request.match_info.apps) == 1:  # the console, mounted beside, has stricter ones
        for name, value in _DEFAULT_HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", _kept(response))
    origin = request.headers.get("Origin", "")
    # The console is mounted as an application of its own: look the key up from the outermost one.
    if origin in request.config_dict[ORIGINS] and request.path.startswith(_API):
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Allow-Headers"] = _CORS_HEADERS
        response.headers["Access-Control-Max-Age"] = str(_PREFLIGHT_S)
        response.headers["Access-Control-Expose-Headers"] = "Date"  # a device's clock may be off


def _kept(response: web.StreamResponse) -> str:
    """A file that says nothing else is the same for everybody; all else is for who asked."""
    found = isinstance(response, web.FileResponse) and response.status < 400  # noqa: PLR2004 HTTP
    return "no-cache" if found else "no-store"


@cache
def _described() -> str:
    document = yaml.safe_load((_HERE / "openapi.yaml").read_text("utf-8"))
    return json.dumps(document, ensure_ascii=False)
