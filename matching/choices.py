"""Breakouts by choice: people rank topics, rooms are opened for them, closed or held in a language.

A room is a topic in a language: whoever is in it speaks that language. For a set of open rooms the
best seating is an assignment, in which the seats a room needs to be held at all come first; which
rooms are open is searched for. Then swaps and moves: hard rules between people, affinity in a room.

One rule: nobody in a room with somebody a hard rule keeps apart from them, no room without a
language common to all, none smaller than its topic asks; who fits nowhere is said, not squeezed in.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

import numpy as np

from matching import snapshot
from matching.assignment import assign
from matching.errors import BadRules
from matching.language import Mask, common_language, shared_languages
from matching.rules import Rules
from matching.score import Matrix
from matching.snapshot import Indices, Snapshot
from matching.split import PAIR
from matching.swaps import Seats, improve, lawful
from matching.types import Candidate, History

BY_RANK = (1.0, 0.75, 0.55, 0.4, 0.3)
"""What one's first choice is worth, the second, and so on; the last for all that follow."""

INDIFFERENT = 0.5
UNASKED = 0.05
NEEDED = 4.0
"""Above any choice, so that the seats a room needs are filled before others."""

AFFINITY = 0.02
"""What the score of two in a room adds: decides between equal choices."""

APART = 50.0
TRIES_BY_SIZE = ((120, 160, 12), (250, 80, 4), (math.inf, 25, 1))
"""Sets of open rooms tried for the choices, and after hard rules left somebody out, by people."""

LANGUAGES_TRIED = 3
FEW_ROOMS = 6


@dataclass(frozen=True, slots=True)
class Offered:
    """A topic on offer: how many a room of it holds, how many it needs, how many such rooms."""

    topic: str
    most: int = 8
    fewest: int = 3
    rooms: int = 1

    def __post_init__(self) -> None:
        if not PAIR <= self.fewest <= self.most:
            raise BadRules("choices.fewest", f"must lie between {PAIR} and most")
        if self.rooms < 1:
            raise BadRules("choices.rooms", "must be 1 or more")


@dataclass(frozen=True, slots=True)
class Chooser:
    """Somebody with their choices, the dearest first; none means that anything is fine."""

    candidate: Candidate
    ranked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicRoom:
    """One open room; all members speak its language."""

    topic: str
    language: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Breakout:
    """The rooms by topic, topics that are not held, and who has no room (for the host's table).

    `score` is the sum of what people's choices are worth: 1 for everybody in their first one.
    """

    rooms: tuple[TopicRoom, ...]
    closed: tuple[str, ...]
    unplaced: tuple[str, ...]
    score: float


Unit = tuple[int, int]
"""An open room: its topic, its language, both by index."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Everything by index. value: people by topics. speaks: people by languages."""

    snap: Snapshot
    offered: tuple[Offered, ...]
    codes: tuple[str, ...]
    value: Matrix
    speaks: Mask

    def worth(self, units: Sequence[Unit]) -> Matrix:
        """What each person's seat in each room is worth; -inf where they lack its language."""
        columns = [np.where(self.speaks[:, code], self.value[:, t], -np.inf) for t, code in units]
        return np.array(columns).T.reshape(len(self.snap), len(units))


@dataclass(frozen=True, slots=True)
class _Seating:
    """Rooms and the place of everybody among them, -1 for none; merit orders seatings."""

    units: tuple[Unit, ...]
    room: Indices
    merit: tuple[int, float]


def plan_choices(
    choosers: Sequence[Chooser],
    offered: Sequence[Offered],
    history: History,
    rules: Rules,
    *,
    seed: int,
) -> Breakout:
    """Seats as many as can be, as near to their choices as can be."""
    if len({o.topic for o in offered}) < len(offered):
        raise BadRules("choices.topic", "is offered twice")
    snap = snapshot.take([c.candidate for c in choosers], history, rules, seed=seed)
    table = _table(snap, choosers, offered, rules)
    found = _lawful(table, _search(table))
    # A hard rule between two people may ask for another room, which choices alone did not.
    rescues = _tries(table)[1] if (found.room < 0).any() else 0
    for units in islice(_neighbours(table, found), rescues):
        found = max(found, _lawful(table, _closed(table, units)), key=lambda s: s.merit)
    return _told(table, found.units, found.room, rules)


def _table(
    snap: Snapshot, choosers: Sequence[Chooser], offered: Sequence[Offered], rules: Rules
) -> _Table:
    by_id = {c.candidate.id: c for c in choosers}
    order = tuple(sorted(offered, key=lambda o: o.topic))
    value = np.array([[_choice(by_id[p.id], o.topic) for o in order] for p in snap.people])
    codes = shared_languages(snap.people, rules)
    return _Table(
        snap=snap,
        offered=order,
        codes=codes,
        value=value.reshape(len(snap), len(order)) + snap.noise.sum(1)[:, None],
        speaks=snap.levels > 0,
    )


def _choice(chooser: Chooser, topic: str) -> float:
    if not chooser.ranked:
        return INDIFFERENT
    if topic not in chooser.ranked:
        return UNASKED
    return BY_RANK[min(chooser.ranked.index(topic), len(BY_RANK) - 1)]


def _tries(table: _Table) -> tuple[int, int]:
    return next((a, b) for most, a, b in TRIES_BY_SIZE if len(table.snap) <= most)


def _search(table: _Table) -> _Seating:
    """From a likely set of rooms on: the best one opens, closes or changes its language, while any helps."""
    best = max((_closed(table, units) for units in _starts(table)), key=lambda s: s.merit)
    tries, _ = _tries(table)
    seen = {best.units}
    while tries > 0:
        fresh = [units for units in _neighbours(table, best) if units not in seen][:tries]
        found = best
        for units in fresh:
            tries -= 1
            seen.add(units)
            found = max(found, _closed(table, units), key=lambda s: s.merit)
            if found.merit[0] > best.merit[0]:
                break
        if found.merit <= best.merit:
            break
        best = found
    return best


def _closed(table: _Table, units: tuple[Unit, ...]) -> _Seating:
    """The best seating of these rooms but for those that cannot be filled, the smallest closed first."""
    while True:
        seating = _seated(table, units)
        size = np.bincount(seating.room[seating.room >= 0], minlength=len(units))
        short = [k for k, (t, _) in enumerate(units) if size[k] < table.offered[t].fewest]
        if not short:
            return seating
        smallest = int(size[short].min())
        gone = [k for k in short if size[k] == smallest]
        drop = set(gone if smallest == 0 else gone[:1])
        units = tuple(unit for k, unit in enumerate(units) if k not in drop)


def _starts(table: _Table) -> Iterable[tuple[Unit, ...]]:
    """The likely rooms; while they are few, every choice among them."""
    likely = _likely(table)
    yield likely
    if len(likely) <= FEW_ROOMS:
        for size in range(1, len(likely)):
            yield from combinations(likely, size)


def _likely(table: _Table) -> tuple[Unit, ...]:
    """Every topic, with as many rooms as its first choices fill, in its most spoken language."""
    first = table.value.argmax(1) if table.value.size else np.zeros(0, dtype=np.intp)
    units = []
    for t, offer in enumerate(table.offered):
        wanted = -(-int((first == t).sum()) // offer.most)
        languages = _languages(table, t)
        units += [(t, languages[0])] * max(1, min(offer.rooms, wanted)) if languages else []
    return tuple(sorted(units))


def _languages(table: _Table, topic: int) -> list[int]:
    """The languages most spoken by those who care for a topic."""
    weight = (table.speaks * table.value[:, topic][:, None]).sum(0)
    enough = table.speaks.sum(0) >= table.offered[topic].fewest
    order = np.argsort(-np.where(enough, weight, -1.0), kind="stable")
    return [int(code) for code in order if enough[code]][:LANGUAGES_TRIED]


def _neighbours(table: _Table, now: _Seating) -> Iterable[tuple[Unit, ...]]:
    """One room more, those first that people without a room would choose; one less; one changed."""
    units = now.units
    yield from (tuple(sorted([*units, unit])) for unit in _openings(table, now))
    for k in range(len(units)):
        yield units[:k] + units[k + 1 :]
    for k, (t, _) in enumerate(units):
        for code in _languages(table, t):
            yield tuple(sorted([*units[:k], (t, code), *units[k + 1 :]]))


def _openings(table: _Table, now: _Seating) -> list[Unit]:
    outside = now.room < 0
    wanted = table.value[outside].T @ table.speaks[outside]
    open_ = [t for t, _ in now.units]
    may = [t for t, offer in enumerate(table.offered) if open_.count(t) < offer.rooms]
    able = table.speaks.sum(0)
    found = [
        (t, code)
        for t in may
        for code in range(len(table.codes))
        if wanted[t, code] > 0 and able[code] >= table.offered[t].fewest
    ]
    usual = [(t, code) for t in may for code in _languages(table, t)]
    found.sort(key=lambda unit: -float(wanted[unit]))
    return list(dict.fromkeys([*found, *usual]))


def _seated(table: _Table, units: tuple[Unit, ...]) -> _Seating:
    """The best seating of exactly these rooms, the seats they need filled first."""
    n = len(table.snap)
    room = np.full(n, -1, dtype=np.intp)
    if not units or n == 0:
        return _Seating(units, room, (0, 0.0))
    worth = table.worth(units)
    owner = np.repeat(np.arange(len(units)), [table.offered[t].most for t, _ in units])
    needed = np.concatenate(
        [np.arange(table.offered[t].most) < table.offered[t].fewest for t, _ in units]
    )
    gain = np.where(np.isfinite(worth), worth, 0.0)[:, owner] + 2.0 + NEEDED * needed
    gain = np.where(np.isfinite(worth)[:, owner], gain, 0.0)
    for i, seat in zip(*assign(gain), strict=True):
        if gain[i, seat] > 0:
            room[i] = owner[seat]
    placed = room >= 0
    return _Seating(units, room, (int(placed.sum()), float(worth[placed, room[placed]].sum())))


def _lawful(table: _Table, found: _Seating) -> _Seating:
    """The same rooms after swaps and moves, without those who cannot be in them."""
    if not found.units:
        return found
    seats = _seats(table, found.units)
    room = lawful(table.snap, seats, improve(seats, found.room))
    placed = np.flatnonzero(room >= 0)
    value = float(seats.worth[placed, room[placed]].sum())
    return _Seating(found.units, room, (len(placed), value))


def _seats(table: _Table, units: Sequence[Unit]) -> Seats:
    snap = table.snap
    affinity = AFFINITY * snap.score - APART * ~snap.rooms
    np.fill_diagonal(affinity, 0.0)
    return Seats(
        worth=table.worth(units),
        together=affinity,
        most=np.array([table.offered[t].most for t, _ in units], dtype=np.intp),
        fewest=np.array([table.offered[t].fewest for t, _ in units], dtype=np.intp),
    )


def _told(table: _Table, units: Sequence[Unit], room: Indices, rules: Rules) -> Breakout:
    people = table.snap.people
    rooms = []
    score = 0.0
    for k, (t, _) in enumerate(units):
        members = np.flatnonzero(room == k)
        if len(members):
            score += float(table.value[members, t].sum())
            rooms.append(_room(table, t, [people[i] for i in members], rules))
    held = {r.topic for r in rooms}
    return Breakout(
        rooms=tuple(sorted(rooms, key=lambda r: (r.topic, r.members))),
        closed=tuple(o.topic for o in table.offered if o.topic not in held),
        unplaced=tuple(sorted(people[i].id for i in np.flatnonzero(room < 0))),
        score=score,
    )


def _room(table: _Table, topic: int, members: Sequence[Candidate], rules: Rules) -> TopicRoom:
    """The language may turn out to be another one that all speak better."""
    language = common_language(members, rules)
    return TopicRoom(
        table.offered[topic].topic, language or "", tuple(sorted(c.id for c in members))
    )
