"""The rooms of a round of pairs in the words of a plan: by id, each with its language."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matching.language import languages_of
from matching.snapshot import Snapshot
from matching.types import PlannedRoom, RoomKind

KINDS: dict[int, RoomKind] = {2: "pair", 3: "trio"}


def told_rooms(snap: Snapshot, rooms: Sequence[Sequence[int]], groups: int) -> list[PlannedRoom]:
    """All rooms; the first of them, so many, are groups, the others pairs and trios."""
    languages = _languages(snap, rooms)
    return [
        _told(snap, room, "group" if k < groups else KINDS[len(room)], languages[k])
        for k, room in enumerate(rooms)
    ]


def _languages(snap: Snapshot, rooms: Sequence[Sequence[int]]) -> dict[int, str | None]:
    """The language of each room, by its place: found for all rooms of a size at once."""
    by_size: dict[int, list[int]] = {}
    for k, room in enumerate(rooms):
        by_size.setdefault(len(room), []).append(k)
    found: dict[int, str | None] = {}
    for places in by_size.values():
        members = np.array([rooms[k] for k in places], dtype=np.intp)
        languages = languages_of(snap.levels[members], snap.codes, snap.rules)
        found.update(zip(places, languages, strict=True))
    return found


def _told(snap: Snapshot, room: Sequence[int], kind: RoomKind, language: str | None) -> PlannedRoom:
    members = [snap.people[i] for i in room]
    return PlannedRoom(
        members=tuple(sorted(member.id for member in members)),
        kind=kind,
        language=language,
        supervised=any(member.supervised for member in members),
        repeat=snap.knows_each_other(room),
    )
