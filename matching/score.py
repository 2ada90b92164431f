"""How well two people fit, for all pairs at once: a symmetric matrix between 0 and 1.

One rule: a score is a product of the rows of `matching.features`, so that whoever cannot hold all
pairs in memory may take them from there and find the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from matching.blocks import blocks
from matching.features import Features, both_ways, features, rarity_of
from matching.language import Mask, joint_levels, level_table
from matching.permits import one_to_one
from matching.rules import DEFAULT_RULES, Rules
from matching.types import Candidate, History

__all__ = ["Matrix", "feasible", "lessened", "pair_mask", "rarity_of", "score_matrix", "score_of"]

Matrix = npt.NDArray[np.float64]

EXACT = 2.0**20
"""Scores are rounded to this part of one: sums of them are exact, on every machine alike (M31)."""
PAIR = 2
EARLIER_WEIGHT = 0.15
EARLIER_DAYS = 180.0
RELUCTANT_WEIGHT = 0.6
RELUCTANT_DAYS = 365.0


def score_matrix(candidates: Sequence[Candidate], rules: Rules = DEFAULT_RULES) -> Matrix:
    """What each two are worth together, before what lies between them; the diagonal is 0."""
    return score_of(features(candidates, rules))


def score_of(rows: Features) -> Matrix:
    """The same from the rows of the people."""
    worth = rows.worth()
    score: Matrix = np.empty(worth.shape)
    for some in blocks(len(worth)):
        whole = both_ways(worth[some], np.ascontiguousarray(worth.T[some]))
        whole *= np.float32(EXACT)
        np.rint(whole, out=whole)
        # Twenty bits of a float32 are exact, so this is the same everywhere.
        np.multiply(whole, np.float32(1 / EXACT), out=score[some])
    np.fill_diagonal(score, 0.0)
    return score


def lessened(candidates: Sequence[Candidate], history: History) -> Mapping[tuple[int, int], float]:
    """What earlier events take off the score of some pairs, by index: ever less with time.

    A meeting fades within 180 days (M16), "not interested" within 12 months (M18).
    """
    place = {c.id: i for i, c in enumerate(candidates)}
    taken: dict[tuple[int, int], float] = {}
    for pairs, weight, days in (
        (history.earlier, EARLIER_WEIGHT, EARLIER_DAYS),
        (history.reluctant, RELUCTANT_WEIGHT, RELUCTANT_DAYS),
    ):
        for pair, ago in pairs.items():
            here = sorted(place[person] for person in pair if person in place)
            if len(here) == 2:
                key = (here[0], here[1])
                taken[key] = taken.get(key, 0.0) + weight * min(max(1 - ago / days, 0.0), 1.0)
    return {key: round(value * EXACT) / EXACT for key, value in taken.items()}


def feasible(
    candidates: Sequence[Candidate], history: History, rules: Rules = DEFAULT_RULES
) -> Mask:
    """Pairs that no hard rule forbids to be 1:1 (M2, M3, M5, M7); earlier meetings are not asked."""
    joint = joint_levels(level_table(candidates, rules)) > 0
    barred = pair_mask(candidates, history.barred)
    return np.asarray(one_to_one(candidates, rules) & joint & ~barred, dtype=np.bool_)


def pair_mask(candidates: Sequence[Candidate], pairs: Iterable[frozenset[str]]) -> Mask:
    """The given pairs as a symmetric mask; people who are not here are passed over."""
    place = {c.id: i for i, c in enumerate(candidates)}
    absent = len(candidates)
    mask = np.zeros((absent + 1, absent + 1), dtype=np.bool_)
    ends = [place.get(person, absent) for pair in pairs if len(pair) == PAIR for person in pair]
    a, b = ends[::2], ends[1::2]
    mask[a, b] = mask[b, a] = True
    return mask[:absent, :absent]
