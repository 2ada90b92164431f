"""Why you two: at most two reasons, true for both, and nothing the other may not see (M30)."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.explain import Reason, explain
from matching.rules import DEFAULT_RULES
from matching.taxonomy import AREAS, TOPIC_IDS, TOPICS
from matching.types import Candidate, Level, Role
from tests.matching.population import people

WORDS = Path(__file__).parents[2] / "static" / "i18n"
MIRRORED = {
    "offers_what_you_seek": "seeks_what_you_offer",
    "seeks_what_you_offer": "offers_what_you_seek",
}


def topic_person(name: str, seeks: str = "", offers: str = "") -> Candidate:
    """Somebody of whom only topics are known."""
    return Candidate(name, seeks=frozenset(seeks.split()), offers=frozenset(offers.split()))


def test_help_each_way_comes_before_what_is_merely_shared() -> None:
    a = topic_person("a", "jobs visas", "food")
    b = topic_person("b", "food visas", "jobs")
    assert explain(a, b) == (
        Reason("offers_what_you_seek", "jobs"),
        Reason("seeks_what_you_offer", "food"),
    )
    assert explain(a, topic_person("c", "visas")) == (Reason("both_seek", "visas"),)
    assert explain(a, topic_person("c", offers="food")) == (Reason("both_offer", "food"),)


def test_rare_topics_come_first() -> None:
    a, b = topic_person("a", "x y z"), topic_person("b", offers="x y z")
    told = explain(a, b, rarity={"x": 1.0, "y": 3.0, "z": 2.0})
    assert [reason.topic for reason in told] == ["y", "z"]


def test_private_topics_of_either_are_never_named() -> None:
    a, b = topic_person("a", "jobs"), topic_person("b", offers="jobs")
    assert explain(a, b)
    assert explain(replace(a, topics_visible=False), b) == ()
    assert explain(a, replace(b, topics_visible=False)) == ()


def test_place_year_and_field_are_reasons_but_not_for_supervised_people() -> None:
    a = Candidate("a", city="Beppu", cohort=2015, field="law")
    assert [r.kind for r in explain(a, Candidate("b", city="beppu"))] == ["same_city"]
    assert [r.kind for r in explain(a, Candidate("b", cohort=2015))] == ["same_cohort"]
    assert [r.kind for r in explain(a, Candidate("b", field="law"))] == ["same_field"]
    assert explain(a, replace(a, id="b", supervised=True)) == ()
    assert explain(Candidate("a"), Candidate("b")) == (), "what nobody told is nothing in common"


def test_a_language_is_a_reason_when_both_told_it_and_speak_it_well() -> None:
    fluent = Candidate("a", languages=(("vi", Level.FLUENT),))
    assert explain(fluent, replace(fluent, id="b")) == (Reason("language"),)
    assert explain(fluent, Candidate("b", languages=(("vi", Level.CONVERSATIONAL),))) == ()


def test_an_alum_and_a_student_are_told_so() -> None:
    assert explain(Candidate("a", Role.ALUMNI), Candidate("b", Role.STUDENT)) == (
        Reason("alum_and_student"),
    )
    assert explain(Candidate("a", None), Candidate("b", Role.STUDENT)) == ()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 500))
def test_reasons_are_few_true_and_the_mirror_of_each_other(seed: int) -> None:
    a, b = people(2, seed)
    one, other = explain(a, b, DEFAULT_RULES), explain(b, a, DEFAULT_RULES)
    assert len(one) <= 2
    assert len({r.topic for r in one if r.topic}) == sum(r.topic is not None for r in one)
    for reason in one:
        assert _holds(reason, a, b)
    ties = {r.kind for r in one} & set(MIRRORED)
    if not ties:
        assert one == other


def _holds(reason: Reason, a: Candidate, b: Candidate) -> bool:
    facts = {
        "offers_what_you_seek": reason.topic in a.seeks & b.offers,
        "seeks_what_you_offer": reason.topic in a.offers & b.seeks,
        "both_seek": reason.topic in a.seeks & b.seeks,
        "both_offer": reason.topic in a.offers & b.offers,
        "same_city": a.city == b.city,
        "same_cohort": a.cohort == b.cohort,
        "same_field": a.field == b.field,
        "alum_and_student": {a.role, b.role} == {Role.ALUMNI, Role.STUDENT},
        "language": {c for c, v in a.languages if v >= 3} & {c for c, v in b.languages if v >= 3},
    }
    shown = reason.topic is None or (a.topics_visible and b.topics_visible)
    return shown and bool(facts[reason.kind])


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_topic_and_area_has_a_label_and_none_is_left_over(language: str) -> None:
    text = (WORDS / language / "topics.ftl").read_text(encoding="utf-8")
    labels = dict(re.findall(r"^([a-z-]+) = (\S.*)$", text, re.MULTILINE))
    wanted = {f"topic-{topic}" for topic in TOPIC_IDS} | {f"area-{area}" for area in AREAS}
    assert set(labels) == wanted
    names = [label for key, label in labels.items() if key.startswith("topic-")]
    assert len(set(names)) == len(names), "two topics that look alike"
    if language == "ja":
        assert all(re.search(r"[ぁ-んァ-ヶ一-龠]", label) for label in labels.values())


def test_topic_ids_are_unique_plain_and_in_a_known_area() -> None:
    assert len(TOPIC_IDS) == len(TOPICS) >= 48
    for topic in TOPICS:
        assert re.fullmatch(r"[a-z][a-z0-9-]{1,39}", topic.id)
        assert topic.area in AREAS
