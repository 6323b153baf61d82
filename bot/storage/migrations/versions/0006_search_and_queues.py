"""search and queues

Revision: 0006
Follows: 0005
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.search import search_text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# What queues and filters ask of a ticket: they are answered from these indexes alone.
_QUEUED = [
    "created_at",
    "id",
    "state",
    "priority",
    "assignee_id",
    "acknowledge_by",
    "answer_by",
    "acknowledged_at",
    "stopped_at",
    "settled_at",
    "kind",
    "category",
    "country",
    "lang",
    "walled",
    "service",
]


def upgrade() -> None:
    connection = op.get_bind()
    _write_search_text(connection)
    # Settled before the moment was kept; the last change is the nearest that is known.
    op.execute(
        "UPDATE ticket SET settled_at = updated_at"
        " WHERE settled_at IS NULL AND state IN ('resolved', 'closed')"
    )
    # Most tickets are settled, or nobody's, or neither: an index of the few must not offer itself
    # for the many.
    _keep_only_given("ix_ticket_assignee_state", ["assignee_id", "state"])
    _keep_only_given("ix_ticket_settled_at", ["settled_at"])
    live = sa.text("settled_at IS NULL")
    op.create_index("ix_ticket_live", "ticket", _QUEUED, sqlite_where=live, postgresql_where=live)
    op.create_index("ix_ticket_queued", "ticket", _QUEUED)
    if connection.dialect.name == "sqlite":
        _index_words_with_fts5()
    else:
        _index_words_with_gin()


def _keep_only_given(index: str, columns: list[str]) -> None:
    """The index again, without the tickets whose first column is empty."""
    given = sa.text(f"{columns[0]} IS NOT NULL")
    op.drop_index(index, "ticket")
    op.create_index(index, "ticket", columns, sqlite_where=given, postgresql_where=given)


def _write_search_text(connection: sa.Connection) -> None:
    ticket = sa.table(
        "ticket",
        *(
            sa.column(name)
            for name in (
                "id",
                "reference",
                "description",
                "contact",
                "country",
                "category",
                "search_text",
            )
        ),
    )
    for row in connection.execute(sa.select(ticket)).all():
        connection.execute(
            ticket.update().where(ticket.c.id == row.id).values(search_text=search_text(row))
        )


def _index_words_with_fts5() -> None:
    """The words stay in the ticket; triggers keep their index in step."""
    op.execute(
        "CREATE VIRTUAL TABLE ticket_search USING fts5"
        "(search_text, content='ticket', content_rowid='id', tokenize='unicode61')"
    )
    op.execute("INSERT INTO ticket_search (ticket_search) VALUES ('rebuild')")
    add = "INSERT INTO ticket_search (rowid, search_text) VALUES (new.id, new.search_text);"
    take_out = (
        "INSERT INTO ticket_search (ticket_search, rowid, search_text)"
        " VALUES ('delete', old.id, old.search_text);"
    )
    op.execute(f"CREATE TRIGGER ticket_search_insert AFTER INSERT ON ticket BEGIN {add} END")
    op.execute(f"CREATE TRIGGER ticket_search_delete AFTER DELETE ON ticket BEGIN {take_out} END")
    op.execute(
        "CREATE TRIGGER ticket_search_update AFTER UPDATE OF search_text ON ticket"
        f" BEGIN {take_out} {add} END"
    )


def _index_words_with_gin() -> None:
    """The words are read into their column once, not at each search."""
    op.execute(
        "ALTER TABLE ticket ADD COLUMN search_words tsvector"
        " GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED"
    )
    op.execute("CREATE INDEX ix_ticket_search_words ON ticket USING gin (search_words)")
