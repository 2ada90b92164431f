"""Brings the tables of a file up to date, once, in one transaction.

Rule: alembic is imported only when there is something to do; knowing that costs one query.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from server.errors import Unavailable

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0008"
"""The newest migration; a test compares it with the folder."""
MIGRATIONS = Path(__file__).with_name("migrations")


def revision(connection: Connection) -> str:
    """Return which migration was the last, or an empty text for an empty file."""
    try:
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    except OperationalError as error:
        if "no such table" in str(error.orig):
            return ""
        raise
    return str(found or "")


def bring_up_to_date(connection: Connection) -> None:
    """Carry out the migrations that are missing. The caller's transaction holds the write lock."""
    from alembic import command
    from alembic.util.exc import CommandError

    config = configuration()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise Unavailable("the database was written by a newer version of Tsunagari") from None


def configuration() -> Config:
    """Return what alembic has to know, without a file of its own."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
