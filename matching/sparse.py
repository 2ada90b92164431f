"""Pairs for more people than a table of all pairs could hold, with a proof of how good they are.

Prices on a sample say what everybody is worth at least; one search over all pairs keeps those worth
more than their two floors; cooling finds prices at which these pairs are shared out; a second search
finds what the prices do not cover and proves the rest. Partners are read off the prices.
One rule: `bound` holds for every plan whatever was guessed on the way.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from matching.cooling import COOLING, HEAT, REHEATED, Graph, Prices, graph
from matching.cover import ALONE
from matching.crowd import Crowd
from matching.cycles import matched
from matching.effort import UNHURRIED, Effort, Spread
from matching.floors import floors, leeway
from matching.language import Mask
from matching.mend import Mender
from matching.snapshot import Indices
from matching.tiles import ROUNDING, Edges, Floats, Tiles, search

HEAD_START = 0.02
FALL = 0.02
TRIO_MARGIN = 0.05
LITTLE = 1e-4
MOST_LOWERED = 512
AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Paired:
    """The partner of everybody by index of the crowd, or ALONE, and what no plan can exceed."""

    mate: Indices
    bound: float


@dataclass(slots=True)
class _Market:
    """Pairs found so far, and prices that cover all others wherever they are at least `floor`."""

    edges: Edges
    floor: Floats
    price: Floats
    covering: Prices

    def bound(self, spent: Mask) -> float:
        """What all prices come to, and what single precision may have lost.

        Whoever has no pair left that counts needs no price.
        """
        prices = np.maximum(self.covering, self.floor)[~spent]
        return float(prices.sum()) + len(prices) * ROUNDING / 2


def pair_up_sparse(crowd: Crowd, pool: Mask, effort: Effort = UNHURRIED) -> Paired:
    """Partners for the pool, and a bound for everybody."""
    spread, keep_going = effort.spread, effort.keep_going
    wide = any(c.supervised or c.no_pairs for c in crowd.people)
    tiles = Tiles(crowd, crowd.alone | crowd.together if wide else crowd.alone)
    market, bound = _priced(tiles, effort)
    if not wide and crowd.rules.trios:
        bound += crowd.rules.trios * _trio_excess(tiles, market, spread)
    narrow = tiles.under(crowd.alone)
    links, price = _among(narrow, pool, market, wide=wide)
    mate = matched(links, price)
    return Paired(Mender(narrow, mate, pool).run(links, price, keep_going), bound)


def limit_of_rooms(crowd: Crowd, effort: Effort = UNHURRIED) -> float:
    """What no plan exceeds in which all who may share a room, pairs or larger ones, might."""
    return _priced(Tiles(crowd, crowd.alone | crowd.together), effort)[1]


def _priced(tiles: Tiles, effort: Effort) -> tuple[_Market, float]:
    """Prices of everybody, and the bound they prove."""
    spent = tiles.crowd.spent()
    market = _opened(tiles, effort.spread)
    bound = market.bound(spent)
    if effort.keep_going():
        _reopen(market, tiles, effort.spread)
        _lower(market, tiles)
        bound = min(bound, market.bound(spent))
    return market, bound


def _opened(tiles: Tiles, spread: Spread) -> _Market:
    """The first search: about as many partners for everybody, prices among these pairs."""
    floor = np.empty(len(tiles), dtype=np.float32)
    floor[tiles.order] = floors(tiles, spread)
    edges = search(tiles, floor, spread)
    links = graph(edges, len(tiles))
    steps = COOLING if floor.any() else HEAT + COOLING
    price = links.cooled(floor + np.float32(HEAD_START), steps)
    return _Market(edges, floor, price, links.covering(price))


def _reopen(market: _Market, tiles: Tiles, spread: Spread) -> None:
    """The second search: whatever the prices do not cover, and prices again with that.

    It reaches a little below the prices, so that they may still move; but not to the prices of those
    whom the first search found hardly anybody: they would take half the crowd.
    """
    margin = leeway(tiles, market.covering.astype(np.float32))
    floor = np.maximum(market.covering - margin, 0).astype(np.float32)
    np.maximum(floor, market.floor - np.float32(FALL), out=floor)
    found = search(tiles, floor, spread)
    market.edges = Edges.joined([market.edges, found])
    links = graph(market.edges, len(tiles))
    market.price = links.cooled(market.price, REHEATED)
    market.floor, market.covering = floor, links.covering(market.price)


def _lower(market: _Market, tiles: Tiles) -> None:
    """Floors of those whose prices fell below them, lowered to what everybody else asks of them.

    Held against what the others pay at least, hence true of any of them together.
    """
    above = market.floor - market.covering
    low = np.flatnonzero(above > LITTLE)
    low = low[np.argsort(-above[low], kind="stable")[:MOST_LOWERED]]
    everybody = np.ones(len(tiles), dtype=np.bool_)
    mender = Mender(tiles, np.full(len(tiles), ALONE, dtype=np.intp), everybody)
    for start in range(0, len(low), AT_ONCE):
        some = low[start : start + AT_ONCE]
        asked = (mender.rows(some, repeats=False) - market.covering).max(1)
        needed = np.maximum(asked, market.covering[some])
        market.floor[some] = np.minimum(market.floor[some], needed)


def _among(tiles: Tiles, pool: Mask, market: _Market, *, wide: bool) -> tuple[Graph, Prices]:
    """The pairs that may be seated now, and prices among them."""
    crowd, edges = tiles.crowd, market.edges
    kept = pool[edges.i] & pool[edges.j] & crowd.may_talk(edges.i, edges.j, crowd.alone)
    kept &= ~crowd.have_met(edges.i, edges.j)
    links = graph(edges.only(kept), len(crowd))
    if not wide and kept.all():
        return links, market.covering
    return links, links.covering(links.cooled(market.price, REHEATED))


def _trio_excess(tiles: Tiles, market: _Market, spread: Spread) -> float:
    """By how much one trio may exceed the prices of its three people.

    Only through pairs that may share a larger room but not be alone: each counts half.
    """
    crowd = tiles.crowd
    only = crowd.together & ~crowd.alone
    concerned = np.asarray(only.any(axis=1))[crowd.standing[tiles.order]]
    others = tiles.part(np.flatnonzero(concerned)).under(only)
    price = np.maximum(market.covering, market.floor)
    found = search(others, (price + TRIO_MARGIN / 2).astype(np.float32), spread)
    excess = found.worth - price[found.i] - price[found.j]
    return 1.5 * max(TRIO_MARGIN, float(excess.max(initial=0)))


__all__ = ["ALONE", "Paired", "limit_of_rooms", "pair_up_sparse"]
