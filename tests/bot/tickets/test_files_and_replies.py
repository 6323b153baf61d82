"""A file comes while staff write on its ticket: neither stops the other."""

from __future__ import annotations

import asyncio
from uuid import uuid4

from bot.storage.database import Database
from bot.storage.models import Attachment, OutboxMessage
from bot.tickets.attachments import Attachments, SentFile
from bot.tickets.casework import Casework
from tests.bot.files.samples import image_bytes
from tests.bot.staff.seeding import seed
from tests.bot.tickets.desk_room import hire, one, rows

ROUNDS = 6


async def test_files_and_answers_at_once_are_all_kept(
    database: Database, attachments: Attachments
) -> None:
    [reference] = await seed(database, 1, state="open")
    salma = await hire(database, "Salma")
    casework = Casework(database)
    await casework.ask_back(reference, salma, "Des photos ?")
    conversation_id = (await one(database, reference)).conversation_id
    data = image_bytes()
    files = [
        attachments.take(SentFile(uuid4().hex, "photo.jpg", data, conversation_id))
        for _ in range(ROUNDS)
    ]
    answers = [casework.reply(reference, salma, f"Merci, {number}.") for number in range(ROUNDS)]
    await asyncio.gather(*files, *answers)
    kept = await rows(database, Attachment)
    assert len(kept) == ROUNDS
    assert all(file.ticket_id is not None for file in kept)
    assert len(await rows(database, OutboxMessage)) == 1 + ROUNDS
