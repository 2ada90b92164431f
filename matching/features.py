"""The score taken apart: two short rows of numbers per person, so that all pairs are one product.

`phi[a] @ psi[b]`, and what `tables` say of the two, is what b is worth to a. Terms that are the same both ways (language, roles, hours,
likeness) come as tables over kinds of people, each split exactly into as many columns as it has
independent ones; where there are too many kinds for that, looked up as it stands.
One rule: what somebody did not tell is worth the average of those who did (M29).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.hours import common_hours, free_hours
from matching.kinds import Codes, kinds
from matching.language import STRENGTH, joint_levels, tongues
from matching.rules import Rules
from matching.types import Candidate

Rows = npt.NDArray[np.float32]
Table = npt.NDArray[np.float64]

COHORT_REACH_YEARS = 8
UNKNOWN = 0.5
NEGLIGIBLE = 1e-7
"""Columns of a table that change no score by more than this are left out."""
MOST_SPLIT = 400
"""A table of more kinds than this would make rows longer than they save; it is looked up."""
GEOMETRIC_SHARE = 0.02
"""Small enough that the geometric mean only orders pairs whose lower direction is equal (M4)."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """A term by kinds of people that is too various to be split: the same both ways."""

    codes: Codes
    table: Rows

    def block(self, some: Codes, others: Codes) -> Rows:
        """Each of some with each of the others."""
        return np.asarray(self.table[self.codes[some][:, None], self.codes[others]])

    def of(self, a: Codes, b: Codes) -> Rows:
        """Pair by pair."""
        return np.asarray(self.table[self.codes[a], self.codes[b]])


@dataclass(frozen=True, slots=True)
class Features:
    """Per person what they look for (`phi`) and what they are (`psi`), weights included."""

    phi: Rows
    psi: Rows
    tables: tuple[Lookup, ...] = ()

    def block(self, some: Codes, others: Codes) -> Rows:
        """The score of each of some with each of the others."""
        there = self.phi[some] @ self.psi[others].T
        back = (self.phi[others] @ self.psi[some].T).T
        for each in self.tables:
            common = each.block(some, others)
            there, back = there + common, back + common
        return both_ways(there, np.ascontiguousarray(back))

    def between(self, a: Codes, b: Codes) -> Rows:
        """The score of pairs, one by one."""
        there = np.einsum("pd,pd->p", self.phi[a], self.psi[b])
        back = np.einsum("pd,pd->p", self.phi[b], self.psi[a])
        for each in self.tables:
            common = each.of(a, b)
            there, back = there + common, back + common
        return both_ways(there, back)

    def worth(self) -> Rows:
        """What everybody is worth to everybody, one way."""
        worth = self.phi @ self.psi.T
        everybody = np.arange(len(self.phi))
        for each in self.tables:
            worth += each.block(everybody, everybody)
        return worth


def features(candidates: Sequence[Candidate], rules: Rules) -> Features:
    """The rows of these people; rarity and averages are measured among them."""
    n, w = len(candidates), rules.weights
    if n == 0:
        return Features(np.zeros((0, 1), np.float32), np.zeros((0, 1), np.float32))
    topics = Topics(candidates)
    terms = [(codes, share * table) for codes, table, share in _tables(candidates, rules)]
    blocks = [
        *topics.answered(w.topics / w.total),
        *topics.in_common(w.shared / w.total),
        *(_split(codes, table) for codes, table in terms if len(table) <= MOST_SPLIT),
    ]
    phi, psi = zip(*blocks, strict=True)
    return Features(
        np.concatenate(phi, axis=1),
        np.concatenate(psi, axis=1),
        tuple(Lookup(codes, _short(t)) for codes, t in terms if len(t) > MOST_SPLIT),
    )


def both_ways(there: npt.NDArray[np.float32], back: npt.NDArray[np.float32]) -> Rows:
    """The score of pairs from what each is worth to the other: the lower counts (M4)."""
    lower = np.minimum(there, back)
    product = there * back
    np.maximum(product, 0, out=product)
    np.sqrt(product, out=product)
    product *= np.float32(GEOMETRIC_SHARE)
    lower += product
    lower *= np.float32(1 / (1 + GEOMETRIC_SHARE))
    return np.clip(lower, 0, 1, out=lower)


def rarity_of(candidates: Sequence[Candidate]) -> dict[str, float]:
    """How much each topic weighs here: the fewer name it, the more it says about two who do."""
    counts: dict[str, int] = {}
    for person in candidates:
        for topic in person.seeks | person.offers | person.interests:
            counts[topic] = counts.get(topic, 0) + 1
    n = len(candidates)
    return {t: float(1 + np.log((1 + n) / (1 + counts[t]))) for t in sorted(counts)}


class Topics:
    """Who seeks, offers and likes what, as columns."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        rarity = rarity_of(candidates)
        column = {topic: i for i, topic in enumerate(rarity)}
        self.rarity = np.array(list(rarity.values()), dtype=np.float32)
        self.seeks = _marked([c.seeks for c in candidates], column)
        self.offers = _marked([c.offers for c in candidates], column)
        liked = _marked([c.interests for c in candidates], column)
        self.named = liked | self.seeks | self.offers

    def answered(self, share: float) -> list[tuple[Rows, Rows]]:
        """How much of what one seeks the other offers, rare topics weighing more."""
        wanted = self.seeks @ self.rarity
        silent = ~self.named.any(1)
        useful = self.seeks.any(0) & self.offers.any(0)
        of_mine = self.seeks * self.rarity
        of_mine /= np.maximum(wanted, np.float32(1e-12))[:, None]
        unknown = np.asarray(wanted == 0), np.asarray(silent)
        return _averaged(of_mine[:, useful], _short(self.offers[:, useful]), unknown, share)

    def in_common(self, share: float) -> list[tuple[Rows, Rows]]:
        """Cosine of all topics either way, rare ones weighing more."""
        length = np.sqrt(self.named @ self.rarity**2)
        unit = self.named * self.rarity
        unit /= np.maximum(length, np.float32(1e-12))[:, None]
        unit = unit[:, self.named.sum(0) > 1]
        return _averaged(unit, unit, (length == 0, length == 0), share)


def _marked(sets: Sequence[frozenset[str]], column: dict[str, int]) -> npt.NDArray[np.bool_]:
    marks = np.zeros((len(sets), len(column)), dtype=np.bool_)
    rows = [row for row, some in enumerate(sets) for _ in some]
    marks[rows, [column[topic] for some in sets for topic in some]] = True
    return marks


def _averaged(
    mine: Rows,
    yours: Rows,
    unknown: tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]],
    share: float,
) -> list[tuple[Rows, Rows]]:
    """The product of the two; where either is unknown the mean of the known pairs instead."""
    no_mine, no_yours = unknown
    i, j = ~no_mine, ~no_yours
    pairs = int(i.sum()) * int(j.sum()) - int((i & j).sum())
    # Whoever told nothing has an empty row, which adds nothing here.
    own = float(np.einsum("pt,pt->p", mine, yours).sum(dtype=np.float64))
    sums = mine.sum(0, dtype=np.float64), yours.sum(0, dtype=np.float64)
    mean = (float(sums[0] @ sums[1]) - own) / pairs if pairs else UNKNOWN
    asked = share * mean * np.stack([no_mine, i], axis=1)
    silent = np.stack([np.ones(len(j)), no_yours], axis=1)
    return [(mine * np.float32(share), yours), (_short(asked), _short(silent))]


def _tables(candidates: Sequence[Candidate], rules: Rules) -> list[tuple[Codes, Table, float]]:
    """Every term that depends on the kind of the two alone: kinds, their table, its share."""
    w = rules.weights
    likeness = [_years(candidates), _places(candidates), _same([c.field for c in candidates])]
    turn = 1 - 2 * rules.explore
    tables = [
        (*_liking(candidates, rules), w.roles),
        (*_strength(candidates, rules), w.language),
        (*_days(candidates), w.zone),
        *((codes, rules.explore + turn * alike, w.purpose / 3) for codes, alike in likeness),
    ]
    return [(codes, table, share / w.total) for codes, table, share in tables if share > 0]


def _short(table: npt.NDArray[np.generic]) -> Rows:
    return table.astype(np.float32)


def _split(codes: Codes, table: Table) -> tuple[Rows, Rows]:
    """Columns whose product is the table: its eigenvectors, without those that do nothing."""
    value, vector = np.linalg.eigh(table)
    kept = np.abs(value) > NEGLIGIBLE
    return _short((vector * value)[:, kept])[codes], _short(vector[:, kept])[codes]


def _liking(candidates: Sequence[Candidate], rules: Rules) -> tuple[Codes, Table]:
    codes, first = kinds([c.role for c in candidates])
    roles = [candidates[i].role for i in first]
    return codes, np.array([[rules.liking(a, b) for b in roles] for a in roles])


def _strength(candidates: Sequence[Candidate], rules: Rules) -> tuple[Codes, Table]:
    codes, levels = tongues(candidates, rules)
    worth = np.zeros(5)
    for level, value in STRENGTH.items():
        worth[level] = value
    return codes, worth[joint_levels(levels)]


def _days(candidates: Sequence[Candidate]) -> tuple[Codes, Table]:
    codes, first = kinds([free_hours(c) for c in candidates])
    return codes, common_hours([candidates[i] for i in first])


def _years(candidates: Sequence[Candidate]) -> tuple[Codes, Table]:
    codes, first = kinds([c.cohort for c in candidates])
    years = np.array(
        [np.nan if candidates[i].cohort is None else candidates[i].cohort for i in first]
    )
    apart = np.abs(years[:, None] - years[None, :]) / COHORT_REACH_YEARS
    return codes, np.where(np.isnan(apart), UNKNOWN, np.clip(1 - apart, 0, 1))


def _places(candidates: Sequence[Candidate]) -> tuple[Codes, Table]:
    """Alike by country where both told one, else by city (M6)."""
    codes, first = kinds([(c.country, c.city.casefold()) for c in candidates])
    countries, cities = zip(
        *((candidates[i].country, candidates[i].city.casefold()) for i in first), strict=True
    )
    by_country, by_city = _same_words(countries), _same_words(cities)
    return codes, np.where(by_country == UNKNOWN, by_city, by_country)


def _same(words: Sequence[str]) -> tuple[Codes, Table]:
    codes, first = kinds(words)
    return codes, _same_words([words[i] for i in first])


def _same_words(words: Sequence[str]) -> Table:
    drawn = np.array(words, dtype=np.str_)
    untold = drawn == ""
    same = (drawn[:, None] == drawn[None, :]).astype(np.float64)
    return np.where(untold[:, None] | untold[None, :], UNKNOWN, same)
