"""Plans rounds off the event loop, one at a time, and never longer than a round's break allows.

scipy lets go of the interpreter while it solves, so a thread is enough. A plan that comes too late
is thrown away: the evening seats everybody without it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matching import RoundPlan
    from matching.prepared import Prepared
    from matching.wave import Wave
    from server.domain.effects import PlanRound, RunWave

log = logging.getLogger(__name__)

PLAN_SECONDS = 10.0
WAVE_SECONDS = 4.0
"""A wave that takes longer is of no use: the next one is due."""


class Solver:
    """Plans one round, however long it takes, and keeps for the next what does not change."""

    def __init__(self) -> None:
        self._known: Prepared | None = None

    def __call__(self, request: PlanRound) -> RoundPlan:
        """Return the plan."""
        from matching.prepared import prepare
        from matching.rounds import plan_round

        self._known = prepare(request.candidates, request.rules, self._known)
        return plan_round(
            request.candidates,
            request.history,
            request.rules,
            seed=request.seed,
            rounds_left=request.rounds_left,
            prepared=self._known,
        )


def solve_wave(request: RunWave) -> Wave:
    """Run one wave of a pool."""
    from matching.pool import run_wave
    from matching.wave import DEFAULT_POOL

    return run_wave(
        request.tickets,
        request.history,
        request.rules,
        DEFAULT_POOL,
        now=request.at,
        seed=request.seed,
        recent=request.recent,
        rate=request.rate,
    )


class Matcher:
    """Answers PlanRound with a plan, or with None when there is none in time."""

    def __init__(
        self,
        planner: Callable[[PlanRound], RoundPlan] | None = None,
        seconds: float = PLAN_SECONDS,
    ) -> None:
        self._planner = planner or Solver()
        self._seconds = seconds
        self._turn = asyncio.Semaphore(1)

    async def plan(self, request: PlanRound) -> RoundPlan | None:
        """Plan one round; never raises but when cancelled."""
        try:
            async with asyncio.timeout(self._seconds), self._turn:
                return await asyncio.to_thread(self._planner, request)
        except TimeoutError:
            log.warning("plan too late", extra={"people": len(request.candidates)})
        except Exception:
            log.exception("planning failed", extra={"people": len(request.candidates)})
        return None

    async def wave(self, request: RunWave) -> Wave | None:
        """Run one wave of a pool; never raises but when cancelled."""
        try:
            async with asyncio.timeout(WAVE_SECONDS):
                return await asyncio.to_thread(solve_wave, request)
        except TimeoutError:
            log.warning("wave too late", extra={"people": len(request.tickets)})
        except Exception:
            log.exception("wave failed", extra={"people": len(request.tickets)})
        return None
