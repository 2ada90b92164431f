"""A round of groups for more people than fit a table of all pairs: hall by hall, as `groups` seats one.

Whoever few others can talk with is sent to the same hall as these; all others are dealt out evenly.
Whoever a hall left over or served poorly is seated once more with the same of all other halls.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np

from matching import snapshot
from matching.crowd import Crowd, gather
from matching.effort import UNHURRIED, Effort
from matching.group_plan import told_room
from matching.groups import seat_in_groups
from matching.language import Mask
from matching.large import benched, worth_of
from matching.rules import Rules
from matching.shape import shaped
from matching.sparse import limit_of_rooms
from matching.types import Candidate, History, PlannedRoom, RoomNote, RoundPlan

ROOMS = 150
"""Of about so many rooms is a hall."""
ENOUGH = 30
"""Rooms' worth of people to talk with in a hall; who had fewer goes where these are."""
WEIGHT = {RoomNote.BRIDGE: 4, RoomNote.ROLES: 2, RoomNote.SMALLER: 1}


def plan_halls(
    candidates: Sequence[Candidate],
    history: History,
    rules: Rules,
    *,
    seed: int,
    rounds_left: int = 1,
    effort: Effort = UNHURRIED,
) -> RoundPlan:
    """The round of all these people in rooms of `rules.room_size`."""
    crowd = gather(candidates, history, rules, seed=seed)
    rooms: list[PlannedRoom] = []
    for hall, own in _with_history(crowd, _halls(crowd), history):
        rooms += _seated(hall, own, crowd, rounds_left)
    rooms = _once_more(crowd, history, rooms, rounds_left)
    place = {c.id: i for i, c in enumerate(crowd.people)}
    members = [[place[p] for p in room.members] for room in rooms]
    bound = limit_of_rooms(crowd, effort) + _across(crowd, rooms, members)
    return RoundPlan(
        rooms=tuple(sorted(rooms, key=lambda room: room.members)),
        bench=benched(crowd, {i for room in members for i in room}),
        score=worth_of(crowd, members)[1],
        bound=bound,
        repeats=sum(room.repeat for room in rooms),
        seed=crowd.seed,
    )


def _halls(crowd: Crowd) -> list[list[int]]:
    """Everybody in one hall each, by index; all halls but the last hold whole rooms."""
    n, size = len(crowd), crowd.rules.room_size
    count = max(1, round(n / (ROOMS * size)))
    most = -(-n // (count * size)) * size
    halls: list[list[int]] = [[] for _ in range(count)]
    reach = crowd.talk[:, crowd.tongue].sum(1)
    few = (reach < ENOUGH * size * count) & (reach > 1)
    sent = np.zeros(n, dtype=np.bool_)
    for kind in _beside_each_other(crowd.talk, few):
        _send(crowd, kind, halls, sent, most)
    rest = np.flatnonzero(~sent)
    # By standing and tongue in turn, so that every hall has its share of each.
    for person in rest[np.lexsort((crowd.tongue[rest], crowd.standing[rest]))].tolist():
        min(halls, key=len).append(person)
    return halls


def _beside_each_other(talk: Mask, few: Mask) -> Iterable[int]:
    """Kinds of tongues in an order in which those who can talk with each other follow each other."""
    waiting = few.copy()
    while waiting.any():
        near = [int(waiting.argmax())]
        waiting[near] = False
        while near:
            kind = near.pop()
            yield kind
            found = np.flatnonzero(talk[kind] & waiting)
            waiting[found] = False
            near += found.tolist()


def _send(crowd: Crowd, kind: int, halls: list[list[int]], sent: Mask, most: int) -> None:
    """All of a kind of tongue into one hall, and for each a room's worth of whom they can talk with."""
    own = np.flatnonzero((crowd.tongue == kind) & ~sent)
    talks = crowd.talk[kind, crowd.tongue]
    there = [int(talks[hall].sum()) if len(hall) + len(own) <= most else -1 for hall in halls]
    if len(own) == 0 or max(there) < 0:
        return
    hall = halls[int(np.argmax(there))]
    others = np.flatnonzero(talks & ~sent & (crowd.tongue != kind))
    lacking = len(own) * (crowd.rules.room_size - 1) - max(there)
    taken = [*own.tolist(), *others[: max(lacking, 0)].tolist()][: most - len(hall)]
    hall += taken
    sent[taken] = True


def _with_history(
    crowd: Crowd, halls: Sequence[Sequence[int]], history: History
) -> Iterable[tuple[list[Candidate], History]]:
    """The people of each hall, and what lies between them."""
    where = {crowd.people[i].id: h for h, hall in enumerate(halls) for i in hall}

    def of(pairs: Iterable[frozenset[str]]) -> list[list[frozenset[str]]]:
        own: list[list[frozenset[str]]] = [[] for _ in halls]
        for pair in pairs:
            here = {where.get(person, -1) for person in pair}
            if len(here) == 1 and -1 not in here:
                own[here.pop()].append(pair)
        return own

    met, barred, again = of(history.met), of(history.barred), of(history.again)
    earlier, reluctant = of(history.earlier), of(history.reluctant)
    for h, hall in enumerate(halls):
        yield (
            [crowd.people[i] for i in hall],
            History(
                met=frozenset(met[h]),
                barred=frozenset(barred[h]),
                again=frozenset(again[h]),
                earlier={pair: history.earlier[pair] for pair in earlier[h]},
                reluctant={pair: history.reluctant[pair] for pair in reluctant[h]},
            ),
        )


def _seated(
    people: Sequence[Candidate], history: History, crowd: Crowd, rounds_left: int
) -> list[PlannedRoom]:
    whole = snapshot.take(people, history, crowd.rules, seed=crowd.seed)
    snap = shaped(whole, tables=True)
    found = seat_in_groups(snap, rounds_left)
    return [told_room(snap, room, found.smallest) for room in found.rooms]


def _once_more(
    crowd: Crowd, history: History, rooms: list[PlannedRoom], rounds_left: int
) -> list[PlannedRoom]:
    """The rooms, those that lack something and whoever has none seated anew if that helps."""
    fine = [room for room in rooms if not room.notes and not room.repeat]
    poor = [room for room in rooms if room.notes or room.repeat]
    seated = {person for room in fine for person in room.members}
    rest = [i for i, c in enumerate(crowd.people) if c.id not in seated]
    if not 1 < len(rest) <= 2 * ROOMS * crowd.rules.room_size:
        return rooms
    ((people, own),) = _with_history(crowd, [rest], history)
    again = _seated(people, own, crowd, rounds_left)
    return fine + min(poor, again, key=lambda some: _lacking(some, len(rest)))


def _lacking(rooms: Sequence[PlannedRoom], people: int) -> tuple[int, int, int]:
    seated = sum(len(room.members) for room in rooms)
    notes = sum(WEIGHT[note] for room in rooms for note in room.notes)
    return people - seated, sum(room.repeat for room in rooms), notes


def _across(crowd: Crowd, rooms: Sequence[PlannedRoom], members: Sequence[Sequence[int]]) -> float:
    """What those in rooms with a bridge are to each other without a language: no price covers it."""
    over = 0.0
    for room, at in zip(rooms, members, strict=True):
        if room.bridge is not None:
            i, j = np.array(list(combinations(at, 2)), dtype=np.intp).T
            apart = ~crowd.talk[crowd.tongue[i], crowd.tongue[j]]
            over += float(crowd.score(i, j)[apart].sum()) / (len(at) - 1)
    return over
