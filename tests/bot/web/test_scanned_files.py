"""Infected files are refused in words wherever they come in, and all files without a scanner."""

from __future__ import annotations

from datetime import timedelta

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient
from prometheus_client import REGISTRY

from bot.files.scanning import Clamd
from bot.files.store import FileStore
from bot.storage.database import Database
from bot.storage.models import now
from tests.bot.files.samples import OGG_VOICE, image_bytes, infected
from tests.bot.staff.seeding import seed
from tests.bot.web.test_assistant import hidden, post, with_file
from tests.bot.web.test_files import begin, rows, send
from tests.bot.web.test_following import Browser, written
from tests.clamd import EICAR, Addresses
from tests.fuzz.contract import PUBLIC, Answered, Contract, read_document

INFECTED = infected()
FOUND, UNAVAILABLE = "Un virus a été trouvé", "Je ne peux pas prendre de fichiers en ce moment"

without_scanner = pytest.mark.parametrize(
    "scanner", [Clamd("unix:/nowhere/clamd.ctl")], ids=["gone"]
)


@pytest.fixture
def scanner(clamd_addresses: Addresses) -> Clamd:
    return Clamd(clamd_addresses.unix)


async def nothing_is_kept(database: Database, store: FileStore) -> bool:
    return not await rows(database) and not await store.older_than(now() + timedelta(days=1))


async def as_described(response: ClientResponse, path: str) -> bool:
    answered = Answered(response.status, response.headers["Content-Type"], await response.read())
    Contract(read_document(PUBLIC)).check("POST", path, answered)
    return True


@pytest.mark.parametrize("name", INFECTED)
async def test_the_chat_refuses_an_infected_file_and_takes_the_next(
    client: TestClient, database: Database, store: FileStore, name: str
) -> None:
    headers = await begin(client)
    response = await send(client, headers, INFECTED[name])
    assert response.status == 422
    assert await as_described(response, "/api/chat/files")
    error = (await response.json())["error"]
    assert (error["code"], error["fields"]) == ("file_infected", {})
    assert FOUND in error["message"]
    assert await nothing_is_kept(database, store)
    assert (await send(client, headers, image_bytes())).status == 200


async def test_the_test_file_of_an_operator_tells_that_there_is_a_scanner(
    client: TestClient,
) -> None:
    response = await send(client, await begin(client), EICAR, "eicar.com")
    assert (await response.json())["error"]["code"] == "file_infected"


@without_scanner
async def test_the_chat_takes_no_file_without_a_scanner_and_goes_on(
    client: TestClient, database: Database, store: FileStore
) -> None:
    headers = await begin(client)
    response = await send(client, headers, image_bytes())
    assert response.status == 503
    assert int(response.headers["Retry-After"]) > 0
    assert await as_described(response, "/api/chat/files")
    error = (await response.json())["error"]
    assert error["code"] == "files_unavailable"  # a code: the widget does not send again by itself
    assert UNAVAILABLE in error["message"]
    assert await nothing_is_kept(database, store)
    shown = await (await client.get("/api/chat/messages", headers=headers)).json()
    assert shown["messages"][0]["text"] == "bonjour tout le monde"


async def enclosed_at_assistant(client: TestClient, data: bytes) -> ClientResponse:
    page = await (await client.get("/assistant?lang=fr")).text()
    page = await post(client, page, message="bonjour")
    fields = {name: hidden(page, name) for name in ("conversation", "client_id", "lang")}
    return await client.post("/assistant/file", data=with_file(fields, "photo.jpg", data))


async def test_the_plain_page_refuses_an_infected_file(
    client: TestClient, database: Database, store: FileStore
) -> None:
    response = await enclosed_at_assistant(client, INFECTED["jpeg-comment"])
    assert response.status == 400
    assert FOUND in await response.text()
    assert await nothing_is_kept(database, store)


@without_scanner
async def test_the_plain_page_takes_no_file_without_a_scanner_and_goes_on(
    client: TestClient, database: Database, store: FileStore
) -> None:
    response = await enclosed_at_assistant(client, image_bytes())
    assert response.status == 503
    assert int(response.headers["Retry-After"]) > 0
    assert await as_described(response, "/assistant/file")
    page = await response.text()
    assert UNAVAILABLE in page
    assert await nothing_is_kept(database, store)
    assert "encore moi" in await post(client, page, message="encore moi")


async def test_what_is_added_to_a_ticket_is_taken_without_the_infected_file(
    client: TestClient, database: Database
) -> None:
    await seed(database, 1)
    browser = Browser(client)
    await browser.enter()
    files = [("note.ogg", INFECTED["ogg"]), ("bon.jpg", image_bytes())]
    assert (await browser.enclose(*files, text="Voici.")).status == 422
    for told in ("note.ogg", FOUND, "Le reste"):
        assert told in browser.page
    assert [row.name for row in await rows(database)] == ["bon.jpg"]
    assert "Voici." in await written(database)


@without_scanner
async def test_what_is_added_to_a_ticket_without_a_scanner_keeps_its_words(
    client: TestClient, database: Database, store: FileStore
) -> None:
    await seed(database, 1)
    browser, before = Browser(client), failed_scans()
    await browser.enter()
    files = [("a.jpg", image_bytes()), ("b.ogg", OGG_VOICE), ("c.jpg", image_bytes())]
    assert (await browser.enclose(*files, text="Voici.")).status == 422
    for told in ("a.jpg", "b.ogg", "c.jpg", UNAVAILABLE, "Le reste"):
        assert told in browser.page
    assert await written(database) == ["Voici."]
    assert await nothing_is_kept(database, store)
    assert failed_scans() == before + 1  # a scanner that hangs is waited for once


def failed_scans() -> float:
    return REGISTRY.get_sample_value("jisr_file_scans_total", {"outcome": "failed"}) or 0.0
