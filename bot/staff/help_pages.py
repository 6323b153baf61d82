"""Pages that explain the console."""

from __future__ import annotations

from aiohttp import web

from bot.staff.keys import ME, PAGES

_SHORTCUTS = {
    "queue": ("j", "k", "/", "?"),
    "ticket": ("r", "q", "n", "Ctrl+Enter", "c", "j", "k", "/", "?"),
}


async def show_keys(request: web.Request) -> web.Response:
    """GET /keys: the keyboard shortcuts; keys.js shows the list in a dialog too."""
    return request.app[PAGES].answer(request, "keys.html", request[ME], shortcuts=_SHORTCUTS)
