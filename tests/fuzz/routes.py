"""What the routers of both applications answer, as OpenAPI writes it."""

from __future__ import annotations

from collections.abc import Iterator

from aiohttp import web


def routes(app: web.Application) -> Iterator[tuple[str, str]]:
    """Method and path of each route, the mounted ones too; folders of files are left out."""
    for route in app.router.routes():
        resource = route.resource
        # HEAD is answered wherever there is a GET.
        if resource and not isinstance(resource, web.StaticResource) and route.method != "HEAD":
            yield route.method, resource.canonical
