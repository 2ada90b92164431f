"""Choosing a round with the rounds after it in mind (M17).

Twelve people or fewer: among the best rounds the one after which the most rounds can follow without
anybody meeting again, found by searching them all up to a budget of looks. More people: the
assignment, and where partners grow scarce, several tries played to the end. One rule: the future
never costs anybody a seat or an avoidable repeat now.
"""

from __future__ import annotations

from itertools import islice

from matching.exact import State, Table, Way

LOOKS = 120
"""Rounds looked at per choice; one look is 1 to 3 ms at twelve people."""
WIDTH = 6


class _Budget:
    """How many looks are left; what is found when they run out stands."""

    def __init__(self, looks: int) -> None:
        self.left = looks

    def spend(self) -> bool:
        self.left -= 1
        return self.left >= 0


def plan_rounds(table: Table, rounds_left: int) -> Way:
    """The best round now, given how many follow; exact for what it may look at (see LOOKS)."""
    ways = list(islice(table.best(table.start), WIDTH if rounds_left > 1 else 1))
    if rounds_left <= 1:
        return ways[0]
    budget = _Budget(LOOKS)
    best, furthest = ways[0], (-1, 0)
    for way in ways:
        state = table.after(table.start, way)
        goal = min(rounds_left - 1, _ceiling(table, state, way))
        reached = _fresh_rounds(table, state, goal, budget)
        if reached > furthest:
            best, furthest = way, reached
        if reached == (goal, 0) or budget.left <= 0:
            break
    return best


def _fresh_rounds(table: Table, state: State, goal: int, budget: _Budget) -> tuple[int, int]:
    """Most rounds without a repeat that can follow, and minus how unfair their trios are."""
    if goal <= 0 or not budget.spend():
        return 0, 0
    best = (0, 0)
    for way in islice(table.best(state), WIDTH):
        if way.repeats:
            return best
        depth, fairness = _fresh_rounds(table, table.after(state, way), goal - 1, budget)
        best = max(best, (depth + 1, fairness - way.unfair))
        if best == (goal, 0) or budget.left <= 0:
            break
    return best


def _ceiling(table: Table, state: State, way: Way) -> int:
    """No more fresh rounds than this can follow: pairs run out, or somebody's partners do."""
    fresh = table.allowed & ~state.met
    a_round = len(way.pairs) + (3 if way.trio else 0)
    most = int(fresh.sum()) // 2 // max(a_round, 1)
    seated = sum(len(room) for room in way.rooms)
    if seated == table.size and not way.trio:
        most = min(most, int(fresh.sum(1).min()))
    return most
