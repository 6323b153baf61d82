"""The assistant without JavaScript: a form that answers, keeps the conversation, and escapes."""

from __future__ import annotations

import re
from io import BytesIO
from uuid import uuid4

from aiohttp import FormData
from aiohttp.test_utils import TestClient
from PIL import Image
from sqlmodel import select

from bot.replies.said import Said
from bot.storage.database import Database
from bot.storage.models import Attachment, OutboxMessage
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
    answer = await client.post("/assistant", data=forged)
    assert answer.status == 400
    page = await answer.text()
    assert ">bonjour</textarea>" in page
    assert hidden(page, "conversation") != "a.b"
    fresh = await (await client.get("/assistant?lang=fr")).text()
    kept = {"conversation": hidden(fresh, "conversation"), "message": "bonjour"}
    answer = await client.post("/assistant", data=kept)
    assert answer.status == 400
    assert ">bonjour</textarea>" in await answer.text()


async def test_a_reload_sends_nothing_again_and_another_language_keeps_the_conversation(
    client: TestClient, rasa: RasaStandIn
) -> None:
    page = await (await client.get("/assistant?lang=fr")).text()
    fields = {name: hidden(page, name) for name in ("conversation", "client_id", "lang")}
    sent = await client.post(
        "/assistant", data={**fields, "message": "bonjour"}, allow_redirects=False
    )
    assert sent.status == 303
    assert sent.headers["Location"] == "/assistant?lang=fr#newest"
    for lang in ("fr", "ar"):
        assert "je suis Jisr" in await (await client.get(f"/assistant?lang={lang}")).text()
    await client.post("/assistant", data={**fields, "message": "bonjour"})
    assert len(rasa.asked) == 1


async def test_without_cookies_the_forms_carry_the_conversation(
    client: TestClient, rasa: RasaStandIn
) -> None:
    page = await (await client.get("/assistant?lang=fr")).text()
    for text in ("bonjour", "encore moi"):
        client.session.cookie_jar.clear()
        page = await post(client, page, message=text)
    assert "bonjour" in page
    assert "encore moi" in page
    assert rasa.asked[0]["conversation"] == rasa.asked[1]["conversation"]


async def test_the_token_is_in_no_address_and_out_of_reach_of_scripts_and_other_sites(
    client: TestClient, rasa: RasaStandIn
) -> None:
    answer = await client.get("/assistant?lang=fr")
    cookie = answer.cookies["jisr_assistant"]
    assert cookie["httponly"]
    assert (cookie["samesite"], cookie["path"]) == ("Lax", "/assistant")
    page = await answer.text()
    fields = {name: hidden(page, name) for name in ("conversation", "client_id", "lang")}
    elsewhere = await client.post(
        "/assistant",
        data={**fields, "message": "bonjour"},
        headers={"Sec-Fetch-Site": "cross-site"},
        allow_redirects=False,
    )
    assert (elsewhere.status, elsewhere.headers["Location"]) == (303, "/assistant")
    assert rasa.asked == []


async def test_whoever_leaves_a_shared_phone_leaves_nothing_on_it(client: TestClient) -> None:
    page = await (await client.get("/assistant?lang=fr")).text()
    page = await post(client, page, message="bonjour")
    token = hidden(page, "conversation")
    page = await (await client.post("/assistant/leave", data={"lang": "fr"})).text()
    assert "je suis Jisr" not in page
    assert hidden(page, "conversation") != token


async def test_a_file_is_taken_once_and_refused_in_words(
    client: TestClient, database: Database
) -> None:
    page = await (await client.get("/assistant?lang=fr")).text()
    page = await post(client, page, message="bonjour")
    fields = {name: hidden(page, name) for name in ("conversation", "client_id", "lang")}
    for _ in range(2):
        answer = await client.post("/assistant/file", data=with_file(fields, "reçu.jpg", photo()))
        assert answer.status == 200
        assert "Bien reçu" in await answer.text()
    async with database.reading() as session:
        assert len((await session.exec(select(Attachment))).all()) == 1
    fields["client_id"] = str(uuid4())
    answer = await client.post("/assistant/file", data=with_file(fields, "page.jpg", b"<html>"))
    assert answer.status == 400
    assert "Je ne peux pas prendre ce fichier" in await answer.text()
    answer = await client.post("/assistant/file", data=with_file(fields, "", b""))
    assert answer.status == 400


def with_file(fields: dict[str, str], name: str, data: bytes) -> FormData:
    form = FormData(fields)
    form.add_field("file", data, filename=name, content_type="image/jpeg")
    return form


def photo() -> bytes:
    out = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(out, "JPEG")
    return out.getvalue()


async def test_what_staff_wrote_stands_where_it_came_and_its_choices_are_the_newest(
    client: TestClient, rasa: RasaStandIn, database: Database
) -> None:
    rasa.said = [{"say": "ask-consent", "asks": "consent"}]
    page = await (await client.get("/assistant?lang=fr")).text()
    page = await post(client, page, message="je veux me plaindre")
    assert "C&#39;est d&#39;accord ?" in page
    conversation = rasa.asked[0]["conversation"]
    said = Said("staff-reply", {"reference": "MDM-2026-000001", "text": "Passez lundi."})
    async with database.writing() as session:
        session.add(OutboxMessage(conversation_id=conversation, channel="web", said=said.as_json()))
    page = await (await client.get("/assistant?lang=fr")).text()
    assert page.index("me plaindre") < page.index("Passez lundi.")
    assert 'name="choice"' not in page


async def test_sources_stand_with_their_dates_in_words(
    client: TestClient, rasa: RasaStandIn
) -> None:
    rasa.status = 503  # the application answers by itself, from the knowledge base
    page = await (await client.get("/assistant?lang=fr")).text()
    page = await post(client, page, message="quels papiers pour une bourse d'études ?")
    assert re.search(r'<time datetime="[\d-]+">[^<]*\d{4}</time>', page)
    assert "sans date" in page
