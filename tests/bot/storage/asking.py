"""How a connection to SQLite is set up: `python -m tests.bot.storage.asking URL`."""

from __future__ import annotations

import asyncio
import sys

from sqlalchemy import text

from bot.storage.database import Database


async def main(database_url: str) -> None:
    """Prints how a commit waits for the disk."""
    database = Database(database_url)
    async with database.reading() as session:
        connection = await session.connection()
        found = await connection.execute(text("PRAGMA synchronous"))
        sys.stdout.write(f"{found.scalar_one()}\n")
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
