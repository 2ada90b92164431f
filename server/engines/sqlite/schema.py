"""Brings the tables of a file up to date, once, in one transaction.

Rule: alembic, and SQLAlchemy with it, is imported only when there is something to do; knowing that
costs one query.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from server.errors import Unavailable

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0004"
"""The newest migration; a test compares it with the folder."""
MIGRATIONS = Path(__file__).with_name("migrations")


def revision(connection: sqlite3.Connection) -> str:
    """Return which migration was the last, or an empty text for an empty file."""
    try:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return ""
        raise
    return str(found[0]) if found else ""


def bring_up_to_date(driver: sqlite3.Connection) -> None:
    """Carry out the migrations that are missing. The caller's transaction holds the write lock.

    Raises Unavailable, or sqlite3.Error.
    """
    from alembic import command
    from alembic.util.exc import CommandError
    from sqlalchemy import create_engine
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.pool import StaticPool

    # The connection stays the caller's: neither ended nor closed here.
    engine = create_engine("sqlite://", creator=lambda: driver, poolclass=StaticPool)
    for what in ("do_commit", "do_rollback", "do_close"):
        setattr(engine.dialect, what, lambda _driver: None)
    config = configuration()
    try:
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError:
        raise Unavailable("the database was written by a newer version of Tsunagari") from None
    except DBAPIError as error:
        raise sqlite3.OperationalError(str(error.orig)) from None


def configuration() -> Config:
    """Return what alembic has to know, without a file of its own."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
