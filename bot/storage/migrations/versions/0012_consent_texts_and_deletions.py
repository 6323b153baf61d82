"""consent texts, and receipts of deletions

Revision: 0012
Follows: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "consenttext",
        sa.Column("digest", sa.String(), primary_key=True),
        sa.Column("asked_by", sa.String(), nullable=False),
        sa.Column("lang", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("first_shown_at", _MOMENT, nullable=False),
    )
    for table in ("conversation", "ticket", "subscription"):
        op.add_column(table, sa.Column("consent_text", sa.String(), nullable=True))
    op.create_table(
        "deletion",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("deleted", sa.JSON(), nullable=False),
        sa.Column("tickets_kept", sa.Integer(), nullable=False),
        sa.Column("backups_until", _MOMENT, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
    )
