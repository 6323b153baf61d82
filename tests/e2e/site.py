"""A site that embeds the widget, as strange as real ones are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.test_utils import TestServer


@dataclass(frozen=True)
class SitePage:
    """A page's HTML, and headers such as its Content-Security-Policy."""

    html: str
    headers: Mapping[str, str] = field(default_factory=dict)


class Site:
    """Serves pages on a port of its own; `url` is an origin that may be allowed, `stranger` the
    same pages under another one."""

    def __init__(self) -> None:
        self._pages: dict[str, SitePage] = {}
        app = web.Application()
        app.router.add_get("/{name}", self._show)
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

    def publish(self, name: str, page: SitePage) -> None:
        """Puts a page under /<name>."""
        self._pages[name] = page

    async def _show(self, request: web.Request) -> web.Response:
        page = self._pages.get(request.match_info["name"])
        if page is None:
            return web.Response(status=404)
        return web.Response(text=page.html, content_type="text/html", headers=dict(page.headers))
