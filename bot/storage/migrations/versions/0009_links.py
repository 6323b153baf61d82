"""links

Revision: 0009
Follows: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "conversationlink",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("code_hash", sa.String(), nullable=False, unique=True),
        sa.Column("from_id", sa.String(), sa.ForeignKey("conversation.id"), nullable=False),
        sa.Column("to_id", sa.String(), sa.ForeignKey("conversation.id"), nullable=True),
        sa.Column("keep", sa.String(), nullable=True),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("to_agreed_at", _MOMENT, nullable=True),
        sa.Column("from_agreed_at", _MOMENT, nullable=True),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_conversationlink_from_id", "conversationlink", ["from_id"])
    op.create_index("ix_conversationlink_to_id", "conversationlink", ["to_id"])
