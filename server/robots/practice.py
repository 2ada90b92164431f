"""Practice evenings on a running server: somebody alone can try what it is like.

Rule: at most two at once, and everything that was simulated is gone at the end.
"""

from __future__ import annotations

import asyncio
import logging
from types import TracebackType
from typing import TYPE_CHECKING, Self

from server import late
from server.domain.mixer import total_seconds
from server.domain.records import EventRecord
from server.errors import TooMany
from server.protocol.parts import Plan
from server.services.drafts import Draft
from server.services.events import Events
from server.services.hub import Hub

if TYPE_CHECKING:
    from server.client import Tsunagari
    from server.robots.robot import Robot
    from server.robots.troupe import Troupe

log = logging.getLogger(__name__)

MOST = 2
PEOPLE = 11
"""With the one who tries it an even number."""
PATIENCE_SECONDS = 300.0
"""So long it waits for somebody to come in; then it starts, and ends, by itself."""
START_SECONDS = 5.0
PLAN = Plan(
    rounds=3,
    round_seconds=90,
    wrap_seconds=15,
    break_seconds=20,
    propose_seconds=3,
    notice_seconds=5,
    capacity=PEOPLE + 9,
)
TITLE = "Practice with simulated people"


def faster(plan: Plan, speed: float) -> Plan:
    """Return a plan whose rounds and breaks are so many times shorter, as far as is allowed."""
    return Plan(
        rounds=plan.rounds,
        round_seconds=max(5.0, plan.round_seconds / speed),
        wrap_seconds=plan.wrap_seconds / speed,
        break_seconds=max(1.0, plan.break_seconds / speed),
        propose_seconds=plan.propose_seconds / speed,
        notice_seconds=plan.notice_seconds / speed,
        capacity=plan.capacity,
        room_size=plan.room_size,
    )


async def prepare(
    hub: Hub, events: Events, url: str, *, plan: Plan, people: int
) -> tuple[EventRecord, Troupe]:
    """Make a practice event and its people; `url` is where they reach this server."""
    # A client of its own protocol is nothing a server needs in order to start.
    with late.ONE_AT_A_TIME:
        from server.client import Tsunagari
        from server.robots.troupe import StageDoor, Troupe, enlist

    event = await events.create(Draft(title=TITLE, plan=plan, practice=True))
    live = await hub.event(event.id)
    door = StageDoor(
        url,
        event,
        events.clock,
        live.admit,
        lambda person: events.tokens.person(event.id, person, event.expires_at),
    )
    robots: list[Robot] = await enlist(door, events.clock, people, seed=event.seed)
    host = Tsunagari(url, events.tokens.host(event.id, event.expires_at), clock=events.clock)
    spread = min(5.0, plan.round_seconds / 5)
    return event, Troupe(robots, host, spread)


async def somebody_ready(host: Tsunagari) -> None:
    """Return when a person who is not simulated is ready, or after PATIENCE_SECONDS."""
    try:
        await host.until(
            lambda replica: any(
                not each.card.robot and each.state == "ready" for each in replica.people.values()
            ),
            seconds=PATIENCE_SECONDS,
        )
    except TimeoutError:
        return


class Practices:
    """Runs practice evenings beside everything else. Use as an async context manager."""

    def __init__(self, hub: Hub, events: Events, url: str) -> None:
        self._hub = hub
        self._events = events
        self._url = url
        self._group: asyncio.TaskGroup | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        """Be ready to start some."""
        self._group = await asyncio.TaskGroup().__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End them all."""
        group, self._group = self._group, None
        for task in self._tasks:
            task.cancel()
        if group is not None:
            await group.__aexit__(None, None, None)

    async def start(self, *, plan: Plan = PLAN, people: int = PEOPLE) -> str:
        """Start a practice evening; return the link to join it. Raises TooMany."""
        if self._group is None or len(self._tasks) >= MOST:
            raise TooMany("practice")
        # The place is taken before anything is awaited, so that two at once count.
        ready: asyncio.Future[EventRecord] = asyncio.get_running_loop().create_future()
        task = self._group.create_task(self._run(plan, people, ready))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        event = await ready
        return self._events.links(event).join_link

    async def _run(self, plan: Plan, people: int, ready: asyncio.Future[EventRecord]) -> None:
        with late.ONE_AT_A_TIME:
            from server.client import Closed, Refused

        try:
            event, troupe = await prepare(
                self._hub, self._events, self._url, plan=plan, people=people
            )
        except Exception as error:  # noqa: BLE001 - handed to whoever asked for it
            if not ready.done():
                ready.set_exception(error)
            return
        if not ready.done():
            ready.set_result(event)
        try:
            async with asyncio.timeout(2 * total_seconds(plan) + PATIENCE_SECONDS + 60):
                await troupe.play(somebody_ready, start_in=START_SECONDS)
        except* (TimeoutError, Closed, Refused, OSError):
            log.warning("practice ended early", extra={"event": event.id})
        except* Exception:
            log.exception("practice broke", extra={"event": event.id})
