"""when a password was made: first ones run out

Revision: 0015
Follows: 0014
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("staff", sa.Column("password_set_at", _MOMENT, nullable=True))
    staff = sa.table(
        "staff",
        sa.column("must_change_password", sa.Boolean()),
        sa.column("password_set_at", _MOMENT),
    )
    # When those that are under way were handed out is not known: their time begins now.
    under_way = staff.update().where(staff.c.must_change_password)
    op.execute(under_way.values(password_set_at=datetime.now(UTC)))
