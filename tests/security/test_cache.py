"""A browser, or a proxy between, that keeps a private page shows it to whoever comes next.

Every answer is `no-store` unless it is one of the few that are the same for everybody; those set no
cookie.
"""

from __future__ import annotations

import asyncio

import pytest

from tests.security.house import House, Route, bearer, follow

# What a browser may keep does not depend on the database.
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

# The same for everybody who asks: pages of the demonstration, the widget, styles and scripts, and
# what the API answers.
PUBLIC = {"/", "/demo", "/styles", "/widget.js", "/staff/assets/{name}", "/api/openapi.json"}
STREAMS = {"/api/chat/events", "/staff/notices/events"}


async def test_no_private_answer_may_be_kept(house: House) -> None:
    admin = await house.browser("admin")
    citizen, _page = await follow(house, house.things["reference"])
    own = bearer(house.token_of(str(house.things["conversation"])))
    kept = {}
    for route in house.routes():
        if route.method != "GET" or route.path in PUBLIC | STREAMS:
            continue
        client = admin.client if route.path.startswith("/staff") else citizen
        response = await client.get(route.at(house.things), headers=own, allow_redirects=False)
        if "no-store" not in response.headers.get("Cache-Control", ""):
            kept[route.path] = response.status
    assert kept == {}


async def test_a_stream_may_not_be_kept(house: House) -> None:
    admin = await house.browser("admin")
    own = bearer(house.token_of(str(house.things["conversation"])))
    for path in STREAMS:
        async with asyncio.timeout(5):
            response = await admin.client.get(path, headers=own)
        assert (response.status, response.headers["Cache-Control"]) == (200, "no-store"), path
        response.close()


async def test_no_refusal_and_no_redirect_may_be_kept(house: House) -> None:
    """Without a session, without a token: what stands there is not for the next one either."""
    stranger = await house.client()
    kept = {}
    for route in house.routes():
        if route.path in PUBLIC:
            continue
        response = await stranger.request(
            route.method, route.at(house.things), allow_redirects=False
        )
        if "no-store" not in response.headers.get("Cache-Control", ""):
            kept[f"{route.method} {route.path}"] = response.status
    for path in ("/nowhere", "/staff/nowhere", "/api/nowhere", "/demo/nowhere"):
        response = await stranger.get(path, allow_redirects=False)
        if "no-store" not in response.headers.get("Cache-Control", ""):
            kept[path] = response.status
    assert kept == {}


async def test_what_everybody_may_keep_sets_no_cookie_and_is_the_same_for_all(house: House) -> None:
    admin, stranger = (await house.browser("admin")).client, await house.client()
    shared = ("/", "/demo/demo.css", "/widget.js", "/staff/assets/console.css", "/api/openapi.json")
    for path in shared:
        answers = [await client.get(path) for client in (admin, stranger)]
        assert [answer.status for answer in answers] == [200, 200], path
        assert len({await answer.read() for answer in answers}) == 1, path
        for answer in answers:
            assert "Set-Cookie" not in answer.headers, path
            assert "Cache-Control" in answer.headers, path
            assert "no-store" not in answer.headers["Cache-Control"], path


async def test_an_answer_that_depends_on_the_asking_site_says_so(house: House) -> None:
    stranger = await house.client()
    for route in house.routes():
        if not route.path.startswith("/api/") or route.path in STREAMS:
            continue
        allowed = await _asked_from(stranger, route, house, "https://consulat.example")
        assert "Origin" in allowed.get("Vary", ""), route
        other = await _asked_from(stranger, route, house, "https://elsewhere.example")
        assert "Origin" in other.get("Vary", ""), route


async def _asked_from(client: object, route: Route, house: House, origin: str) -> dict[str, str]:
    path = route.at(house.things)
    response = await client.request(route.method, path, headers={"Origin": origin})  # type: ignore[attr-defined]
    return dict(response.headers)
