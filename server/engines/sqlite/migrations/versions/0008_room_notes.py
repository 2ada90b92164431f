"""What a room had to do without, and who bridges its languages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the columns; of earlier rooms it is not known."""
    op.add_column("rooms", sa.Column("notes", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("rooms", sa.Column("bridge", sa.Text(), nullable=True))
