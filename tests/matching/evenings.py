"""Plays evenings with the planner and checks what every plan must hold, against rules told anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from matching.group_plan import missing_roles
from matching.measures import PlayedRound
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES, LARGEST_ROOM, Rules
from matching.sizes import room_sizes
from matching.types import Candidate, History, Level, Role, RoomNote, RoundPlan
from matching.verdict import Fault, room_faults

GUIDES = {Role.ALUMNI, Role.STUDENT, Role.STAFF}


def play(
    people: Sequence[Candidate],
    rounds: int,
    *,
    barred: frozenset[frozenset[str]] = frozenset(),
    rules: Rules = DEFAULT_RULES,
    seed: int = 1,
) -> tuple[list[RoundPlan], list[PlayedRound], list[Candidate]]:
    """Every round planned with what the rounds before left behind; all stay to the end."""
    met: frozenset[frozenset[str]] = frozenset()
    plans, played = [], []
    here = list(people)
    for done in range(rounds):
        history = History(met, barred)
        plan = plan_round(here, history, rules, seed=seed + done, rounds_left=rounds - done)
        check_plan(plan, here, history, rules)
        plans.append(plan)
        played.append(PlayedRound(tuple(here), plan.rooms, barred))
        met |= {frozenset(p) for room in plan.rooms for p in combinations(room.members, 2)}
        out = {b.id for b in plan.bench}
        trios = {p for room in plan.rooms if room.kind == "trio" for p in room.members}
        here = [
            replace(c, sat_out=c.sat_out + (c.id in out), trios=c.trios + (c.id in trios))
            for c in here
        ]
    return plans, played, here


def check_plan(
    plan: RoundPlan, people: Sequence[Candidate], history: History, rules: Rules = DEFAULT_RULES
) -> None:
    """The hard rules, each told in its own words here rather than taken from the package."""
    by_id = {c.id: c for c in people}
    seated = [p for room in plan.rooms for p in room.members]
    everybody = sorted([*seated, *(b.id for b in plan.bench)])
    assert everybody == sorted(by_id), "everybody in exactly one room or on the bench"
    for room in plan.rooms:
        members = [by_id[p] for p in room.members]
        sizes = {"pair": (2, 2), "trio": (3, 3), "group": (3, 5)}[room.kind]
        assert sizes[0] <= len(members) <= sizes[1]
        pairs = [frozenset(p) for p in combinations(room.members, 2)]
        assert not history.barred.intersection(pairs)
        assert room.repeat == bool(history.met.intersection(pairs))
        assert room.language is not None
        assert all(_speaks(m, room.language, rules) for m in members)
        assert room.supervised == any(m.supervised for m in members)
        if room.supervised:
            check_supervised(members)
        if len(members) == 2:
            assert not any(m.no_pairs for m in members)
    assert plan.repeats == sum(room.repeat for room in plan.rooms)
    assert -1e-9 <= plan.score <= plan.bound + 1e-9


def check_supervised(members: Sequence[Candidate]) -> None:
    """M5."""
    assert len(members) >= 3
    assert any(m.verified and m.role in GUIDES and not m.supervised for m in members)
    assert all(m.role is not Role.RECRUITER for m in members)
    if any(m.role is Role.TOWNSPERSON for m in members):
        assert any(m.role is Role.STAFF for m in members)


def _speaks(person: Candidate, code: str, rules: Rules) -> bool:
    if not person.languages:
        return code in rules.fallback_languages
    return any(
        c.split("-")[0].lower() == code and level >= Level.CONVERSATIONAL
        for c, level in person.languages
    )


def check_groups(
    plan: RoundPlan, here: Sequence[Candidate], history: History, rules: Rules
) -> None:
    """What holds of every round of groups, said apart from the planner."""
    by_id = {c.id: c for c in here}
    places = [m for room in plan.rooms for m in room.members] + [b.id for b in plan.bench]
    assert sorted(places) == sorted(by_id), "everybody has one place"
    largest = max(room_sizes(len(here), rules.room_size), default=2)
    largest = LARGEST_ROOM - 1 if rules.sides else largest
    for room in plan.rooms:
        members = [by_id[m] for m in room.members]
        faults = {
            f.fault for f in room_faults(members, history, rules, largest=max(largest + 1, 5))
        }
        if RoomNote.BRIDGE in room.notes:
            assert room.language is None
            assert room.bridge in room.members
            faults -= {Fault.LANGUAGE}
            centre = by_id[room.bridge or ""]
            for other in members:
                assert not room_faults([centre, other], History(), rules) or _talk(centre, other)
        assert not faults
        assert room.kind == ("pair" if len(members) == 2 else "group")
        lacks = bool(missing_roles(members, rules))
        lacks |= any(all(m.role not in side for m in members) for side in rules.sides or ())
        assert (RoomNote.ROLES in room.notes) == lacks
        met = any(frozenset(p) in history.met for p in combinations(room.members, 2))
        assert room.repeat == met
    assert plan.score <= plan.bound + 1e-9


def _talk(a: Candidate, b: Candidate) -> bool:
    return bool({c for c, level in a.languages if level > 1} & {c for c, _ in b.languages})
