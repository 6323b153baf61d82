"""Brings the database to the newest schema."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from bot.storage.database import async_url, make_folder

_MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(database_url: str) -> None:
    """Applies every migration that is missing; does nothing on a database that is up to date.

    The folder of a SQLite file is made where there is none: it is the first start.
    """
    make_folder(async_url(database_url))
    command.upgrade(alembic_config(database_url), "head")


def alembic_config(database_url: str) -> Config:
    """Alembic's configuration for our migrations (no alembic.ini: the URL is a setting)."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["database_url"] = database_url
    return config
