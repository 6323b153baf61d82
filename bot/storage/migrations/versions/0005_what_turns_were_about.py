"""what turns were about

What a turn was about stands in columns: staff find and count turns by an index.

Revision: 0005
Follows: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_PARTS = ("lang", "topic", "facet")


def upgrade() -> None:
    with op.batch_alter_table("turn") as batch_op:
        for part in _PARTS:
            batch_op.add_column(sa.Column(part, sa.String(), nullable=True))
        batch_op.drop_index("ix_turn_conversation_id")
        batch_op.create_index(
            "ix_turn_conversation_id", ["conversation_id", "created_at", "unanswered"]
        )
        batch_op.create_index(
            "ix_turn_created_at", ["created_at", "lang", "topic", "facet", "unanswered"]
        )
    turn = sa.table(
        "turn", sa.column("understood", sa.JSON), *(sa.column(part, sa.String) for part in _PARTS)
    )
    told = {part: turn.c.understood[part].as_string() for part in _PARTS}
    op.execute(turn.update().values(**told))
