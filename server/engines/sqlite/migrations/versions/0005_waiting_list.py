"""The waiting list, and when a place is free for others."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("people", sa.Column("listed_at", sa.Float(), nullable=True))
    op.add_column("people", sa.Column("lapses_at", sa.Float(), nullable=True))
