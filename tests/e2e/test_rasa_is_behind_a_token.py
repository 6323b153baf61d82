"""Nothing but the application reaches Rasa, whose libraries are old (docs/dependencies.md)."""

from __future__ import annotations

import os
import re
import socket
import struct
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from bot.settings import Settings
from tests.stack import ROOT, Stack

pytestmark = pytest.mark.asyncio(loop_scope="session")

_TURN = "/webhooks/jisr/turn"
_OURS = [("GET", "/ready"), ("POST", _TURN)]
_STOCK = next((ROOT / "nlu/.venv/lib").glob("python*/site-packages/rasa/server.py"), None)
_STOCK_CHANNELS = [
    ("GET", "/webhooks/rest/"),
    ("POST", "/webhooks/rest/webhook"),
    ("POST", "/webhooks/callback/webhook"),
    ("GET", "/socket.io/"),
    ("GET", "/webhooks/socketio/"),
    ("GET", "/metrics"),
    ("GET", "/docs"),
    ("GET", "/openapi.json"),
]
_LISTENING = "0A"
_LOOPBACK = "127.0.0.1"


@pytest_asyncio.fixture(loop_scope="session")
async def rasa(stack: Stack) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(f"http://{_LOOPBACK}:{stack.rasa_port}") as session:
        yield session


@pytest.mark.parametrize(("method", "path"), _OURS)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Authorization": "Bearer wrong"},
        {"Authorization": "Bearer "},
        {"Authorization": "Basic YTpi"},
        {"Authorization": "Bearer é"},
    ],
)
async def test_without_the_token_neither_address_answers(
    rasa: aiohttp.ClientSession, method: str, path: str, headers: Mapping[str, str]
) -> None:
    async with rasa.request(method, path, headers=headers, json={}) as answer:
        assert answer.status == 401
        assert await answer.json() == {"error": {"code": "unauthorised"}}


async def test_with_the_token_rasa_answers(rasa: aiohttp.ClientSession, stack: Stack) -> None:
    async with rasa.get("/ready", headers=_token(stack)) as answer:
        assert (answer.status, await answer.json()) == (200, {"ready": True})


async def test_the_token_in_the_address_opens_nothing(
    rasa: aiohttp.ClientSession, stack: Stack
) -> None:
    token = _token(stack)["Authorization"].removeprefix("Bearer ")
    async with rasa.get("/ready", params={"token": token}) as answer:
        assert answer.status == 401


async def test_rasas_own_addresses_are_off_even_with_the_token(
    rasa: aiohttp.ClientSession, stack: Stack
) -> None:
    addresses = [*_stock_addresses(), *_STOCK_CHANNELS]
    assert len(addresses) > 20
    for method, path in addresses:
        async with rasa.request(method, path, headers=_token(stack), json={}) as answer:
            assert (method, path, answer.status) == (method, path, 404)


async def test_rasa_and_the_actions_listen_on_the_loopback_interface_only(stack: Stack) -> None:
    internal_port = int(_environment(stack.process.pid)["JISR_INTERNAL_PORT"])
    assert _addresses_listening_on(stack.rasa_port) == {_LOOPBACK}
    assert _addresses_listening_on(internal_port) == {_LOOPBACK}


async def test_unless_set_each_start_makes_a_token_and_listens_on_loopback() -> None:
    defaults = Settings.model_fields
    assert {defaults[name].default for name in ("rasa_host", "internal_host")} == {_LOOPBACK}
    make = defaults["internal_token"].get_default
    one, other = (make(call_default_factory=True).get_secret_value() for _ in range(2))
    assert one != other
    assert len(one) > 40


async def test_rasa_does_not_start_without_a_token() -> None:
    environment = {name: value for name, value in os.environ.items() if "JISR" not in name}
    ran = subprocess.run(  # noqa: ASYNC221 it ends at once
        [sys.executable, "-m", "nlu.serve"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode != 0
    assert "JISR_INTERNAL_TOKEN is not set" in ran.stderr


def _stock_addresses() -> list[tuple[str, str]]:
    """What a stock Rasa server of the installed version would answer at."""
    assert _STOCK
    found = re.findall(r'@app\.(get|post|put|delete)\("([^"]+)"\)', _STOCK.read_text("utf-8"))
    return [(method.upper(), re.sub(r"<[^>]+>", "x", path)) for method, path in found]


def _token(stack: Stack) -> dict[str, str]:
    """As the application gives it to the Rasa that it starts; only the same user can look there."""
    token = _environment(stack.pids()["rasa"][0])["JISR_INTERNAL_TOKEN"]
    return {"Authorization": f"Bearer {token}"}


def _environment(pid: int) -> dict[str, str]:
    lines = Path(f"/proc/{pid}/environ").read_text("utf-8").split("\0")
    return {name: value for name, _, value in (line.partition("=") for line in lines)}


def _addresses_listening_on(port: int) -> set[str]:
    """Linux: the addresses of the sockets that wait for a connection on a port."""
    found = set()
    for table, family, size in (
        ("tcp", socket.AF_INET, 1),
        ("tcp6", socket.AF_INET6, 4),
    ):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            _number, local, _remote, state = line.split()[:4]
            address, _, at = local.partition(":")
            if state == _LISTENING and int(at, 16) == port:
                words = struct.unpack(f">{size}I", bytes.fromhex(address))
                found.add(socket.inet_ntop(family, struct.pack(f"={size}I", *words)))
    return found
