"""Plans rounds and waves, and rehearses, off the event loop and never longer than anybody waits for.

Rule: each event has at most one request of a kind that waits; a newer one takes its place, and the
older is answered with None. An answer that comes too late is thrown away: the evening seats everybody
without it. Up to the size of dense tables a thread solves; beyond it a process does. Rehearsals have
a process of their own, so that no round waits for one.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from concurrent.futures import Future
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any, cast

from server import late
from server.clock import SystemClock
from server.ids import EventId
from server.services.solver import Request, people_of
from server.services.workers import InProcess, InThread, Worker

if TYPE_CHECKING:
    from matching import RoundPlan
    from matching.rehearsal import Rehearsed
    from matching.wave import Wave
    from server.domain.effects import PlanRound, Rehearse, RunWave

log = logging.getLogger(__name__)

PLAN_SECONDS = 10.0
WAVE_SECONDS = 4.0
"""A wave that takes longer is of no use: the next one is due."""
REHEARSAL_SECONDS = 30.0
"""After this time a host is told what is known so far."""
MOST_IN_THREAD = 1500
"""Up to so many people a round is planned with tables of all pairs, mostly outside the interpreter."""


class Matcher:
    """Answers a request with a plan or a wave, or with None when there is none in time."""

    def __init__(
        self,
        near: Worker | None = None,
        far: Worker | None = None,
        seconds: float = PLAN_SECONDS,
        aside: Worker | None = None,
    ) -> None:
        self._near = near or InThread()
        self._far = far or InProcess()
        self._aside = aside or InProcess()
        self._seconds = seconds
        self._clock = SystemClock()
        self._asked: dict[tuple[EventId, type[Request]], Future[Any]] = {}

    async def plan(self, event: EventId, request: PlanRound) -> RoundPlan | None:
        """Plan one round; never raises but when cancelled."""
        return cast("RoundPlan | None", await self._answer(event, request, self._seconds))

    async def wave(self, event: EventId, request: RunWave) -> Wave | None:
        """Run one wave of a pool; never raises but when cancelled."""
        seconds = min(WAVE_SECONDS, self._seconds)
        return cast("Wave | None", await self._answer(event, request, seconds))

    async def rehearse(
        self, event: EventId, request: Rehearse, seconds: float = REHEARSAL_SECONDS
    ) -> AsyncIterator[Rehearsed]:
        """Play a rehearsal and give what is known after each plan.

        Ends early when time is up, when it breaks, or when a newer one of the event takes its place.
        """
        until = self._clock.now() + seconds
        for step in count(1):
            left = until - self._clock.now()
            wanted = replace(request, steps=step)
            found = await self._answer(event, wanted, left) if left > 0 else None
            if found is None:
                return
            seen = cast("Rehearsed", found)
            yield seen
            if seen.done:
                return

    def close(self) -> None:
        """Let go of threads and processes."""
        for worker in (self._near, self._far, self._aside):
            worker.close()

    async def _answer(self, event: EventId, request: Request, seconds: float) -> object:
        about = {"event": event, "kind": type(request).__name__, "people": people_of(request)}
        solving = self._submit(event, request, seconds)
        answer = asyncio.wrap_future(solving)
        try:
            await asyncio.wait((answer,), timeout=seconds)
        finally:
            solving.cancel()  # if it has not begun: nobody waits for it any more
            key = (event, type(request))
            if self._asked.get(key) is solving:
                del self._asked[key]
        if not answer.done():
            answer.cancel()
            log.warning("matcher too late", extra=about)
        elif not answer.cancelled():
            error = answer.exception()
            if error is None:
                return answer.result()
            log.error("matcher failed", extra=about, exc_info=error)
        return None

    def _submit(self, event: EventId, request: Request, seconds: float) -> Future[Any]:
        key = (event, type(request))
        older = self._asked.get(key)
        if older is not None:
            older.cancel()  # if it has not begun
        solving: Future[Any] = self._worker_for(request).submit(
            request, self._clock.now() + seconds
        )
        self._asked[key] = solving
        return solving

    def _worker_for(self, request: Request) -> Worker:
        with late.ONE_AT_A_TIME:
            from server.domain.effects import Rehearse

        if isinstance(request, Rehearse):
            return self._aside
        return self._near if people_of(request) <= MOST_IN_THREAD else self._far
