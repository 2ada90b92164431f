"""Who becomes the third of whom when people are left over (M11).

One rule: everybody in the new room may share it with both others, and one language is common to all
three. First nobody twice in a trio before all were once, then nobody met, then score.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from matching.language import Mask
from matching.score import Matrix
from matching.snapshot import Indices, Snapshot

CHEAP = 1e3
REACH = 16


def join(snap: Snapshot, left: Sequence[int], pairs: list[tuple[int, int]]) -> list[list[int]]:
    """Makes trios of people left over and members of `pairs`, which is changed accordingly.

    People who asked for no 1:1 always get a third seat where one exists: it is the only one left
    to them, so they do not use up the trios kept for the odd one.
    """
    rooms: list[list[int]] = []
    spare = snap.rules.trios
    if spare == 0:
        return rooms
    for person in sorted(left, key=lambda i: (-int(snap.rank[i]), int(snap.trios[i]))):
        groups_only = snap.people[person].no_pairs
        if not pairs or (spare == 0 and not groups_only):
            continue
        pair = best_pair(snap, person, pairs)
        if pair is None or snap.knows_each_other([*pair, person]):
            pair = _from_two_pairs(snap, person, pairs, again=False) or pair
        pair = pair or _from_two_pairs(snap, person, pairs, again=True)
        if pair is None:
            continue
        _take_out(pairs, pair)
        rooms.append([*pair, person])
        spare -= not groups_only
    return rooms


def _take_out(pairs: list[tuple[int, int]], chosen: tuple[int, int]) -> None:
    """Whoever lost a partner to the trio is paired with the other who did."""
    touched = [pair for pair in pairs if pair[0] in chosen or pair[1] in chosen]
    rest = [i for pair in touched for i in pair if i not in chosen]
    pairs[:] = [pair for pair in pairs if pair not in touched]
    if rest:
        pairs.append((rest[0], rest[1]))


def _from_two_pairs(
    snap: Snapshot, person: int, pairs: Sequence[tuple[int, int]], *, again: bool
) -> tuple[int, int] | None:
    """One of each of two pairs whose partners can be paired with each other; or None.

    Nobody may have met before, unless `again`.
    """
    a = np.array([i for pair in pairs for i in pair], dtype=np.intp)
    b = np.array([j for pair in pairs for j in reversed(pair)], dtype=np.intp)
    x, y = np.triu_indices(len(a), 1)
    x, y = x[a[x] != b[y]], y[a[x] != b[y]]
    may = snap.pairs[b[x], b[y]]
    if not again:
        may &= ~(snap.met[b[x], b[y]] | snap.met[person, a[x]] | snap.met[person, a[y]])
        may &= ~snap.met[a[x], a[y]]
    x, y = x[may], y[may]
    may = _may_join(snap, person, a[x], a[y])
    if not may.any():
        return None
    gain = snap.score[b[x], b[y]] - snap.score[a[x], b[x]] - snap.score[a[y], b[y]]
    cost = np.where(may, _cost(snap, person, a[x], a[y]) - gain, np.inf)
    k = int(cost.argmin())
    return int(a[x[k]]), int(a[y[k]])


def best_pair(
    snap: Snapshot, person: int, pairs: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """The pair that suits a third best, or None where no hard rule lets them in."""
    a = np.array([pair[0] for pair in pairs], dtype=np.intp)
    b = np.array([pair[1] for pair in pairs], dtype=np.intp)
    may = _may_join(snap, person, a, b)
    if not may.any():
        return None
    k = int(np.where(may, _cost(snap, person, a, b), np.inf).argmin())
    return pairs[k]


def unfair(snap: Snapshot, room: Sequence[int], pool: Sequence[int]) -> int:
    """How far a trio is from being those who were in the fewest trios; 0 is fair."""
    fewest = sorted(int(snap.trios[i]) for i in pool)[: len(room)]
    return sum(int(snap.trios[i]) for i in room) - sum(fewest)


def trios_to_try(
    snap: Snapshot, pool: Sequence[int], left: Sequence[int], most: int
) -> list[list[int]]:
    """Trios worth trying instead of the one found, the freshest and best of each kind.

    Kinds: those whose turn it is, those with somebody left over, and anybody.
    """
    ordered = sorted(pool, key=lambda i: int(snap.trios[i]))
    edge = int(snap.trios[ordered[2]])
    must = [i for i in ordered if snap.trios[i] < edge]
    may = [i for i in ordered if snap.trios[i] == edge]
    in_turn = [[*must, *pick] for pick in combinations(may[:REACH], 3 - len(must))]
    with_left = [
        [person, *pick]
        for person in left
        for pick in combinations([i for i in pool if snap.rooms[person, i]][:REACH], 2)
    ]
    anybody = [list(pick) for pick in combinations(list(pool)[:REACH], 3)]
    share = -(-most // 3)
    chosen = [
        room for kind in (in_turn, with_left, anybody) for room in _best_rooms(snap, kind, share)
    ]
    return chosen[:most]


def _best_rooms(snap: Snapshot, rooms: Sequence[list[int]], most: int) -> list[list[int]]:
    able = [room for room in rooms if snap.may_share(room)]
    return sorted(able, key=lambda room: (snap.knows_each_other(room), -snap.welfare(room)))[:most]


def _may_join(snap: Snapshot, person: int, a: Indices, b: Indices) -> Mask:
    may = snap.rooms[person, a] & snap.rooms[person, b] & snap.rooms[a, b]
    may &= ((snap.levels[a] > 0) & (snap.levels[b] > 0) & (snap.levels[person] > 0)).any(1)
    staff = snap.wants_staff[person, a] | snap.wants_staff[person, b] | snap.wants_staff[a, b]
    may &= ~staff | snap.staff[person] | snap.staff[a] | snap.staff[b]
    proof = snap.wants_ambassador
    proof_wanted = proof[person, a] | proof[person, b] | proof[a, b]
    known = snap.ambassador[person] | snap.ambassador[a] | snap.ambassador[b]
    return np.asarray(may & (~proof_wanted | known), dtype=np.bool_)


def _cost(snap: Snapshot, person: int, a: Indices, b: Indices) -> Matrix:
    met = snap.met[person, a].astype(np.float64) + snap.met[person, b]
    turns = (snap.trios[a] + snap.trios[b]).astype(np.float64)
    gain = snap.score[person, a] + snap.score[person, b] - snap.score[a, b]
    noise = snap.noise[person, a] + snap.noise[person, b]
    return np.asarray(CHEAP * (met * CHEAP + turns) - gain - noise)
