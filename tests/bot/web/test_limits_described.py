"""Whoever asks too much is refused as bot/web/openapi.yaml says, whatever was asked."""

from __future__ import annotations

import re
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from bot.limiting import Limiter, Limits
from bot.settings import Settings
from tests.bot.web.conftest import Clock
from tests.fuzz.contract import PUBLIC, Answered, Contract, operations, read_document

WATCHED = {"/healthz", "/readyz"}  # who watches over the application asks often


@pytest.fixture
def limiter(clock: Clock) -> Limiter:
    """One request a minute from an address, which a proxy passes on."""
    settings = Settings(_env_file=None, limit_address="1/minute")
    return Limiter(Limits.of(settings), behind_proxy=True, clock=clock)


async def test_every_operation_is_limited_and_refuses_as_described(
    client: TestClient[Any, Any],
) -> None:
    document = read_document(PUBLIC)
    contract, headers = Contract(document), {"X-Forwarded-For": "198.51.100.7"}
    assert (await client.get("/verify", headers=headers)).status == 200
    for method, path in operations(document):
        address = re.sub(r"{\w+}", "x", path)
        response = await client.request(method, address, headers=headers, allow_redirects=False)
        if path in WATCHED:
            assert response.status != 429, path
            continue
        assert response.status == 429, (method, path)
        assert int(response.headers["Retry-After"]) > 0
        answered = Answered(429, response.headers["Content-Type"], await response.read())
        contract.check(method, path, answered)
