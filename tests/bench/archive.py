"""The console and the chat beside 100,000 tickets and millions of messages."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any

import aiohttp
from sqlalchemy import (
    Connection,
    String,
    case,
    cast,
    create_engine,
    insert,
    literal,
    select,
    text,
    update,
)
from sqlmodel import SQLModel

from bot.replies.said import direction
from bot.storage.migrate import migrate
from bot.storage.models import Conversation, Ticket, TicketMessage, Turn, now, table_of
from nlu.evaluation.scoring import percentile
from nlu.text.variety import VARIETIES
from tests.bench.figures import Figures
from tests.bench.plan import Plan
from tests.bench.product import talk_of
from tests.bench.questions import questions
from tests.bench.queue_page import SERVERS, account, addresses, page_ms, seed, sign_in, synchronous
from tests.bench.turns import one_user
from tests.chat_client import ChatClient
from tests.stack import Stack, running_stack

TICKETS = 100_000
_MESSAGES_A_TICKET = 10
_TURNS_A_CONVERSATION = 10
_CONVERSATIONS = 1_000  # written out; the others are copies of these
_CHAT_TURNS = 100
_CACHE_KIB = 2_000_000  # with less, pages are written again and again while it is filled


def archive_figures(plan: Plan) -> Figures:
    """The p95 of the console's pages and of a turn, by database; raises StackFailed."""
    figures: Figures = {}
    for database, serving in SERVERS.items():
        prefix = f"archive_{database}"
        figures |= {f"{prefix}{name}": value for name, value in _measured(serving, plan).items()}
    return figures


def _measured(serving: Callable[[], AbstractContextManager[str]], plan: Plan) -> Figures:
    with serving() as url:
        migrate(url)
        password = asyncio.run(account(url))
        seed(url, TICKETS)
        began = time.monotonic()
        fill(url, plan.messages)
        filled = time.monotonic() - began
        with running_stack(url) as stack:
            figures = asyncio.run(_pages(stack, password, plan.archive_pages))
            figures |= asyncio.run(_turns(stack))
    return {**figures, "fill_s": filled}


async def _pages(stack: Stack, password: str, pages: int) -> Figures:
    jar = aiohttp.CookieJar(unsafe=True)  # cookies of an IP address
    figures: Figures = {}
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        await sign_in(session, stack.url, password)
        for name, (address, mark) in _addresses().items():
            times = [
                await page_ms(session, f"{stack.url}/staff{address}", mark) for _ in range(pages)
            ]
            figures[f"{name}_p95_ms"] = percentile(times, 95)
    return figures


def _addresses() -> Mapping[str, tuple[str, str]]:
    """The lists of the queue's own figures, and the pages that read messages."""
    lists = {name: (address, "<a") for name, address in addresses(TICKETS).items()}
    return {
        **lists,
        "ticket": ("/tickets/MDM-2026-000500", "MDM-2026-000500"),
        "unanswered": ("/unanswered", "<h1"),
        "dashboard": ("/dashboard", "<h1"),
    }


async def _turns(stack: Stack) -> Figures:
    async with ChatClient(stack.url) as client:
        times = await one_user(lambda: talk_of(client), questions(), _CHAT_TURNS)
    return {"turn_p50_ms": percentile(times, 50), "turn_p95_ms": percentile(times, 95)}


def fill(database_url: str, messages: int) -> None:
    """Writes so many messages: ten on each ticket, and the rest as turns of conversations."""
    turns = messages - TICKETS * _MESSAGES_A_TICKET
    copies = turns // (_CONVERSATIONS * _TURNS_A_CONVERSATION)
    engine = create_engine(synchronous(database_url))
    talks = [_conversation(number) for number in range(_CONVERSATIONS)]
    said = [_turn(number) for number in range(_CONVERSATIONS * _TURNS_A_CONVERSATION)]
    begun, numbered = [talk["id"] for talk in talks], range(1, len(said) + 1)
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA cache_size=-{_CACHE_KIB}")
        for number in range(_MESSAGES_A_TICKET):
            _write_on_each_ticket(connection, number)
        connection.execute(insert(Conversation), talks)
        connection.execute(insert(Turn), said)
        for copy in range(1, copies):
            _copy(connection, Conversation, begun, f"-{copy}", "id")
            _copy(connection, Turn, numbered, f"-{copy}", "turn_id", "conversation_id")
        _open_from_conversations(connection, copies)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))  # a server does so by itself after a while
    engine.dispose()


def _write_on_each_ticket(connection: Connection, number: int) -> None:
    author = ("citizen", "staff")[number % 2]
    tickets = table_of(Ticket).c
    written: Mapping[str, Any] = {
        "ticket_id": tickets.id,
        "author": literal(author),
        "kind": literal("reply"),
        "text": literal(f"Message {number}: nothing has come yet, I went there twice. " * 3),
        "lang": tickets.lang,
        "created_at": tickets.created_at,
    }
    rows = select(*(value.label(name) for name, value in written.items()))
    connection.execute(table_of(TicketMessage).insert().from_select(list(written), rows))


def _copy(
    connection: Connection,
    model: type[SQLModel],
    originals: Sequence[str | int],
    ending: str,
    *keys: str,
) -> None:
    """Doubles the rows that were written out, under keys that end so."""
    table = table_of(model)
    columns = [column for column in table.c if column.name in keys or not column.primary_key]
    values = [
        (column.concat(ending) if column.name in keys else column).label(column.name)
        for column in columns
    ]
    names = [column.name for column in columns]
    rows = select(*values).where(table.c.id.in_(originals))
    connection.execute(table.insert().from_select(names, rows))


def _open_from_conversations(connection: Connection, copies: int) -> None:
    """Has each ticket come out of a conversation, the first thousand out of the originals."""
    tickets = table_of(Ticket)
    copy = tickets.c.id // _CONVERSATIONS % copies
    ending = case((copy == 0, ""), else_=literal("-").concat(cast(copy, String)))
    talk = literal("bench").concat(cast(tickets.c.id % _CONVERSATIONS, String)).concat(ending)
    connection.execute(update(tickets).values(conversation_id=talk))


def _conversation(number: int) -> dict[str, Any]:
    lang = VARIETIES[number % len(VARIETIES)]
    return Conversation(id=f"bench{number}", channel="web", lang=lang).model_dump()


def _turn(number: int) -> dict[str, Any]:
    lang = VARIETIES[number % len(VARIETIES)]
    reply = {"text": "The papers are: a copy of the passport, the form, two photographs. " * 6}
    return Turn(
        turn_id=f"web:bench{number}",
        conversation_id=f"bench{number // _TURNS_A_CONVERSATION}",
        text=f"Question {number}: which papers for the scholarship of my daughter?",
        understood={"lang": lang, "intent": "ask_programme", "confidence": 0.9, "topics": []},
        answer={
            "replies": [
                {**reply, "lang": lang, "dir": direction(lang), "choices": [], "sources": []}
            ],
            "asks": None,
        },
        lang=lang,
        topic="education/scholarships",
        facet="documents",
        unanswered="no_source" if number % 50 == 0 else None,
        created_at=now() - timedelta(minutes=4 * number),
    ).model_dump(exclude={"id"})
