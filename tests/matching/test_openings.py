"""Seats in a running round, asked for by one after the other: sound by the rules as they are judged."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from matching.prepared import Prepared
from matching.repair import Openings, place_single
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES
from matching.types import Candidate, History
from matching.verdict import room_faults
from tests.matching.population import people


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("share_left", [0.9, 0.4])
def test_whoever_is_freed_finds_a_sound_seat_with_somebody_new(
    seed: int, share_left: float
) -> None:
    here = [replace(c, sat_out=i % 2) for i, c in enumerate(people(60, seed))]
    by_id = {c.id: c for c in here}
    plan = plan_round(here, History(), DEFAULT_RULES, seed=seed)
    doors = [tuple(by_id[m] for m in r.members) for r in plan.rooms if r.kind == "pair"]
    pairs = [(a, b) for a, b in doors]
    met = frozenset(frozenset(p) for r in plan.rooms for p in combinations(r.members, 2))
    freed, open_pairs = [p for pair in pairs[:4] for p in pair], pairs[4:]
    barred = frozenset(frozenset((freed[0].id, c.id)) for c in here[::2] if c.id != freed[0].id)
    history = History(met, barred)
    openings = Openings(Prepared(here, DEFAULT_RULES), freed, open_pairs)
    for person in freed:
        found = openings.place(person, history, share_left=share_left)
        if found is None:
            assert not _could_be(person, freed, open_pairs, history, share_left)
            continue
        room: list[Candidate] = [person, *(by_id[m] for m in found.beside)]
        assert not room_faults(room, history, DEFAULT_RULES)
        if found.repeat:
            assert not _could_be(person, freed, open_pairs, history, share_left)
        alone = place_single(
            person, freed, open_pairs, history, DEFAULT_RULES, share_left=share_left
        )
        assert alone is not None
        assert alone.kind == found.kind


def _could_be(person, freed, open_pairs, history, share_left):
    """Whether a sound room with nobody met exists, looked for one by one."""
    rooms = [[person, other] for other in freed if other.id != person.id and share_left > 0.5]
    shut = {"recruiter", "prospective"}
    rooms += [[person, *two] for two in open_pairs if not shut & {two[0].role, two[1].role}]
    return any(
        not room_faults(room, history, DEFAULT_RULES)
        and not any(frozenset((person.id, other.id)) in history.met for other in room[1:])
        for room in rooms
    )
