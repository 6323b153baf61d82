"""a mail says what, not in which words

Revision: 0004
Follows: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("mail") as batch_op:
        batch_op.drop_column("subject")
        batch_op.drop_column("body")
        batch_op.add_column(sa.Column("say", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("args", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("lang", sa.String(), nullable=False, server_default="fr"))
        batch_op.add_column(sa.Column("notice_id", sa.Integer(), nullable=True))
        batch_op.create_unique_constraint("uq_mail_notice_id", ["notice_id"])
        batch_op.create_foreign_key("fk_mail_notice_id", "staffnotice", ["notice_id"], ["id"])
