"""One connection to the SQLite file, used by one thread.

Rule: each public method is one transaction. WAL, synchronous=FULL: what was saved survives the
loss of power (measured: 1,300 saves/s, so nothing is gained by promising less).
Whatever the database cannot do becomes Unavailable, and nothing of it is kept.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

from server.domain.records import Archive, EventRecord, PersonRecord, PlanRecord, Record
from server.engines.sqlite import schema
from server.engines.sqlite.tables import (
    BARS,
    CHAT,
    EVENTS,
    MARKS,
    MEETINGS,
    PEOPLE,
    PLANS,
    REPORTS,
    ROOMS,
    ROUNDS,
    TABLES,
    Table,
)
from server.errors import Unavailable
from server.ids import EventId, PersonId

log = logging.getLogger(__name__)

T = TypeVar("T")
BUSY_SECONDS = 5.0
"""How long to wait for another process that is writing."""
FORGET_USED = "DELETE FROM used WHERE until < CAST(strftime('%s', 'now') AS INTEGER) - 86400"
"""A token that has expired is refused anyway; a day of grace for clocks that are set."""


class Database:
    """Reads and writes records."""

    def __init__(self, driver: sqlite3.Connection, *, read_only: bool = False) -> None:
        self._driver = driver
        # The driver itself begins none (isolation_level None). IMMEDIATE: a writer waits its turn
        # here, and never fails half-way because another process wrote in between.
        self._begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Connect; a connection for writing also brings the tables up to date."""
        with _honest("open"):
            database = cls(_connect(path, read_only=read_only), read_only=read_only)
        if not read_only:
            database._prepare()
        return database

    def save(self, records: Sequence[Record]) -> None:
        """Insert or replace each record by its key, all or none."""
        rows: dict[type[Any], list[Any]] = {}
        for record in records:
            table = TABLES[type(record)]
            rows.setdefault(type(record), []).append(table.row(record))
        with self._transaction("save"):
            for kind, values in rows.items():
                self._driver.executemany(TABLES[kind].upsert, values)

    def event(self, event: EventId) -> EventRecord | None:
        """Return one event."""
        return self._one(EVENTS, "id", event)

    def event_by_code(self, code: str) -> EventRecord | None:
        """Return the event with this join code."""
        return self._one(EVENTS, "code", code)

    def events(self) -> list[EventRecord]:
        """Return all events, newest first."""
        with self._transaction("read"):
            return self._all(EVENTS)

    def person(self, person: PersonId) -> PersonRecord | None:
        """Return one person."""
        return self._one(PEOPLE, "id", person)

    def archive(self, event: EventId) -> Archive | None:
        """Return everything recorded about an event, as of one moment."""
        with self._transaction("read"):
            found = self._all(EVENTS, "id", event)
            if not found:
                return None
            return Archive(
                event=found[0],
                people=self._of(PEOPLE, event),
                rooms=self._of(ROOMS, event),
                meetings=self._of(MEETINGS, event),
                marks=self._of(MARKS, event),
                bars=self._of(BARS, event),
                reports=self._of(REPORTS, event),
                chat=self._of(CHAT, event),
                rounds=self._of(ROUNDS, event),
            )

    def plans(self, event: EventId) -> list[PlanRecord]:
        """Return the plans of an event's rounds, in order."""
        with self._transaction("read"):
            return list(self._of(PLANS, event))

    def purge_chat(self, event: EventId) -> None:
        """Delete the chat of an event and overwrite where it stood."""
        with self._transaction("purge"):
            self._driver.execute("DELETE FROM chat WHERE event = ?", (event,))
        # Deleted lines also stand in the write-ahead log until it is emptied.
        with _honest("purge"):
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def use_once(self, key: str, until: float) -> bool:
        """Mark a one-time token as used; False if it was used before."""
        mark = "INSERT INTO used (key, until) VALUES (?, ?) ON CONFLICT DO NOTHING"
        with self._transaction("use"):
            return self._driver.execute(mark, (key, until)).rowcount == 1

    def close(self) -> None:
        """Let go of the file."""
        with contextlib.suppress(sqlite3.Error):
            self._driver.close()

    def _prepare(self) -> None:
        with self._transaction("open"):
            if schema.revision(self._driver) != schema.HEAD:
                schema.bring_up_to_date(self._driver)
            self._driver.execute(FORGET_USED)

    @contextlib.contextmanager
    def _transaction(self, what: str) -> Iterator[None]:
        with _honest(what):
            self._driver.execute(self._begin)
            try:
                yield
                self._driver.execute("COMMIT")
            finally:
                # Still open if the work failed, or if COMMIT itself is what failed.
                if self._driver.in_transaction:
                    self._driver.rollback()

    def _one(self, table: Table[T], column: str, value: str) -> T | None:
        with self._transaction("read"):
            found = self._all(table, column, value)
        return found[0] if found else None

    def _of(self, table: Table[T], event: EventId) -> tuple[T, ...]:
        return tuple(self._all(table, "event", event))

    def _all(self, table: Table[T], column: str = "", value: str = "") -> list[T]:
        rows = self._driver.execute(table.select(column), (value,) if column else ())
        return [table.record(row) for row in rows]


@contextlib.contextmanager
def _honest(what: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        # The statement and its values stay out of the log: they hold what people wrote.
        log.error("store failed", extra={"what": what, "cause": f"{error}"})  # noqa: TRY400
        raise Unavailable(f"the database cannot {what}: {error}") from None


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    driver = sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        driver.execute("PRAGMA journal_mode=WAL")
        driver.execute("PRAGMA synchronous=FULL")
        driver.execute("PRAGMA foreign_keys=ON")
        driver.execute("PRAGMA secure_delete=ON")
        if read_only:
            driver.execute("PRAGMA query_only=ON")
    except BaseException:
        driver.close()
        raise
    return driver
