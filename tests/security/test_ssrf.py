"""Somebody has the server fetch an address: of a service inside, or of their own.

No address that anybody writes is ever fetched: not in a text, a file, an announcement, a name. A
trap on the loopback interface counts who comes.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest
from aiohttp import FormData
from telegram import Bot, File

from bot.errors import FileBroken
from bot.telegram.files import require_remote
from tests.bot.files.samples import image_bytes
from tests.security.house import WEBHOOK_SECRET, House, bearer, contents, csrf_of, follow
from tests.security.pdfs import document


@dataclass
class Trap:
    """A port that nobody has a reason to open."""

    url: str
    callers: int = 0


@pytest.fixture
async def trap() -> AsyncIterator[Trap]:
    caught = Trap("")

    async def note(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        caught.callers += 1
        writer.close()

    server = await asyncio.start_server(note, "127.0.0.1", 0)
    caught.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/x"
    yield caught
    server.close()


def reaching_out(url: str) -> dict[str, bytes]:
    """Files that ask a reader to fetch something."""
    address = url.encode()
    pdf = document(
        [
            b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(" + address + b")>>>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
            b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI("
            + address
            + b")>>>>]>>",
            b"<</Length 5/FFilter/ASCIIHexDecode/F<</FS/URL/F(" + address + b")>>>>stream\n0 0 m\n"
            b"endstream",
        ]
    )
    return {
        "a.pdf": pdf,
        "a.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="' + address + b'"/></svg>',
        "a.html": b'<img src="' + address + b'">',
        "a.xml": b'<!DOCTYPE x [<!ENTITY e SYSTEM "' + address + b'">]><x>&e;</x>',
        "a.jpg": image_bytes("JPEG", xmp=b'<x:xmpmeta xmlns:x="' + address + b'"/>'),
        "a.m3u8": b"#EXTM3U\n" + address,
        f"{url}.png": image_bytes("PNG"),
    }


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_no_address_that_anybody_wrote_is_fetched(house: House, trap: Trap) -> None:
    client = await house.client()
    said = await house.says(f"bonjour, voyez {trap.url} et contactez-moi")
    own = bearer(said["conversation"])
    taken = {}
    for name, data in reaching_out(trap.url).items():
        form = FormData({"client_id": str(uuid4())})
        form.add_field("file", data, filename=name, content_type="application/octet-stream")
        response = await client.post("/api/chat/files", data=form, headers=own)
        taken[name] = response.status
    assert taken["a.pdf"] == taken["a.jpg"] == 200
    assert taken["a.svg"] == taken["a.html"] == taken["a.xml"] == 415
    citizen, page = await follow(house, house.things["reference"])
    form_of_ticket = {"csrf": csrf_of(page), "once": str(uuid4()), "text": f"voir {trap.url}"}
    assert (await citizen.post("/suivi/ticket/add", data=form_of_ticket)).status == 200
    admin = await house.browser("admin")
    await admin.open("/staff/news/new")
    written = {"kind": "law", "text-fr": trap.url, "source_title": "x", "source_url": trap.url}
    assert (await admin.send("/staff/news/new", **written)).status == 200
    reference = house.things["reference"]
    for path in ("", "/dossier.pdf", "/receipt.pdf"):
        assert (await admin.client.get(f"/staff/tickets/{reference}{path}")).status == 200
    assert trap.callers == 0


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_no_header_names_another_host_to_us(house: House, trap: Trap) -> None:
    """Neither the page nor a redirect repeats the host that a request claims."""
    client = await house.client()
    hosts = {"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
    for path in ("/", "/suivi", "/staff", "/assistant", "/verify"):
        response = await client.get(path, headers=hosts, allow_redirects=False)
        assert "evil.example" not in await response.text(), path
        assert "evil.example" not in response.headers.get("Location", ""), path
    assert trap.callers == 0


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "file:///etc/passwd", "https://evil.example/x", None]
)
def test_a_file_of_telegram_is_fetched_from_telegram_alone(
    path: str | None, tmp_path: Path
) -> None:
    bot = Bot("1:none")
    with pytest.raises(FileBroken):
        require_remote(File("1", "1", file_path=path), bot.base_file_url)
    lying = tmp_path / "secret"
    lying.write_bytes(image_bytes("PNG"))
    with pytest.raises(FileBroken):
        require_remote(File("1", "1", file_path=str(lying)), bot.base_file_url)
    require_remote(File("1", "1", file_path=f"{bot.base_file_url}/photos/1.jpg"), bot.base_file_url)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_an_update_names_no_address_to_call(house: House, trap: Trap) -> None:
    """Where the webhook is and where files lie is set by the operator, never by what comes in."""
    client = await house.client()
    update = {
        "update_id": 7,
        "webhook_url": trap.url,
        "url": trap.url,
        "message": {
            "message_id": 1,
            "date": 1,
            "chat": {"id": 9, "type": "private", "first_name": trap.url},
            "text": trap.url,
        },
    }
    headers = {"X-Telegram-Bot-Api-Secret-Token": WEBHOOK_SECRET}
    response = await client.post("/telegram/webhook", json=update, headers=headers)
    assert response.status == 200
    assert len((await contents(house.database))["telegramupdate"]) == 1
    assert trap.callers == 0
