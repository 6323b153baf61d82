"""Files of a chat are scanned like all others; what stands beside them is lost in no case."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.files.scanning import Clamd
from bot.files.store import FileStore
from bot.replies.render import Renderer
from bot.storage.database import Database
from bot.storage.models import Attachment, now
from tests.bot.files.samples import OGG_VOICE, image_bytes, infected
from tests.bot.rasa_stand_in import RasaStandIn
from tests.clamd import Addresses
from tests.telegram_server.citizens import Citizen

pytestmark = pytest.mark.usefixtures("polling")

INFECTED = infected()


@pytest.fixture
def scanner(clamd_addresses: Addresses) -> Clamd:
    return Clamd(clamd_addresses.unix)


async def nothing_is_kept(database: Database, store: FileStore) -> bool:
    async with database.reading() as session:
        row = (await session.exec(select(Attachment))).first()
    return row is None and not await store.older_than(now() + timedelta(days=1))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("photo", INFECTED["jpeg-comment"]),
        ("document", INFECTED["pdf-comment"]),
        ("voice", INFECTED["ogg"]),
    ],
)
async def test_an_infected_file_is_refused_in_words_and_the_next_is_taken(
    amina: Citizen,
    renderer: Renderer,
    database: Database,
    store: FileStore,
    kind: str,
    data: bytes,
) -> None:
    await getattr(amina, f"send_{kind}")(data)
    await amina.has(1)
    assert amina.texts == [renderer.words("fr", "error-file-infected")]
    assert await nothing_is_kept(database, store)
    await amina.send_voice(OGG_VOICE)
    await amina.has(2)
    assert amina.texts[1] == renderer.words("fr", "voice-taken")


@pytest.mark.parametrize("scanner", [Clamd("unix:/nowhere/clamd.ctl")], ids=["gone"])
async def test_without_a_scanner_no_file_is_taken_and_its_caption_is_a_turn(
    brahim: Citizen, rasa: RasaStandIn, renderer: Renderer, database: Database, store: FileStore
) -> None:
    rasa.said = [{"say": "help"}]
    await brahim.send_photo(image_bytes(), caption="هذا جواز سفري")
    await brahim.has(2)
    assert brahim.texts[0] == renderer.words("ar", "error-files-unavailable")
    assert [turn["text"] for turn in rasa.asked] == ["هذا جواز سفري"]
    assert await nothing_is_kept(database, store)
