"""Since when somebody calls a host, and whether one has seen it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("people", sa.Column("help_at", sa.Float(), nullable=True))
    no = sa.text("0")
    op.add_column("people", sa.Column("help_seen", sa.Boolean(), nullable=False, server_default=no))
