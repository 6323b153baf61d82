"""how many parts of an answer were sent

Revision: 0015
Follows: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sentparts",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_sentparts_sent_at", "sentparts", ["sent_at"])
