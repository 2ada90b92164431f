"""Judging a plan that somebody hands in: was it sound, was it fair play, is it what the planner says?

One rule: nothing in the file is believed. Rooms are held against the hard rules one by one, sums
are summed again, and the plan is made anew from what stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from matching import snapshot
from matching.language import common_language
from matching.plan_file import Case, PlanFile
from matching.rounds import plan_round
from matching.rules import Rules
from matching.types import Bench, Candidate, Pair, PlannedRoom, RoomNote
from matching.verdict import Fault, room_faults

TOLERANCE = 1e-6
LARGEST_ROOM = 6


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be: a stable word, and whom or what it concerns."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One round after checking; `share` is the score as a share of the bound, None without a plan."""

    round: int
    people: int
    rooms: int
    benched: int
    repeats: int
    share: float | None
    problems: tuple[Problem, ...]


def check(plan: PlanFile) -> tuple[Checked, ...]:
    """Check every round of the file, in order; a sound file has no problem in any of them."""
    met: set[Pair] = set()
    found = []
    for case in plan.rounds:
        found.append(_checked(case, met))
        met.update(_pairs(case.seated.rooms if case.seated else ()))
    return tuple(found)


def _checked(case: Case, met: set[Pair]) -> Checked:
    problems = []
    # Nobody may be there at the bell; only a plan that was never played is about the candidates.
    people = {c.id: c for c in (case.candidates if case.seated is None else case.present)}
    here = {pair for pair in met if pair <= people.keys()}
    forgotten = here - case.history.met - case.history.again
    problems += [
        Problem("history", " + ".join(sorted(pair))) for pair in sorted(forgotten, key=sorted)
    ]
    if case.plan is not None:
        planned = {c.id: c for c in case.candidates}
        problems += _judged(case, planned, case.plan.rooms, case.plan.bench)
        problems += _sums(case)
        problems += _redone(case)
    if case.seated is not None:
        problems += _judged(case, people, case.seated.rooms, case.seated.bench)
    shown = case.seated or case.plan
    rooms = shown.rooms if shown else ()
    return Checked(
        round=case.round,
        people=len(people),
        rooms=len(rooms),
        benched=len(shown.bench) if shown else 0,
        repeats=sum(room.repeat for room in rooms),
        share=case.plan.score / case.plan.bound if case.plan and case.plan.bound > 0 else None,
        problems=tuple(dict.fromkeys(problems)),
    )


def _judged(
    case: Case,
    people: Mapping[str, Candidate],
    rooms: Sequence[PlannedRoom],
    bench: Sequence[Bench],
) -> Iterator[Problem]:
    """Everybody is somewhere exactly once, and every room may be."""
    places = [member for room in rooms for member in room.members] + [each.id for each in bench]
    for person in sorted({p for p in places if places.count(p) > 1}):
        yield Problem("seated twice", person)
    for person in sorted(set(places) - people.keys()):
        yield Problem("unknown person", person)
    for person in sorted(people.keys() - set(places) - {case.rules.joker}):
        yield Problem("forgotten", person)
    for room in rooms:
        members = [people[m] for m in room.members if m in people]
        yield from _room(case, room, members)


def _room(case: Case, room: PlannedRoom, members: Sequence[Candidate]) -> Iterator[Problem]:
    name = " + ".join(room.members)
    for finding in room_faults(members, case.history, case.rules, largest=LARGEST_ROOM):
        if finding.fault is Fault.LANGUAGE and _is_bridged(room, members, case.rules):
            continue
        yield Problem(finding.fault.value, " + ".join(finding.people))
    if room.language != common_language(members, case.rules):
        yield Problem("language named wrongly", name)
    again = any(frozenset(p) in case.history.met for p in combinations(room.members, 2))
    if room.repeat != again:
        yield Problem("repeat not said" if again else "repeat said wrongly", name)


def _is_bridged(room: PlannedRoom, members: Sequence[Candidate], rules: Rules) -> bool:
    """Whether the room says who talks with all, and it is true."""
    centre = next((member for member in members if member.id == room.bridge), None)
    if centre is None or RoomNote.BRIDGE not in room.notes:
        return False
    return all(common_language((centre, other), rules) for other in members)


def _sums(case: Case) -> Iterator[Problem]:
    """The score as the rooms add up, and never above the bound."""
    plan = case.plan
    if plan is None:
        return
    snap = snapshot.take(case.candidates, case.history, case.rules, seed=case.seed)
    place = {person.id: i for i, person in enumerate(snap.people)}
    total = sum(
        snap.welfare([place[m] for m in room.members])
        for room in plan.rooms
        if all(m in place for m in room.members) and len(room.members) > 1
    )
    if abs(total - plan.score) > TOLERANCE * max(1.0, abs(total)):
        yield Problem("score", f"{plan.score:.6f} in the file, {total:.6f} summed")
    if plan.score > plan.bound + TOLERANCE * max(1.0, plan.bound):
        yield Problem("bound", f"{plan.bound:.6f} is below the score")


def _redone(case: Case) -> Iterator[Problem]:
    again = plan_round(
        case.candidates, case.history, case.rules, seed=case.seed, rounds_left=case.rounds_left
    )
    if case.plan is None:
        return
    if again.rooms != case.plan.rooms or again.bench != case.plan.bench:
        here = {room.members for room in case.plan.rooms}
        other = [room for room in again.rooms if room.members not in here]
        yield Problem("not what the planner makes of it", f"{len(other)} rooms differ")
    elif abs(again.bound - case.plan.bound) > TOLERANCE * max(1.0, again.bound):
        yield Problem("bound", f"{case.plan.bound:.6f} in the file, {again.bound:.6f} proven")


def _pairs(rooms: Sequence[PlannedRoom]) -> Iterator[Pair]:
    for room in rooms:
        yield from (frozenset(pair) for pair in combinations(room.members, 2))
