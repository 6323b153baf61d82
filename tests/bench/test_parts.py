"""The pure parts of the benchmarks: multiplied topics, copied histories, tables."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select

from bot.storage.models import Conversation, Ticket, TicketMessage, Turn
from knowledge.loading import load
from tests.bench.archive import fill
from tests.bench.figures import NAMES, complete, ratios, tables
from tests.bench.memory import rss_kb
from tests.bench.product import from_rasa
from tests.bench.queue_page import seed, synchronous, ticket
from tests.bench.search import enlarged
from tests.bench.steady import growth
from tests.bench.stock_history import Stored, in_turns, lengthen
from tests.bench.stock_model import assistant, fingerprint


def test_topics_are_multiplied_the_same_way_each_time() -> None:
    topics = list(load().topics.values())
    grown = enlarged(topics, len(topics) * 3)
    assert grown[: len(topics)] == topics
    assert len({topic.id for topic in grown}) == len(grown) == len(topics) * 3
    assert grown == enlarged(topics, len(topics) * 3)
    assert grown[len(topics)].aliases != topics[0].aliases
    assert len(enlarged(topics, 2)) == 2


def stored(kind: str, moment: float) -> Stored:
    return (kind, None, None, json.dumps({"event": kind, "timestamp": moment}))


def test_turns_begin_with_what_the_user_said() -> None:
    rows = [stored("action", 1), stored("user", 2), stored("bot", 3), stored("user", 4)]
    assert [len(turn) for turn in in_turns(rows)] == [2, 1]
    assert in_turns([]) == []


def test_a_stored_conversation_grows_by_its_last_turns(tmp_path: Path) -> None:
    path = tmp_path / "tracker.db"
    with sqlite3.connect(path) as connection:
        connection.execute(
            "CREATE TABLE events (id INTEGER PRIMARY KEY, sender_id, type_name, timestamp,"
            " intent_name, action_name, data)"
        )
        for turn in range(6):
            for kind in ("user", "bot"):
                data = json.dumps({"event": kind, "timestamp": turn, "turn": turn})
                connection.execute(
                    "INSERT INTO events (sender_id, type_name, timestamp, data) VALUES (?,?,?,?)",
                    ("me", kind, turn, data),
                )
    lengthen(path, "me", 7)
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT timestamp, data FROM events ORDER BY id").fetchall()
    connection.close()
    events = [json.loads(data) for _, data in rows]
    assert [event["turn"] for event in events[12::2]] == [1, 2, 3, 4, 5, 1, 2]
    moments = [moment for moment, _ in rows]
    assert moments == sorted(moments)
    assert [event["timestamp"] for event in events[12:]] == moments[12:]


def test_a_report_holds_every_fixed_name() -> None:
    fixed = [name for names in NAMES.values() for name in names]
    full = complete({"flatness": 1.0, "other": 2.0})
    assert list(full) == [*fixed, "other"]
    assert full["flatness"] == 1.0
    assert full["start_s"] is None


def test_tables_show_figures_and_gaps() -> None:
    shown = tables({"turn_p50_ms": 1234.5, "note": "copied"}).splitlines()
    assert any(line.split() == ["turn_p50_ms", "1,234.5"] for line in shown)
    assert any(line.split() == ["flatness", "-"] for line in shown)
    assert any(line.split() == ["note", "copied"] for line in shown)


def test_memory_is_read_from_the_status_of_a_process() -> None:
    assert rss_kb("Name:\tx\nVmPeak:\t  99 kB\nVmRSS:\t  2048 kB\n") == 2048
    assert rss_kb("") == 0


@pytest.mark.parametrize(("confidence", "expected"), [(0.0, False), (0.4, True)])
def test_an_answer_without_confidence_did_not_come_from_rasa(
    confidence: float, expected: bool
) -> None:
    assert from_rasa({"understood": {"confidence": confidence}}) is expected


def test_tickets_are_unique_and_of_every_state() -> None:
    rows = [ticket(number) for number in range(60)]
    assert len({row["reference"] for row in rows}) == len({r["opened_by_turn"] for r in rows}) == 60
    assert len(Counter(row["state"] for row in rows)) == 6
    assert set(rows[0]) == set(Ticket.model_fields) - {"id"}


def test_the_stock_model_is_named_for_all_that_it_is_made_from() -> None:
    name = fingerprint(assistant(), {"fr/greet.yml": "- salut"})
    assert name == fingerprint(assistant(), {"fr/greet.yml": "- salut"})
    assert name != fingerprint(assistant(), {"fr/greet.yml": "- bonjour"})
    assert name != fingerprint({**assistant(), "config.yml": {}}, {"fr/greet.yml": "- salut"})


def test_ratios_say_how_many_times_better_and_leave_out_what_was_not_measured() -> None:
    told = ratios({"turn_p50_ms": 20.0, "stock_turn_p50_ms": 60.0, "flatness": 1.0})
    assert told == {"ratio_turn_p50": 3.0}


def test_growth_leaves_the_first_sixth_out_and_compares_means() -> None:
    minutes = [{"app": float(mb), "rasa": 50.0} for mb in (10, 100, 100, 300, 110, 110)]
    told = growth(minutes)
    assert told["steady_app_growth_percent"] == pytest.approx(10.0)
    assert told["steady_rasa_growth_percent"] == 0.0


def test_an_archive_has_its_messages_on_tickets_and_in_conversations(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.bench.archive.TICKETS", 20)
    monkeypatch.setattr("tests.bench.archive._CONVERSATIONS", 3)
    seed(database_url, 20)
    fill(database_url, 20 * 10 + 3 * 10 * 4)
    engine = create_engine(synchronous(database_url))
    with engine.connect() as connection:
        tables = (TicketMessage, Turn, Conversation)
        counted = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables
        ]
    engine.dispose()
    assert counted == [200, 120, 12]
