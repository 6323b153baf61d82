"""retention: its runs, and what is anonymised

Revision: 0013
Follows: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "retentionrun",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("dry", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.Column("asked_at", _MOMENT, nullable=False),
        sa.Column("begun_at", _MOMENT, nullable=True),
        sa.Column("ended_at", _MOMENT, nullable=True),
    )
    op.create_index("ix_retentionrun_state", "retentionrun", ["state"])
    op.add_column("ticket", sa.Column("anonymised_at", _MOMENT, nullable=True))
    # The few that are still to be anonymised, among the many that are.
    still = sa.text("anonymised_at IS NULL")
    op.create_index(
        "ix_ticket_to_anonymise",
        "ticket",
        ["settled_at"],
        sqlite_where=still,
        postgresql_where=still,
    )
    with op.batch_alter_table("announcementdelivery") as batch_op:
        batch_op.alter_column("conversation_id", existing_type=sa.String(), nullable=True)
