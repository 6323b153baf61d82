"""Makes a conversation in Rasa's SQL tracker store longer by copies of its last turns."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path
from typing import Any

REPEATED = 5
_STEP_S = 0.0001

Event = dict[str, Any]
Stored = tuple[str, str | None, str | None, str]  # type, intent, action, data
Row = tuple[str, str, float, str | None, str | None, str]


def lengthen(database: Path, sender: str, turns: int) -> None:
    """Appends so many turns to the sender's conversation, its last five over and over."""
    with closing(sqlite3.connect(database)) as connection, connection:
        rows = connection.execute(
            "SELECT type_name, intent_name, action_name, data FROM events"
            " WHERE sender_id = ? ORDER BY id",
            (sender,),
        ).fetchall()
        connection.executemany(
            "INSERT INTO events (sender_id, type_name, timestamp, intent_name, action_name, data)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            copies(rows, sender, turns),
        )


def copies(rows: Sequence[Stored], sender: str, turns: int) -> Iterator[Row]:
    """The rows of so many further turns, each event a moment after the one before."""
    moment = float(json.loads(rows[-1][3])["timestamp"])
    for turn in islice(cycle(in_turns(rows)[-REPEATED:]), turns):
        for kind, intent, action, data in turn:
            moment += _STEP_S
            event: Event = {**json.loads(data), "timestamp": moment}
            yield sender, kind, moment, intent, action, json.dumps(event)


def in_turns(
    rows: Sequence[Stored],
) -> list[list[Stored]]:
    """The rows by turn: each begins with what the user said; what came before is left out."""
    turns: list[list[Stored]] = []
    for row in rows:
        if row[0] == "user":
            turns.append([])
        if turns:
            turns[-1].append(row)
    return turns
