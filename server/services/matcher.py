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
    from server.domain.effects import PlanRound

log = logging.getLogger(__name__)

PLAN_SECONDS = 10.0


def solve(request: PlanRound) -> RoundPlan:
    """Plan one round, however long it takes."""
    from matching import plan_round

    return plan_round(
        request.candidates,
        request.history,
        request.rules,
        seed=request.seed,
        rounds_left=request.rounds_left,
    )


class Matcher:
    """Answers PlanRound with a plan, or with None when there is none in time."""

    def __init__(
        self,
        planner: Callable[[PlanRound], RoundPlan] = solve,
        seconds: float = PLAN_SECONDS,
    ) -> None:
        self._planner = planner
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
