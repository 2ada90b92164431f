"""One connection to the SQLite file, used by one thread.

Rule: each public method is one transaction. WAL, synchronous=FULL: what was saved survives the
loss of power (measured: 1,300 saves/s, so nothing is gained by promising less).
Whatever the database cannot do becomes Unavailable, and nothing of it is kept.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec
from sqlalchemy import Connection, Engine, Select, create_engine, delete, event, select
from sqlalchemy.dialects.sqlite import Insert, insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from server.domain.records import (
    Archive,
    BarRecord,
    ChatRecord,
    EventRecord,
    MarkRecord,
    MeetingRecord,
    PersonRecord,
    PlanRecord,
    Record,
    ReportRecord,
    RoomRecord,
    RoundRecord,
)
from server.engines.sqlite import schema
from server.engines.sqlite.tables import ORDER, TABLES, chat, events, people, used
from server.errors import Unavailable
from server.ids import EventId, PersonId

log = logging.getLogger(__name__)

T = TypeVar("T")
BUSY_SECONDS = 5.0
"""How long to wait for another process that is writing."""
AGAIN_SECONDS = 0.02
FORGET_USED = "DELETE FROM used WHERE until < CAST(strftime('%s', 'now') AS INTEGER) - 86400"
"""A token that has expired is refused anyway; a day of grace for clocks that are set."""


class Database:
    """Reads and writes records."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._upserts = {kind: _upsert(kind) for kind in TABLES}

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Connect; a connection for writing also brings the tables up to date."""
        engine = _engine(path, read_only=read_only)
        with _honest("open"):
            database = cls(engine.connect())
        if not read_only:
            database._prepare()
        return database

    def save(self, records: Sequence[Record]) -> None:
        """Insert or replace each record by its key, all or none."""
        rows: dict[type[Any], list[dict[str, Any]]] = {}
        for record in records:
            rows.setdefault(type(record), []).append(msgspec.structs.asdict(record))
        with self._transaction("save"):
            for kind, values in rows.items():
                self._connection.execute(self._upserts[kind], values)

    def event(self, event: EventId) -> EventRecord | None:
        """Return one event."""
        return self._one(EventRecord, select(events).where(events.c.id == event))

    def event_by_code(self, code: str) -> EventRecord | None:
        """Return the event with this join code."""
        return self._one(EventRecord, select(events).where(events.c.code == code))

    def events(self) -> list[EventRecord]:
        """Return all events, newest first."""
        newest_first = select(events).order_by(events.c.created_at.desc(), events.c.id.desc())
        with self._transaction("read"):
            return self._all(EventRecord, newest_first)

    def person(self, person: PersonId) -> PersonRecord | None:
        """Return one person."""
        return self._one(PersonRecord, select(people).where(people.c.id == person))

    def archive(self, event: EventId) -> Archive | None:
        """Return everything recorded about an event, as of one moment."""
        with self._transaction("read"):
            found = self._all(EventRecord, select(events).where(events.c.id == event))
            if not found:
                return None
            return Archive(
                event=found[0],
                people=self._of(PersonRecord, event),
                rooms=self._of(RoomRecord, event),
                meetings=self._of(MeetingRecord, event),
                marks=self._of(MarkRecord, event),
                bars=self._of(BarRecord, event),
                reports=self._of(ReportRecord, event),
                chat=self._of(ChatRecord, event),
                rounds=self._of(RoundRecord, event),
            )

    def plans(self, event: EventId) -> list[PlanRecord]:
        """Return the plans of an event's rounds, in order."""
        with self._transaction("read"):
            return list(self._of(PlanRecord, event))

    def purge_chat(self, event: EventId) -> None:
        """Delete the chat of an event and overwrite where it stood."""
        with self._transaction("purge"):
            self._connection.execute(delete(chat).where(chat.c.event == event))
        # Deleted lines also stand in the write-ahead log until it is emptied.
        with _honest("purge"):
            self._driver().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def use_once(self, key: str, until: float) -> bool:
        """Mark a one-time token as used; False if it was used before."""
        mark = insert(used).values(key=key, until=until).on_conflict_do_nothing()
        with self._transaction("use"):
            return self._connection.execute(mark).rowcount == 1

    def close(self) -> None:
        """Let go of the file."""
        with contextlib.suppress(SQLAlchemyError, sqlite3.Error):
            self._connection.close()

    def _prepare(self) -> None:
        with self._transaction("open"):
            done = schema.revision(self._connection) == schema.HEAD
            if not done:
                schema.bring_up_to_date(self._connection)
            self._connection.exec_driver_sql(FORGET_USED)

    @contextlib.contextmanager
    def _transaction(self, what: str) -> Iterator[None]:
        with _honest(what):
            try:
                with self._connection.begin():
                    yield
            finally:
                # SQLite leaves the transaction open when COMMIT itself is what failed.
                if self._driver().in_transaction:
                    self._driver().rollback()

    def _one(self, kind: type[T], query: Select[Any]) -> T | None:
        with self._transaction("read"):
            found = self._all(kind, query)
        return found[0] if found else None

    def _of(self, kind: type[T], event: EventId) -> tuple[T, ...]:
        table = TABLES[kind]
        query = select(table).where(table.c.event == event).order_by(*ORDER[kind])
        return tuple(self._all(kind, query))

    def _all(self, kind: type[T], query: Select[Any]) -> list[T]:
        return [kind(**row) for row in self._connection.execute(query).mappings()]

    def _driver(self) -> sqlite3.Connection:
        driver: Any = self._connection.connection.driver_connection
        return driver  # type: ignore[no-any-return]


@contextlib.contextmanager
def _honest(what: str) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        cause = getattr(error, "orig", None) or error
        # The statement and its values stay out of the log: they hold what people wrote.
        log.error("store failed", extra={"what": what, "cause": f"{cause}"})  # noqa: TRY400
        raise Unavailable(f"the database cannot {what}: {cause}") from None


def _engine(path: Path, *, read_only: bool) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=NullPool,
        connect_args={"timeout": BUSY_SECONDS, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def set_up(driver: sqlite3.Connection, _record: object) -> None:
        if not read_only:
            _write_ahead(driver)
        driver.execute("PRAGMA synchronous=FULL")
        driver.execute("PRAGMA foreign_keys=ON")
        driver.execute("PRAGMA secure_delete=ON")
        if read_only:
            driver.execute("PRAGMA query_only=ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # The driver itself begins none (isolation_level None). IMMEDIATE: a writer waits its turn
        # here, and never fails half-way because another process wrote in between.
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def _write_ahead(driver: sqlite3.Connection) -> None:
    """Have changes written ahead. The file keeps the mode, so that it is set once in its life."""
    (mode,) = driver.execute("PRAGMA journal_mode").fetchone()
    tries = int(BUSY_SECONDS / AGAIN_SECONDS)
    while mode != "wal":
        tries -= 1
        try:
            (mode,) = driver.execute("PRAGMA journal_mode=WAL").fetchone()
        except sqlite3.OperationalError:
            # To change the mode SQLite waits for nobody, whatever timeout it was given.
            if tries < 0:
                raise
            time.sleep(AGAIN_SECONDS)


def _upsert(kind: type[Any]) -> Insert:
    table = TABLES[kind]
    statement = insert(table)
    others = {
        column.name: statement.excluded[column.name]
        for column in table.columns
        if not column.primary_key
    }
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=others)
