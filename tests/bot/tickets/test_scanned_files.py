"""A file is scanned before anything else is done with it; without a scanner nothing is kept."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlmodel import select

from bot.errors import FileInfected, FilesUnavailable
from bot.files.scanning import Clamd
from bot.files.store import FileStore
from bot.storage.database import Database
from bot.storage.models import Attachment, Conversation, now
from bot.tickets.attachments import Attachments, SentFile
from tests.bot.files.samples import image_bytes, infected
from tests.clamd import Addresses

CONVERSATION = "c1"
INFECTED = infected()
GONE = Clamd("unix:/nowhere/clamd.ctl")


@pytest.fixture
def scanner(clamd_addresses: Addresses) -> Clamd:
    return Clamd(clamd_addresses.unix)


@pytest.fixture(autouse=True)
async def conversation(database: Database) -> None:
    async with database.writing() as session:
        session.add(Conversation(id=CONVERSATION, channel="web"))


def sent(data: bytes) -> SentFile:
    return SentFile(uuid4().hex, "photo.jpg", data, CONVERSATION)


async def rows(database: Database) -> list[Attachment]:
    async with database.reading() as session:
        return list((await session.exec(select(Attachment))).all())


async def kept(store: FileStore) -> dict[str, Path]:
    return await store.older_than(now() + timedelta(days=1))


@pytest.mark.parametrize("name", INFECTED)
async def test_nothing_is_left_of_an_infected_file(
    attachments: Attachments, database: Database, store: FileStore, name: str
) -> None:
    with pytest.raises(FileInfected):
        await attachments.take(sent(INFECTED[name]))
    assert (await rows(database), await kept(store)) == ([], {})


async def test_a_clean_file_is_kept(
    attachments: Attachments, database: Database, store: FileStore
) -> None:
    taken = await attachments.take(sent(image_bytes()))
    assert [row.id for row in await rows(database)] == [taken.attachment.id]
    assert set(await kept(store)) == {taken.attachment.id}


async def test_without_its_scanner_no_file_is_kept_and_with_it_the_same_file_is(
    attachments: Attachments, database: Database, store: FileStore
) -> None:
    file = sent(image_bytes())
    with pytest.raises(FilesUnavailable):
        await Attachments(database, store, GONE).take(file)
    assert (await rows(database), await kept(store)) == ([], {})
    await attachments.take(file)
    assert len(await rows(database)) == 1


async def test_a_file_that_was_taken_needs_no_scanner_to_be_found_again(
    attachments: Attachments, database: Database, store: FileStore
) -> None:
    file = sent(image_bytes())
    first = await attachments.take(file)
    again = await Attachments(database, store, GONE).take(file)
    assert again.attachment.id == first.attachment.id


async def test_a_file_is_scanned_before_it_is_decoded(attachments: Attachments) -> None:
    with pytest.raises(FileInfected):
        await attachments.take(sent(INFECTED["png-text"][:-20]))  # it cannot be read to its end
