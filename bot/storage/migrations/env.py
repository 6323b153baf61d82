"""Alembic's entry: runs the migrations on one synchronous connection."""

from alembic import context
from sqlalchemy import NullPool, create_engine
from sqlmodel import SQLModel

from bot.storage import models  # noqa: F401 fills the metadata
from bot.storage.database import async_url

url = async_url(context.config.attributes["database_url"])
if url.drivername.startswith("sqlite"):
    url = url.set(drivername="sqlite")

with create_engine(url, poolclass=NullPool).connect() as connection:
    context.configure(
        connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
