"""audit seals

Revision: 0010
Follows: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "auditseal",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("audit_id", sa.Integer(), sa.ForeignKey("auditrow.id"), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("audit_id"),
    )
