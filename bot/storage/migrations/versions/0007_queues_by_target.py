"""queues by target

A queue ordered by the next target is read from an index in that order and stops at the end of its
page. The indexes by state go: they held a tenth of the desk each, and were followed row by row.

Revision: 0007
Follows: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_NEXT_TARGET = sa.text("(CASE WHEN acknowledged_at IS NULL THEN acknowledge_by ELSE answer_by END)")

# What queues and filters ask of a ticket that is not settled.
_ASKED = [
    "id",
    "created_at",
    "state",
    "priority",
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
    for index in (
        "ix_ticket_state_created",
        "ix_ticket_state_answer_by",
        "ix_ticket_assignee_state",
        "ix_ticket_live",
    ):
        op.drop_index(index, "ticket")
    _index("ix_ticket_live", [_NEXT_TARGET, *_ASKED, "assignee_id"], "settled_at IS NULL")
    _index(
        "ix_ticket_assigned",
        ["assignee_id", *_ASKED],
        "assignee_id IS NOT NULL AND settled_at IS NULL",
    )


def _index(name: str, columns: list[str | sa.TextClause], of: str) -> None:
    only = sa.text(of)
    op.create_index(name, "ticket", columns, sqlite_where=only, postgresql_where=only)
