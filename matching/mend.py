"""The last few of a large round: partners for who was left over, and swaps while any gains.

One rule: nobody seated loses their seat, but to somebody whose turn it is before theirs (M22, M11).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from matching.chains import REACH, Near, swap_along
from matching.cooling import Graph, Prices
from matching.cover import ALONE, grow
from matching.crowd import Keys, Worths
from matching.language import Mask
from matching.snapshot import Indices
from matching.tiles import Floats, Strip, Tiles, both_directions

AT_ONCE = 128
PARTNERS_TRIED = 24
SEARCHES = 64
NODES, FAR_NODES = 200, 20_000
"""A search that has looked at so many people gives up."""
TIGHT_PARTNERS = 3.0
SWEEPS = 8
CHAINS = 20
"""One chain tried for so many people."""
GAIN = 1e-6
NEVER = np.float32(-9)
REPEAT = np.float32(-2)


class Known:
    """Pairs of a crowd by person: who the others are."""

    def __init__(self, keys: Keys, n: int) -> None:
        i, j = np.divmod(keys, max(n, 1))
        one, other = np.concatenate([i, j]), np.concatenate([j, i])
        self._others = other[np.argsort(one, kind="stable")]
        self._ends = np.concatenate([[0], np.cumsum(np.bincount(one, minlength=n))])

    def of(self, person: int) -> Keys:
        """Whoever is in a pair with this one."""
        return np.asarray(self._others[self._ends[person] : self._ends[person + 1]])


class Mender:
    """Partners being changed: who has whom, what their pair is worth, whose turn goes first."""

    def __init__(self, tiles: Tiles, mate: Indices, pool: Mask) -> None:
        n = len(tiles.crowd)
        self.tiles = tiles
        self.crowd = tiles.crowd
        self.mate = mate
        self.pool = pool
        self.worth = self._worths()
        self.met, self.barred = Known(self.crowd.met, n), Known(self.crowd.barred, n)
        trios = np.array([c.trios for c in self.crowd.people], dtype=np.intp)
        self.turn = self.crowd.rank * (1 + int(trios.max(initial=0))) + trios

    def run(self, graph: Graph, price: Prices, keep_going: Callable[[], bool]) -> Indices:
        """Everything there is to mend, best first; the partners are sound after every step."""
        slack = graph.slack(price)
        self._grow(graph, slack, graph.spare(slack, TIGHT_PARTNERS))
        for repeats in (False, True):
            self._seat_all(repeats=repeats)
        self._grow_far(graph)
        for _ in range(SWEEPS):
            if not keep_going() or not self._swap(graph, slack, price):
                break
        if keep_going():
            self._swap_along(graph, slack, price)
        return self.mate

    def left(self) -> Indices:
        """Who of the pool has no partner, those whose turn it is first."""
        over = np.flatnonzero(self.pool & (self.mate == ALONE))
        return over[np.argsort(-self.turn[over], kind="stable")]

    def rows(self, people: Indices, *, repeats: bool) -> Floats:
        """What some people and everybody in the pool are worth together; NEVER if they may not."""
        tiles, crowd = self.tiles, self.crowd
        place = np.empty(len(crowd), dtype=np.intp)
        place[tiles.order] = np.arange(len(crowd))
        strip = Strip(tiles, place[people])
        found = np.empty((len(people), len(crowd)), dtype=np.float32)
        everyone = slice(0, len(crowd))
        there, back, common = strip.ways(tiles, everyone, np.float32(0))
        found[:, tiles.order] = np.where(
            common < -1, NEVER, both_directions(there + common, back + common)
        )
        found[:, ~self.pool] = NEVER
        found[np.arange(len(people)), people] = NEVER
        for row, person in zip(found, people.tolist(), strict=True):
            met = self.met.of(person)
            row[met[row[met] > NEVER]] = REPEAT if repeats else NEVER
            row[self.barred.of(person)] = NEVER
        return found

    def _worths(self) -> Worths:
        i = np.flatnonzero(self.mate != ALONE)
        worth = np.zeros(len(self.crowd))
        worth[i] = self.crowd.score(i, self.mate[i])
        return worth

    def _pair(self, i: int, j: int) -> None:
        self.mate[i], self.mate[j] = j, i
        ends = np.array([i, j], dtype=np.intp)
        self.worth[ends] = self.crowd.score(ends, ends[::-1])

    def _seat_all(self, *, repeats: bool) -> None:
        """Two left over either fit each other or each take one half of a pair; in batches."""
        over = self.left()
        for start in range(0, len(over), AT_ONCE):
            batch = over[start : start + AT_ONCE]
            batch = batch[self.mate[batch] == ALONE]
            rows = self.rows(batch, repeats=repeats)
            able = (rows > NEVER).any(axis=1)
            batch, rows = batch[able], rows[able]
            for k, person in enumerate(batch.tolist()):
                if self.mate[person] == ALONE:
                    others = [o for o in range(k + 1, len(batch)) if self.mate[batch[o]] == ALONE]
                    self._seat(batch, rows, k, others[:PARTNERS_TRIED])
            for k, person in enumerate(batch.tolist()):
                if self.mate[person] == ALONE:
                    self._displace(person, rows[k])

    def _seat(self, batch: Indices, rows: Floats, k: int, others: list[int]) -> None:
        best, choice = float(REPEAT * 2), None
        has = self.mate != ALONE
        partner = np.where(has, self.mate, 0)
        for o in others:
            if rows[k, batch[o]] > best:
                best, choice = float(rows[k, batch[o]]), (o, ALONE)
            gain = np.where(has, rows[k] + rows[o][partner] - self.worth, NEVER)
            a = int(gain.argmax())
            if gain[a] > best:
                best, choice = float(gain[a]), (o, a)
        if choice is None:
            return
        o, a = choice
        person, other = int(batch[k]), int(batch[o])
        if a == ALONE:
            self._pair(person, other)
            return
        b = int(self.mate[a])
        self._pair(person, a)
        self._pair(other, b)

    def _displace(self, person: int, row: Floats) -> None:
        """Takes over from whoever's turn comes last, if that is after the own one."""
        fits = np.flatnonzero((row > NEVER) & (self.mate != ALONE))
        if len(fits) == 0:
            return
        losers = self.mate[fits]
        k = np.lexsort((self.worth[fits] - row[fits], self.turn[losers]))[0]
        a, loser = int(fits[k]), int(losers[k])
        if self.turn[loser] < self.turn[person] and row[a] > REPEAT:
            self.mate[loser] = ALONE
            self._pair(person, a)

    def _grow(self, graph: Graph, slack: Prices, spare: float) -> None:
        """Alternating paths over nearly tight pairs: hardly anything is lost on the way."""
        over = self.left()
        if len(over) < 2:
            return
        tight = (slack <= spare) & (graph.i != graph.j)
        neighbours = _lists(graph.i[tight], graph.j[tight], graph.n)
        nobody = np.zeros(graph.n, dtype=np.intp)
        self._take(grow(self.mate.tolist(), neighbours, over.tolist(), nobody, NODES))

    def _grow_far(self, graph: Graph) -> None:
        """The same over all pairs known and all there are for those left; turns go first."""
        over = self.left()[:SEARCHES]
        if len(over) < 2:
            return
        row, other = np.nonzero(self.rows(over, repeats=True) > NEVER)
        met, again = self._may_repeat()
        i = np.concatenate([graph.i, over[row], other, met, again])
        j = np.concatenate([graph.j, other, over[row], again, met])
        apart = i != j
        neighbours = _lists(i[apart], j[apart], graph.n)
        self._take(grow(self.mate.tolist(), neighbours, over.tolist(), self.turn, FAR_NODES))

    def _may_repeat(self) -> tuple[Indices, Indices]:
        """Pairs who met and may be paired again rather than somebody be left over."""
        i, j = np.divmod(self.crowd.met, len(self.crowd))
        may = self.pool[i] & self.pool[j] & self.crowd.may_talk(i, j, self.crowd.alone)
        return i[may], j[may]

    def _take(self, mate: list[int]) -> None:
        self.mate = np.array(mate, dtype=np.intp)
        self.worth = self._worths()

    def _swap(self, graph: Graph, slack: Prices, price: Prices) -> bool:
        """One sweep of swaps between two pairs each, the largest gains first; whether any."""
        a, c = graph.i, graph.j
        own = np.zeros(graph.n)
        has = self.mate != ALONE
        own[has] = price[has] + price[self.mate[has]] - self.worth[has]
        able = has[a] & has[c] & (a < c) & (self.mate[a] != c)
        able &= slack < own[a] + own[c] - GAIN
        a, c = a[able], c[able]
        b, d = self.mate[a], self.mate[c]
        new = graph.worth_of(b, d)
        gain = graph.worth_of(a, c) + new - self.worth[a] - self.worth[c]
        gain[new < 0] = -1
        ends = np.stack([a, b, c, d], axis=1)
        order = np.argsort(-gain, kind="stable")
        return self._swap_disjoint(ends[order[gain[order] > GAIN]])

    def _swap_along(self, graph: Graph, slack: Prices, price: Prices) -> None:
        """Swaps along chains of any pairs, from those that fall short of their prices by most."""
        tight = (slack < REACH) & (graph.i != graph.j)
        ends = np.searchsorted(graph.i[tight], np.arange(graph.n + 1))
        near = Near(graph.j[tight], slack[tight], ends)
        has = self.mate != ALONE
        own = np.where(has, price + price[self.mate] - self.worth, -np.inf)

        def short(i: int, j: int) -> float:
            here, there = np.array([i], dtype=np.intp), np.array([j], dtype=np.intp)
            return float(price[i] + price[j] - self.crowd.score(here, there)[0])

        swap_along(self.mate, own, near, short, graph.n // CHAINS)
        self.worth = self._worths()

    def _swap_disjoint(self, ends: Indices) -> bool:
        touched: set[int] = set()
        for a, b, c, d in ends.tolist():
            if touched.isdisjoint((a, b, c, d)):
                touched.update((a, b, c, d))
                self._pair(a, c)
                self._pair(b, d)
        return bool(touched)


def _lists(i: Indices, j: Indices, n: int) -> list[list[int]]:
    turn = np.argsort(i, kind="stable")
    return [part.tolist() for part in np.split(j[turn], np.searchsorted(i[turn], np.arange(1, n)))]
