"""All live events of this process: loaded when asked for, kept while needed, never twice.

An event that was made beside the running server (by the command line) is found, because what is
not live is looked up in the store. Events in the middle of a mixer are restored at the start, so
that their deadlines go on with nobody connected.
"""

from __future__ import annotations

import asyncio
import logging
from types import TracebackType
from typing import TYPE_CHECKING, Self

from server import late
from server.domain.records import PersonRecord
from server.ids import EventId
from server.services.tools import Tools

if TYPE_CHECKING:
    from server.services.live import LiveEvent

log = logging.getLogger(__name__)

IDLE_SECONDS = 600.0
SWEEP_SECONDS = 30.0
AT_REST = ("scheduled", "closed")
"""Phases in which nothing happens by itself that somebody would have to see."""


class _Place:
    """One event's task, and when it is ready."""

    def __init__(self, live: LiveEvent, ready: asyncio.Future[None]) -> None:
        self.live = live
        self.ready = ready
        self.task: asyncio.Task[None] | None = None


class Hub:
    """Owns the tasks of all live events. Use as an async context manager."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._places: dict[EventId, _Place] = {}
        self._group: asyncio.TaskGroup | None = None
        self._sweeper: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Start, and restore what was running."""
        self._group = await asyncio.TaskGroup().__aenter__()
        self._sweeper = self._group.create_task(self._sweep_forever())
        await self.restore()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop all events, and whoever plans for them; their truth is in the store."""
        group, self._group = self._group, None
        if group is None:
            return
        for task in [self._sweeper, *(place.task for place in self._places.values())]:
            if task is not None:
                task.cancel()
        await group.__aexit__(None, None, None)
        self._places.clear()
        self._tools.matcher.close()

    async def event(self, event: EventId) -> LiveEvent:
        """Return the live event, loading it if need be; raises NotFound."""
        place = self._places.get(event)
        if place is None or (place.task is not None and place.task.done()):
            place = self._start(event)
        await asyncio.shield(place.ready)
        place.live.touch()
        return place.live

    async def admit(self, person: PersonRecord) -> None:
        """Take somebody into their event; saved when this returns."""
        live = await self.event(person.event)
        await live.admit(person)

    def here(self, event: EventId) -> list[PersonRecord]:
        """Return who is connected to an event; nobody if it is not live."""
        place = self._places.get(event)
        return place.live.here() if place is not None and place.ready.done() else []

    def next_number(self, event: EventId) -> int:
        """Return the number on the waiting list a newcomer would get, 0 if there is a place."""
        place = self._places.get(event)
        return place.live.next_number() if place is not None and place.ready.done() else 0

    def live(self) -> list[LiveEvent]:
        """Return the events that are live now."""
        return [place.live for place in self._places.values() if place.ready.done()]

    async def restore(self) -> int:
        """Load every event whose clock is running; return how many there are."""
        count = 0
        for record in await self._tools.store.events():
            if record.phase in AT_REST or (record.phase == "lobby" and record.deadline is None):
                continue
            try:
                await self.event(record.id)
                count += 1
            except Exception:
                log.exception("event not restored", extra={"event": record.id})
        return count

    async def sweep(self) -> None:
        """Let go of events with nobody there and nothing to come."""
        now = self._tools.clock.now()
        for event, place in list(self._places.items()):
            if place.ready.done() and self._idle(place.live, now):
                del self._places[event]
                if place.task is not None:
                    place.task.cancel()

    def _start(self, event: EventId) -> _Place:
        # Brings the evening and the matcher's arrays: fetched with the first event.
        with late.ONE_AT_A_TIME:
            from server.services.live import LiveEvent

        if self._group is None:
            raise RuntimeError("the hub is not running")
        place = _Place(LiveEvent(event, self._tools), asyncio.get_running_loop().create_future())
        self._places[event] = place
        place.task = self._group.create_task(place.live.run(place.ready))
        place.ready.add_done_callback(lambda ready: self._forget_failed(event, place, ready))
        return place

    def _forget_failed(self, event: EventId, place: _Place, ready: asyncio.Future[None]) -> None:
        failed = ready.cancelled() or ready.exception() is not None
        if failed and self._places.get(event) is place:
            del self._places[event]

    def _idle(self, live: LiveEvent, now: float) -> bool:
        if len(live.audience) or now < live.idle_since + IDLE_SECONDS:
            return False
        return live.record.phase in AT_REST or live.wake_at is None

    async def _sweep_forever(self) -> None:
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            try:
                await self.sweep()
            except Exception:
                log.exception("sweep failed")
