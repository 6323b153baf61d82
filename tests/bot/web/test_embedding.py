"""Which sites may embed the widget, and how they are told."""

from __future__ import annotations

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.web.app import public_app
from bot.web.keys import ORIGINS
from tests.bot.web.conftest import EMBEDDING_SITE


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({}, True),  # our own pages: a browser sends no Origin with their GET
        ({"Origin": EMBEDDING_SITE}, True),
        ({"Origin": "https://elsewhere.example"}, False),
        ({"Origin": "http://consulat.example"}, False),
        ({"Origin": "null"}, False),
    ],
)
async def test_every_site_is_told_whether_it_may_embed(
    headers: dict[str, str], allowed: bool, client: TestClient
) -> None:
    answer = await client.get("/api/embedding", headers=headers)
    assert await answer.json() == {"allowed": allowed}
    assert answer.headers["Access-Control-Allow-Origin"] in {"*", EMBEDDING_SITE}


async def test_the_chat_is_open_to_the_listed_site_alone(client: TestClient) -> None:
    asked = {"Access-Control-Request-Method": "POST"}
    listed = await client.options("/api/chat", headers={"Origin": EMBEDDING_SITE, **asked})
    assert listed.headers["Access-Control-Allow-Origin"] == EMBEDDING_SITE
    assert listed.headers["Access-Control-Max-Age"] == "7200"
    other = await client.options("/api/chat", headers={"Origin": "https://a.example", **asked})
    assert "Access-Control-Allow-Origin" not in other.headers


def test_an_origin_is_found_however_it_was_written() -> None:
    assert public_app(["https://Consulat.example/"])[ORIGINS] == {EMBEDDING_SITE}


async def test_an_installation_for_citizens_has_no_demo_page() -> None:
    async with TestClient(TestServer(public_app([]))) as client:
        led = await client.get("/?lang=fr", allow_redirects=False)
        assert (led.status, led.headers["Location"]) == (303, "/assistant?lang=fr")
        for path in ("/demo/fr.html", "/demo/demo.js", "/demo/demo.css"):
            assert (await client.get(path)).status == 404
        assert (await client.get("/styles/assistant.css")).status == 200


async def test_the_demo_page_speaks_the_language_asked_for(client: TestClient) -> None:
    for query, lang in (("", "ar"), ("?lang=ar", "ar"), ("?lang=fr", "fr"), ("?lang=xx", "ar")):
        page = await (await client.get(f"/{query}")).text()
        assert f'<html lang="{lang}"' in page
        assert f'data-lang="{lang}"' in page
