"""Photos, documents and recordings in Telegram: kept for the ticket, answered in words."""

from __future__ import annotations

import pytest
from sqlmodel import col, select, update

from bot.files.checking import ALLOWED, MAX_BYTES
from bot.files.store import FileStore
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import Attachment, Ticket, TicketMessage
from bot.telegram.chats import conversation_id
from bot.tickets.desk import Desk, Filing
from tests.bot.files.samples import OGG_VOICE, gps_exif, image_bytes, scan
from tests.bot.rasa_stand_in import RasaStandIn
from tests.bot.tickets.drafts import FULL
from tests.telegram_server.citizens import Citizen
from tests.telegram_server.errors import server_fault
from tests.telegram_server.server import TelegramServer

pytestmark = pytest.mark.usefixtures("polling")


async def rows(database: Database) -> list[Attachment]:
    async with database.reading() as session:
        found = await session.exec(select(Attachment).order_by(col(Attachment.created_at)))
        return list(found.all())


@pytest.mark.parametrize(
    ("kind", "data", "name", "key"),
    [
        ("photo", image_bytes(exif=gps_exif()), "image.jpg", "file-taken"),
        ("document", scan(), "dossier.pdf", "file-taken"),
        ("voice", OGG_VOICE, "voice.ogg", "voice-taken"),
    ],
)
async def test_a_file_is_kept_and_told_without_a_turn(
    amina: Citizen,
    rasa: RasaStandIn,
    renderer: Renderer,
    database: Database,
    store: FileStore,
    kind: str,
    data: bytes,
    name: str,
    key: str,
) -> None:
    await getattr(amina, f"send_{kind}")(data)
    await amina.has(1)
    [kept] = await rows(database)
    assert amina.texts == [renderer.words("fr", key)]
    assert (kept.conversation_id, kept.name) == (conversation_id(amina.id), name)
    assert b"Telephone" not in await store.read(kept.id)
    assert rasa.asked == []


async def test_a_recording_sent_as_music_is_a_voice_note(
    amina: Citizen, database: Database
) -> None:
    await amina.send_audio(OGG_VOICE, "memo.mp3")
    await amina.has(1)
    [kept] = await rows(database)
    assert (kept.kind, kept.name) == ("voice", "memo.mp3.ogg")


async def test_the_citizens_language_is_spoken(brahim: Citizen, renderer: Renderer) -> None:
    await brahim.send_document(b"<svg/>", "photo.jpg")
    await brahim.has(1)
    assert brahim.texts == [renderer.words("ar", "error-file-type-refused", allowed=ALLOWED)]


async def test_too_large_a_file_is_refused_before_it_is_fetched(
    amina: Citizen, telegram: TelegramServer, renderer: Renderer, database: Database
) -> None:
    await amina.send_document(OGG_VOICE.ljust(MAX_BYTES + 1, b"\0"))
    await amina.has(1)
    assert amina.texts == [renderer.words("fr", "error-file-too-large", limit_mb=10)]
    assert telegram.calls("getFile") == []
    assert await rows(database) == []


@pytest.mark.parametrize(
    ("data", "key"), [(image_bytes(), "file-taken"), (b"<html>", "error-file-type-refused")]
)
async def test_a_caption_is_a_turn_whatever_becomes_of_its_file(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer, data: bytes, key: str
) -> None:
    rasa.said = [{"say": "help"}]
    await amina.send_photo(data, caption="voici mon passeport expiré")
    await amina.has(2)
    assert amina.texts[0] == renderer.words("fr", key, allowed=ALLOWED)
    assert amina.texts[1] == renderer.words("fr", "help")
    assert [turn["text"] for turn in rasa.asked] == ["voici mon passeport expiré"]


async def test_each_photo_of_an_album_counts_and_each_word_is_said_once(
    amina: Citizen, renderer: Renderer, database: Database
) -> None:
    for _ in range(7):
        await amina.send_photo(image_bytes(), media_group_id="album-1")
    await amina.send_sticker()
    await amina.has(3)
    assert amina.texts == [
        renderer.words("fr", "file-taken"),
        renderer.words("fr", "error-too-many-files", limit=5),
        renderer.words("fr", "telegram-only-text", limit_mb=10),
    ]
    assert len(await rows(database)) == 5


async def test_a_file_that_telegram_did_not_give_is_asked_for_again_and_kept_once(
    amina: Citizen, telegram: TelegramServer, database: Database
) -> None:
    telegram.refuse_next("getFile", server_fault(), times=5)
    await amina.send_photo(image_bytes())
    await amina.has(1)
    assert len(await rows(database)) == 1


async def test_a_ticket_that_waits_for_the_citizen_gets_the_file(
    amina: Citizen, rasa: RasaStandIn, renderer: Renderer, database: Database, desk: Desk
) -> None:
    await amina.send_text("bonjour")
    seen = len(await amina.has(2))
    ticket = await desk.open(FULL, Filing("t", conversation_id(amina.id), "fr"))
    async with database.writing() as session:
        await session.exec(
            update(Ticket).where(col(Ticket.id) == ticket.id).values(state="waiting_citizen")
        )
    await amina.send_photo(image_bytes())
    await amina.has(seen + 1)
    assert amina.texts[-1] == renderer.words("fr", "file-joined", reference=ticket.reference)
    async with database.reading() as session:
        message = (await session.exec(select(TicketMessage))).one()
    assert (message.ticket_id, message.kind) == (ticket.id, "information")
    assert len(rasa.asked) == 1
