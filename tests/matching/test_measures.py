"""The measures charge what could have been done better, and only that; the cover search is exact."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest

from matching.cover import ALONE, most_seats, widen
from matching.measures import PlayedRound, measure
from matching.rules import DEFAULT_RULES, Rules
from matching.types import Candidate, Level, PlannedRoom, Role
from tests.matching.population import speakers


def room(*members: str, kind: str = "pair") -> PlannedRoom:
    """A room as it was held."""
    return PlannedRoom(members, kind, "en")  # type: ignore[arg-type]


def test_a_good_evening_is_charged_nothing() -> None:
    here = tuple(speakers(4, "en"))
    rounds = [
        PlayedRound(here, (room("p0", "p1"), room("p2", "p3"))),
        PlayedRound(here, (room("p0", "p2"), room("p1", "p3"))),
    ]
    found = measure(rounds, DEFAULT_RULES)
    assert (found.person_rounds, found.idle, found.repeats, found.language_failures) == (8, 0, 0, 0)
    assert found.idle_share == 0


def test_needless_idling_and_repeats_are_charged() -> None:
    here = tuple(speakers(4, "en"))
    again = (room("p0", "p1"), room("p2", "p3"))
    rounds = [PlayedRound(here, again), PlayedRound(here, again), PlayedRound(here, again[:1])]
    found = measure(rounds, DEFAULT_RULES)
    # The last round is charged for the two it left out, not for pairing the two it did not.
    assert (found.repeats, found.avoidable_repeats) == (3, 2)
    assert (found.idle, found.unavoidable_idle, found.sit_out_spread) == (2, 0, 1)
    assert found.sat_out == {"p0": 0, "p1": 0, "p2": 1, "p3": 1}
    assert found.idle_share == pytest.approx(2 / 12)


def test_what_could_not_be_helped_is_not_charged() -> None:
    two = tuple(speakers(2, "en"))
    found = measure([PlayedRound(two, (room("p0", "p1"),))] * 3, DEFAULT_RULES)
    assert (found.repeats, found.avoidable_repeats) == (2, 0)
    three = tuple(speakers(3, "en"))
    one_out = PlayedRound(three, (room("p0", "p1"),))
    assert measure([one_out], Rules(trios=0)).unavoidable_idle == 1
    assert measure([one_out], DEFAULT_RULES).unavoidable_idle == 0, "a trio seats all three"
    barred = frozenset({frozenset({"p0", "p1"})})
    assert measure([PlayedRound(two, (), barred)], DEFAULT_RULES).unavoidable_idle == 2


def test_a_trio_of_people_who_met_is_charged_when_fresh_three_were_there() -> None:
    here = tuple(speakers(7, "en"))
    first = PlayedRound(
        here, (room("p0", "p1"), room("p2", "p3"), room("p4", "p5", "p6", kind="trio"))
    )
    bad = PlayedRound(
        here, (room("p0", "p2"), room("p3", "p4"), room("p1", "p5", "p6", kind="trio"))
    )
    good = PlayedRound(here, (room("p1", "p3"), room("p4", "p2"), room("p0", "p5", kind="pair")))
    assert measure([first, bad], DEFAULT_RULES).avoidable_repeats == 1
    assert measure([first, good], DEFAULT_RULES).avoidable_repeats == 0


def test_a_room_without_a_common_language_is_a_failure() -> None:
    a = Candidate("p0", Role.ALUMNI, (("vi", Level.NATIVE),))
    b = Candidate("p1", Role.ALUMNI, (("ne", Level.NATIVE),))
    assert measure([PlayedRound((a, b), (room("p0", "p1"),))], DEFAULT_RULES).language_failures == 1


def most_by_brute_force(allowed) -> int:
    """The most people any set of disjoint allowed pairs serves."""

    def most(rest: tuple[int, ...]) -> int:
        if len(rest) < 2:
            return 0
        first, *others = rest
        best = most(tuple(others))
        for other in others:
            if allowed[first, other]:
                best = max(best, 2 + most(tuple(i for i in others if i != other)))
        return best

    return most(tuple(range(len(allowed))))


@pytest.mark.parametrize("seed", range(60))
def test_the_cover_serves_the_most_people_and_the_first_in_rank(seed: int) -> None:
    draw = random.Random(seed)
    n = draw.randint(1, 9)
    allowed = np.zeros((n, n), dtype=np.bool_)
    for i, j in combinations(range(n), 2):
        allowed[i, j] = allowed[j, i] = draw.random() < draw.choice([0.2, 0.35, 0.6])
    rank = np.array([draw.randint(0, 3) for _ in range(n)], dtype=np.intp)
    assert most_seats(allowed) == most_by_brute_force(allowed)
    mate = widen([ALONE] * n, allowed, rank)
    assert all(j == ALONE or (mate[j] == i and allowed[i, j]) for i, j in enumerate(mate))
    assert n - mate.count(ALONE) == most_by_brute_force(allowed)
    left = sorted((int(rank[i]) for i in range(n) if mate[i] == ALONE), reverse=True)
    assert left == _least_claims(allowed, rank)


def _least_claims(allowed, rank) -> list[int]:
    n = len(rank)

    def ways(rest):
        if not rest:
            yield []
            return
        first, *others = rest
        for way in ways(others):
            yield [int(rank[first]), *way]
        for k, other in enumerate(others):
            if allowed[first, other]:
                yield from ways(others[:k] + others[k + 1 :])

    return min(sorted(way, reverse=True) for way in ways(list(range(n))))


def test_odd_rings_that_hang_together_are_no_trap() -> None:
    """Two five-rings joined by one edge: every greedy shrinking mistake shows here."""
    allowed = np.zeros((10, 10), dtype=np.bool_)
    for start in (0, 5):
        for k in range(5):
            i, j = start + k, start + (k + 1) % 5
            allowed[i, j] = allowed[j, i] = True
    allowed[4, 7] = allowed[7, 4] = True
    assert most_seats(allowed) == 10
