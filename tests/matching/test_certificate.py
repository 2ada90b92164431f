"""What is proven of a plan: held against every other way to seat the same people, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matching.assignment import assign, assign_priced
from matching.certificate import bound, ceiling
from matching.pairs import ladder, part, start_prices
from matching.prepared import prepare
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES
from matching.snapshot import Snapshot, take
from matching.types import Candidate, History
from tests.matching.population import people, speakers
from tests.matching.test_rounds import pairs_of, situations

QUICK = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
NOTHING = History()


def ways(snap: Snapshot, rest: list[int]) -> Iterator[list[list[int]]]:
    """Every way to seat all of these in pairs and trios that may be."""
    if not rest:
        yield []
        return
    first, *others = rest
    for k, j in enumerate(others):
        if snap.pairs[first, j]:
            for way in ways(snap, others[:k] + others[k + 1 :]):
                yield [[first, j], *way]
        for m in range(k):
            trio = [first, others[m], j]
            if snap.may_share(trio):
                for way in ways(snap, [i for i in others if i not in trio]):
                    yield [trio, *way]


def again(snap: Snapshot, way: list[list[int]]) -> float:
    """How much of a plan was there before: a pair counts once, a trio by halves."""
    return sum(float(snap.met[np.ix_(r, r)].sum()) / (len(r) - 1) for r in way)


def crowd(way: list[list[int]]) -> int:
    """How many sit in rooms larger than a pair: the bound speaks of no more of them."""
    return sum(len(room) for room in way if len(room) > 2)


@QUICK
@given(situations(least=2, most=8), st.integers(1, 3))
def test_no_way_to_seat_the_same_people_exceeds_the_bound(
    situation: tuple[list[Candidate], History], rounds_left: int
) -> None:
    here, history = situation
    plan = plan_round(here, history, DEFAULT_RULES, seed=4, rounds_left=rounds_left)
    snap = take(here, history, DEFAULT_RULES, seed=4)
    at = {person.id: i for i, person in enumerate(snap.people)}
    rooms = [[at[m] for m in room.members] for room in plan.rooms]
    assert plan.score <= plan.bound + 1e-9
    assert plan.bound == pytest.approx(bound(snap, rooms), abs=1e-6), "the proof handed on or not"
    for way in ways(snap, sorted(i for room in rooms for i in room)):
        if again(snap, way) <= again(snap, rooms) and crowd(way) <= crowd(rooms):
            assert sum(snap.welfare(room) for room in way) <= plan.bound + 1e-9


@QUICK
@given(situations(least=2), st.data())
def test_another_block_never_raises_the_ceiling(
    situation: tuple[list[Candidate], History], data: st.DataObject
) -> None:
    here, history = situation
    extra = data.draw(st.sampled_from(pairs_of([c.id for c in here])))
    before = ceiling(take(here, history, DEFAULT_RULES, seed=2))
    barred = History(history.met, history.barred | {extra})
    assert ceiling(take(here, barred, DEFAULT_RULES, seed=2)) <= before + 1e-9
    assert plan_round(here, history, DEFAULT_RULES, seed=2).score <= before + 1e-9


@pytest.mark.parametrize("n", [2, 5, 40, 200])
def test_prices_change_the_time_and_not_the_answer(n: int) -> None:
    lots = np.random.default_rng(n).random((n, n))
    weight = (lots + lots.T) * (lots + lots.T > 0.7) + 1000
    np.fill_diagonal(weight, 0)
    row, column = assign(weight)
    best = weight[row, column].sum()
    solved = assign_priced(weight)
    assert weight[row, solved.partner].sum() == pytest.approx(best)
    assert solved.slack.min() > -1e-4
    # Even the worst prices to start from: far too low, far too high for some.
    for start in (np.zeros(n), 400 + 900 * lots[0]):
        assert weight[row, assign_priced(weight, start).partner].sum() == pytest.approx(best)


@pytest.mark.parametrize("seed", range(3))
def test_many_pairs_come_within_a_thousandth_of_the_bound(seed: int) -> None:
    here = [replace(c, supervised=False, no_pairs=False) for c in people(300, seed)]
    plan = plan_round(here, NOTHING, DEFAULT_RULES, seed=1)
    assert (
        plan.score >= (0.999 if all(r.kind == "pair" for r in plan.rooms) else 0.997) * plan.bound
    )


@pytest.mark.parametrize("change", ["nothing", "turns", "somebody else", "rules"])
def test_a_preparation_changes_the_time_and_not_the_plan(change: str) -> None:
    here = people(80, 4)
    known = prepare(here, DEFAULT_RULES)
    rules = replace(DEFAULT_RULES, explore=0.1) if change == "rules" else DEFAULT_RULES
    if change == "turns":
        here = [replace(c, sat_out=i % 2, waiting=float(i)) for i, c in enumerate(here)]
    if change == "somebody else":
        here = [*here[1:], replace(here[0], city="Oita")]
    assert (prepare(here, rules, known) is known) == (change in {"nothing", "turns"})
    with_it = plan_round(here, NOTHING, rules, seed=3, prepared=known)
    assert with_it == plan_round(here, NOTHING, rules, seed=3)


@pytest.mark.parametrize("grouped", [False, True])
def test_a_crowd_is_planned_alike_with_and_without_what_earlier_rounds_kept(
    *, grouped: bool
) -> None:
    here = people(240, 2)
    if not grouped:
        here = [replace(c, supervised=False, no_pairs=False) for c in here]
    known, met = prepare(here, DEFAULT_RULES), frozenset[frozenset[str]]()
    for seed in range(3):
        history = History(met)
        plan = plan_round(here, history, DEFAULT_RULES, seed=seed, prepared=known)
        assert plan == plan_round(here[::-1], history, DEFAULT_RULES, seed=seed)
        assert grouped or plan.repeats == 0
        met |= {pair for room in plan.rooms for pair in pairs_of(list(room.members))}


def test_prices_to_start_from_are_near_the_best_though_most_met_and_some_sit_elsewhere() -> None:
    snap = take(people(240, 2), NOTHING, DEFAULT_RULES, seed=1)

    lots = np.random.default_rng(1).random((240, 240))
    met = (lots + lots.T > 0.8) & snap.pairs
    snap = replace(snap, met=met, worth=np.where(met, 0.0, snap.worth))
    at = np.arange(0, 240, 2)
    weight = ladder(snap, at, part(snap.pairs, at))
    price = start_prices(snap, at, part(snap.pairs & ~met, at))
    assert price is not None
    row, column = assign(weight)
    over = (price[:, None] + price[None, :] - weight)[row, column]
    fresh = ~part(met, at)[row, column] & part(snap.pairs, at)[row, column]
    assert fresh.sum() > 100
    assert np.abs(over[fresh]).mean() < 0.02


def test_the_better_partner_goes_to_whom_the_poor_ones_went_before() -> None:
    """Four who all talk well with one another, but for what they want: who fell behind chooses."""
    asks = frozenset({"housing"})
    hub = Candidate("hub", offers=asks, seeks=frozenset({"jlpt"}))
    a, b = (Candidate(n, seeks=asks, offers=frozenset({"jlpt"})) for n in "ab")
    dull = Candidate("dull", seeks=frozenset({"visas"}), offers=frozenset({"hiking"}))
    for behind, ahead in ((a, b), (b, a)):
        here = [hub, dull, replace(behind, mean_score=0.2), replace(ahead, mean_score=0.6)]
        plan = plan_round(here, NOTHING, DEFAULT_RULES, seed=1)
        assert tuple(sorted(("hub", behind.id))) in {room.members for room in plan.rooms}
        assert plan.score <= plan.bound + 1e-9


def test_who_fell_behind_is_never_lifted_over_a_seat_or_a_repeat() -> None:
    here = [replace(c, mean_score=0.1 if c.id == "p0" else 0.9) for c in speakers(20, "en")]
    met = frozenset(pairs_of(["p0", "p1", "p2"]))
    plan = plan_round(here, History(met), DEFAULT_RULES, seed=1)
    assert (len(plan.bench), plan.repeats) == (0, 0)
