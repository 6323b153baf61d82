"""After a deletion nothing of a person is left: in no table, no file, no copy of the database.

Each table says here whether it may hold something of a conversation; one that is added later and
does not say so fails the test.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import JSON, Column, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

from bot.backup.dumping import dump
from bot.dialogue.conversations import Conversations
from bot.dialogue.forgetting import Forgetting
from bot.files.store import FileStore
from bot.storage import models
from bot.storage.database import Database
from bot.storage.models import Conversation, now

CANARY = "kanarienvogel"

# What may hold words of a conversation. A row of each is planted, with the canary wherever text
# can stand, and must be gone.
OF_A_CONVERSATION: tuple[type[SQLModel], ...] = (
    models.Conversation,
    models.Turn,
    models.Choice,
    models.OutboxMessage,
    models.TelegramUpdate,
    models.TurnFeedback,
    models.TurnReview,
    models.ContinuationCode,
    models.ConversationLink,
    models.Subscription,
    models.AnnouncementDelivery,
    models.Attachment,
)

# What stays, and why. Tickets and all that hangs on them are the administration's record.
STAYS: Mapping[str, str] = {
    **dict.fromkeys(
        (
            *("ticket", "ticketmessage", "ticketnote", "ticketwatch", "ticketlink", "incident"),
            *("forwarding", "mail", "staffnotice"),
        ),
        "belongs to a ticket",
    ),
    **dict.fromkeys(
        (
            *("staff", "staffsession", "savedview", "factcheck", "closedday", "announcement"),
            *("releaserequest", "retentionrun"),
        ),
        "is the service's own",
    ),
    **dict.fromkeys(
        ("secret", "lease", "ticketcounter", "sentparts", "endedvisit"), "holds no word of anybody"
    ),
    "consenttext": "is the ministry's text, the same for all",
    "auditrow": "numbers and changes of tickets, never texts",
    "auditseal": "digests of the audit rows",
    "deletion": "the receipt: numbers only",
}


def test_every_table_says_whether_it_holds_something_of_a_conversation() -> None:
    told = {str(table.__tablename__) for table in OF_A_CONVERSATION} | set(STAYS)
    assert set(SQLModel.metadata.tables) - told == set()
    assert told - set(SQLModel.metadata.tables) == set()


@pytest.fixture
def forgetting(database: Database, conversations: Conversations, store: FileStore) -> Forgetting:
    return Forgetting(database, conversations, store, backup_days=30)


class Planter:
    """Plants one row of each table, with the canary in every text that is no key."""

    def __init__(self, conversation: Conversation, staff: int, announcement: int) -> None:
        self._channel = conversation.channel
        self._known: Mapping[str, Any] = {
            "conversation_id": conversation.id,
            "from_id": conversation.id,
            "to_id": None,
            "chat_id": conversation.address or "",
            "staff_id": staff,
            "announcement_id": announcement,
            "ticket_id": None,
            "message_id": None,
            "state": "failed",
            "said": {"say": "staff-reply", "args": {"reference": "R", "text": CANARY}},
            "turn_id": f"{conversation.channel}:{conversation.id}:{CANARY}",
            "lang": "fr",
            "ended_at": now(),
            "update_id": 4711,
        }

    def row(self, table: type[SQLModel]) -> SQLModel:
        """A row as it may lie there."""
        values = dict(self._values(table))
        if table is models.Attachment:
            values["id"] = uuid4().hex
        return table(**values)

    def _values(self, table: type[SQLModel]) -> Iterator[tuple[str, Any]]:
        for column in SQLModel.metadata.tables[str(table.__tablename__)].columns:
            if column.name in self._known:
                yield column.name, self._known[column.name]
            elif column.autoincrement is not True and not _is_number_key(column):
                yield column.name, _planted(column)


def _is_number_key(column: Column[Any]) -> bool:
    return column.primary_key and _python_type(column) is int


def _python_type(column: Column[Any]) -> type:
    kept = column.type
    return kept.impl_instance.python_type if isinstance(kept, TypeDecorator) else kept.python_type


def _planted(column: Column[Any]) -> Any:
    if isinstance(column.type, JSON):
        return {"text": CANARY}
    kind = _python_type(column)
    if kind is str:
        return f"{CANARY} {uuid4().hex if column.primary_key or column.unique else ''}"
    if issubclass(kind, datetime):
        return now()
    return kind(1)


async def plant(database: Database, store: FileStore, channel: str, address: str | None) -> str:
    """A person of whom there is everything; gives their conversation."""
    person = Conversation(
        channel=channel,
        address=address,
        topic=CANARY,
        rasa_state=[{"event": "slot", "name": "description", "value": CANARY}],
    )
    async with database.writing() as session:
        staff = models.Staff(username=uuid4().hex, password_hash="", name="N")
        session.add_all([person, staff])
        await session.flush()
        news = models.Announcement(kind="law", created_by=models.row_id(staff))
        session.add(news)
        await session.flush()
        planter = Planter(person, models.row_id(staff), models.row_id(news))
        for table in OF_A_CONVERSATION[1:]:
            if table is models.TelegramUpdate and address is None:
                continue
            row = planter.row(table)
            session.add(row)
            await session.flush()
            if isinstance(row, models.Attachment):
                await store.write(row.id, CANARY.encode())
    return person.id


async def words_left(database: Database) -> str:
    """All that can be read in the database: every table there is, those of the search too."""
    listing = (
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        if database.is_sqlite
        else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    )
    async with database.reading() as session:
        connection = await session.connection()
        names = (await connection.execute(text(listing))).scalars().all()
        rows = [
            (name, (await connection.execute(text(f'SELECT * FROM "{name}"'))).all())  # noqa: S608
            for name in names
        ]
    return repr(rows)


def bytes_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.parametrize(("channel", "address"), [("web", None), ("telegram", "4711")])
async def test_nothing_is_left_in_any_table_file_or_copy(
    forgetting: Forgetting,
    database: Database,
    database_url: str,
    store: FileStore,
    tmp_path: Path,
    channel: str,
    address: str | None,
) -> None:
    person = await plant(database, store, channel, address)
    before = await words_left(database)
    assert before.count(CANARY) > len(OF_A_CONVERSATION)
    assert CANARY.encode() in bytes_below(tmp_path / "files")

    receipt = (await forgetting.forget(person)).receipt

    left = await words_left(database)
    assert CANARY not in left
    assert person not in left
    assert receipt.id in left
    dump(database_url, tmp_path / "copy")
    # The files of the database itself lie there too: SQLite's main file and its log.
    assert CANARY.encode() not in bytes_below(tmp_path)


async def test_a_second_person_keeps_everything(
    forgetting: Forgetting, database: Database, store: FileStore, tmp_path: Path
) -> None:
    person = await plant(database, store, "web", None)
    async with database.writing() as session:
        other = Conversation(channel="web", topic="nachtigall")
        session.add(other)
    await store.write(uuid4().hex, b"nachtigall")
    await forgetting.forget(person)
    assert "nachtigall" in await words_left(database)
    assert b"nachtigall" in bytes_below(tmp_path / "files")
