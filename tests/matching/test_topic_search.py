"""Free text finds topics, in seven languages, however it is spelt."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from matching.finding.folding import fold, sound
from matching.finding.nearby import distance
from matching.finding.search import find
from matching.taxonomy import LABEL_LANGUAGES, TOPIC_IDS, label
from tests.matching.topic_phrases import PHRASES

IDS = sorted(TOPIC_IDS)
PLAIN = "abcdefghijklmnopqrstuvwxyz"


def test_what_people_type_finds_what_they_mean() -> None:
    asked = [(lang, *each) for lang, phrases in PHRASES.items() for each in phrases]
    assert len(asked) >= 100
    assert set(PHRASES) == set(LABEL_LANGUAGES)
    missed = [each for each in asked if each[2] not in find(each[1], each[0], limit=3)]
    first = sum(find(text, lang, 1) == [topic] for lang, text, topic in asked)
    print(f"{len(asked) - len(missed)} of {len(asked)} in the first three, {first} first; {missed}")
    assert len(missed) <= 0.02 * len(asked)
    assert first >= 0.85 * len(asked)


@pytest.mark.parametrize("language", LABEL_LANGUAGES)
def test_every_label_finds_its_topic(language: str) -> None:
    for topic in IDS:
        assert find(label(topic, language), language, 1) == [topic]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(IDS), st.sampled_from(LABEL_LANGUAGES), st.data())
def test_a_label_half_typed_or_in_other_letters_finds_its_topic(
    topic: str, language: str, data: st.DataObject
) -> None:
    text = label(topic, language)
    shown = data.draw(
        st.sampled_from([text.upper(), text.title(), unicodedata.normalize("NFKD", text)])
    )
    assert topic in find(shown, language)
    if language in ("vi", "en", "id") and len(text) > 6:
        half = text[: max(6, len(text) * 2 // 3)]
        assert topic in find(half, language, 40), half


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ｊ-ＰＯＰ", "j-pop"),
        ("ﾊﾞｲﾄ", "バイト"),
        ("ひらがな", "ヒラガナ"),
        ("獎學金", "奖学金"),
        ("奨学金", "奖学金"),
        ("HỌC BỔNG", "hoc bong"),
        ("Đà Nẵng", "da nang"),
        ("Café", "cafe"),
        ("サーバー", "サーバ"),
    ],
)
def test_spellings_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("spelt", ["shukatsu", "shuukatsu", "syuukatu", "しゅうかつ", "シューカツ"])
def test_romaji_and_kana_sound_alike(spelt: str) -> None:
    assert sound(fold(spelt)) == sound(fold("shukatsu"))
    assert find(spelt, None, 1) == ["job-hunting"]


@pytest.mark.parametrize("slip", ["scholarshp", "schoalrship", "scholarshipp", "scholaaship"])
def test_a_slip_of_the_finger_is_forgiven(slip: str) -> None:
    assert find(slip, "en", 1) == ["scholarships"]


def test_the_own_language_and_main_names_come_first_and_signs_are_no_letters() -> None:
    assert set(find("cho", "en")) >= {"pets", "shopping"}
    assert find("cooking, (please)!")[:1] == find("cooking")[:1] == ["cooking"]
    assert find("visa/housing")[0] == "housing", "a sign between two words parts them"
    assert find("visa", "en")[0] == "visas", "the main name goes before longer ones"
    assert (find("arch", "en")[0], find("bud", "id")[0]) == ("architecture", "culture-and-history")
    assert find("bud", "en")[0] == "martial-arts", "budo, where budaya is another language's"


def test_an_ending_is_no_country() -> None:
    assert "thailand" not in find("日本で働きたい", "ja")
    assert "thailand" in find("タイで働く", "ja", 3)


@pytest.mark.parametrize("text", ["", "   ", "!?", "。", "🙂", "xqzzy vrrk", "\u0301\u0301"])
def test_what_says_nothing_finds_nothing(text: str) -> None:
    assert find(text) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from([*LABEL_LANGUAGES, None, "xx"]), st.integers(0, 9))
@example("ー" * 250, None, 8)
@example("\u0e33\u200b\u202e ี", "th", 8)
def test_any_text_is_answered_with_known_topics_each_once(
    text: str, language: str | None, limit: int
) -> None:
    found = find(text, language, limit)
    assert len(found) <= limit
    assert len(set(found)) == len(found)
    assert set(found) <= TOPIC_IDS
    assert find(text, language, limit) == found


@given(st.text(PLAIN, max_size=9), st.text(PLAIN, max_size=9), st.integers(0, 2))
def test_slips_are_counted_alike_either_way(a: str, b: str, most: int) -> None:
    assert (distance(a, b, most) <= most) == (distance(b, a, most) <= most)
    assert (distance(a, b, most) == 0) == (a == b)
