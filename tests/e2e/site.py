"""A site that embeds the widget, as strange as real ones are."""

from __future__ import annotations

from collections.abc import Mapping

from aiohttp import web
from aiohttp.test_utils import TestServer


def host_page(
    jisr: str, *, style: str = "", body: str = "", lang: str = "fr", direction: str = "ltr"
) -> str:
    """A site's page with the one line that embeds the widget."""
    styled = f"<style>{style}</style>" if style else ""
    return f"""<!doctype html><html lang="{lang}" dir="{direction}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Consulat</title><link rel="icon" href="data:,">{styled}
    <script src="{jisr}/widget.js" data-lang="{lang}" defer></script></head>
    <body><h1>Consulat</h1><p class="words">Bienvenue</p>
    <form><input id="search"><button type="button">Chercher</button></form>{body}</body></html>"""


class Site:
    """Serves pages on a port of its own; `url` is an origin that may be allowed, `stranger` the
    same pages under another one."""

    def __init__(self) -> None:
        self._pages: list[tuple[str, Mapping[str, str]]] = []
        app = web.Application()
        app.router.add_get(r"/{number:\d+}", self._show)
        self._server = TestServer(app)

    async def start(self) -> None:
        await self._server.start_server()

    async def stop(self) -> None:
        await self._server.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    @property
    def stranger(self) -> str:
        return f"http://localhost:{self._server.port}"

    def publish(self, html: str, **headers: str) -> str:
        """The path of a new page, with headers such as its Content_Security_Policy."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self._pages.append((html, named))
        return f"/{len(self._pages) - 1}"

    async def _show(self, request: web.Request) -> web.Response:
        html, headers = self._pages[int(request.match_info["number"])]
        return web.Response(text=html, content_type="text/html", headers=headers)
