"""What people are offered who waited long (M13): a third seat, a table, or else the lounge.

One rule: whoever is asked into a room may share it with all others in it, by every hard rule.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matching.language import common_language
from matching.rules import LARGEST_GROUP, SMALLEST_GROUP
from matching.snapshot import Indices, Snapshot
from matching.standing import Standing
from matching.wave import Offer, OfferKind, PoolRules


def offers(standing: Standing, left: Sequence[int], pool: PoolRules) -> tuple[Offer, ...]:
    """For everybody in `left` who waited long one offer; nobody is asked into two rooms."""
    snap = standing.snap
    free = [int(standing.here[i]) for i in left if not standing.parked[i]]
    age = dict(zip(standing.here.tolist(), standing.age.tolist(), strict=True))
    due = sorted((i for i in free if _is_due(snap, i, age[i], pool)), key=lambda i: -age[i])
    made = []
    while due:
        room = _room(snap, due[0], [i for i in free if i != due[0]], set(due))
        free = [i for i in free if i not in room]
        due = [i for i in due if i not in room]
        made.append(_told(snap, room))
    return tuple(sorted(made, key=lambda offer: offer.members))


def _is_due(snap: Snapshot, i: int, age: float, pool: PoolRules) -> bool:
    """Who may never be in a pair need not wait in vain for one."""
    groups_only = snap.people[i].supervised or snap.people[i].no_pairs
    return age >= (pool.collect if groups_only else pool.offer_from)


def _room(snap: Snapshot, first: int, others: Sequence[int], due: set[int]) -> list[int]:
    """The room around one person: three, and more only if those too have waited long."""
    room = [first]
    while len(room) < LARGEST_GROUP:
        near = np.array([i for i in others if i not in room], dtype=np.intp)
        if len(room) >= SMALLEST_GROUP:
            near = near[np.array([i in due for i in near], dtype=np.bool_)]
        grown = _grow(snap, room, near)
        if grown is None:
            break
        room = grown
    return room if snap.may_share(room) else [first]


def _grow(snap: Snapshot, room: list[int], near: Indices) -> list[int] | None:
    if len(near) == 0:
        return None
    near = near[snap.may_enter(room, near)]
    if len(near) == 0:
        return None
    block = np.ix_(near, np.array(room, dtype=np.intp))
    fit = snap.score[block].mean(1) - snap.met[block].sum(1) + snap.noise[block].sum(1)
    return [*room, int(near[fit.argmax()])]


def _told(snap: Snapshot, room: Sequence[int]) -> Offer:
    people = sorted((snap.people[i] for i in room), key=lambda c: c.id)
    kind: OfferKind = "table" if len(room) > SMALLEST_GROUP else "trio"
    if len(room) < SMALLEST_GROUP:
        kind = "lounge"
    language = common_language(people, snap.rules) if len(room) > 1 else None
    return Offer(kind, tuple(c.id for c in people), language)
