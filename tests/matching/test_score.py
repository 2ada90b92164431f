"""The score: symmetric, reciprocal, rarity-weighted, and neutral towards what was not told."""

from __future__ import annotations

import numpy as np
import pytest

from matching.rules import DEFAULT_RULES, Rules, Weights
from matching.score import rarity_of, score_matrix
from matching.types import Candidate, Level
from tests.matching.population import people

ONLY_TOPICS = Rules(weights=Weights(1, 0, 0, 0, 0, 0))


def asker(name: str, seeks: str = "", offers: str = "") -> Candidate:
    """Somebody who seeks and offers these topics, one letter each."""
    return Candidate(name, seeks=frozenset(seeks), offers=frozenset(offers))


def test_scores_are_symmetric_and_between_0_and_1() -> None:
    score = score_matrix(people(80, 3))
    assert np.array_equal(score, score.T)
    assert score.min() >= 0
    assert score.max() <= 1
    assert not score.diagonal().any()
    assert score_matrix([]).shape == (0, 0)


def test_the_lower_direction_counts() -> None:
    group = [asker("a", "xy", "z"), asker("b", "z", "xy"), asker("c", "w", "xy")]
    score = score_matrix(group, ONLY_TOPICS)
    assert score[0, 1] == pytest.approx(1.0)
    assert score[0, 2] == pytest.approx(0.0), "c gives all a seeks, a nothing of what c seeks"


def test_the_geometric_mean_decides_between_equal_lower_directions() -> None:
    a, d = asker("a", "xyv", "z"), asker("d", "w")
    group = [a, asker("b", "zw", "xyv"), asker("c", "zw", "xy"), d]
    score = score_matrix(group, ONLY_TOPICS)
    assert score[0, 1] > score[0, 2]
    # Both lower directions are what half of "zw" is worth: only the tie-break tells them apart.
    assert score[0, 1] - score[0, 2] < 0.02


def test_a_rare_topic_weighs_more_than_a_common_one() -> None:
    crowd = [asker(f"c{i}", offers="x") for i in range(20)]
    group = [asker("a", "xy", "z"), asker("b", "z", "x"), asker("c", "z", "y"), *crowd]
    assert rarity_of(group)["y"] > rarity_of(group)["x"]
    score = score_matrix(group, ONLY_TOPICS)
    assert score[0, 2] > score[0, 1]


def test_who_told_nothing_is_worth_the_average() -> None:
    group = [asker("a", "x", "y"), asker("b", "y", "x"), asker("c", "z", "w"), asker("silent")]
    score = score_matrix(group, ONLY_TOPICS)
    assert score[0, 2] < score[0, 3] < score[0, 1]


def test_hidden_topics_count_in_the_score_all_the_same() -> None:
    shy = Candidate("a", seeks=frozenset("x"), offers=frozenset("y"), topics_visible=False)
    pair = [shy, asker("b", "y", "x")]
    assert score_matrix(pair, ONLY_TOPICS)[0, 1] == pytest.approx(1.0)


def test_explore_prefers_the_unlike_and_reunite_the_like() -> None:
    a = Candidate("a", city="Beppu", cohort=2015, field="law")
    like = Candidate("b", city="beppu", cohort=2015, field="law")
    unlike = Candidate("c", city="Hanoi", cohort=2003, field="medicine")
    only = Weights(0, 0, 0, 0, 0, 1)
    explore = score_matrix([a, like, unlike], Rules(weights=only, explore=1.0))
    reunite = score_matrix([a, like, unlike], Rules(weights=only, explore=0.0))
    assert explore[0, 2] == pytest.approx(1.0)
    assert explore[0, 1] == pytest.approx(0.0)
    assert reunite[0, 1] == pytest.approx(1.0)
    assert reunite[0, 2] == pytest.approx(0.0)
    usual = score_matrix([a, like, unlike], Rules(weights=only))
    assert usual[0, 2] == pytest.approx(0.7)
    assert usual[0, 1] == pytest.approx(0.3)


def test_a_stronger_joint_language_and_nearer_hours_score_higher() -> None:
    def native(name: str, level: Level, zone: int = 0) -> Candidate:
        return Candidate(name, languages=(("en", level),), zone_minutes=zone)

    a, b = native("a", Level.NATIVE), native("b", Level.NATIVE)
    c, d = native("c", Level.CONVERSATIONAL), native("d", Level.NATIVE, 720)
    score = score_matrix([a, b, c, d], DEFAULT_RULES)
    assert score[0, 1] > score[0, 2]
    assert score[0, 1] > score[0, 3]
