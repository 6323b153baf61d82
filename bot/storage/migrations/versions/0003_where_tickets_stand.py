"""where tickets stand that are older than their clock

Revision: 0003
Follows: 0002
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The last change of such a ticket is the best that is known of each moment.
    op.execute(
        "UPDATE ticket SET acknowledged_at = updated_at "
        "WHERE state <> 'new' AND acknowledged_at IS NULL"
    )
    op.execute(
        "UPDATE ticket SET stopped_at = updated_at "
        "WHERE state = 'waiting_citizen' AND stopped_at IS NULL"
    )
    op.execute(
        "UPDATE ticket SET settled_at = updated_at "
        "WHERE state IN ('resolved', 'closed') AND settled_at IS NULL"
    )
