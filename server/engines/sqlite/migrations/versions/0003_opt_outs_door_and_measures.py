"""What people and hosts can say since: opt-outs, a joker, the door, undo; and what is measured."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

NO = sa.text("0")
NEW: tuple[tuple[str, sa.Column[Any]], ...] = (
    ("events", sa.Column("closing_at", sa.Float(), nullable=True)),
    ("events", sa.Column("joker", sa.Text(), nullable=True)),
    ("events", sa.Column("guarded", sa.Boolean(), nullable=False, server_default=NO)),
    ("events", sa.Column("undo", sa.Text(), nullable=False, server_default="[]")),
    ("people", sa.Column("unsuggested", sa.Boolean(), nullable=False, server_default=NO)),
    ("people", sa.Column("held", sa.Boolean(), nullable=False, server_default=NO)),
    ("rooms", sa.Column("waits", sa.Text(), nullable=False, server_default="{}")),
    ("rooms", sa.Column("media", sa.Text(), nullable=False, server_default="{}")),
    ("rooms", sa.Column("early", sa.Integer(), nullable=False, server_default=NO)),
    ("marks", sa.Column("again", sa.Boolean(), nullable=False, server_default=NO)),
)


def upgrade() -> None:
    """Add the columns; what was recorded before has not used them."""
    for table, column in NEW:
        op.add_column(table, column)
