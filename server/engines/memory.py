"""A store that forgets everything with the process: for tests and for practice without a disk.

Rule: the same answers as the SQLite store, in the same order, and the same refusals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

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
from server.errors import Unavailable
from server.ids import EventId, PersonId

Key = tuple[object, ...]
Table = dict[Key, Any]

KEYS: dict[type[Any], Callable[[Any], Key]] = {
    EventRecord: lambda r: (r.id,),
    PersonRecord: lambda r: (r.id,),
    RoomRecord: lambda r: (r.id,),
    MeetingRecord: lambda r: (r.id,),
    MarkRecord: lambda r: (r.meeting, r.person),
    BarRecord: lambda r: (r.event, r.person, r.other, r.kind),
    ReportRecord: lambda r: (r.id,),
    ChatRecord: lambda r: (r.event, r.seq),
    RoundRecord: lambda r: (r.event, r.round),
    PlanRecord: lambda r: (r.event, r.round),
}


class MemoryStore:
    """Keeps records in dictionaries, one for each type."""

    def __init__(self) -> None:
        self._tables: dict[type[Any], Table] = {kind: {} for kind in KEYS}
        self._used: dict[str, float] = {}
        self._closed = False

    async def save(self, records: Sequence[Record]) -> None:
        """Insert or replace each record by its key, all or none."""
        self._check_open()
        after = dict(self._tables)
        for kind in {type(record) for record in records}:
            after[kind] = dict(after[kind])
        for record in records:
            after[type(record)][KEYS[type(record)](record)] = record
        _check_sound(after, records)
        self._tables = after

    async def event(self, event: EventId) -> EventRecord | None:
        """Return one event."""
        self._check_open()
        found: EventRecord | None = self._tables[EventRecord].get((event,))
        return found

    async def event_by_code(self, code: str) -> EventRecord | None:
        """Return the event with this join code."""
        return next((event for event in await self.events() if event.code == code), None)

    async def events(self) -> list[EventRecord]:
        """Return all events, newest first."""
        self._check_open()
        events: list[EventRecord] = list(self._tables[EventRecord].values())
        return sorted(events, key=lambda each: (each.created_at, each.id), reverse=True)

    async def person(self, person: PersonId) -> PersonRecord | None:
        """Return one person."""
        self._check_open()
        found: PersonRecord | None = self._tables[PersonRecord].get((person,))
        return found

    async def archive(self, event: EventId) -> Archive | None:
        """Return everything recorded about an event."""
        found = await self.event(event)
        if found is None:
            return None
        return Archive(
            event=found,
            people=self._of(PersonRecord, event, lambda r: (r.joined_at, r.id)),
            rooms=self._of(RoomRecord, event, lambda r: (r.number, r.id)),
            meetings=self._of(MeetingRecord, event, lambda r: (r.at, r.id)),
            marks=self._of(MarkRecord, event, lambda r: (r.meeting, r.person)),
            bars=self._of(BarRecord, event, lambda r: (r.at, r.person, r.other, r.kind)),
            reports=self._of(ReportRecord, event, lambda r: (r.at, r.id)),
            chat=self._of(ChatRecord, event, lambda r: (r.seq,)),
            rounds=self._of(RoundRecord, event, lambda r: (r.round,)),
        )

    async def plans(self, event: EventId) -> list[PlanRecord]:
        """Return the plans of an event's rounds, in order."""
        self._check_open()
        return list(self._of(PlanRecord, event, lambda r: (r.round,)))

    async def purge_chat(self, event: EventId) -> None:
        """Delete the chat of an event for good."""
        self._check_open()
        chat = self._tables[ChatRecord]
        self._tables[ChatRecord] = {key: line for key, line in chat.items() if line.event != event}

    async def use_once(self, key: str, until: float) -> bool:
        """Mark a one-time token as used; False if it was used before."""
        self._check_open()
        if key in self._used:
            return False
        self._used[key] = until
        return True

    async def close(self) -> None:
        """Refuse everything from now on."""
        self._closed = True

    def _of(self, kind: type[Any], event: EventId, order: Callable[[Any], Key]) -> tuple[Any, ...]:
        mine = (record for record in self._tables[kind].values() if record.event == event)
        return tuple(sorted(mine, key=order))

    def _check_open(self) -> None:
        if self._closed:
            raise Unavailable("the store is closed")


def _check_sound(tables: dict[type[Any], Table], records: Sequence[Record]) -> None:
    """Refuse what the database's keys would refuse."""
    codes = [event.code for event in tables[EventRecord].values()]
    if len(codes) != len(set(codes)):
        raise Unavailable("two events with one code")
    for record in records:
        event = record.id if isinstance(record, EventRecord) else record.event
        if (event,) not in tables[EventRecord]:
            raise Unavailable("a record of no event")
        if isinstance(record, MarkRecord) and (record.meeting,) not in tables[MeetingRecord]:
            raise Unavailable("a mark on no meeting")
