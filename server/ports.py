"""What the core needs from outside. A port exists where two engines do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from server.domain.records import Archive, EventRecord, PersonRecord, PlanRecord, Record
from server.ids import EventId, PersonId


class Clock(Protocol):
    """Time, as UTC epoch seconds that never jump while the process lives."""

    def now(self) -> float:
        """Return the time."""
        ...


class Store(Protocol):
    """Truth. Each call is one transaction, committed when it returns.

    Engines: SQLite (server.engines.sqlite) and memory (server.engines.memory).
    """

    async def save(self, records: Sequence[Record]) -> None:
        """Insert or replace each record by its key, all or none."""
        ...

    async def event(self, event: EventId) -> EventRecord | None:
        """Return one event."""
        ...

    async def event_by_code(self, code: str) -> EventRecord | None:
        """Return the event with this join code."""
        ...

    async def events(self) -> list[EventRecord]:
        """Return all events, newest first."""
        ...

    async def person(self, person: PersonId) -> PersonRecord | None:
        """Return one person."""
        ...

    async def archive(self, event: EventId) -> Archive | None:
        """Return everything recorded about an event."""
        ...

    async def plans(self, event: EventId) -> list[PlanRecord]:
        """Return the plans of an event's rounds, in order."""
        ...

    async def purge_chat(self, event: EventId) -> None:
        """Delete the chat of an event for good."""
        ...

    async def use_once(self, key: str, until: float) -> bool:
        """Mark a one-time token as used; False if it was used before."""
        ...

    async def close(self) -> None:
        """Let go of files and connections."""
        ...
