"""What a room is worth with one person more in it, for many rooms and many people at once.

One rule: every demand on a room is weighed here and nowhere else, so that building a round, bettering
it and judging it cannot disagree. A demand outweighs everything that stands below it: never, one
language, nobody twice, the host's roles, nobody alone of their kind, score.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from matching.language import Mask
from matching.score import Matrix
from matching.snapshot import Indices, Snapshot
from matching.types import Candidate, Level

NEVER = 1e7
TONGUE = 1e6
AGAIN = 5e4
ROLE = 1e3
LONELY = 10.0
FLAW = -5.0
"""A room worth less breaks a demand."""
YEARS_ALIKE = 2

T = TypeVar("T", bound=np.generic)
Links = npt.NDArray[np.uint8]
KIN, GUIDE, STAFF = np.uint8(1), np.uint8(2), np.uint8(4)


@dataclass(frozen=True, slots=True)
class Composition:
    """All that decides about rooms of one round, as arrays over everybody present.

    pairs: score by pair, less what two who met or may not share a room cost. fits: by person the
    others who cost nothing. links: by pair the bits
    KIN (of a kind, M8), GUIDE and STAFF (whom their room must hold); guards: by person the same bits
    for what they are. speaks: by person and language. has: by person and role the host asks for.
    """

    pairs: Matrix
    fits: Indices
    links: Links
    guards: Links
    speaks: npt.NDArray[np.float32]
    has: Matrix
    needs: Indices

    def values(self, stubs: Indices, people: Indices) -> Matrix:
        """By room and person the worth of the room with this person added.

        `stubs` holds one row a room, all of the same size, at least one member each. `people` are
        tried in every room; as a column, one a row, each is tried in the room of that row.
        """
        columns = [stubs[:, m] for m in range(stubs.shape[1])]
        near = _between(self.links, columns, people)
        worth = np.sum(_between(self.pairs, columns, people), axis=0)
        worth += self._inside(columns)[:, None]
        worth -= TONGUE * ~self._talks(columns, people)
        worth -= NEVER * self._unguarded(columns, people, near)
        worth -= LONELY * self._lonely(columns, near)
        if len(self.needs):
            worth -= ROLE * self._missing(columns, people)
        return np.asarray(worth)

    def worths(self, rooms: Indices) -> Matrix:
        """The worth of rooms as they are; one row a room, all of the same size."""
        return self.values(rooms[:, :-1], rooms[:, -1:])[:, 0]

    def _inside(self, columns: Sequence[Indices]) -> Matrix:
        total = np.zeros(len(columns[0]))
        for m, a in enumerate(columns):
            for b in columns[m + 1 :]:
                total += self.pairs[a, b]
        return total

    def _talks(self, columns: Sequence[Indices], people: Indices) -> Mask:
        common = self.speaks[columns[0]]
        for column in columns[1:]:
            common = common * self.speaks[column]
        if people.ndim > 1:
            shared = (common * self.speaks[people[:, 0]]).sum(1)[:, None]
        else:
            shared = common @ self.speaks[people].T
        return np.asarray(shared > 0, dtype=np.bool_)

    def _missing(self, columns: Sequence[Indices], people: Indices) -> Matrix:
        """How many people of a wanted role the room would lack."""
        held = np.sum([self.has[column] for column in columns], axis=0)
        missing: Matrix = np.zeros(())
        for role, need in enumerate(self.needs):
            own = self.has[people, role] if people.ndim > 1 else self.has[people, role][None, :]
            missing = missing + np.maximum(0.0, need - held[:, role][:, None] - own)
        return missing

    def _unguarded(
        self, columns: Sequence[Indices], people: Indices, near: Sequence[Links]
    ) -> Mask:
        """Whether the room would lack somebody it must not be without (M5)."""
        within = np.zeros(len(columns[0]), dtype=np.uint8)
        guards = np.zeros_like(within)
        for m, a in enumerate(columns):
            guards |= self.guards[a]
            for b in columns[m + 1 :]:
                within |= self.links[a, b]
        asked = np.bitwise_or.reduce(near) | within[:, None]
        own = self.guards[people] if people.ndim > 1 else self.guards[people][None, :]
        held = guards[:, None] | own
        return np.asarray(asked & ~held & (GUIDE | STAFF), dtype=np.bool_)

    def _lonely(self, columns: Sequence[Indices], near: Sequence[Links]) -> Links:
        """How many would be the only one of their kind (M8)."""
        alike = [link & KIN for link in near]
        lonely = KIN - np.bitwise_or.reduce(alike)
        for m, a in enumerate(columns):
            known = np.zeros(len(a), dtype=np.uint8)
            for b in [*columns[:m], *columns[m + 1 :]]:
                known |= self.links[a, b] & KIN
            lonely += (KIN - known)[:, None] & (KIN - alike[m])
        return np.asarray(lonely, dtype=np.uint8)


def _between(
    table: npt.NDArray[T], columns: Sequence[Indices], people: Indices
) -> list[npt.NDArray[T]]:
    """The table's entries between each member of the rooms and the people."""
    if people.ndim > 1:
        return [table[column[:, None], people] for column in columns]
    if len(columns[0]) * 4 < len(people):
        return [table[np.ix_(column, people)] for column in columns]
    # Columns first: many gathers from one narrow table stay in the cache.
    narrow = table.take(people, axis=1)
    return [narrow[column] for column in columns]


def compose(snap: Snapshot, size: int) -> Composition:
    """The composition of rounds of rooms of about this size."""
    pairs = (snap.score + snap.noise) / (size - 1) - AGAIN * snap.met - NEVER * ~snap.rooms
    np.fill_diagonal(pairs, 0.0)
    asked = snap.rules.demands
    has = np.array([[c.role in roles for roles, _ in asked] for c in snap.people], dtype=np.float64)
    return Composition(
        pairs=pairs,
        fits=(pairs > -AGAIN / 2).sum(1),
        links=KIN * _kin(snap) + GUIDE * snap.wants_ambassador + STAFF * snap.wants_staff,
        guards=GUIDE * snap.ambassador + STAFF * snap.staff,
        speaks=(snap.levels > 0).astype(np.float32),
        has=has.reshape(len(snap), len(asked)),
        needs=np.array([need for _, need in asked], dtype=np.intp),
    )


def _kin(snap: Snapshot) -> Mask:
    """Who is of a kind: a mother tongue, a place, a field or about the same years (M8)."""
    native = (snap.levels >= Level.NATIVE).astype(np.float32)
    kin = native @ native.T > 0
    words: tuple[list[str], ...] = (
        [c.country or c.city.casefold() for c in snap.people],
        [c.field for c in snap.people],
    )
    for told in words:
        _, codes = np.unique(np.array(told, dtype=np.str_), return_inverse=True)
        codes = np.where([not word for word in told], -1 - np.arange(len(told)), codes)
        kin |= codes[:, None] == codes[None, :]
    years = np.array([np.nan if c.cohort is None else c.cohort for c in snap.people], dtype=float)
    kin |= np.abs(years[:, None] - years[None, :]) <= YEARS_ALIKE
    silent = np.array([_tells_nothing(c) for c in snap.people], dtype=np.bool_)
    return np.asarray(kin | silent[:, None] | silent[None, :], dtype=np.bool_)


def _tells_nothing(person: Candidate) -> bool:
    """Nothing told is nothing to be alone with (M29)."""
    return not (person.country or person.city or person.field or person.cohort or person.languages)
