"""The public application: chat API, widget, demo page, health. The console is mounted beside."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aiohttp import web

from bot.web import assistant, continuing, files, following, linking, verifying
from bot.web.chat import chat, messages
from bot.web.failures import worded_failures
from bot.web.feedback import feedback
from bot.web.keys import ORIGINS, RASA
from bot.web.pushes import events

_HERE = Path(__file__).parent
_MAX_BODY_BYTES = 256 * 1024
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
)
_CORS_HEADERS = "Authorization, Content-Type, Last-Event-ID"


def public_app(origins: Sequence[str]) -> web.Application:
    """The application without its parts; the caller sets the keys of bot.web.keys."""
    app = web.Application(middlewares=[worded_failures], client_max_size=_MAX_BODY_BYTES)
    app.on_response_prepare.append(add_headers)
    app[ORIGINS] = frozenset(origins)
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
            *(web.options(path, preflight) for path in _API_PATHS),
            web.get("/", demo),
            web.get("/widget.js", widget),
            web.static("/demo", _HERE / "demo"),
            web.get("/assistant", assistant.show),
            web.post("/assistant", assistant.send),
            web.get("/verify", verifying.show),
            web.get("/suivi", following.show),
            web.post("/suivi", following.look),
            web.post("/suivi/leave", following.leave),
            web.get("/suivi/ticket", following.ticket),
            web.get("/suivi/ticket/receipt.pdf", following.receipt),
            web.post("/suivi/ticket/add", following.add),
            web.post("/suivi/ticket/withdraw", following.withdraw),
            web.post("/suivi/ticket/rate", following.rate),
            web.post("/suivi/ticket/reopen", following.reopen),
            web.get("/healthz", alive),
            web.get("/readyz", ready),
        ]
    )
    return app


async def demo(_request: web.Request) -> web.FileResponse:
    """GET /: a ministry-like page with the widget."""
    return web.FileResponse(_HERE / "demo" / "index.html")


async def widget(_request: web.Request) -> web.FileResponse:
    """GET /widget.js: the widget as Vite built it."""
    return web.FileResponse(
        _HERE / "assets" / "widget.js", headers={"Cache-Control": "public, max-age=300"}
    )


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
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    if request.path.startswith(_API):
        response.headers.setdefault("Cache-Control", "no-store")
    response.headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
    origin = request.headers.get("Origin", "")
    # The console is mounted as an application of its own: look the key up from the outermost one.
    if origin in request.config_dict[ORIGINS] and request.path.startswith(_API):
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Allow-Headers"] = _CORS_HEADERS
        response.headers["Vary"] = "Origin"
