"""A Rasa that hangs costs one citizen a time-out, and then nobody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.dialogue.rasa import RasaClient
from bot.errors import RasaUnavailable
from tests.bot.rasa_stand_in import TOKEN, RasaStandIn

TIMEOUT_S = 0.4
"""Longer than the patience on probation: the reason of a refusal tells which of them was over."""


@pytest.fixture
async def hanging(rasa: RasaStandIn) -> AsyncIterator[RasaClient]:
    """A client that had one time-out of a Rasa that still hangs."""
    held = rasa.hold = asyncio.Event()
    async with rasa.server() as server, aiohttp.ClientSession() as session:
        client = RasaClient(session, str(server.make_url("")).rstrip("/"), TOKEN, TIMEOUT_S)
        assert await refused(client) == "time-out"
        yield client
        held.set()


async def refused(client: RasaClient) -> object:
    with pytest.raises(RasaUnavailable) as refusal:
        await client.turn("c", "salam", {}, [])
    return refusal.value.fields["reason"]


async def test_after_a_time_out_nobody_waits_in_full(hanging: RasaClient) -> None:
    assert await refused(hanging) == "on probation"
    assert hanging.silent_since is not None


async def test_a_hanging_rasa_is_not_asked_more_and_more(
    hanging: RasaClient, rasa: RasaStandIn
) -> None:
    reasons = await asyncio.gather(*(refused(hanging) for _ in range(20)))
    assert set(reasons) == {"on probation"}
    assert len(rasa.asked) < 12


async def test_the_first_message_after_its_return_is_understood_again(
    hanging: RasaClient, rasa: RasaStandIn
) -> None:
    assert await refused(hanging) == "on probation"
    rasa.hold = None
    answer = await hanging.turn("c", "salam", {}, [])
    assert answer.said[0].say == "greet"
    assert hanging.silent_since is None


async def test_once_it_is_well_again_an_answer_is_waited_for_in_full(
    hanging: RasaClient, rasa: RasaStandIn
) -> None:
    rasa.hold = None
    await hanging.turn("c", "salam", {}, [])
    held = rasa.hold = asyncio.Event()
    assert await refused(hanging) == "time-out"
    held.set()


async def test_a_rasa_that_is_gone_is_noted_as_silent(rasa_client: RasaClient, rasa: RasaStandIn):
    rasa.status = 503
    assert await refused(rasa_client) == "status 503"
    assert rasa_client.silent_since is not None
    rasa.status = 200
    await rasa_client.turn("c", "salam", {}, [])
    assert rasa_client.silent_since is None


async def test_a_redirect_of_rasa_is_not_followed() -> None:
    """A stranger at Rasa's address leads nobody, the token least of all, to another one."""
    visited: list[str] = []

    async def lead_away(request: web.Request) -> web.Response:
        visited.append(request.path)
        raise web.HTTPTemporaryRedirect("/elsewhere")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", lead_away)
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        client = RasaClient(session, str(server.make_url("")).rstrip("/"), TOKEN, TIMEOUT_S)
        assert await refused(client) == "status 307"
        assert not await client.ready()
    assert visited == ["/webhooks/jisr/turn", "/ready"]
