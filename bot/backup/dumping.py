"""A consistent copy of the database while it is used, and the way back; SQLite and PostgreSQL."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, inspect, text

from bot.errors import BackupRefused
from bot.storage.database import async_url, make_folder

Counts = Mapping[str, int]


def dump(database_url: str, target: Path) -> Counts:
    """Writes the copy and gives the number of rows by table, both of one moment.

    Raises BackupRefused where the copy cannot be made.
    """
    url = async_url(database_url)
    if _is_sqlite(url):
        return _dump_sqlite(url, target)
    return _dump_postgresql(url, target)


def load(database_url: str, source: Path) -> None:
    """Puts the copy into an empty place.

    Raises BackupRefused where there is a database already, or the copy cannot be read.
    """
    url = async_url(database_url)
    if _is_sqlite(url):
        _load_sqlite(url, source)
    else:
        _load_postgresql(url, source)


def rows(database_url: str) -> Counts:
    """The number of rows by table; of a place without tables, none."""
    engine = create_engine(_synchronous(async_url(database_url)))
    try:
        with engine.connect() as connection:
            return _rows(connection)
    finally:
        engine.dispose()


def _rows(connection: Connection) -> Counts:
    quote = connection.dialect.identifier_preparer.quote
    return {
        table: connection.execute(text(f"SELECT count(*) FROM {quote(table)}")).scalar_one()  # noqa: S608 the name is the schema's own
        for table in sorted(inspect(connection).get_table_names())
        if not table.startswith("ticket_search")  # made from the tickets, in several tables
    }


def _dump_sqlite(url: URL, target: Path) -> Counts:
    source = Path(url.database or "")
    if not source.is_file():
        raise BackupRefused(reason="no database", where=str(source))
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
    return rows(f"sqlite:///{target}")


def _load_sqlite(url: URL, source: Path) -> None:
    target = Path(url.database or "")
    if target.exists():
        raise BackupRefused(reason="not empty", where=str(target))
    make_folder(url)
    with closing(sqlite3.connect(source)) as copy, closing(sqlite3.connect(target)) as live:
        copy.backup(live)


def _dump_postgresql(url: URL, target: Path) -> Counts:
    """The counts are of the snapshot that pg_dump reads."""
    engine = create_engine(url, isolation_level="REPEATABLE READ")
    try:
        with engine.connect() as connection:
            snapshot = connection.execute(text("SELECT pg_export_snapshot()")).scalar_one()
            _run(url, "pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={target}")
            return _rows(connection)
    finally:
        engine.dispose()


def _load_postgresql(url: URL, source: Path) -> None:
    if rows(str(url.render_as_string(hide_password=False))):
        raise BackupRefused(reason="not empty", where=url.database or "")
    options = ("--no-owner", "--single-transaction", "--exit-on-error")
    _run(url, "pg_restore", *options, str(source))


def _run(url: URL, program: str, *options: str) -> None:
    """Runs a program of PostgreSQL; the password goes by the environment, not by the command."""
    address = url._replace(drivername="postgresql", password=None).render_as_string()
    password = {"PGPASSWORD": str(url.password)} if url.password else {}
    try:
        subprocess.run(  # noqa: S603 a program of PostgreSQL by its name
            [program, f"--dbname={address}", *options],
            check=True,
            capture_output=True,
            env={**os.environ, **password},
        )
    except FileNotFoundError as error:
        raise BackupRefused(reason="program missing", where=program) from error
    except subprocess.CalledProcessError as error:
        last = error.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise BackupRefused(reason=last, where=program) from error


def _is_sqlite(url: URL) -> bool:
    return url.drivername.startswith("sqlite")


def _synchronous(url: URL) -> URL:
    return url.set(drivername="sqlite") if _is_sqlite(url) else url
