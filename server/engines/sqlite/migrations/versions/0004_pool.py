"""Since when somebody waits in the pool."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column."""
    op.add_column("people", sa.Column("pool_since", sa.Float(), nullable=True))
