"""The SQLite store as the event loop sees it: each call is one trip to a thread and back.

Rule: nothing here touches the database. Two lanes, each one thread with one connection of its own:
writes wait for each other, reads wait for no write. (One trip for a whole transaction; a driver
that hops for each statement was several times slower, and the asynchronous part of SQLAlchemy
costs 0.4 s of every start.)
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from server.domain.records import Archive, EventRecord, PersonRecord, PlanRecord, Record
from server.errors import Unavailable
from server.ids import EventId, PersonId

if TYPE_CHECKING:
    from server.engines.sqlite.database import Database

T = TypeVar("T")
FILE_NAME = "tsunagari.sqlite3"


class _Lane:
    """One thread and the one connection that only it uses."""

    def __init__(self, name: str, open_database: Callable[[], Database]) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=f"store-{name}")
        self._open = open_database
        self._database: Database | None = None
        self._closed = False

    async def run(self, work: Callable[[Database], T]) -> T:
        """Carry out `work` in the thread, after everything asked for before."""
        if self._closed:
            raise Unavailable("the store is closed")
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._do, work)

    async def close(self) -> None:
        """Finish what was asked for, then let go of the connection."""
        if self._closed:
            return
        self._closed = True
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._shut)
        self._thread.shutdown(wait=False)

    def _do(self, work: Callable[[Database], T]) -> T:
        if self._database is None:
            self._database = self._open()
        return work(self._database)

    def _shut(self) -> None:
        if self._database is not None:
            self._database.close()


class SqliteStore:
    """Truth in one file. Make it with `open`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writer = _Lane("writer", self._open_to_write)
        self._reader = _Lane("reader", self._open_to_read)

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open the file, making it (0600) and bringing its tables up to date where needed.

        Raises Unavailable with a sentence if that cannot be done.
        """
        store = cls(path)
        try:
            await store._writer.run(lambda _: None)
        except BaseException:
            await store.close()
            raise
        return store

    async def save(self, records: Sequence[Record]) -> None:
        """Insert or replace each record by its key, all or none."""
        batch = tuple(records)
        if batch:
            await self._writer.run(lambda database: database.save(batch))

    async def event(self, event: EventId) -> EventRecord | None:
        """Return one event."""
        return await self._reader.run(lambda database: database.event(event))

    async def event_by_code(self, code: str) -> EventRecord | None:
        """Return the event with this join code."""
        return await self._reader.run(lambda database: database.event_by_code(code))

    async def events(self) -> list[EventRecord]:
        """Return all events, newest first."""
        return await self._reader.run(lambda database: database.events())

    async def person(self, person: PersonId) -> PersonRecord | None:
        """Return one person."""
        return await self._reader.run(lambda database: database.person(person))

    async def archive(self, event: EventId) -> Archive | None:
        """Return everything recorded about an event, as of one moment."""
        return await self._reader.run(lambda database: database.archive(event))

    async def plans(self, event: EventId) -> list[PlanRecord]:
        """Return the plans of an event's rounds, in order."""
        return await self._reader.run(lambda database: database.plans(event))

    async def purge_chat(self, event: EventId) -> None:
        """Delete the chat of an event for good."""
        await self._writer.run(lambda database: database.purge_chat(event))

    async def use_once(self, key: str, until: float) -> bool:
        """Mark a one-time token as used; False if it was used before."""
        return await self._writer.run(lambda database: database.use_once(key, until))

    async def close(self) -> None:
        """Let go of files and connections; what was asked for before is finished."""
        await self._reader.close()
        await self._writer.close()

    def _open_to_write(self) -> Database:
        try:
            # SQLite gives its side files the rights of the main one.
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
            self._path.chmod(0o600)
        except OSError as error:
            raise Unavailable(f"{self._path} cannot be opened: {error.strerror}") from None
        # Imported in the thread and not above: it takes longer than the rest of a start.
        from server.engines.sqlite.database import Database

        return Database.open(self._path)

    def _open_to_read(self) -> Database:
        from server.engines.sqlite.database import Database

        return Database.open(self._path, read_only=True)
