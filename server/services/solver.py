"""Solves what an evening asks the matcher: a round, or a wave of the pool.

Rule: no clock and no loop; it runs in a thread or in a process of its own, with the same answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from server import late

if TYPE_CHECKING:
    from matching import RoundPlan
    from matching.prepared import Prepared
    from matching.wave import Wave
    from server.domain.effects import PlanRound, RunWave

# A start waits neither for the evening nor for the matcher: both are fetched with the first event.
Request: TypeAlias = "PlanRound | RunWave"
KeepGoing = Callable[[], bool]
"""Asked before each step that only makes an answer better."""


def people_of(request: Request) -> int:
    """Return how many people a request is about."""
    with late.ONE_AT_A_TIME:
        from server.domain.effects import PlanRound

    return len(request.candidates if isinstance(request, PlanRound) else request.tickets)


class Solver:
    """Answers one request after the other, and keeps for the next what does not change."""

    def __init__(self) -> None:
        self._known: Prepared | None = None

    def __call__(self, request: Request, keep_going: KeepGoing) -> RoundPlan | Wave:
        """Return the plan or the wave; one that is improved no further once nobody waits longer."""
        with late.ONE_AT_A_TIME:
            from server.domain.effects import RunWave

        if isinstance(request, RunWave):
            return solve_wave(request)
        return self._plan(request, keep_going)

    def _plan(self, request: PlanRound, keep_going: KeepGoing) -> RoundPlan:
        with late.ONE_AT_A_TIME:
            from matching.effort import Effort
            from matching.prepared import prepare
            from matching.rounds import MOST_DENSE, plan_round

        small = len(request.candidates) <= MOST_DENSE
        self._known = prepare(request.candidates, request.rules, self._known) if small else None
        return plan_round(
            request.candidates,
            request.history,
            request.rules,
            seed=request.seed,
            rounds_left=request.rounds_left,
            prepared=self._known,
            effort=Effort(keep_going=keep_going),
        )


def solve_wave(request: RunWave) -> Wave:
    """Run one wave of a pool."""
    with late.ONE_AT_A_TIME:
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
