"""The rows of people against the score told pair by pair, in plain words and without matrices."""

from __future__ import annotations

from itertools import combinations, permutations
from statistics import fmean

import numpy as np
import pytest

from matching.features import both_ways, features, rarity_of
from matching.hours import free_hours
from matching.language import STRENGTH, spoken
from matching.rules import DEFAULT_RULES, Rules, Weights
from matching.score import lessened, score_matrix
from matching.snapshot import take
from matching.types import Candidate, History, Level
from tests.matching.population import people


def told(here: list[Candidate], rules: Rules) -> np.ndarray:
    """What each is worth to each other, one pair at a time."""
    rarity = rarity_of(here)
    answered = known(here, lambda a, b: share(a, b, rarity))
    common = known(here, lambda a, b: cosine(a, b, rarity))
    worth = np.zeros((len(here), len(here)))
    w = rules.weights
    for i, j in permutations(range(len(here)), 2):
        a, b = here[i], here[j]
        worth[i, j] = (
            w.topics * answered[i, j]
            + w.shared * common[i, j]
            + w.roles * rules.liking(a.role, b.role)
            + w.language * strength(a, b, rules)
            + w.zone * hours(a, b)
            + w.purpose * purpose(a, b, rules)
        ) / w.total
    return worth


def known(here, ask):
    """The answers by pair; where there is none, the mean of those there are."""
    n = len(here)
    found = {(i, j): ask(here[i], here[j]) for i, j in permutations(range(n), 2)}
    some = [value for value in found.values() if value is not None]
    mean = fmean(some) if some else 0.5
    table = np.zeros((n, n))
    for at, value in found.items():
        table[at] = mean if value is None else value
    return table


def share(a, b, rarity):
    """Which part of what one seeks the other offers."""
    if not a.seeks or not (b.seeks | b.offers | b.interests):
        return None
    return sum(rarity[t] for t in a.seeks & b.offers) / sum(rarity[t] for t in a.seeks)


def cosine(a, b, rarity):
    """How alike two are in all they name."""
    mine, yours = a.seeks | a.offers | a.interests, b.seeks | b.offers | b.interests
    if not mine or not yours:
        return None
    long = sum(rarity[t] ** 2 for t in mine) * sum(rarity[t] ** 2 for t in yours)
    return sum(rarity[t] ** 2 for t in mine & yours) / long**0.5


def strength(a, b, rules):
    """The best of their joint languages, as well as the weaker of the two speaks it."""
    one, two = spoken(a, rules), spoken(b, rules)
    joint = [min(one[code], two[code]) for code in one.keys() & two.keys()]
    return max((STRENGTH.get(level, 0.0) for level in joint), default=0.0)


def hours(a, b):
    """The busier one's free time, as far as the other is free too."""
    mine, yours = free_hours(a), free_hours(b)
    return len(mine & yours) / min(len(mine), len(yours))


def purpose(a, b, rules):
    """Alike or not, as the event wants it."""
    cohort = 0.5
    if a.cohort is not None and b.cohort is not None:
        cohort = max(0.0, 1 - abs(a.cohort - b.cohort) / 8)
    place = 0.5
    if a.country and b.country:
        place = float(a.country == b.country)
    elif a.city and b.city:
        place = float(a.city.casefold() == b.city.casefold())
    field = float(a.field == b.field) if a.field and b.field else 0.5
    alike = (cohort + place + field) / 3
    return rules.explore * (1 - alike) + (1 - rules.explore) * alike


@pytest.mark.parametrize("seed", range(4))
def test_one_product_says_what_every_pair_is_worth(seed: int) -> None:
    here = [*people(40, seed), Candidate("silent"), Candidate("asks", seeks=frozenset({"housing"}))]
    rules = Rules(explore=0.2 * seed, weights=Weights(topics=0.3 + seed, zone=0.1 * seed))
    rows = features(here, rules)
    worth = told(here, rules)
    off = ~np.eye(len(here), dtype=bool)
    assert np.allclose((rows.phi @ rows.psi.T)[off], worth[off], atol=1e-5)
    lower = np.minimum(worth, worth.T)
    expected = (lower + 0.02 * np.sqrt(worth * worth.T)) / 1.02
    assert np.allclose(score_matrix(here, rules)[off], expected[off], atol=1e-5)


def test_pairs_and_single_values_come_out_alike() -> None:
    here = people(300, 1)
    rows = features(here, DEFAULT_RULES)
    score = score_matrix(here)
    assert rows.phi.dtype == rows.psi.dtype == np.float32
    for i, j in list(combinations(range(300), 2))[::997]:
        there, back = rows.phi[i] @ rows.psi[j], rows.phi[j] @ rows.psi[i]
        found = both_ways(np.array([there]), np.array([back]))
        assert found[0] == pytest.approx(score[i, j], abs=2e-6)


def test_scores_are_whole_parts_so_that_sums_are_exact() -> None:
    score = score_matrix(people(60, 1))
    assert np.array_equal(score * 2**20, np.rint(score * 2**20))


def test_who_is_free_at_the_same_hours_scores_higher() -> None:
    def free(name: str, *hours: int) -> Candidate:
        return Candidate(name, free_hours=frozenset(hours))

    only = Rules(weights=Weights(0, 0, 0, 0, 1, 0))
    score = score_matrix(
        [free("a", 1, 2), free("b", 1, 2, 3), free("c", 2, 9), free("d", 30)], only
    )
    assert score[0].tolist() == pytest.approx([0, 1, 0.5, 0], abs=1e-5)
    japan, chile = Candidate("j", zone_minutes=540), Candidate("c", zone_minutes=-180)
    assert len(free_hours(japan)) == len(free_hours(chile)) == 28
    assert 0 in free_hours(japan), "9 in the morning there"
    assert 2 * 6 not in free_hours(chile), "3 in the night there"
    assert score_matrix([japan, chile], only)[0, 1] == pytest.approx(8 / 28, abs=1e-5)


@pytest.mark.parametrize(("kind", "days"), [("earlier", 180), ("reluctant", 365)])
def test_what_was_at_an_earlier_event_fades(kind: str, days: int) -> None:
    here = [Candidate(name, languages=(("en", Level.FLUENT),)) for name in "abc"]

    def score(ago: float) -> float:
        faded = {frozenset("ab"): ago}
        between = History(earlier=faded) if kind == "earlier" else History(reluctant=faded)
        snap = take(here, between, DEFAULT_RULES, seed=1)
        at = {person.id: i for i, person in enumerate(snap.people)}
        assert snap.pairs[at["a"], at["b"]], "never forbidden"
        assert snap.score[at["a"], at["c"]] == pytest.approx(score_matrix(here)[0, 2])
        return float(snap.score[at["a"], at["b"]])

    plain = score_matrix(here)[0, 1]
    assert score(0) < score(days / 2) < score(days - 1) < plain
    assert score(days) == score(days + 1000) == plain
    assert not lessened(here, History(earlier={frozenset("ax"): 0.0})), "somebody not here"
