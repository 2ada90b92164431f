"""All pairs of a crowd, looked at tile by tile in the cache: which are worth more than two prices.

One rule: a pair that `search` does not return is worth no more than the floors of its two people
together; that is what makes the certificate of a large round a proof.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.crowd import Crowd
from matching.effort import Spread, in_turn
from matching.features import GEOMETRIC_SHARE
from matching.language import Mask
from matching.snapshot import Indices

Floats = npt.NDArray[np.float32]
ROWS = 256
COLUMNS = 1024
SPARSE_COST = 12
"""A number of a sparse row costs as much as so many of a full one."""
RARE = 0.05
ROUNDING = 4e-6
GEOMETRIC_SLACK = GEOMETRIC_SHARE / (1 + GEOMETRIC_SHARE) / 4
"""What the geometric mean adds at most: its share of sqrt(x) - x, which is never above 1/4."""
FORBIDDEN = np.float32(-9)
JITTER_COLUMNS = 4
JITTER = 2e-4


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs and what they are worth."""

    i: Indices
    j: Indices
    worth: Floats

    @staticmethod
    def joined(parts: Iterable[Edges]) -> Edges:
        """All of them in one, in the order given."""
        some = list(parts)
        if not some:
            return Edges(np.zeros(0, np.intp), np.zeros(0, np.intp), np.zeros(0, np.float32))
        return Edges(
            np.concatenate([e.i for e in some]),
            np.concatenate([e.j for e in some]),
            np.concatenate([e.worth for e in some]),
        )

    def only(self, kept: npt.NDArray[np.generic]) -> Edges:
        """Those that a mask or a list of places picks."""
        return Edges(self.i[kept], self.j[kept], self.worth[kept])


class Tiles:
    """The rows of a crowd turned and sorted for the search, people of one kind beside each other.

    Columns fall into three kinds: the same both ways and constant within a kind of people (a table,
    added as such), the same both ways (one product), and the rest (one product each way). Terms too
    various for columns are looked up. `order[p]` is the person at place p; all else is by place.
    """

    def __init__(self, crowd: Crowd, permits: Mask) -> None:
        phi, psi = crowd.rows.phi, crowd.rows.psi
        kind, first = _kinds(crowd)
        self.crowd = crowd
        self.permits = permits
        self.strips: dict[int, Strip] = {}
        scale = _same_both_ways(phi, psi)
        tabled = _constant(phi, kind, first) & _constant(psi, kind, first) & ~np.isnan(scale)
        even = ~tabled & ~np.isnan(scale)
        odd = np.isnan(scale)
        self.order = _sorted(crowd, kind, phi, odd)
        self.kind = kind[self.order]
        self.jitter = self._jitter()
        self.models = np.array(first, dtype=np.intp)
        self.table_phi, self.table_psi = phi[first][:, tabled], psi[first][:, tabled]
        self.mine = _turned(phi, self.order, odd)
        self.yours = _turned(psi, self.order, odd)
        few = even & ((psi != 0).mean(axis=0) < RARE)
        many = even & ~few
        self.rare, self.rare_scale = _turned(psi, self.order, few), scale[few].astype(np.float32)
        self.broad = np.concatenate([_turned(psi, self.order, many), self.jitter])
        self.broad_scale = np.append(scale[many], np.ones(JITTER_COLUMNS)).astype(np.float32)
        self.lookups = [(each.codes[self.order], each.table) for each in crowd.rows.tables]

    def __len__(self) -> int:
        return len(self.order)

    def _jitter(self) -> Floats:
        """A little for everybody, never negative: parts equals, and only ever lifts a pair."""
        draw = np.random.default_rng(abs(self.crowd.seed))
        lots = draw.random((JITTER_COLUMNS, len(self.crowd)), dtype=np.float32) ** 2
        return np.asarray(lots[:, self.order] * np.float32(np.sqrt(JITTER)))

    def lift(self, i: Indices, j: Indices) -> Floats:
        """By how much the jitter lifts pairs."""
        return np.asarray((self.jitter[:, i] * self.jitter[:, j]).sum(axis=0))

    def table(self, rows: Indices) -> tuple[Floats, Indices]:
        """What some people's kinds are worth to every kind, forbidden ones far below; and which row."""
        kinds, row = np.unique(self.kind[rows], return_inverse=True)
        worth = self.table_phi[kinds] @ self.table_psi.T
        crowd, one, other = self.crowd, self.models[kinds], self.models
        may = crowd.talk[np.ix_(crowd.tongue[one], crowd.tongue[other])]
        may &= self.permits[np.ix_(crowd.standing[one], crowd.standing[other])]
        worth[~may] = FORBIDDEN
        return worth, row

    def strip(self, start: int) -> Strip:
        """So many people from `start` on; kept, since every search begins with them."""
        if start not in self.strips:
            self.strips[start] = Strip(self, np.arange(start, min(start + ROWS, len(self))))
        return self.strips[start]

    def under(self, permits: Mask) -> Tiles:
        """The same people under other permits."""
        other = copy(self)
        other.permits, other.strips = permits, {}
        return other

    def part(self, places: Indices) -> Tiles:
        """Some of the people, to be multiplied with."""
        some = copy(self)
        some.order, some.kind, some.strips = self.order[places], self.kind[places], {}
        for name in ("mine", "yours", "rare", "broad", "jitter"):
            setattr(some, name, np.ascontiguousarray(getattr(self, name)[:, places]))
        some.lookups = [(codes[places], table) for codes, table in self.lookups]
        return some


class Left:
    """The left half of a product, without the columns that are empty here; sparse where that pays."""

    def __init__(self, left: Floats) -> None:
        # Imported when first needed: a server that never sees so many people starts without it.
        from scipy.sparse import csr_matrix

        self.active = np.flatnonzero((left != 0).any(axis=1))
        rows = np.ascontiguousarray(left[self.active].T)
        sparse = np.count_nonzero(rows) * SPARSE_COST < rows.size
        self.rows = csr_matrix(rows) if sparse else rows

    def times(self, right: Floats, columns: slice) -> Floats:
        """The product with some people."""
        found: Floats = self.rows @ right[self.active, columns]
        return found


class Strip:
    """A few people made ready to be multiplied with any others."""

    def __init__(self, tiles: Tiles, rows: Indices) -> None:
        self.rows = rows
        self.worth, self.row = tiles.table(rows)
        self.mine = Left(tiles.mine[:, rows])
        self.yours = Left(tiles.yours[:, rows])
        self.rare = Left(tiles.rare[:, rows] * tiles.rare_scale[:, None])
        self.broad = Left(tiles.broad[:, rows] * tiles.broad_scale[:, None])
        self.codes = [codes[rows] for codes, _ in tiles.lookups]

    def possible(self, others: Tiles, columns: slice) -> bool:
        """Whether anybody here may meet anybody there."""
        kinds = np.unique(others.kind[columns])
        return bool((self.worth[:, kinds] > FORBIDDEN).any())

    def ways(
        self, others: Tiles, columns: slice, prices: Floats | np.float32
    ) -> tuple[Floats, Floats, Floats]:
        """What they are to each other without the common part, both ways, and the common part.

        The prices of the others are taken off the common part.
        """
        common = self.broad.times(others.broad, columns)
        common += self.rare.times(others.rare, columns)
        for mine, (codes, looked) in zip(self.codes, others.lookups, strict=True):
            common += looked[mine[:, None], codes[columns]]
        table = self.worth[:, others.kind[columns]] - prices
        common += table[self.row] if len(table) > 1 else table
        there = self.mine.times(others.yours, columns)
        return there, self.yours.times(others.mine, columns), common


def search(tiles: Tiles, floors: Floats, spread: Spread = in_turn) -> Edges:
    """Every permitted pair worth more than the floors of its two people together, by index.

    Pairs who met are worth nothing again, so they are never among them.
    """
    placed = floors[tiles.order]
    starts = range(0, len(tiles), ROWS)
    found = Edges.joined(spread(lambda start: _search_strip(tiles, placed, start), starts))
    i, j = tiles.order[found.i], tiles.order[found.j]
    crowd = tiles.crowd
    may = crowd.may_talk(i, j, tiles.permits) & ~crowd.have_met(i, j)
    worth = crowd.lessened(crowd.key(i, j), found.worth.astype(np.float64)).astype(np.float32)
    return Edges(i, j, worth).only(may)


def _search_strip(tiles: Tiles, floors: Floats, start: int) -> Edges:
    strip = tiles.strip(start)
    columns = (
        slice(left, min(left + COLUMNS, len(tiles))) for left in range(start, len(tiles), COLUMNS)
    )
    return Edges.joined(
        _search_tile(tiles, strip, floors, part) for part in columns if strip.possible(tiles, part)
    )


def _search_tile(tiles: Tiles, strip: Strip, floors: Floats, columns: slice) -> Edges:
    there, back, common = strip.ways(tiles, columns, floors[columns])
    lower = np.minimum(there, back)
    lower += common
    bar = floors[strip.rows] - np.float32(GEOMETRIC_SLACK + ROUNDING)
    at = np.flatnonzero(lower > bar[:, None])
    row, column = np.divmod(at, lower.shape[1])
    i, j = strip.rows[row], columns.start + column
    above = j > i
    at, i, j = at[above], i[above], j[above]
    both = common.ravel()[at] + floors[j]
    worth = both_directions(there.ravel()[at] + both, back.ravel()[at] + both)
    kept = worth > floors[i] + floors[j] - np.float32(ROUNDING)
    i, j = i[kept], j[kept]
    return Edges(i, j, worth[kept] - tiles.lift(i, j))


def both_directions(there: Floats, back: Floats) -> Floats:
    """The score from what each is worth to the other, as `features.both_ways`, unclipped."""
    lower = np.minimum(there, back)
    higher = np.sqrt(np.maximum(there * back, 0))
    return np.asarray(
        (lower + np.float32(GEOMETRIC_SHARE) * higher) / np.float32(1 + GEOMETRIC_SHARE)
    )


def _kinds(crowd: Crowd) -> tuple[Indices, list[int]]:
    joint = crowd.standing * len(crowd.talk) + crowd.tongue
    _, first, kind = np.unique(joint, return_index=True, return_inverse=True)
    return kind.astype(np.intp), list(first)


def _constant(rows: Floats, kind: Indices, first: list[int]) -> Mask:
    """Columns in which all people of a kind have the same number."""
    same = np.ones(rows.shape[1], dtype=np.bool_)
    model = rows[first]
    for start in range(0, len(rows), ROWS):
        part = slice(start, start + ROWS)
        same[same] = (rows[part][:, same] == model[kind[part]][:, same]).all(axis=0)
    return same


def _same_both_ways(phi: Floats, psi: Floats) -> npt.NDArray[np.float64]:
    """By column what phi is as a multiple of psi; NaN where it is none."""
    squares = np.einsum("nc,nc->c", psi, psi, dtype=np.float64)
    scale = np.einsum("nc,nc->c", phi, psi, dtype=np.float64) / np.maximum(squares, 1e-30)
    short = scale.astype(np.float32)
    apart, largest = np.zeros(len(scale)), np.zeros(len(scale))
    for start in range(0, len(phi), ROWS):
        mine, yours = phi[start : start + ROWS], psi[start : start + ROWS]
        np.maximum(apart, np.abs(mine - yours * short).max(axis=0), out=apart)
        np.maximum(largest, np.abs(mine).max(axis=0), out=largest)
    return np.where(apart <= 1e-6 * largest, scale, np.nan)


def _sorted(crowd: Crowd, kind: Indices, phi: Floats, odd: Mask) -> Indices:
    """Kinds beside each other, larger ones first, within a kind people who seek the same."""
    size = np.bincount(kind)[kind]
    sought = phi[:, odd].argmax(axis=1) if odd.any() else np.zeros(len(kind), np.intp)
    return np.lexsort((sought, kind, -size))


def _turned(rows: Floats, order: Indices, columns: Mask) -> Floats:
    return np.ascontiguousarray(rows[:, columns].T[:, order])
