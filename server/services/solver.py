"""Solves what an evening asks the matcher: a round, a wave of the pool, or a step of a rehearsal.

Rule: no clock and no loop; it runs in a thread or in a process of its own, with the same answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from server import late

if TYPE_CHECKING:
    from matching import RoundPlan
    from matching.prepared import Prepared
    from matching.rehearsal import Rehearsal, Rehearsed
    from matching.wave import Wave
    from server.domain.effects import PlanRound, Rehearse, RunWave
    from server.ids import EventId

# A start waits neither for the evening nor for the matcher: both are fetched with the first event.
Request: TypeAlias = "PlanRound | RunWave | Rehearse"
Answer: TypeAlias = "RoundPlan | Wave | Rehearsed"
KeepGoing = Callable[[], bool]
"""Asked before each step that only makes an answer better."""


REHEARSALS_KEPT = 4
"""So many are remembered between two steps; an older one is played again from its beginning."""


def people_of(request: Request) -> int:
    """Return how many people a request is about."""
    with late.ONE_AT_A_TIME:
        from server.domain.effects import RunWave

    return len(request.tickets if isinstance(request, RunWave) else request.candidates)


class Solver:
    """Answers one request after the other, and keeps for the next what does not change."""

    def __init__(self) -> None:
        self._known: Prepared | None = None
        self._played: dict[tuple[EventId, int], tuple[int, Rehearsal]] = {}
        """Rehearsals by event and request, each with the plans made for it."""

    def __call__(self, request: Request, keep_going: KeepGoing) -> Answer:
        """Return the answer; one that is improved no further once nobody waits longer."""
        with late.ONE_AT_A_TIME:
            from server.domain.effects import Rehearse, RunWave

        if isinstance(request, RunWave):
            return solve_wave(request)
        if isinstance(request, Rehearse):
            return self._rehearse(request, keep_going)
        return self._plan(request, keep_going)

    def _rehearse(self, request: Rehearse, keep_going: KeepGoing) -> Rehearsed:
        """Play so many steps; those that were played before are not played again."""
        with late.ONE_AT_A_TIME:
            from matching.effort import Effort
            from matching.rehearsal import Rehearsal

        key = request.event, request.ask
        steps, rehearsal = self._played.pop(key, (0, None))
        if rehearsal is None or steps >= request.steps:
            steps, rehearsal = (
                0,
                Rehearsal(
                    request.candidates,
                    request.history,
                    request.rules,
                    seeds=request.seeds,
                    first=request.first,
                ),
            )
        for _ in range(steps, request.steps):
            rehearsal.play(Effort(keep_going=keep_going))
        if not rehearsal.done:
            self._played[key] = request.steps, rehearsal
            while len(self._played) > REHEARSALS_KEPT:
                del self._played[next(iter(self._played))]
        return rehearsal.seen

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
