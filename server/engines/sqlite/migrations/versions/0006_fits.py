"""What each seat of a round was worth."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column; of earlier rooms it is not known."""
    op.add_column("rooms", sa.Column("fits", sa.Text(), nullable=False, server_default="{}"))
