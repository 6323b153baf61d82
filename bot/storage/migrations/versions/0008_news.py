"""news

Revision: 0008
Follows: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "subscription",
        sa.Column(
            "conversation_id", sa.String(), sa.ForeignKey("conversation.id"), primary_key=True
        ),
        sa.Column("kinds", sa.JSON(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("lang", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("quiet_from", sa.Integer(), nullable=False),
        sa.Column("quiet_until", sa.Integer(), nullable=False),
        sa.Column("stopped_at", _MOMENT, nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "announcement",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_url", sa.String(), nullable=True),
        sa.Column("source_document", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("send_at", _MOMENT, nullable=True),
        sa.Column("created_by", sa.Integer(), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("edited_by", sa.Integer(), sa.ForeignKey("staff.id"), nullable=True),
        sa.Column("released_by", sa.Integer(), sa.ForeignKey("staff.id"), nullable=True),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_announcement_state_send_at", "announcement", ["state", "send_at"])
    op.create_table(
        "announcementdelivery",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "announcement_id", sa.Integer(), sa.ForeignKey("announcement.id"), nullable=False
        ),
        sa.Column("conversation_id", sa.String(), sa.ForeignKey("conversation.id"), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("sent_at", _MOMENT, nullable=True),
        sa.UniqueConstraint("announcement_id", "conversation_id"),
    )
    op.create_index(
        "ix_announcementdelivery_conversation_id", "announcementdelivery", ["conversation_id"]
    )
    op.create_index(
        "ix_announcementdelivery_state_due_at", "announcementdelivery", ["state", "due_at"]
    )
