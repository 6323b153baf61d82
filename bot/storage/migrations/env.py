"""Alembic's entry: runs the migrations on one synchronous connection, one process at a time."""

from alembic import context
from sqlalchemy import NullPool, create_engine, text
from sqlmodel import SQLModel

from bot.storage import models  # noqa: F401 fills the metadata
from bot.storage.database import async_url

# Any number that nobody else takes in this database.
_LOCK = 5_477_000_001

url = async_url(context.config.attributes["database_url"])
if url.drivername.startswith("sqlite"):
    url = url.set(drivername="sqlite")

with create_engine(url, poolclass=NullPool).connect() as connection:
    if connection.dialect.name == "postgresql":
        # Processes that start together wait here; held until the commit below.
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    context.configure(
        connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
