"""One round for more people than fit a table of all pairs: the steps of `rounds`, over a crowd.

Groups are built hall by hall, a few hundred people at a time; pairs over everybody at once; whoever
is left over joins one of the pairs that suit them, as in a small round.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

import numpy as np

from matching import snapshot
from matching.bench import reason
from matching.cover import ALONE
from matching.crowd import Crowd, gather
from matching.effort import UNHURRIED, Effort
from matching.language import common_language
from matching.permits import is_ambassador
from matching.rules import PAIR, Rules
from matching.snapshot import Indices
from matching.sparse import pair_up_sparse
from matching.supervised import seat_groups
from matching.trios import join
from matching.types import Bench, BenchReason, Candidate, History, PlannedRoom, RoomKind, RoundPlan

HALL = 240
"""People in need of a group who are seated together, and as many who may be lent to them."""
PAIRS_LOOKED_AT, PAIRS_TRIED = 2000, 60
LEFT_TRIED = 16


def plan_large(
    candidates: Sequence[Candidate],
    history: History,
    rules: Rules,
    *,
    seed: int,
    effort: Effort = UNHURRIED,
) -> RoundPlan:
    """The round of all these people; a joker among them is a person like any other."""
    crowd = gather(candidates, history, rules, seed=seed)
    groups = _groups(crowd, history)
    needy = np.array([c.supervised or c.no_pairs for c in crowd.people], dtype=np.bool_)
    pool = ~needy
    pool[[i for room in groups for i in room]] = False
    paired = pair_up_sparse(crowd, pool, effort)
    pairs, trios = _with_thirds(crowd, history, paired.mate, _left(crowd, groups, paired.mate))
    return _told(crowd, {"group": groups, "pair": pairs, "trio": trios}, paired.bound)


def _groups(crowd: Crowd, history: History) -> list[list[int]]:
    """Groups for all who cannot be paired, as `seat_groups` builds them in every hall."""
    needy = [i for i, c in enumerate(crowd.people) if c.supervised or c.no_pairs]
    if not needy:
        return []
    helpers = [i for i, c in enumerate(crowd.people) if is_ambassador(c) and not c.no_pairs]
    halls = -(-len(needy) // HALL)
    rooms = []
    for hall in range(halls):
        # Taken by turns, so that every hall has its share of guides and of those sharing a tongue.
        here = needy[hall::halls] + helpers[hall::halls][:HALL]
        snap = _snapshot(crowd, history, here)
        place = {crowd.people[i].id: i for i in here}
        rooms += [
            [place[snap.people[k].id] for k in room] for room in seat_groups(snap, lend=True).rooms
        ]
    return rooms


def _snapshot(crowd: Crowd, history: History, here: Iterable[int]) -> snapshot.Snapshot:
    people = [crowd.people[i] for i in here]
    return snapshot.take(people, history, crowd.rules, seed=crowd.seed)


def _left(crowd: Crowd, groups: list[list[int]], mate: Indices) -> list[int]:
    """Who might still be a third, those whose turn it is first; supervised people never."""
    seated = {i for room in groups for i in room}.union(np.flatnonzero(mate != ALONE).tolist())
    left = (i for i, c in enumerate(crowd.people) if not c.supervised and i not in seated)
    return sorted(left, key=lambda i: (-int(crowd.rank[i]), crowd.people[i].trios))


def _with_thirds(
    crowd: Crowd, history: History, mate: Indices, left: list[int]
) -> tuple[list[list[int]], list[list[int]]]:
    """All pairs, and the trios some of them become."""
    one = np.flatnonzero(mate > np.arange(len(mate)))
    pairs = list(zip(one.tolist(), mate[one].tolist(), strict=True))
    if not left or not pairs or crowd.rules.trios == 0:
        return [list(pair) for pair in pairs], []
    left = left[:LEFT_TRIED]
    tried = sorted({p for person in left for p in _suited(crowd, person, one, mate[one])})
    here = [*left, *(i for p in tried for i in pairs[p])]
    snap = _snapshot(crowd, history, here)
    place = {c.id: k for k, c in enumerate(snap.people)}
    there = {i: place[crowd.people[i].id] for i in here}
    back = {k: i for i, k in there.items()}
    few = [(there[pairs[p][0]], there[pairs[p][1]]) for p in tried]
    trios = join(snap, [there[i] for i in left], few)
    asked = set(tried)
    kept = [list(pair) for p, pair in enumerate(pairs) if p not in asked]
    changed = [[back[k] for k in pair] for pair in few]
    return kept + changed, [[back[k] for k in room] for room in trios]


def _suited(crowd: Crowd, person: int, one: Indices, other: Indices) -> list[int]:
    """The pairs a person fits best, among those whose turn in a trio it is."""
    turns = np.array([c.trios for c in crowd.people], dtype=np.intp)
    soonest = np.argsort(turns[one] + turns[other], kind="stable")[:PAIRS_LOOKED_AT]
    a, b = one[soonest], other[soonest]
    me = np.full(len(a), person, dtype=np.intp)
    may = crowd.may_talk(me, a, crowd.together) & crowd.may_talk(me, b, crowd.together)
    fit = np.where(may, crowd.score(me, a) + crowd.score(me, b), -1.0)
    fit -= 2.0 * (turns[a] + turns[b])
    best = np.argsort(-fit, kind="stable")[:PAIRS_TRIED]
    return [int(p) for p in soonest[best[may[best]]]]


def _told(crowd: Crowd, rooms: dict[RoomKind, list[list[int]]], bound: float) -> RoundPlan:
    """The plan by id, in an order of its own."""
    planned: list[PlannedRoom] = []
    score = 0.0
    for kind, some in rooms.items():
        repeats, worth = worth_of(crowd, some)
        planned += [_room(crowd, r, kind, again) for r, again in zip(some, repeats, strict=True)]
        score += worth
    seated = {i for some in rooms.values() for room in some for i in room}
    return RoundPlan(
        rooms=tuple(sorted(planned, key=lambda room: room.members)),
        bench=benched(crowd, seated),
        score=score,
        bound=bound,
        repeats=sum(room.repeat for room in planned),
        seed=crowd.seed,
    )


def benched(crowd: Crowd, seated: Collection[int]) -> tuple[Bench, ...]:
    """Everybody else, with the reason."""
    over = [i for i in range(len(crowd)) if i not in seated]
    odd = len(over) == 1 and len(crowd) % 2 == 1 and crowd.rules.room_size == PAIR
    bench = [Bench(crowd.people[i].id, _why(crowd, i, odd_one=odd)) for i in over]
    return tuple(sorted(bench, key=lambda b: b.id))


def worth_of(crowd: Crowd, rooms: list[list[int]]) -> tuple[list[bool], float]:
    """Which rooms hold two who met before, and what all are worth; such pairs are worth nothing."""
    ends = [(k, i, j) for k, room in enumerate(rooms) for i, j in combinations(room, 2)]
    if not ends:
        return [], 0.0
    k, i, j = np.array(ends, dtype=np.intp).T
    met = crowd.have_met(i, j)
    share = np.array([1 / (len(room) - 1) for room in rooms])[k]
    worth = np.where(met, 0.0, crowd.score(i, j)) * share
    return (np.bincount(k[met], minlength=len(rooms)) > 0).tolist(), float(worth.sum())


def _room(crowd: Crowd, room: list[int], kind: RoomKind, again: bool) -> PlannedRoom:
    members = sorted((crowd.people[i] for i in room), key=lambda c: c.id)
    return PlannedRoom(
        members=tuple(c.id for c in members),
        kind=kind,
        language=common_language(members, crowd.rules),
        supervised=any(c.supervised for c in members),
        repeat=again,
    )


def _why(crowd: Crowd, i: int, *, odd_one: bool) -> BenchReason:
    """From what everybody may know: no block is asked (M18)."""
    person = crowd.people[i]
    others = np.arange(len(crowd))
    grouped = crowd.rules.room_size > PAIR or person.supervised or person.no_pairs
    permits = crowd.together if grouped else crowd.alone
    talks = crowd.talk[crowd.tongue[i], crowd.tongue] & (others != i)
    met = crowd.have_met(np.full(len(crowd), i, dtype=np.intp), others)
    return reason(person, talks, permits[crowd.standing[i], crowd.standing], met, odd_one=odd_one)
