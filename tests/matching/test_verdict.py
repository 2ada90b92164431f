"""The rules said one by one agree with the masks that planning uses, on every pair and many threes."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest

from matching import snapshot
from matching.rules import DEFAULT_RULES
from matching.types import Candidate, History, Level, Role
from matching.verdict import Fault, room_faults
from tests.matching.population import people

NOBODY = History()


def crowd(seed: int) -> tuple[list[Candidate], History]:
    """Forty people of every kind, staff and townspeople among them, and a few blocks."""
    draw = random.Random(seed)
    here = people(30, seed, minors=0.6)
    roles = [Role.STAFF, Role.TOWNSPERSON, Role.RECRUITER, Role.PROSPECTIVE, None]
    here += [
        replace(person, id=f"x{i}", role=roles[i % len(roles)], verified=draw.random() < 0.5)
        for i, person in enumerate(people(20, seed + 1))
    ]
    pairs = [frozenset(draw.sample([c.id for c in here], 2)) for _ in range(40)]
    return here, History(met=frozenset(pairs[20:]), barred=frozenset(pairs[:20]))


@pytest.mark.parametrize("seed", range(8))
def test_every_pair_is_judged_as_the_masks_judge_it(seed: int) -> None:
    here, history = crowd(seed)
    snap = snapshot.take(here, history, DEFAULT_RULES, seed=seed)
    allowed = 0
    for i, j in combinations(range(len(snap)), 2):
        faults = room_faults([snap.people[i], snap.people[j]], history, DEFAULT_RULES)
        assert bool(snap.pairs[i, j]) == (not faults), (snap.people[i], snap.people[j], faults)
        allowed += not faults
    assert 100 < allowed < 1100


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("size", [3, 4, 5])
def test_larger_rooms_are_judged_as_the_snapshot_judges_them(seed: int, size: int) -> None:
    here, history = crowd(seed)
    snap = snapshot.take(here, history, DEFAULT_RULES, seed=seed)
    draw = random.Random(seed)
    allowed = 0
    for _ in range(1500):
        room = draw.sample(range(len(snap)), size)
        faults = room_faults([snap.people[i] for i in room], history, DEFAULT_RULES)
        assert snap.may_share(room) == (not faults), ([snap.people[i] for i in room], faults)
        allowed += not faults
    assert allowed > 0


def person(name: str, role: Role = Role.ALUMNI, **more: object) -> Candidate:
    return replace(Candidate(name, role, (("en", Level.FLUENT),)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("room", "fault"),
    [
        ([person("a")], Fault.SIZE),
        ([person(f"p{i}") for i in range(6)], Fault.SIZE),
        ([person("a"), person("a")], Fault.TWICE),
        ([person("a"), replace(person("b"), languages=(("th", Level.NATIVE),))], Fault.LANGUAGE),
        ([person("a"), person("b", Role.RECRUITER)], Fault.OPT_IN),
        ([person("a"), person("b", Role.PROSPECTIVE)], Fault.UNVERIFIED),
        ([person("a"), person("b", no_pairs=True)], Fault.NO_PAIRS),
        ([person("a"), person("b", Role.PROSPECTIVE, supervised=True)], Fault.SUPERVISION),
        ([person("a", Role.RECRUITER), person("b", Role.RECRUITER)], Fault.ROLES),
        (
            [person("a"), person("b"), person("c", Role.PROSPECTIVE, supervised=True)],
            Fault.SUPERVISION,
        ),
        (
            [
                person("a", verified=True),
                person("b", Role.TOWNSPERSON),
                person("c", Role.PROSPECTIVE),
            ],
            Fault.NO_STAFF,
        ),
    ],
)
def test_a_broken_rule_is_named(room: list[Candidate], fault: Fault) -> None:
    assert fault in {finding.fault for finding in room_faults(room, NOBODY, DEFAULT_RULES)}


def test_a_block_is_named_with_the_two_it_parts() -> None:
    room = [person("a"), person("b"), person("c")]
    history = History(barred=frozenset({frozenset(("c", "a"))}))
    (finding,) = room_faults(room, history, DEFAULT_RULES)
    assert (finding.fault, finding.people) == (Fault.BARRED, ("a", "c"))
