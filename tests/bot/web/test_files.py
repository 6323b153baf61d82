"""Files in the chat: taken by content, refused in words, given back to nobody else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest
from aiohttp import ClientResponse, FormData, MultipartWriter
from aiohttp.test_utils import TestClient
from sqlmodel import select

from bot.files.checking import MAX_BYTES
from bot.files.serving import POWERLESS
from bot.files.store import FileStore
from bot.storage.database import Database
from bot.storage.models import Attachment
from tests.bot.files.samples import OGG_VOICE, gps_exif, image_bytes, scan
from tests.bot.web.conftest import EMBEDDING_SITE

FILES = "/api/chat/files"


async def begin(client: TestClient, message: str = "bonjour tout le monde") -> dict[str, str]:
    """The bearer header of a new conversation."""
    body = {"conversation": None, "message": message, "client_id": str(uuid4())}
    answer = await (await client.post("/api/chat", json=body)).json()
    return {"Authorization": f"Bearer {answer['conversation']}"}


async def send(
    client: TestClient,
    headers: dict[str, str],
    data: bytes,
    name: str = "photo.jpg",
    client_id: str | None = None,
    content_type: str = "image/jpeg",
) -> ClientResponse:
    form = FormData()
    form.add_field("client_id", client_id or str(uuid4()))
    form.add_field("file", data, filename=name, content_type=content_type)
    return await client.post(FILES, data=form, headers=headers)


async def refused(response: ClientResponse, status: int) -> dict[str, Any]:
    assert response.status == status
    return dict((await response.json())["error"])


async def rows(database: Database) -> list[Attachment]:
    async with database.reading() as session:
        return list((await session.exec(select(Attachment))).all())


@pytest.mark.parametrize(
    ("data", "kind", "name"),
    [
        (image_bytes(exif=gps_exif()), "image", "papier.jpg"),
        (image_bytes("PNG"), "image", "papier.png"),
        (image_bytes("WEBP"), "image", "papier.webp"),
        (scan(), "document", "papier.pdf"),
        (OGG_VOICE, "voice", "papier.ogg"),
    ],
)
async def test_a_file_is_taken_for_what_it_is(
    client: TestClient, data: bytes, kind: str, name: str
) -> None:
    response = await send(client, await begin(client), data, "papier", content_type="text/html")
    answer = await response.json()
    assert response.status == 200
    assert set(answer) == {"id", "kind", "name", "size", "reply"}
    assert (answer["kind"], answer["name"]) == (kind, name)


async def test_what_is_kept_tells_no_place(client: TestClient, store: FileStore) -> None:
    answer = await send(client, await begin(client), image_bytes(exif=gps_exif()))
    kept = await store.read((await answer.json())["id"])
    assert b"Telephone" not in kept
    assert b"Exif" not in kept


@pytest.mark.parametrize("data", [b"<svg onload='x'/>", b"<!doctype html><script>", b"MZ\x90"])
async def test_content_decides_and_not_the_name(
    client: TestClient, database: Database, data: bytes
) -> None:
    error = await refused(await send(client, await begin(client), data, "photo.jpg"), 415)
    assert error["code"] == "file_type_refused"
    assert "messages vocaux" in error["message"]
    assert await rows(database) == []


async def test_a_refusal_is_worded_in_the_language_of_the_conversation(client: TestClient) -> None:
    headers = await begin(client, "السلام عليكم، أريد معلومات عن برنامج الثقافة")
    error = await refused(await send(client, headers, scan()[:400]), 422)
    assert error["code"] == "file_broken"
    assert "تالف" in error["message"]


async def test_a_refused_file_loses_nothing_of_the_conversation(client: TestClient) -> None:
    headers = await begin(client)
    await refused(await send(client, headers, b"<html>"), 415)
    shown = await (await client.get("/api/chat/messages", headers=headers)).json()
    assert shown["messages"][0]["text"] == "bonjour tout le monde"
    assert (await send(client, headers, image_bytes())).status == 200


async def test_too_large_a_file_is_refused_by_its_length(client: TestClient) -> None:
    error = await refused(await send(client, await begin(client), bytes(MAX_BYTES + 50_000)), 413)
    assert (error["code"], error["fields"]) == ("file_too_large", {"limit_mb": 10})


async def test_a_body_without_a_length_is_read_up_to_the_limit_only(client: TestClient) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(10 * MAX_BYTES // 65_536):
            sent += 65_536
            yield bytes(65_536)

    with MultipartWriter("form-data") as form:
        part = form.append(endless())
        part.set_content_disposition("form-data", name="file", filename="x.jpg")
    headers = await begin(client)
    try:
        response = await client.post(FILES, data=form, headers=headers)
    except OSError:
        pass  # the server hung up in the middle, as it may
    else:
        assert (await refused(response, 413))["code"] == "file_too_large"
    assert sent < 5 * MAX_BYTES


async def test_ten_megabytes_are_taken(client: TestClient) -> None:
    response = await send(client, await begin(client), OGG_VOICE.ljust(MAX_BYTES, b"\0"))
    assert (await response.json())["size"] == MAX_BYTES


async def test_a_retry_is_one_file(client: TestClient, database: Database) -> None:
    headers, client_id = await begin(client), str(uuid4())
    first, again = [
        await (await send(client, headers, image_bytes(), client_id=client_id)).json()
        for _ in range(2)
    ]
    assert first == again
    assert len(await rows(database)) == 1


async def test_the_sixth_file_that_waits_is_refused(client: TestClient) -> None:
    headers = await begin(client)
    for _ in range(5):
        assert (await send(client, headers, image_bytes())).status == 200
    error = await refused(await send(client, headers, image_bytes()), 409)
    assert (error["code"], error["fields"]) == ("too_many_files", {"limit": 5})
    assert (await send(client, await begin(client), image_bytes())).status == 200


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "..\\..\\x", "/abs/x", "\u202egpj.x"])
async def test_a_name_reaches_no_path(client: TestClient, store: FileStore, name: str) -> None:
    answer = await (await send(client, await begin(client), image_bytes(), name)).json()
    assert not set("/\\\u202e") & set(answer["name"])
    assert store.path(answer["id"]).is_file()


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer nonsense"}])
async def test_nothing_is_taken_without_the_token(
    client: TestClient, database: Database, headers: dict[str, str]
) -> None:
    assert (await send(client, headers, image_bytes())).status == 404
    assert await rows(database) == []


async def test_what_is_no_form_is_refused(client: TestClient) -> None:
    headers = await begin(client)
    form = {**headers, "Content-Type": "multipart/form-data; boundary=x"}
    for options in (
        {"json": {}, "headers": headers},
        {"data": b"", "headers": {**headers, "Content-Type": "multipart/form-data"}},
        {"data": b"--x\r\nContent-Disposition: form-data; name=file", "headers": form},
        {"data": b"--x\r\n\r\n--x--", "headers": form},
        {"data": {"client_id": str(uuid4())}, "headers": headers},
    ):
        error = await refused(await client.post(FILES, **options), 400)
        assert error["code"] == "malformed_request"
    error = await refused(await send(client, headers, image_bytes(), client_id="x"), 400)
    assert error["fields"] == {"field": "client_id"}


async def test_ones_own_file_comes_back_powerless(client: TestClient) -> None:
    headers = await begin(client)
    sent = await (await send(client, headers, scan(), 'acte "é".pdf')).json()
    response = await client.get(f"{FILES}/{sent['id']}", headers=headers)
    assert response.status == 200
    assert len(await response.read()) == sent["size"]
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''acte")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == POWERLESS
    assert response.headers["Cache-Control"] == "private, no-store"


async def test_nobody_elses_file_is_found(client: TestClient) -> None:
    mine, other = await begin(client), await begin(client)
    sent = await (await send(client, mine, image_bytes())).json()
    answers = [
        await client.get(f"{FILES}/{file_id}", headers=headers)
        for file_id, headers in [
            (sent["id"], other),
            (uuid4().hex, mine),
            ("..%2F..%2Fetc%2Fpasswd", mine),
        ]
    ]
    errors = [await refused(answer, 404) for answer in answers]
    assert {error["code"] for error in errors} == {"no_such_file"}
    assert (await client.get(f"{FILES}/{sent['id']}")).status == 404


async def test_a_listed_site_may_send_files(client: TestClient) -> None:
    for path in (FILES, f"{FILES}/{uuid4().hex}"):
        answer = await client.options(path, headers={"Origin": EMBEDDING_SITE})
        assert answer.headers["Access-Control-Allow-Origin"] == EMBEDDING_SITE
