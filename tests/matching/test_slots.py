"""Many to few with slots: nobody double booked, nobody over their limit, near what is possible at all."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.errors import BadRules, DuplicateCandidate
from matching.rules import DEFAULT_RULES
from matching.score import feasible
from matching.slots import Guest, SlotHost, Talk, Timetable, Wishes, arrange, plan_slots
from matching.types import Candidate, History, Level, Role
from tests.matching.population import people

SLOTS = 4
ENGLISH = (("en", Level.FLUENT),)


def wishes(seed: int, guests: int, hosts: int, slots: int, *, free: float = 0.7) -> Wishes:
    draw = np.random.default_rng(seed)
    worth = np.clip(draw.normal(0.4, 0.1, (guests, hosts)), 0.01, 1.0)
    return Wishes(
        worth=np.where(draw.random((guests, hosts)) < 0.8, worth, 0.0),
        guest_free=draw.random((guests, slots)) < free,
        host_free=draw.random((hosts, slots)) < free,
        most=draw.integers(0, 4, guests),
        budget=draw.integers(0, slots + 1, hosts),
    )


def check(talks: list[Talk], asked: Wishes) -> None:
    for a, b in combinations(talks, 2):
        assert a[0] != b[0] or (a[1] != b[1] and a[2] != b[2]), "double booked"
        assert a[1:] != b[1:], "the same two twice"
    for slot, guest, host in talks:
        assert asked.worth[guest, host] > 0
        assert asked.guest_free[guest, slot]
        assert asked.host_free[host, slot]
    for guest, most in enumerate(asked.most):
        assert sum(g == guest for _, g, _ in talks) <= most
    for host, budget in enumerate(asked.budget):
        assert sum(h == host for _, _, h in talks) <= budget


def worth_of(talks: list[Talk], asked: Wishes) -> float:
    return sum(float(asked.worth[g, h]) for _, g, h in talks)


def every_timetable(asked: Wishes) -> list[list[Talk]]:
    """All of them, by brute force: each possible talk is in or out."""
    slots = asked.guest_free.shape[1]
    talks = [
        (t, g, h)
        for t in range(slots)
        for g in range(len(asked.most))
        for h in range(len(asked.budget))
        if asked.worth[g, h] > 0 and asked.guest_free[g, t] and asked.host_free[h, t]
    ]
    found: list[list[Talk]] = [[]]
    for talk in talks:
        found += [[*plan, talk] for plan in found if _may_add(plan, talk, asked)]
    return found


def _may_add(plan: list[Talk], talk: Talk, asked: Wishes) -> bool:
    slot, guest, host = talk
    return (
        all(t != slot or (g != guest and h != host) for t, g, h in plan)
        and all((g, h) != (guest, host) for _, g, h in plan)
        and sum(g == guest for _, g, _ in plan) < asked.most[guest]
        and sum(h == host for _, _, h in plan) < asked.budget[host]
    )


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, 10**6), st.integers(0, 12), st.integers(0, 5), st.integers(0, 5), st.booleans()
)
def test_a_timetable_keeps_every_limit(
    seed: int, guests: int, hosts: int, slots: int, everybody: bool
) -> None:
    asked = wishes(seed, guests, hosts, slots)
    talks, bound = arrange(asked, everybody_first=everybody)
    check(talks, asked)
    assert worth_of(talks, asked) <= bound + 1e-9


def test_small_timetables_are_nearly_the_best_and_the_bound_holds() -> None:
    shares, served, possible = [], 0, 0
    for seed in range(60):
        asked = wishes(seed, 3, 2, 3)
        everything = every_timetable(asked)
        best = max(worth_of(plan, asked) for plan in everything)
        talks, bound = arrange(asked, everybody_first=False)
        assert best <= bound + 1e-9
        shares.append(1.0 if best == 0 else worth_of(talks, asked) / best)
        served += len({g for _, g, _ in arrange(asked, everybody_first=True)[0]})
        possible += max(len({g for _, g, _ in plan}) for plan in everything)
    assert max(shares) <= 1 + 1e-9
    assert np.mean(shares) >= 0.98
    assert served >= 0.98 * possible


def test_a_fair_of_thousands_comes_within_a_thousandth_of_the_bound() -> None:
    asked = wishes(1, 600, 30, 12, free=1.0)
    talks, bound = arrange(asked, everybody_first=False)
    assert worth_of(talks, asked) >= 0.999 * bound
    assert len(talks) >= np.minimum(asked.budget, 12).sum() * 0.99


def test_nobody_has_a_second_talk_while_somebody_has_none() -> None:
    asked = wishes(2, 60, 5, 12, free=1.0)
    talks, _ = arrange(asked, everybody_first=True)
    count = np.bincount([g for _, g, _ in talks], minlength=60)
    wanting = (asked.most > 0) & (count == 0)
    assert not wanting.any() or count.max() == 1


def test_people_are_booked_by_the_rules_that_pair_them() -> None:
    crowd = people(80, 5)
    hosts = [SlotHost(c, frozenset(range(SLOTS)), 2) for c in crowd if c.role is Role.RECRUITER]
    guests = [Guest(c, frozenset(range(SLOTS))) for c in crowd if c.role is Role.STUDENT]
    barred = frozenset({frozenset({hosts[0].candidate.id, g.candidate.id}) for g in guests[:10]})
    history = History(barred=barred)
    plan = plan_slots(guests, hosts, history, DEFAULT_RULES, slots=SLOTS, seed=1)
    by_id = {c.id: c for c in crowd}
    assert plan.appointments
    for talk in plan.appointments:
        assert feasible([by_id[talk.host], by_id[talk.guest]], history)[0, 1]
        assert talk.language is not None
    again = plan_slots(guests[::-1], hosts[::-1], history, DEFAULT_RULES, slots=SLOTS, seed=1)
    assert plan == again
    told = {talk.guest for talk in plan.appointments} | set(plan.without)
    assert told == {g.candidate.id for g in guests}
    assert 0 < plan.score <= plan.bound


def recruiters(n: int, budget: int | None = None) -> list[SlotHost]:
    return [
        SlotHost(Candidate(f"h{i}", Role.ALUMNI, ENGLISH), frozenset({0, 1}), budget)
        for i in range(n)
    ]


def students(n: int, free: frozenset[int] = frozenset({0, 1})) -> list[Guest]:
    return [Guest(Candidate(f"g{i}", Role.STUDENT, ENGLISH), free) for i in range(n)]


def plan(guests: list[Guest], hosts: list[SlotHost]) -> Timetable:
    return plan_slots(guests, hosts, History(), DEFAULT_RULES, slots=2, seed=0)


def test_a_volunteer_at_the_budget_is_asked_no_more() -> None:
    found = plan(students(4), recruiters(2, budget=1))
    assert sorted(a.host for a in found.appointments) == ["h0", "h1"]
    assert len(found.without) == 2


def test_who_can_come_only_once_is_seated_then() -> None:
    late = Guest(Candidate("z", Role.STUDENT, ENGLISH), frozenset({1}))
    found = plan([*students(1), late], recruiters(1))
    assert {(a.slot, a.guest) for a in found.appointments} == {(0, "g0"), (1, "z")}


def test_nonsense_is_refused_with_the_rule_named() -> None:
    with pytest.raises(BadRules) as refused:
        plan(students(1, frozenset({2})), recruiters(1))
    assert refused.value.rule == "slots.free"
    with pytest.raises(DuplicateCandidate):
        plan(students(1) * 2, recruiters(1))
