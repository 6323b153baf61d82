"""A link, a picture's address or a page fetched ahead changes something: a GET that is no question.

Every page is asked for by whom it is for, and every row of every table is as it was before.
"""

from __future__ import annotations

import asyncio

import pytest

from bot.web import keys
from tests.security.house import Client, House, Route, bearer, contents, conversation_of, follow

STREAMS = {"/api/chat/events", "/staff/notices/events"}
# Folders have no page of their own.
A_FILE_OF = {"/styles": "/styles/following.css", "/demo": "/demo/demo.css"}
# Who of the staff looked at a citizen's file is proof, and no harm to whoever is made to look.
LOOKING = {"/staff/files/{id}": {"auditrow"}}
# Rasa is not there in these tests, and nobody is half signed in.
WITHOUT_A_PAGE = {"/readyz": 503, "/staff/sign-in/code": 303}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_no_get_changes_a_row(house: House) -> None:
    admin = (await house.browser("admin")).client
    citizen, _page = await follow(house, house.things["reference"])
    things = {**house.things, "table": "days"}
    deletion = await _deleted(house)
    changed, without = {}, {}
    before = await contents(house.database)
    for route in house.routes():
        if route.method != "GET":
            continue
        client = admin if route.path.startswith("/staff") else citizen
        own = {**things, "id": deletion} if route.path.startswith("/deletion") else things
        status = await _asked(client, A_FILE_OF.get(route.path) or route.at(own), route, house)
        if status != 200:
            without[route.path] = status
        after = await contents(house.database)
        if tables := {name for name in after if after[name] != before[name]}:
            changed[route.path] = tables
        before = after
    assert without == WITHOUT_A_PAGE
    assert changed == LOOKING


async def _deleted(house: House) -> str:
    """The number of a receipt: somebody else had everything deleted."""
    gone = await house.app[keys.FORGETTING].forget(await conversation_of(house.database))
    return gone.receipt.id


async def _asked(client: Client, path: str, route: Route, house: House) -> int:
    own = bearer(house.token_of(str(house.things["conversation"])))
    async with asyncio.timeout(10):
        response = await client.get(path, headers=own, allow_redirects=False)
        if route.path not in STREAMS:
            await response.read()
    response.close()
    return response.status
