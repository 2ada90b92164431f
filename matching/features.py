"""The score taken apart: two short rows of numbers per person, so that all pairs are one product.

`phi[a] @ psi[b]` is what b is worth to a. Terms that are the same both ways (language, roles, hours,
likeness) come as tables over kinds of people, each split exactly into as many columns as it has
independent ones. One rule: what somebody did not tell is worth the average of those who did (M29).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.hours import common_hours
from matching.kinds import Codes, kinds
from matching.language import STRENGTH, joint_levels, level_table
from matching.rules import Rules
from matching.types import Candidate

Rows = npt.NDArray[np.float32]
Table = npt.NDArray[np.float64]

COHORT_REACH_YEARS = 8
UNKNOWN = 0.5
NEGLIGIBLE = 1e-7
"""Columns of a table that change no score by more than this are left out."""
GEOMETRIC_SHARE = 0.02
"""Small enough that the geometric mean only orders pairs whose lower direction is equal (M4)."""


@dataclass(frozen=True, slots=True)
class Features:
    """Per person what they look for (`phi`) and what they are (`psi`), weights included."""

    phi: Rows
    psi: Rows


def features(candidates: Sequence[Candidate], rules: Rules) -> Features:
    """The rows of these people; rarity and averages are measured among them."""
    n, w = len(candidates), rules.weights
    if n == 0:
        return Features(np.zeros((0, 1), np.float32), np.zeros((0, 1), np.float32))
    topics = Topics(candidates)
    blocks = [
        *topics.answered(w.topics / w.total),
        *topics.in_common(w.shared / w.total),
        *(_split(codes, share * table) for codes, table, share in _tables(candidates, rules)),
    ]
    phi, psi = zip(*blocks, strict=True)
    return Features(
        np.ascontiguousarray(np.concatenate(phi, axis=1), dtype=np.float32),
        np.ascontiguousarray(np.concatenate(psi, axis=1), dtype=np.float32),
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
        self.rarity = np.array(list(rarity.values()))
        self.seeks = _marked([c.seeks for c in candidates], column)
        self.offers = _marked([c.offers for c in candidates], column)
        liked = _marked([c.interests for c in candidates], column)
        self.named = np.maximum(liked, np.maximum(self.seeks, self.offers))

    def answered(self, share: float) -> list[tuple[Table, Table]]:
        """How much of what one seeks the other offers, rare topics weighing more."""
        wanted = self.seeks @ self.rarity
        silent = ~self.named.any(1)
        useful = self.seeks.any(0) & self.offers.any(0)
        of_mine = self.seeks * self.rarity / np.maximum(wanted, 1e-12)[:, None]
        unknown = np.asarray(wanted == 0), np.asarray(silent)
        return _averaged(of_mine[:, useful], self.offers[:, useful], unknown, share)

    def in_common(self, share: float) -> list[tuple[Table, Table]]:
        """Cosine of all topics either way, rare ones weighing more."""
        weighed = self.named * self.rarity
        length = np.sqrt((weighed**2).sum(1))
        unit = weighed / np.maximum(length, 1e-12)[:, None]
        useful = self.named.sum(0) > 1
        return _averaged(unit[:, useful], unit[:, useful], (length == 0, length == 0), share)


def _marked(sets: Sequence[frozenset[str]], column: dict[str, int]) -> Table:
    marks = np.zeros((len(sets), len(column)))
    rows = [row for row, some in enumerate(sets) for _ in some]
    marks[rows, [column[topic] for some in sets for topic in some]] = 1
    return marks


def _averaged(
    mine: Table,
    yours: Table,
    unknown: tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]],
    share: float,
) -> list[tuple[Table, Table]]:
    """The product of the two; where either is unknown the mean of the known pairs instead."""
    no_mine, no_yours = unknown
    i, j = ~no_mine, ~no_yours
    pairs = int(i.sum()) * int(j.sum()) - int((i & j).sum())
    own = float((mine[i & j] * yours[i & j]).sum())
    mean = (float(mine[i].sum(0) @ yours[j].sum(0)) - own) / pairs if pairs else UNKNOWN
    told = share * (mine * i[:, None])
    asked = share * mean * np.stack([no_mine, i], axis=1)
    silent = np.stack([np.ones(len(j)), no_yours], axis=1)
    return [(told, yours * j[:, None]), (asked, silent)]


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


def _split(codes: Codes, table: Table) -> tuple[Table, Table]:
    """Columns whose product is the table: its eigenvectors, without those that do nothing."""
    value, vector = np.linalg.eigh(table)
    kept = np.abs(value) > NEGLIGIBLE
    return (vector * value)[codes][:, kept], vector[codes][:, kept]


def _liking(candidates: Sequence[Candidate], rules: Rules) -> tuple[Codes, Table]:
    codes, first = kinds([c.role for c in candidates])
    roles = [candidates[i].role for i in first]
    return codes, np.array([[rules.liking(a, b) for b in roles] for a in roles])


def _strength(candidates: Sequence[Candidate], rules: Rules) -> tuple[Codes, Table]:
    codes, first = kinds([c.languages for c in candidates])
    worth = np.zeros(5)
    for level, value in STRENGTH.items():
        worth[level] = value
    levels = level_table([candidates[i] for i in first], rules)
    return codes, worth[joint_levels(levels)]


def _days(candidates: Sequence[Candidate]) -> tuple[Codes, Table]:
    codes, first = kinds([(c.zone_minutes, c.free_hours) for c in candidates])
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
