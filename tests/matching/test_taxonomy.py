"""The taxonomy: complete in every language, unambiguous, a tree that one can walk."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.finding.folding import fold
from matching.taxonomy import (
    AREAS,
    LABEL_LANGUAGES,
    TOPIC_IDS,
    TOPICS,
    area_label,
    label,
    names,
    nearness,
    topic_of,
)
from matching.topics.popular import POPULAR
from matching.types import Role

IDS = sorted(TOPIC_IDS)
MOST_LETTERS = {"ja": 18, "zh": 18, "ko": 18}
SCRIPTS = {
    "ja": "[ぁ-んァ-ヶ一-龠]",
    "zh": "[一-龠]",
    "ko": "[가-힣]",
    "th": "[\u0e01-\u0e5b]",
}
FOREIGN = {
    "en": r"[^\x00-\x7fé]",
    "id": r"[^\x00-\x7f]",
    "zh": "[ぁ-んァ-ヶ가-힣\u0e01-\u0e5b]",
    "ja": "[가-힣\u0e01-\u0e5b]",
    "ko": "[ぁ-んァ-ヶ一-龠\u0e01-\u0e5b]",
    "th": "[ぁ-んァ-ヶ一-龠가-힣]",
    "vi": "[^\u0000-\u024f\u1e00-\u1eff]",
}
BOTH_MEANT = frozenset({"cho"})
"""Names that stand for two topics on purpose: without its accents, Vietnamese for market and for dog."""
FIRST_IDS = (
    "choosing-a-course admissions scholarships tuition-and-costs graduate-school exchange thesis "
    "lab-life campus-life job-hunting internships working-in-japan japan-skills-abroad "
    "starting-a-business changing-jobs part-time-work work-and-family academia neighbourhoods "
    "local-food festivals hot-springs volunteering neighbours learning-japanese japanese-at-work "
    "jlpt dialects practising-english teaching-languages translation engineering computing medicine "
    "environment agriculture economics law-and-politics education culture-and-history tourism "
    "cooking music manga-and-games sports hiking travel tea-and-crafts photography southeast-asia "
    "south-asia east-asia europe americas africa-and-middle-east alumni-chapters housing visas "
    "arriving health-care money-and-tax raising-children returning-home disaster-safety "
    "faith-and-diet"
)
"""What profiles of the first evenings hold: none of these may ever go."""


def test_there_are_enough_topics_and_none_of_the_first_is_lost() -> None:
    assert 200 <= len(TOPICS) == len(TOPIC_IDS) <= 300
    assert set(FIRST_IDS.split()) <= TOPIC_IDS
    for topic in TOPICS:
        assert re.fullmatch(r"[a-z][a-z0-9-]{1,39}", topic.id)
        assert topic.area in AREAS


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_every_topic_has_one_label_of_its_own_that_fits_a_chip(language: str) -> None:
    labels = {topic: label(topic, language) for topic in IDS}
    repeated = [each for each, n in Counter(map(fold, labels.values())).items() if n > 1]
    assert not repeated
    for topic, text in labels.items():
        assert text == unicodedata.normalize("NFC", text).strip() != "", topic
        assert 1 < len(text) <= MOST_LETTERS.get(language, 34), (topic, text)
        assert not text.endswith((".", "。")), (topic, text)
    assert len({area_label(area, language) for area in AREAS}) == len(AREAS)


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_every_label_is_written_in_the_letters_of_its_language(language: str) -> None:
    for text in [label(topic, language) for topic in IDS]:
        if language in SCRIPTS:
            assert re.search(SCRIPTS[language], text), text
        assert not re.search(FOREIGN[language], text), text


def test_vietnamese_has_its_tones() -> None:
    plain = [label(topic, "vi") for topic in IDS if label(topic, "vi").isascii()]
    assert len(plain) < 20, plain


def test_a_name_means_one_topic() -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for topic in IDS:
        for name in names(topic):
            assert fold(name), (topic, name)
            meant[fold(name)].add(topic)
    shared = {name: topics for name, topics in meant.items() if len(topics) > 1}
    assert {name: topics for name, topics in shared.items() if name not in BOTH_MEANT} == {}


def test_parents_are_topics_and_nobody_is_their_own_ancestor() -> None:
    for topic in TOPICS:
        assert set(topic.parents) <= TOPIC_IDS
        assert len(set(topic.parents)) == len(topic.parents) <= 2
        above, line = set(topic.parents), list(topic.parents)
        for each in line:
            line += [up for up in topic_of(each).parents if up not in above]
            above |= set(topic_of(each).parents)
        assert topic.id not in above


def test_nearness_is_known_by_example() -> None:
    assert nearness("thesis", "graduate-school") == pytest.approx(0.6)
    assert nearness("thesis", "doctoral-studies") == pytest.approx(0.36)
    assert nearness("jlpt", "working-in-japan") == 0
    assert nearness("publishing-papers", "thesis") > nearness("publishing-papers", "lab-life") > 0
    assert nearness("nothing-known", "nothing-known") == 0


@given(st.sampled_from(IDS), st.sampled_from(IDS))
def test_nearness_is_symmetric_and_one_only_to_oneself(a: str, b: str) -> None:
    assert nearness(a, b) == nearness(b, a)
    assert (nearness(a, b) == 1) == (a == b)
    assert 0 <= nearness(a, b) <= 1


def test_every_role_is_shown_popular_topics_first() -> None:
    assert set(POPULAR) == {*Role, None}
    for topics in POPULAR.values():
        assert set(topics) <= TOPIC_IDS
        assert len(set(topics)) == len(topics) == 10
