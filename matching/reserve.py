"""Rooms for those whom few here can talk to, made before everybody else is seated.

One rule: these rooms hold no two who met. Somebody with too few unmet partners for full rooms all
evening gets smaller ones from the start: three rooms of two with somebody new are better than one
full room and two with the same people again.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matching.cover import ALONE, widen
from matching.language import Mask
from matching.rules import SMALLEST_GROUP
from matching.snapshot import Indices, Snapshot


def fresh(snap: Snapshot) -> Mask:
    """Who may share a room and did not meet before."""
    return np.asarray(snap.rooms & ~snap.met, dtype=np.bool_)


def reserve(
    snap: Snapshot, size: int, rounds_left: int, tight: Sequence[int] = ()
) -> list[list[int]]:
    """Rooms for those who have fewer unmet partners than full rooms all evening would take.

    `tight` are people for whom a full room was tried in vain: they get rooms of two.
    """
    new = fresh(snap)
    share = _share(snap, new, size, rounds_left)
    share[list(tight)] = 1
    scarce = np.flatnonzero(share < size - 1)
    if not len(scarce):
        return []
    rooms: list[list[int]] = []
    taken = np.zeros(len(snap), dtype=np.bool_)
    couples = _couples(snap, new, scarce)
    taken[[i for couple in couples for i in couple]] = True
    for i, j in couples:
        wanted = 1 + int(max(1, min(share[i], share[j])))
        room = _grown(snap, new, [i, j], wanted, taken | (share < size - 1))
        if _holds(snap, room):
            rooms.append(room)
            taken[room] = True
    return rooms


def _share(snap: Snapshot, new: Mask, size: int, rounds_left: int) -> Indices:
    """Unmet partners that each may spend in this round; plenty where the event itself is small."""
    mates, everybody = (size - 1) * rounds_left, len(snap) - 1 - snap.met.sum(1)
    partners = new.sum(1)
    plenty = (partners >= mates) | (everybody < mates) | (partners == 0)
    return np.where(plenty, size, np.maximum(1, partners // rounds_left))


def _couples(snap: Snapshot, new: Mask, scarce: Indices) -> list[tuple[int, int]]:
    """A partner for as many of the scarce as can have one, the longest waiting first."""
    allowed = np.zeros_like(new)
    allowed[scarce] = new[scarce]
    grown_up = np.array([not c.supervised for c in snap.people], dtype=np.bool_)
    allowed &= grown_up[:, None] & grown_up[None, :]
    allowed |= allowed.T
    mate = [ALONE] * len(snap)
    for i in scarce:
        able = np.flatnonzero(allowed[i] & (np.array(mate) == ALONE))
        if mate[i] == ALONE and len(able):
            # Somebody everybody can talk to costs the least.
            j = int(able[np.lexsort((-snap.score[i, able], -new[able].sum(1)))[0]])
            mate[i], mate[j] = j, int(i)
    order = snap.rank * 2
    order[scarce] += 1
    mate = widen(mate, allowed, order)
    return [(i, j) for i, j in enumerate(mate) if i < j]


def _grown(snap: Snapshot, new: Mask, room: list[int], wanted: int, taken: Mask) -> list[int]:
    if any(snap.people[i].no_pairs for i in room) or not snap.pairs[room[0], room[1]]:
        wanted = max(wanted, SMALLEST_GROUP)
    while len(room) < wanted:
        free = np.flatnonzero(new[room].all(0) & ~taken)
        free = free[snap.may_enter(room, free)]
        if not len(free):
            break
        room = [*room, int(free[snap.score[np.ix_(np.array(room), free)].sum(0).argmax()])]
    return room


def _holds(snap: Snapshot, room: Sequence[int]) -> bool:
    if len(room) < SMALLEST_GROUP:
        return bool(snap.pairs[room[0], room[1]])
    return snap.may_share(room)
