"""Large rounds: the same code forced upon few people, where tables of all pairs can judge it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching import Candidate, DuplicateCandidate, History, Role, RoundPlan, Rules, rounds
from matching.assignment import assign
from matching.cooling import COOLING, HEAT, graph
from matching.cover import ALONE, most_seats
from matching.crowd import gather
from matching.cycles import _chosen, matched
from matching.effort import UNHURRIED, Effort
from matching.floors import floors
from matching.large import plan_large
from matching.permits import in_a_group
from matching.rounds import plan_round
from matching.score import feasible, pair_mask, score_matrix
from matching.sparse import _priced, pair_up_sparse
from matching.tiles import ROUNDING, Edges, Tiles, search
from tests.matching.population import people, speakers

RULES = Rules()
PAIRS_ONLY = Rules(trios=0)
SETTINGS = settings(max_examples=12, deadline=None)


def pairable(n: int, seed: int) -> list[Candidate]:
    """People who may all be in pairs."""
    drawn = people(2 * n + 20, seed)
    return [c for c in drawn if not c.supervised and not c.no_pairs][:n]


def history(here: list[Candidate], seed: int) -> History:
    """Some pairs met, some are barred."""
    draw = np.random.default_rng(seed)
    pairs = [frozenset((a.id, b.id)) for a, b in combinations(here, 2)]
    lots = draw.random(len(pairs))
    return History(
        met=frozenset(p for p, lot in zip(pairs, lots, strict=True) if lot < 0.1),
        barred=frozenset(p for p, lot in zip(pairs, lots, strict=True) if lot > 0.95),
    )


def plan(here: list[Candidate], past: History, rules: Rules = RULES, seed: int = 1) -> RoundPlan:
    return plan_large(here, past, rules, seed=seed, effort=UNHURRIED)


@SETTINGS
@given(st.integers(2, 60), st.integers(0, 10**6), st.floats(0.1, 0.4))
def test_a_search_finds_just_the_pairs_above_both_floors(n: int, seed: int, floor: float) -> None:
    here = pairable(n, seed)
    past = history(here, seed)
    crowd = gather(here, past, RULES, seed=seed)
    lots = np.random.default_rng(seed).random(n, dtype=np.float32) * np.float32(0.1)
    prices = np.float32(floor) + lots
    found = search(Tiles(crowd, crowd.alone), prices)
    worth = score_matrix(crowd.people, RULES)
    may = feasible(crowd.people, past, RULES) & ~pair_mask(crowd.people, past.met)
    above = worth - prices[:, None] - prices[None, :]
    must, can = above > 1e-5, above > -1e-3
    got = np.zeros((n, n), dtype=np.bool_)
    got[found.i, found.j] = got[found.j, found.i] = True
    assert not (may & must & ~got).any()
    assert not (got & ~(may & can)).any()
    assert np.allclose(found.worth, worth[found.i, found.j], atol=2e-5)


@SETTINGS
@given(st.integers(2, 90), st.integers(0, 10**6))
def test_the_bound_is_never_below_the_best_assignment(n: int, seed: int) -> None:
    here = pairable(n, seed)
    past = history(here, seed)
    crowd = gather(here, past, PAIRS_ONLY, seed=seed)
    may = feasible(crowd.people, past, PAIRS_ONLY) & ~pair_mask(crowd.people, past.met)
    worth = np.where(may, score_matrix(crowd.people, PAIRS_ONLY), 0.0)
    truth = worth[assign(worth)].sum() / 2
    found = pair_up_sparse(crowd, np.ones(n, dtype=np.bool_))
    assert truth - 1e-4 <= found.bound <= truth * 1.01 + 0.05


@pytest.mark.parametrize("seed", range(3))
def test_floors_guessed_wrongly_cost_no_truth(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    here = pairable(150, seed)
    crowd = gather(here, History(), PAIRS_ONLY, seed=seed)
    worth = np.where(feasible(crowd.people, History()), score_matrix(crowd.people), 0.0)
    truth = worth[assign(worth)].sum() / 2
    wild = np.random.default_rng(seed).random(150, dtype=np.float32)
    monkeypatch.setattr("matching.sparse.floors", lambda _tiles, _spread: wild)
    market, bound = _priced(Tiles(crowd, crowd.alone), UNHURRIED)
    assert truth - 1e-4 <= bound <= 1.8 * truth, "what was guessed too high is taken back"
    price = np.maximum(market.covering, market.floor)
    assert (price[:, None] + price[None, :] >= worth - ROUNDING).all()


@SETTINGS
@given(st.integers(2, 70), st.integers(0, 10**6))
def test_a_large_plan_keeps_every_hard_rule(n: int, seed: int) -> None:
    here = people(n, seed)
    past = history(here, seed)
    found = plan(here, past, seed=seed)
    seated = [p for room in found.rooms for p in room.members]
    assert sorted([*seated, *(b.id for b in found.bench)]) == sorted(c.id for c in here)
    by_id = {c.id: c for c in here}
    for room in found.rooms:
        members = [by_id[p] for p in room.members]
        assert 2 <= len(members) <= 5
        assert room.language is not None
        assert not any(frozenset(p) in past.barred for p in combinations(room.members, 2))
        alone = feasible(members, History()) if room.kind == "pair" else in_a_group(members, RULES)
        assert alone[np.triu_indices(len(members), 1)].all()
        assert room.repeat == any(frozenset(p) in past.met for p in combinations(room.members, 2))
    assert found.score <= found.bound + 1e-4


@SETTINGS
@given(st.integers(2, 60), st.integers(0, 10**6))
def test_no_seat_is_wasted(n: int, seed: int) -> None:
    here = pairable(n, seed)
    past = history(here, seed)
    crowd = gather(here, past, PAIRS_ONLY, seed=seed)
    found = pair_up_sparse(crowd, np.ones(n, dtype=np.bool_))
    assert (found.mate != ALONE).sum() == most_seats(feasible(crowd.people, past, PAIRS_ONLY))


@pytest.mark.parametrize("seed", range(4))
def test_the_order_people_come_in_changes_nothing(seed: int) -> None:
    here = people(300, seed)
    past = history(here[:60], seed)
    assert plan(here, past) == plan(here[::-1], past)


def test_nobody_is_in_a_crowd_twice() -> None:
    here = pairable(30, 1)
    with pytest.raises(DuplicateCandidate):
        plan([*here, here[3]], History())


def test_threads_change_nothing() -> None:
    crowd = gather(pairable(700, 1), History(), RULES, seed=1)
    everyone = np.ones(700, dtype=np.bool_)
    with ThreadPoolExecutor(2) as two:
        there = pair_up_sparse(crowd, everyone, Effort(spread=two.map))
    here = pair_up_sparse(crowd, everyone)
    assert (there.mate == here.mate).all()
    assert there.bound == here.bound


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_whoever_is_in_a_hurry_still_has_a_sound_answer(steps: int) -> None:
    crowd = gather(pairable(600, 2), History(), RULES, seed=1)
    left = iter([True] * steps)
    hurried = Effort(keep_going=lambda: next(left, False))
    found = pair_up_sparse(crowd, np.ones(600, dtype=np.bool_), hurried)
    one = np.flatnonzero(found.mate != ALONE)
    assert len(one) > 500
    assert (found.mate[found.mate[one]] == one).all()
    assert crowd.may_talk(one, found.mate[one], crowd.alone).all()
    assert crowd.score(one, found.mate[one]).sum() / 2 <= found.bound


def test_a_thousand_are_paired_nearly_as_well_as_can_be() -> None:
    crowd = gather(pairable(1000, 3), History(), PAIRS_ONLY, seed=1)
    found = pair_up_sparse(crowd, np.ones(1000, dtype=np.bool_))
    one = np.flatnonzero(found.mate > np.arange(1000))
    assert len(one) == 500
    assert crowd.score(one, found.mate[one]).sum() >= 0.99 * found.bound


def test_floors_leave_everybody_about_as_many_partners() -> None:
    crowd = gather(pairable(2500, 4), History(), RULES, seed=1)
    tiles = Tiles(crowd, crowd.alone)
    floor = np.empty(2500, dtype=np.float32)
    floor[tiles.order] = floors(tiles)
    found = search(tiles, floor)
    near = np.bincount(np.concatenate([found.i, found.j]), minlength=2500)
    assert 16 <= near.mean() <= 34
    assert np.percentile(near, 5) >= 6


def test_the_one_left_over_is_who_did_not_sit_out_before() -> None:
    here = [replace(c, sat_out=1) for c in speakers(400, "en")]
    here[17] = replace(here[17], sat_out=0)
    found = plan([*here, *speakers(1, "xx", prefix="q")], History(), PAIRS_ONLY)
    assert {b.id for b in found.bench} == {"q0"}
    found = plan(here[:-1], History(), PAIRS_ONLY)
    assert [b.id for b in found.bench] == [here[17].id]


def test_the_odd_one_joins_a_pair_and_nobody_twice_before_all_were_once() -> None:
    here = [replace(c, trios=1) for c in speakers(301, "en")]
    fresh = {here[k].id for k in (3, 50, 120, 200, 290)}
    here = [replace(c, trios=0) if c.id in fresh else c for c in here]
    found = plan(here, History())
    assert not found.bench
    (trio,) = (room for room in found.rooms if room.kind == "trio")
    assert sum(p in fresh for p in trio.members) >= 1


def test_rare_languages_find_each_other_in_a_crowd() -> None:
    here = [*speakers(600, "en"), *speakers(2, "qu", prefix="q"), *speakers(4, "ay", prefix="a")]
    found = plan(here, History())
    rooms = [set(room.members) for room in found.rooms]
    assert {"q0", "q1"} in rooms
    assert not found.bench


def test_scarce_partners_are_kept_for_those_who_have_no_others() -> None:
    hosts = speakers(40, "en", "qu")
    lone = speakers(40, "qu", prefix="q")
    rest = speakers(400, "en", prefix="e")
    town = [replace(c, role=Role.TOWNSPERSON) for c in lone]  # never with each other
    found = plan([*hosts, *town, *rest], History(), PAIRS_ONLY)
    assert not found.bench


def test_many_people_take_this_way_and_few_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    here = pairable(80, 5)
    monkeypatch.setattr(rounds, "MOST_DENSE", 79)
    large = plan_round(here, History(), RULES, seed=1)
    assert large == plan(here, History())
    monkeypatch.setattr(rounds, "MOST_DENSE", 80)
    dense = plan_round(here, History(), RULES, seed=1)
    assert large.score >= 0.97 * dense.score
    assert len(large.bench) <= len(dense.bench)


def test_a_joker_is_seated_only_where_somebody_needs_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "MOST_DENSE", 10)
    host = Candidate("host", Role.STAFF, speakers(1, "en")[0].languages, verified=True)
    rules = Rules(trios=0, joker="host")
    even = plan_round([*speakers(60, "en"), host], History(), rules, seed=1)
    odd = plan_round([*speakers(61, "en"), host], History(), rules, seed=1)
    assert not any("host" in room.members for room in even.rooms)
    assert any("host" in room.members for room in odd.rooms)
    assert not odd.bench


@given(st.integers(2, 12), st.integers(0, 10**6))
def test_a_cycle_is_cut_at_its_best(k: int, seed: int) -> None:
    gain = np.random.default_rng(seed).random(k).tolist()
    walk = list(range(k))

    def apart(chosen: tuple[int, ...]) -> bool:
        ends = [e for i in chosen for e in (i, (i + 1) % k)]
        return len(set(ends)) == len(ends)

    best = max(sum(gain[i] for i in c) for c in combinations(walk, k // 2) if apart(c))
    assert sum(gain[i] for i in _chosen(walk, gain)) == pytest.approx(best)


def _random_graph(n: int, seed: int) -> Edges:
    i, j = np.triu_indices(n, 1)
    draw = np.random.default_rng(seed)
    kept = draw.random(len(i)) < 0.3
    worth = draw.random(len(i), dtype=np.float32)
    return Edges(i[kept], j[kept], worth[kept])


@SETTINGS
@given(st.integers(2, 80), st.integers(0, 10**6))
def test_prices_cover_every_pair_and_little_more(n: int, seed: int) -> None:
    edges = _random_graph(n, seed)
    links = graph(edges, n)
    price = links.covering(links.cooled(np.full(n, 0.3, np.float32), HEAT + COOLING))
    assert (price[edges.i] + price[edges.j] >= edges.worth - 1e-6).all()
    assert (price >= 0).all()
    table = np.zeros((n, n))
    table[edges.i, edges.j] = table[edges.j, edges.i] = edges.worth
    truth = table[assign(table)].sum() / 2
    assert truth - 1e-6 <= price.sum() <= truth * 1.05 + 0.02
    mate = matched(links, price)
    seated = np.flatnonzero(mate != ALONE)
    assert (mate[mate[seated]] == seated).all()
    assert (table[seated, mate[seated]] > 0).all()
