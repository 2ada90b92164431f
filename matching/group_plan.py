"""A round of groups in the words of a plan: rooms with what they had to do without, and the bench."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from matching.bench import bench_reasons
from matching.compromise import Compromise
from matching.groups import GroupRound, seat_in_groups
from matching.language import common_language
from matching.limits import ceiling
from matching.rules import PAIR, Rules
from matching.snapshot import Snapshot
from matching.types import Bench, Candidate, PlannedRoom, RoomNote, RoundPlan


def plan_groups(snap: Snapshot, rounds_left: int) -> RoundPlan:
    """The plan of a round of groups; its `bound` holds for rooms no smaller than these.

    People of rooms noted SMALLER count in the bound as if they might sit in pairs.
    """
    found = seat_in_groups(snap, rounds_left)
    rooms = [told_room(snap, room, found.smallest) for room in found.rooms]
    whys = bench_reasons(snap.people, found.left, talk=snap.talk, met=snap.met, rules=snap.rules)
    bench = [Bench(snap.people[i].id, why) for i, why in zip(found.left, whys, strict=True)]
    return RoundPlan(
        rooms=tuple(sorted(rooms, key=lambda room: room.members)),
        bench=tuple(sorted(bench, key=lambda each: each.id)),
        score=sum(snap.welfare(room) for room in found.rooms),
        bound=_bound(snap, found),
        repeats=sum(room.repeat for room in rooms),
        seed=snap.seed,
    )


def told_room(snap: Snapshot, room: Sequence[int], smallest: int) -> PlannedRoom:
    """One room by id, with all that has to be said of it."""
    members = sorted((snap.people[i] for i in room), key=lambda person: person.id)
    language = common_language(members, snap.rules)
    bridge = Compromise(snap).bridge(room) if language is None else None
    return PlannedRoom(
        members=tuple(person.id for person in members),
        kind="pair" if len(room) == PAIR else "group",
        language=language,
        supervised=any(person.supervised for person in members),
        repeat=snap.knows_each_other(room),
        notes=tuple(_notes(members, snap.rules, smallest, bridged=bridge is not None)),
        bridge=None if bridge is None else snap.people[bridge].id,
    )


def missing_roles(members: Sequence[Candidate], rules: Rules) -> Counter[str]:
    """How many people of which role a room lacks of those the host asked for."""
    held = Counter(person.role for person in members)
    wanted = Counter({role.value: need for role, need in rules.must_have.items()})
    wanted.subtract({role.value: held[role] for role in rules.must_have})
    return +wanted


def lacks_roles(members: Sequence[Candidate], rules: Rules) -> bool:
    """Whether a room lacks anybody whom the host asked for, by role or by side."""
    held = [person.role for person in members]
    return any(sum(role in roles for role in held) < need for roles, need in rules.demands)


def _notes(
    members: Sequence[Candidate], rules: Rules, smallest: int, *, bridged: bool
) -> list[RoomNote]:
    said = {
        RoomNote.SMALLER: len(members) < smallest,
        RoomNote.BRIDGE: bridged,
        RoomNote.ROLES: lacks_roles(members, rules),
    }
    return [note for note, true in said.items() if true]


def _is_apart(snap: Snapshot, room: Sequence[int], found: GroupRound) -> bool:
    return len(room) < found.smallest or not (snap.levels[list(room)] > 0).all(0).any()


def _bound(snap: Snapshot, found: GroupRound) -> float:
    apart = [i for room in found.rooms if _is_apart(snap, room, found) for i in room]
    return ceiling(snap, found.smallest, apart)
