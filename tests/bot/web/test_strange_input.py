"""Input that no page of ours sends is refused by name, never an error of the server."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

from aiohttp.test_utils import TestClient

PLAIN = "application/x-www-form-urlencoded"


async def begun(client: TestClient[Any, Any]) -> tuple[str, dict[str, str]]:
    """The token of a conversation, and the header that carries it."""
    body = {"client_id": str(uuid4()), "message": "bonjour"}
    token = (await (await client.post("/api/chat", json=body)).json())["conversation"]
    return token, {"Authorization": f"Bearer {token}"}


async def test_nul_and_halves_of_letters_are_no_choice(client: TestClient[Any, Any]) -> None:
    token, _headers = await begun(client)
    for choice in ("\0", "\ud800", "a\0b"):
        body = {"client_id": str(uuid4()), "conversation": token, "choice": choice}
        assert (await client.post("/api/chat", json=body)).status == 409
        form = {"client_id": str(uuid4()), "conversation": token, "choice": choice}
        if choice.isascii():
            assert (await client.post("/assistant", data=form)).status == 400


async def test_a_number_too_large_for_a_row_is_refused(client: TestClient[Any, Any]) -> None:
    _token, headers = await begun(client)
    response = await client.get(f"/api/chat/messages?after={'9' * 18}", headers=headers)
    assert response.status == 400


async def test_a_file_of_no_name_is_not_found(client: TestClient[Any, Any]) -> None:
    _token, headers = await begun(client)
    assert (await client.get("/api/chat/files/%00", headers=headers)).status == 404


async def test_a_file_with_a_broken_header_is_refused(client: TestClient[Any, Any]) -> None:
    _token, headers = await begun(client)
    head = b'Content-Disposition: form-data; name="file"; filename="a\0.png"'
    body = b"--x\r\n" + head + b"\r\n\r\nabc\r\n--x--\r\n"
    headers["Content-Type"] = "multipart/form-data; boundary=x"
    response = await client.post("/api/chat/files", data=body, headers=headers)
    assert response.status == 400


async def test_a_body_that_cannot_be_unpacked_is_refused(client: TestClient[Any, Any]) -> None:
    headers = {"Content-Type": PLAIN, "Content-Encoding": "gzip", "Connection": "close"}
    for path in ("/suivi", "/suivi/ticket/add", "/assistant", "/api/chat"):
        assert (await client.post(path, data=b"no gzip", headers=headers)).status == 400, path


async def test_a_reference_with_nul_and_one_of_halves_of_letters_are_not_found(
    client: TestClient[Any, Any],
) -> None:
    page = await (await client.get("/suivi")).text()
    csrf = re.search(r'name="csrf" value="([^"]+)"', page)
    assert csrf
    form = {"csrf": csrf[1], "reference": "\0", "code": "\0"}
    assert (await client.post("/suivi", data=form)).status == 404
    body = rf"csrf={csrf[1]}&reference=\ud800&code=\ud800".encode()
    headers = {"Content-Type": f"{PLAIN}; charset=unicode_escape"}
    assert (await client.post("/suivi", data=body, headers=headers)).status == 404


async def test_a_number_is_no_id_of_a_message(client: TestClient[Any, Any]) -> None:
    digits = 12345678901234567890123456789012  # as text it would be a UUID without its dashes
    response = await client.post("/api/chat", json={"client_id": digits, "message": "bonjour"})
    assert response.status == 400
    assert (await response.json())["error"]["fields"] == {"field": "client_id"}
