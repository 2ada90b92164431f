"""The bound on rooms without a wanted role, which only the bench uses, against evenings played."""

from __future__ import annotations

from itertools import combinations

import pytest

from matching.group_plan import missing_roles
from matching.rounds import plan_round
from matching.rules import Rules
from matching.snapshot import take
from matching.types import Candidate, History, Level, Role
from tests.bench.role_bound import rooms_without_roles, rounds_without_roles
from tests.matching.population import speakers

ASKED = Rules(room_size=3, must_have={Role.ALUMNI: 1, Role.STUDENT: 1})


def town(n: int, *codes: str) -> list[Candidate]:
    """Alumni and students who speak these languages, as many of each."""
    half = n // 2
    return [
        *speakers(half, *codes, role=Role.ALUMNI, prefix="a"),
        *speakers(half, *codes, role=Role.STUDENT, prefix="s"),
    ]


def played(here: list[Candidate], rounds: int) -> tuple[int, int]:
    """Rooms without a role, and rooms of people who met, over an evening."""
    met: frozenset[frozenset[str]] = frozenset()
    by_id = {c.id: c for c in here}
    without = repeats = 0
    for done in range(rounds):
        plan = plan_round(here, History(met), ASKED, seed=done, rounds_left=rounds - done)
        assert not plan.bench
        for room in plan.rooms:
            without += bool(missing_roles([by_id[i] for i in room.members], ASKED))
            repeats += room.repeat
            met |= {frozenset(pair) for pair in combinations(room.members, 2)}
    return without, repeats


@pytest.mark.parametrize(("bridges", "least"), [(4, 2), (5, 1), (6, 0)])
def test_who_has_few_to_talk_to_goes_without_roles_in_some_rounds(bridges: int, least: int) -> None:
    """A prospective student who speaks Thai only, and so many others who do: three rounds."""
    thai = (("en", Level.FLUENT), ("th", Level.FLUENT))
    roles = [Role.ALUMNI, Role.STUDENT] * 3
    some = enumerate(roles[:bridges])
    others = [Candidate(f"t{i}", role, thai, verified=True) for i, role in some]
    guest = Candidate("guest", Role.PROSPECTIVE, (("th", Level.FLUENT),), verified=True)
    here = [guest, *others, *town(23 - bridges - (23 - bridges) % 2, "en")]
    snap = take(here, History(), ASKED, seed=1)
    assert rooms_without_roles(snap, 3) == least
    without, repeats = played(here, 3)
    assert repeats == 0
    assert without >= least


def test_people_of_a_role_nobody_else_can_meet_go_without_all_evening() -> None:
    alone = Candidate("alone", Role.STUDENT, (("th", Level.FLUENT),))
    friends = [Candidate(f"t{i}", Role.STUDENT, (("th", Level.FLUENT),)) for i in range(8)]
    snap = take([alone, *friends, *town(12, "en")], History(), ASKED, seed=1)
    by_name = dict(zip((c.id for c in snap.people), rounds_without_roles(snap, 4), strict=True))
    assert by_name["alone"] == 4
    assert by_name["a0"] == by_name["s0"] == 0
    assert rooms_without_roles(snap, 4) == 4, "all of them may be in one room"
