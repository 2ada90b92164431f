"""A rehearsal tells what a real plan would do, why, and what really helps."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.causes import causes
from matching.rehearsal import Rehearsal, Rehearsed, met_in
from matching.roles import Meet, role_pair
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES, Rules
from matching.types import BenchReason, Candidate, History, Level, Role, RoundPlan
from matching.verdict import Fault, room_faults
from tests.matching.population import people, speakers

SEEDS = (11, 12, 13)
TOWN = role_pair(Role.TOWNSPERSON, Role.TOWNSPERSON)
NO_TRIOS = replace(DEFAULT_RULES, trios=0)
OPEN = {role_pair(Role.ALUMNI, each): Meet.ALWAYS for each in (Role.ALUMNI, Role.STUDENT)}


def rehearsed(
    here: Sequence[Candidate], rules: Rules = DEFAULT_RULES, history: History | None = None
) -> Rehearsed:
    rehearsal = Rehearsal(here, history or History(), rules, seeds=SEEDS)
    while not rehearsal.done:
        rehearsal.play()
    return rehearsal.seen


def played(here: Sequence[Candidate], rules: Rules) -> list[RoundPlan]:
    """The same rounds by the planner alone, everybody's turns counted by hand."""
    known = {person.id: person for person in here}
    met: frozenset[frozenset[str]] = frozenset()
    plans = []
    for number, seed in enumerate(SEEDS):
        now = list(known.values())
        left = len(SEEDS) - number
        plan = plan_round(now, History(met=met), rules, seed=seed, rounds_left=left)
        for bench in plan.bench:
            known[bench.id] = replace(known[bench.id], sat_out=known[bench.id].sat_out + 1)
        for room in plan.rooms:
            for each in room.members if room.kind == "trio" else ():
                known[each] = replace(known[each], trios=known[each].trios + 1)
        met |= met_in(plan)
        plans.append(plan)
    return plans


@st.composite
def evenings(draw: st.DrawFn) -> tuple[list[Candidate], Rules]:
    # Few are planned exactly, in a moment; the ways of larger rounds are looked at once each below.
    here = people(draw(st.integers(2, 11)), draw(st.integers(0, 500)), minors=0.2)
    # Strict tables, so that people are left over for every reason there is.
    barred = draw(st.lists(st.sampled_from(list(DEFAULT_RULES.meets)), max_size=4))
    meets = {**DEFAULT_RULES.meets, **dict.fromkeys(barred, Meet.NEVER)}
    size = draw(st.sampled_from((2, 2, 2, 4)))
    return here, Rules(meets=meets, trios=draw(st.integers(0, 1)), room_size=size)


@settings(max_examples=25, deadline=None)
@given(evenings())
def test_it_agrees_with_the_plans_and_a_remedy_serves_whom_it_promises(
    evening: tuple[list[Candidate], Rules],
) -> None:
    agrees(*evening)


@pytest.mark.parametrize(("size", "rules"), [(19, NO_TRIOS), (16, replace(NO_TRIOS, room_size=3))])
def test_it_agrees_where_more_come(size: int, rules: Rules) -> None:
    agrees(people(size, size), replace(rules, meets=dict.fromkeys(rules.meets, Meet.NEVER) | OPEN))


def agrees(here: list[Candidate], rules: Rules) -> None:
    """It tells what the planner does, and of remedies what the planner would do then."""
    seen, plans = rehearsed(here, rules), played(here, rules)
    idle = [len(plan.bench) for plan in plans]
    assert [each.idle for each in seen.rounds] == idle
    assert [each.repeats for each in seen.rounds] == [plan.repeats for plan in plans]
    assert [each.rooms for each in seen.rounds] == [len(plan.rooms) for plan in plans]
    assert seen.worst == (idle.index(max(idle)) + 1 if any(idle) else 0)
    told = sorted(person for cause in seen.causes for person in cause.people)
    worst = plans[seen.worst - 1].bench if seen.worst else ()
    assert told == sorted(bench.id for bench in worst), "everybody left over is in one cause"
    known = {person.id: person for person in here}
    for tried in seen.tried:
        then = played(here, tried.remedy.rules)
        assert idle[seen.worst - 1] - len(then[seen.worst - 1].bench) == tried.served > 0
        assert sum(len(plan.bench) for plan in then) == tried.idle < sum(idle)
        for room in (room for plan in then for room in plan.rooms if rules.room_size == 2):
            found = room_faults([known[m] for m in room.members], History(), tried.remedy.rules)
            assert Fault.SUPERVISION not in {each.fault for each in found}


@settings(max_examples=15, deadline=None)
@given(evenings(), st.randoms(use_true_random=False))
def test_neither_blocks_nor_private_wishes_nor_the_order_change_it(
    evening: tuple[list[Candidate], Rules], draw: random.Random
) -> None:
    here, rules = evening
    known = frozenset({frozenset(each.id for each in here[:2])})
    usual = rehearsed(here, rules, History(met=known))
    pairs = [frozenset(p.id for p in draw.sample(here, 2)) for _ in range(5)]
    mixed = draw.sample(here, len(here))
    assert rehearsed(mixed, rules, History(met=known, barred=frozenset(pairs))) == usual
    assert rehearsed(here, rules, History(again=known)) == usual
    assert rehearsed(here, rules, History(met=known, reluctant=dict.fromkeys(pairs, 9.0))) == usual


@pytest.mark.parametrize(
    ("extra", "relax", "pairs"),
    [
        (Candidate("x", Role.ALUMNI, (("vi", Level.NATIVE),)), (Fault.LANGUAGE,), None),
        (Candidate("x", Role.RECRUITER, (("en", Level.NATIVE),)), (Fault.OPT_IN,), None),
        (
            Candidate("x", Role.PROSPECTIVE, (("en", Level.NATIVE),)),
            (Fault.UNVERIFIED,),
            role_pair(Role.PROSPECTIVE, Role.ALUMNI),
        ),
    ],
)
def test_what_keeps_somebody_is_named(
    extra: Candidate, relax: tuple[Fault, ...], pairs: frozenset[Role] | None
) -> None:
    seen = rehearsed([*speakers(4, "en"), extra])
    (cause,) = seen.causes
    assert (cause.people, cause.relax) == (("x",), relax)
    changed = [tried.remedy.pair for tried in seen.tried]
    assert changed == ([pairs] if pairs else []), "no rule of the host's opens the others"


def test_townspeople_are_served_by_the_one_change_that_is_offered() -> None:
    town = speakers(4, "ja", role=Role.TOWNSPERSON, prefix="t")
    seen = rehearsed([*speakers(4, "en"), *town])
    (cause,) = seen.causes
    assert cause.relax == (Fault.ROLES,)
    assert (cause.pairs, len(cause.people)) == (frozenset({TOWN}), 4)
    (tried,) = seen.tried
    assert (tried.remedy.pair, tried.served, tried.idle) == (TOWN, 4, 0)


def test_those_whose_partners_are_taken_may_have_each_other() -> None:
    town = speakers(4, "ja", role=Role.TOWNSPERSON, prefix="t")
    seen = rehearsed([*speakers(2, "ja"), *town])
    (cause,) = seen.causes
    assert cause.relax == (Fault.ROLES,)
    assert cause.taken
    assert (cause.pairs, len(cause.people)) == (frozenset({TOWN}), 2)
    assert [(each.remedy.pair, each.served) for each in seen.tried] == [(TOWN, 2)]


def test_a_recruiter_is_kept_by_what_nobody_asked_for_and_not_by_a_table_that_cannot_give() -> None:
    town = speakers(2, "en", role=Role.TOWNSPERSON, prefix="t")
    seen = rehearsed([*speakers(2, "en"), *town, Candidate("x", Role.RECRUITER)])
    assert [(each.people, each.relax) for each in seen.causes] == [(("x",), (Fault.OPT_IN,))]
    assert seen.tried == ()


def test_a_trio_is_offered_to_the_odd_one_and_no_rule_named() -> None:
    seen = rehearsed(speakers(5, "en"), NO_TRIOS)
    assert [each.idle for each in seen.rounds] == [1, 1, 1]
    assert [(cause.why, cause.relax) for cause in seen.causes] == [(BenchReason.ODD, ())]
    assert [(tried.remedy.pair, tried.served, tried.idle) for tried in seen.tried] == [(None, 1, 0)]
    assert (seen.sat_out, seen.longest) == (3, 1), "nobody sits out twice before all did once"


def test_in_groups_only_what_keeps_people_from_groups_is_named() -> None:
    groups = Rules(room_size=3, meets={**DEFAULT_RULES.meets, TOWN: Meet.NEVER})
    asked = Candidate("x", Role.PROSPECTIVE, (("en", Level.NATIVE),), no_pairs=True)
    here = [*speakers(3, "en"), *speakers(3, "ja", role=Role.TOWNSPERSON, prefix="t"), asked]
    seen = rehearsed(here, groups)
    faults = {fault for cause in seen.causes for fault in cause.relax}
    assert faults == {Fault.ROLES}
    (tried,) = seen.tried
    assert tried.remedy.rules.meets[TOWN] is Meet.IN_GROUPS
    assert tried.served == 3


def test_a_supervised_person_is_kept_by_what_no_rule_may_give() -> None:
    minor = Candidate("m", Role.PROSPECTIVE, (("en", Level.NATIVE),), supervised=True)
    seen = rehearsed([*speakers(4, "en"), minor])
    assert [(each.why, each.relax) for each in seen.causes] == [(BenchReason.SUPERVISION, ())]
    assert seen.tried == ()


def test_it_is_told_plan_by_plan_and_says_when_partners_run_out() -> None:
    rehearsal = Rehearsal(speakers(4, "en"), History(), DEFAULT_RULES, seeds=range(5), first=2)
    told = []
    while not rehearsal.done:
        told.append(rehearsal.play())
    assert [len(each.rounds) for each in told] == [1, 2, 3, 4, 5]
    assert [each.done for each in told] == [False] * 4 + [True]
    assert [each.round for each in told[-1].rounds] == [2, 3, 4, 5, 6]
    assert told[-1].fresh == 3, "four people meet in three rounds"
    assert told[2].share > 0.99


def test_turns_are_counted_on_from_round_to_round() -> None:
    rehearsal = Rehearsal(speakers(5, "en"), History(), NO_TRIOS, seeds=range(10))
    while len(rehearsal.seen.rounds) < 10:
        rehearsal.play()
    assert (rehearsal.seen.sat_out, rehearsal.seen.longest) == (5, 2)


def test_nobody_is_no_reason_to_break() -> None:
    assert [each.idle for each in rehearsed([]).rounds] == [0, 0, 0]
    alone = rehearsed(speakers(1, "en"))
    assert [(each.why, each.relax) for each in alone.causes] == [(BenchReason.ALONE, ())]
    assert causes([], [], DEFAULT_RULES) == ()
