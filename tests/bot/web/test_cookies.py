"""Cookies of citizens: bound to this host where the browser came by HTTPS."""

from __future__ import annotations

from typing import Any

import pytest
from aiohttp.test_utils import TestClient

HTTPS = {"X-Forwarded-Proto": "https"}


@pytest.mark.parametrize(("path", "name"), [("/suivi", "suivi"), ("/assistant", "assistant")])
async def test_behind_https_citizens_cookies_are_secure_and_bound_to_this_host(
    client: TestClient[Any, Any], path: str, name: str
) -> None:
    cookie = (await client.get(path, headers=HTTPS)).cookies[f"__Host-jisr_{name}"]
    assert (cookie["secure"], cookie["httponly"], cookie["path"]) == (True, True, "/")
    assert not cookie["domain"]


@pytest.mark.parametrize(("path", "name"), [("/suivi", "suivi"), ("/assistant", "assistant")])
async def test_without_https_browsers_would_refuse_the_prefix(
    client: TestClient[Any, Any], path: str, name: str
) -> None:
    cookie = (await client.get(path)).cookies[f"jisr_{name}"]
    assert (cookie["secure"], cookie["httponly"], cookie["path"]) == ("", True, path)


async def test_a_conversation_goes_on_under_its_bound_cookie_alone(
    client: TestClient[Any, Any],
) -> None:
    token = (await client.get("/assistant", headers=HTTPS)).cookies["__Host-jisr_assistant"].value
    planted = {**HTTPS, "Cookie": f"jisr_assistant={token}"}
    bound = {**HTTPS, "Cookie": f"__Host-jisr_assistant={token}"}
    client.session.cookie_jar.clear()
    assert f'value="{token}"' not in await (await client.get("/assistant", headers=planted)).text()
    client.session.cookie_jar.clear()
    assert f'value="{token}"' in await (await client.get("/assistant", headers=bound)).text()


async def test_leaving_drops_the_bound_cookie(client: TestClient[Any, Any]) -> None:
    response = await client.post("/assistant/leave", headers=HTTPS, allow_redirects=False)
    cookie = response.cookies["__Host-jisr_assistant"]
    assert (cookie["max-age"], cookie["path"], cookie["secure"]) == ("0", "/", True)
