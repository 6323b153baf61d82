"""What is held of a conversation on the site: shown to who has its token, saved, deleted."""

from __future__ import annotations

import asyncio
import io
import json
import re
import zipfile
from typing import Any
from uuid import uuid4

import pytest
from aiohttp.test_utils import TestClient
from pypdf import PdfReader
from sqlmodel import select

from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import AuditRow, Conversation, Deletion, Ticket
from bot.web import pushes
from tests.bot.files.samples import image_bytes
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.web.test_chat import chat
from tests.bot.web.test_files import send

SECRET = "mon voisin Abdelkrim me doit 4000 dirhams"
FRENCH = {"Accept-Language": "fr"}


@pytest.fixture(autouse=True)
def rasa_is_down(rasa: RasaStandIn) -> None:
    rasa.status = 503


def bearer(token: str, lang: str = "fr") -> dict[str, str]:
    return {"Authorization": f"Bearer {token}", "Accept-Language": lang}


async def begun(client: TestClient, text: str = SECRET) -> str:
    return str((await chat(client, message=text))["conversation"])


async def files_a_complaint(client: TestClient, token: str) -> dict[str, Any]:
    """Reference and code of the ticket."""
    wish = (
        "je veux déposer une plainte",
        "oui",
        "douane",
        "Espagne",
        "On garde ma voiture au port depuis un mois.",
    )
    for text in (*wish, "aucun", "oui"):
        answer = await chat(client, conversation=token, message=text)
    return dict(answer["ticket"])


async def forget(client: TestClient, token: str, lang: str = "fr") -> dict[str, Any]:
    response = await client.post("/api/chat/forget", headers=bearer(token, lang))
    assert response.status == 200
    return dict(await response.json())


class TestSaving:
    async def test_all_of_it_is_given_as_json(self, client: TestClient) -> None:
        token = await begun(client)
        response = await client.get("/api/chat/data", headers=bearer(token))
        assert response.headers["Cache-Control"] == "no-store"
        assert (await response.json())["messages"][0]["you"] == SECRET

    async def test_the_page_is_in_the_variety_that_the_reader_has_chosen(
        self, client: TestClient
    ) -> None:
        token = await begun(client, f"{SECRET} <b>")
        answer = await client.get("/api/chat/data?as=html", headers=bearer(token, "ar"))
        page = await answer.text()
        assert 'lang="ar" dir="rtl"' in page
        assert f"{SECRET} &lt;b&gt;" in page
        assert answer.headers["Content-Disposition"].startswith("attachment")

    async def test_the_archive_holds_page_json_and_the_files_themselves(
        self, client: TestClient
    ) -> None:
        token = await begun(client)
        await send(client, bearer(token), image_bytes(), name="preuve.jpg")
        answer = await client.get("/api/chat/data?as=zip", headers=bearer(token))
        archive = zipfile.ZipFile(io.BytesIO(await answer.read()))
        kinds = sorted(name.rpartition(".")[2] for name in archive.namelist())
        assert kinds == ["html", "jpg", "json"]
        [told] = json.loads(archive.read(_only(archive, ".json")))["files"]
        assert archive.read(told["in_archive"]).startswith(b"\xff\xd8")

    async def test_a_ticket_tells_to_which_words_its_author_agreed(
        self, client: TestClient, renderer: Renderer
    ) -> None:
        token = await begun(client)
        await files_a_complaint(client, token)
        held = await (await client.get("/api/chat/data", headers=bearer(token))).json()
        [ticket] = held["tickets"]
        assert ticket["consent_text"] == renderer.words("fr", "ask-consent")
        assert re.fullmatch(r"[0-9a-f]{8}", ticket["consent_version"])

    @pytest.mark.parametrize("path", ["/api/chat/data", "/api/chat/data?as=zip"])
    async def test_nobody_gets_it_without_the_token(self, client: TestClient, path: str) -> None:
        token = await begun(client)
        for headers in ({}, bearer(f"{token}x"), bearer("x.y")):
            assert (await client.get(path, headers=headers)).status == 404
        query = f"{path}{'&' if '?' in path else '?'}conversation={token}&token={token}"
        assert (await client.get(query)).status == 404

    async def test_an_unknown_kind_is_refused_by_name(self, client: TestClient) -> None:
        headers = bearer(await begun(client))
        response = await client.get("/api/chat/data?as=exe", headers=headers)
        assert response.status == 400
        assert (await response.json())["error"]["fields"] == {"field": "as"}


class TestForgetting:
    async def test_a_receipt_is_given_and_the_token_opens_nothing_any_more(
        self, client: TestClient, database: Database
    ) -> None:
        token = await begun(client)
        receipt = await forget(client, token)
        assert receipt["deleted"] == {"messages": 1}
        assert receipt["id"] in receipt["text"]
        async with database.reading() as session:
            assert (await session.exec(select(Conversation))).all() == []
        for path in ("messages", "data", "events", "link"):
            response = await client.get(f"/api/chat/{path}", headers=bearer(token))
            assert (await response.json())["error"]["code"] == "unknown_conversation"

    async def test_a_message_to_it_is_refused_and_begins_nothing(
        self, client: TestClient, database: Database, renderer: Renderer
    ) -> None:
        token = await begun(client)
        await forget(client, token)
        said = {"conversation": token, "message": SECRET, "client_id": str(uuid4())}
        response = await client.post("/api/chat", json=said)
        assert response.status == 404
        told = (await response.json())["error"]
        assert told["message"] == renderer.words("fr", "error-unknown-conversation")
        async with database.reading() as session:
            assert (await session.exec(select(Conversation))).all() == []

    async def test_its_open_stream_ends(
        self, client: TestClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pushes, "_HEARTBEAT_S", 0.0)
        monkeypatch.setattr(pushes, "_POLL_S", 0.01)
        token = await begun(client)
        async with client.get("/api/chat/events", headers=bearer(token)) as stream:
            assert (await stream.content.readline()).startswith(b":")
            await forget(client, token)
            async with asyncio.timeout(10):
                await stream.content.read()

    async def test_tickets_stay_without_it_and_open_with_their_code(
        self, client: TestClient, database: Database
    ) -> None:
        token = await begun(client)
        ticket = await files_a_complaint(client, token)
        receipt = await forget(client, token)
        assert receipt["tickets"] == [ticket["reference"]]
        assert ticket["reference"] in receipt["text"]
        async with database.reading() as session:
            [kept] = (await session.exec(select(Ticket))).all()
        assert (kept.conversation_id, kept.description) == (
            None,
            "On garde ma voiture au port depuis un mois.",
        )

    async def test_numbers_are_kept_as_a_record_and_nothing_else(
        self, client: TestClient, database: Database
    ) -> None:
        token = await begun(client)
        receipt = await forget(client, token)
        async with database.reading() as session:
            kept = await session.get_one(Deletion, receipt["id"])
            found = select(AuditRow).where(AuditRow.event == "conversation.forgotten")
            [row] = (await session.exec(found)).all()
        assert row.data == {"receipt": receipt["id"], "messages": 1, "tickets_kept": 0}
        assert (kept.backups_until - kept.created_at).days in {29, 30}
        assert token.partition(".")[0] not in repr((kept, row))

    async def test_what_is_left_is_asked_before_and_told_in_every_variety(
        self, client: TestClient
    ) -> None:
        token = await begun(client)
        for lang, words in (
            ("fr", "J'efface"),
            ("ar", "أمحو"),
            ("ary", "نمسح"),
            ("ary-Latn", "nmse7"),
        ):
            answer = await client.get("/api/chat/data?as=summary", headers=bearer(token, lang))
            told = await answer.json()
            assert words in told["forget"]["text"]
            assert [save["as"] for save in told["saves"]] == ["zip", "html", "json"]


class TestReceipt:
    async def test_it_can_be_read_kept_and_verified_by_whoever_holds_it(
        self, client: TestClient
    ) -> None:
        token = await begun(client)
        ticket = await files_a_complaint(client, token)
        receipt = await forget(client, token)
        page = await (await client.get(receipt["page"])).text()
        assert receipt["id"] in page
        assert ticket["reference"] not in page
        paper = await (await client.get(f"/deletion/{receipt['id']}.pdf")).read()
        text = PdfReader(io.BytesIO(paper)).pages[0].extract_text()
        code = re.search(r"\b[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}\b", text)
        assert code
        day = receipt["at"][:10]
        verified = await client.get(
            "/verify", params={"reference": receipt["id"], "date": day, "code": code[0]}
        )
        assert "Cette pièce a bien été établie" in await verified.text()

    async def test_an_id_of_none_is_not_found(self, client: TestClient) -> None:
        for path in ("/deletion/ABCDEFGHJKLM", "/deletion/ABCDEFGHJKLM.pdf"):
            assert (await client.get(path)).status == 404


class TestWithoutJavaScript:
    async def test_it_is_shown_saved_and_deleted_by_forms(self, client: TestClient) -> None:
        form = {"conversation": await begun(client), "lang": "fr"}
        page = await (await client.post("/assistant/data", data=form)).text()
        assert "Voici ce que je garde" in page
        saved = await client.post("/assistant/data", data={**form, "as": "json"})
        assert (await saved.json())["messages"][0]["you"] == SECRET
        gone = await client.post("/assistant/forget", data=form)
        assert gone.url.path.startswith("/deletion/")
        assert "Effacé le" in await gone.text()
        again = await client.post("/assistant/data", data=form)
        assert again.status == 400

    async def test_an_old_form_does_not_begin_the_deleted_conversation_anew(
        self, client: TestClient, database: Database
    ) -> None:
        token = await begun(client)
        await client.post("/assistant/forget", data={"conversation": token, "lang": "fr"})
        await client.get("/assistant")  # another conversation, by the cookie
        old = {"conversation": token, "message": SECRET, "client_id": str(uuid4()), "lang": "fr"}
        answer = await client.post("/assistant", data=old)
        assert answer.status == 400
        assert SECRET in await answer.text()  # what was typed is not lost
        async with database.reading() as session:
            assert (await session.exec(select(Conversation))).all() == []


class TestOneTicket:
    async def test_who_has_reference_and_code_saves_all_of_it(self, client: TestClient) -> None:
        ticket = await files_a_complaint(client, await begun(client))
        client.session.cookie_jar.clear()
        door = await (await client.get("/suivi?lang=fr")).text()
        csrf = re.search(r'name="csrf" value="([^"]+)"', door)
        assert csrf
        keys = {"reference": ticket["reference"], "code": ticket["code"], "csrf": csrf[1]}
        opened = await client.post("/suivi", data={**keys, "lang": "fr"})
        assert "/suivi/ticket/data.zip" in await opened.text()
        held = await (await client.get("/suivi/ticket/data.json")).json()
        assert held["tickets"][0]["description"] == "On garde ma voiture au port depuis un mois."
        assert list(held) == ["tickets"]
        archive = await (await client.get("/suivi/ticket/data.zip")).read()
        assert len(zipfile.ZipFile(io.BytesIO(archive)).namelist()) == 2

    async def test_nobody_else_gets_it(self, client: TestClient) -> None:
        answer = await client.get("/suivi/ticket/data.json", allow_redirects=False)
        assert answer.status == 303


def _only(archive: zipfile.ZipFile, ending: str) -> str:
    [name] = [name for name in archive.namelist() if name.endswith(ending)]
    return name
