"""The assistant without JavaScript: a form that answers, keeps the conversation, and escapes."""

from __future__ import annotations

import re
from uuid import uuid4

from aiohttp.test_utils import TestClient

from tests.bot.rasa_stand_in import RasaStandIn


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


async def post(client: TestClient, page: str, status: int = 200, **fields: str) -> str:
    kept = {name: hidden(page, name) for name in ("conversation", "client_id", "lang")}
    answer = await client.post("/assistant", data={**kept, **fields})
    assert answer.status == status
    return await answer.text()


async def test_a_question_is_answered_and_the_conversation_goes_on(
    client: TestClient, rasa: RasaStandIn
) -> None:
    page = await (await client.get("/assistant?lang=fr")).text()
    page = await post(client, page, message="bonjour")
    assert "je suis Jisr" in page
    page = await post(client, page, message="encore moi")
    assert "bonjour" in page
    assert rasa.asked[0]["conversation"] == rasa.asked[1]["conversation"]


async def test_a_choice_is_a_button_of_the_form(client: TestClient, rasa: RasaStandIn) -> None:
    rasa.said = [{"say": "ask-consent", "asks": "consent"}]
    page = await (await client.get("/assistant?lang=fr")).text()
    page = await post(client, page, message="je veux me plaindre")
    await post(client, page, choice=hidden(page.partition("<button")[2], "choice"))
    assert rasa.asked[1]["metadata"]["choice"] == {"consent": True}


async def test_the_page_is_arabic_where_asked(client: TestClient) -> None:
    page = await (await client.get("/assistant?lang=ar")).text()
    assert '<html lang="ar" dir="rtl">' in page


async def test_an_empty_message_is_refused_in_words(client: TestClient) -> None:
    page = await (await client.get("/assistant?lang=fr")).text()
    assert "Le message est vide" in await post(client, page, 400, message="  ")


async def test_markup_is_escaped(client: TestClient) -> None:
    page = await (await client.get("/assistant?lang=fr")).text()
    page = await post(client, page, message="<script>alert(1)</script>")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


async def test_a_forged_token_and_a_bad_id_are_refused(client: TestClient) -> None:
    forged = {"conversation": "a.b", "client_id": str(uuid4()), "message": "bonjour"}
    assert (await client.post("/assistant", data=forged)).status == 400
    assert (await client.post("/assistant", data={"message": "bonjour"})).status == 400
