"""How well two people fit, for all pairs at once: a symmetric matrix between 0 and 1.

One rule: only what people told counts, and what they did not tell is worth the average of those
who did (M29). Rarity is measured among the candidates given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from matching.language import STRENGTH, Mask, joint_levels, level_table
from matching.permits import ROLES, one_to_one
from matching.rules import DEFAULT_RULES, Rules
from matching.types import Candidate, History

Matrix = npt.NDArray[np.float64]

GEOMETRIC_SHARE = 0.02
"""Small enough that the geometric mean only orders pairs whose lower direction is equal (M4)."""

COHORT_REACH_YEARS = 8
MINUTES_A_DAY = 1440
UNKNOWN = 0.5


def score_matrix(candidates: Sequence[Candidate], rules: Rules = DEFAULT_RULES) -> Matrix:
    """The weighted mean of all parts; the diagonal is 0."""
    n = len(candidates)
    if n == 0:
        return np.zeros((0, 0))
    w = rules.weights
    seeks, offers, liked, rarity = _topics(candidates)
    total = w.topics * _reciprocal(seeks, offers, rarity)
    total += w.shared * _shared(np.maximum(liked, np.maximum(seeks, offers)), rarity)
    total += w.roles * _liking(candidates, rules)
    total += w.language * _strength(candidates, rules)
    total += w.zone * _same_hours(candidates)
    total += w.purpose * _purpose(candidates, rules)
    total /= w.total
    total = (total + total.T) / 2
    np.fill_diagonal(total, 0.0)
    return np.clip(total, 0.0, 1.0)


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
    mask = np.zeros((len(candidates), len(candidates)), dtype=np.bool_)
    for pair in pairs:
        here = [place[person] for person in pair if person in place]
        if len(here) == 2:
            mask[here[0], here[1]] = mask[here[1], here[0]] = True
    return mask


def rarity_of(candidates: Sequence[Candidate]) -> dict[str, float]:
    """How much each topic weighs here: the fewer name it, the more it says about two who do."""
    counts: dict[str, int] = {}
    for person in candidates:
        for topic in person.seeks | person.offers | person.interests:
            counts[topic] = counts.get(topic, 0) + 1
    n = len(candidates)
    return {t: float(1 + np.log((1 + n) / (1 + counts[t]))) for t in sorted(counts)}


def _topics(candidates: Sequence[Candidate]) -> tuple[Matrix, Matrix, Matrix, Matrix]:
    rarity = rarity_of(candidates)
    column = {topic: i for i, topic in enumerate(rarity)}
    seeks = np.zeros((len(candidates), len(rarity)))
    offers, liked = np.zeros_like(seeks), np.zeros_like(seeks)
    for row, person in enumerate(candidates):
        seeks[row, [column[t] for t in person.seeks]] = 1
        offers[row, [column[t] for t in person.offers]] = 1
        liked[row, [column[t] for t in person.interests]] = 1
    return seeks, offers, liked, np.array(list(rarity.values()))


def _reciprocal(seeks: Matrix, offers: Matrix, rarity: Matrix) -> Matrix:
    """What each seeks and the other offers; the lower direction counts (M4).

    The square root lets the first answered wish count most: few people are asked for all they seek.
    """
    wanted = seeks @ rarity
    met = (seeks * rarity) @ offers.T
    ways = np.sqrt(met / np.maximum(wanted, 1e-12)[:, None])
    silent = (seeks.sum(1) + offers.sum(1)) == 0
    ways = _averaged(ways, (wanted == 0)[:, None] | silent[None, :])
    lower = np.minimum(ways, ways.T)
    geometric = np.sqrt(ways * ways.T)
    return np.asarray((lower + GEOMETRIC_SHARE * geometric) / (1 + GEOMETRIC_SHARE))


def _shared(named: Matrix, rarity: Matrix) -> Matrix:
    """Cosine of all topics either way, rare ones weighing more."""
    interests = named * rarity
    length = np.sqrt((interests**2).sum(1))
    unit = interests / np.maximum(length, 1e-12)[:, None]
    silent = length == 0
    return _averaged(unit @ unit.T, silent[:, None] | silent[None, :])


def _averaged(values: Matrix, unknown: Mask) -> Matrix:
    """Unknown entries become the mean of the known ones, so that silence neither helps nor hurts."""
    known = ~unknown
    np.fill_diagonal(known, val=False)
    mean = float(values[known].mean()) if known.any() else UNKNOWN
    return np.where(unknown, mean, values)


def _liking(candidates: Sequence[Candidate], rules: Rules) -> Matrix:
    table = np.array([[rules.liking(a, b) for b in ROLES] for a in ROLES])
    order = {role: i for i, role in enumerate(ROLES)}
    codes = np.array([order[c.role] for c in candidates], dtype=np.intp)
    return np.asarray(table[codes[:, None], codes[None, :]])


def _strength(candidates: Sequence[Candidate], rules: Rules) -> Matrix:
    worth = np.zeros(5)
    for level, value in STRENGTH.items():
        worth[level] = value
    return np.asarray(worth[joint_levels(level_table(candidates, rules))])


def _same_hours(candidates: Sequence[Candidate]) -> Matrix:
    minutes = np.array([c.zone_minutes for c in candidates], dtype=np.float64)
    turn = 2 * np.pi * (minutes[:, None] - minutes[None, :]) / MINUTES_A_DAY
    return np.asarray(0.5 + 0.5 * np.cos(turn))


def _purpose(candidates: Sequence[Candidate], rules: Rules) -> Matrix:
    """Likeness in place, cohort and field, wanted or avoided by the event's purpose (M6)."""
    years = np.array([np.nan if c.cohort is None else c.cohort for c in candidates], dtype=float)
    apart = np.abs(years[:, None] - years[None, :]) / COHORT_REACH_YEARS
    cohort = np.where(np.isnan(apart), UNKNOWN, np.clip(1 - apart, 0, 1))
    city = _same_word([c.city.casefold() for c in candidates])
    studies = _same_word([c.field for c in candidates])
    likeness = (cohort + city + studies) / 3
    return np.asarray(rules.explore * (1 - likeness) + (1 - rules.explore) * likeness)


def _same_word(words: Sequence[str]) -> Matrix:
    _, codes = np.unique(np.array(words, dtype=np.str_), return_inverse=True)
    untold = np.array([not word for word in words])
    same = (codes[:, None] == codes[None, :]).astype(np.float64)
    return np.where(untold[:, None] | untold[None, :], UNKNOWN, same)
