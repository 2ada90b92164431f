"""Breakouts by choice: every room lawful, full enough and in one language; choices met as well as can be."""

from __future__ import annotations

import random
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.choices import BY_RANK, INDIFFERENT, Breakout, Chooser, Offered, plan_choices
from matching.errors import BadRules
from matching.language import spoken
from matching.latecomers import late_seat
from matching.rules import DEFAULT_RULES
from matching.snapshot import take
from matching.split import balanced
from matching.swaps import may_be_held
from matching.types import Candidate, History, Level, Role
from tests.matching.population import people, speakers

EMPTY = History()
TOPICS = ("art", "food", "law", "music")


def choosing(crowd: list[Candidate], seed: int, most: int = 3) -> list[Chooser]:
    draw = random.Random(seed)
    return [Chooser(c, tuple(draw.sample(TOPICS, draw.randint(0, most)))) for c in crowd]


def plan(who: list[Chooser], offered: list[Offered], history: History = EMPTY) -> Breakout:
    return plan_choices(who, offered, history, DEFAULT_RULES, seed=1)


def check(found: Breakout, who: list[Chooser], offered: list[Offered], history: History) -> None:
    by_id = {c.candidate.id: c.candidate for c in who}
    by_topic = {o.topic: o for o in offered}
    placed = [p for room in found.rooms for p in room.members]
    assert sorted([*placed, *found.unplaced]) == sorted(by_id)
    snap = take(list(by_id.values()), history, DEFAULT_RULES, seed=0)
    place = {c.id: i for i, c in enumerate(snap.people)}
    for room in found.rooms:
        offer = by_topic[room.topic]
        assert offer.fewest <= len(room.members) <= offer.most
        assert may_be_held(snap, [place[p] for p in room.members])
        for member in room.members:
            level = spoken(by_id[member], DEFAULT_RULES)[room.language]
            assert level >= Level.CONVERSATIONAL
    for offer in offered:
        held = sum(room.topic == offer.topic for room in found.rooms)
        assert held <= offer.rooms
        assert (offer.topic in found.closed) == (held == 0)


@settings(max_examples=25, deadline=None)
@given(n=st.integers(0, 40), seed=st.integers(0, 9999), data=st.data())
def test_every_breakout_keeps_the_rules(n: int, seed: int, data: st.DataObject) -> None:
    crowd = people(n, seed)
    who = choosing(crowd, seed)
    offered = [
        Offered(t, most=data.draw(st.integers(4, 8)), fewest=data.draw(st.integers(2, 4)), rooms=r)
        for t, r in zip(
            TOPICS, data.draw(st.lists(st.integers(1, 3), min_size=4, max_size=4)), strict=True
        )
    ]
    ids = [c.id for c in crowd]
    pair = st.tuples(st.sampled_from(ids), st.sampled_from(ids)) if n > 1 else st.nothing()
    drawn = data.draw(st.lists(pair, max_size=20)) if n > 1 else []
    history = History(barred=frozenset(frozenset(p) for p in drawn if p[0] != p[1]))
    found = plan(who, offered, history)
    check(found, who, offered, history)
    assert found == plan(who[::-1], offered[::-1], history)


def brute(who: list[Chooser], offered: list[Offered]) -> tuple[int, float]:
    """The most placed and the best choices for them, over all seatings of people who all fit."""
    best = (0, 0.0)
    for seats in product(range(-1, len(offered)), repeat=len(who)):
        size = [seats.count(k) for k in range(len(offered))]
        if any(n and not o.fewest <= n <= o.most for n, o in zip(size, offered, strict=True)):
            continue
        value = sum(worth(c, offered[k].topic) for c, k in zip(who, seats, strict=True) if k >= 0)
        best = max(best, (len(who) - seats.count(-1), value))
    return best


def worth(chooser: Chooser, topic: str) -> float:
    if not chooser.ranked:
        return INDIFFERENT
    return BY_RANK[chooser.ranked.index(topic)] if topic in chooser.ranked else 0.05


def test_small_breakouts_are_the_best_there_are() -> None:
    for seed in range(40):
        draw = random.Random(seed)
        who = choosing(speakers(7, "en"), seed)
        offered = [Offered(t, draw.randint(3, 4), draw.randint(2, 3)) for t in TOPICS[:3]]
        found = plan(who, offered)
        placed, value = brute(who, offered)
        assert len(who) - len(found.unplaced) == placed, seed
        assert found.score == pytest.approx(value, abs=1e-3), seed


def test_a_topic_too_few_choose_is_closed_and_its_people_get_their_second() -> None:
    who = [Chooser(c, ("art",)) for c in speakers(4, "en")]
    lone = Chooser(Candidate("z", Role.ALUMNI, (("en", Level.FLUENT),)), ("law", "art"))
    found = plan([*who, lone], [Offered("art"), Offered("law")])
    assert found.closed == ("law",)
    assert found.rooms[0].members == ("p0", "p1", "p2", "p3", "z")


def test_a_topic_many_choose_opens_another_room() -> None:
    who = [Chooser(c, ("art",)) for c in speakers(12, "en")]
    found = plan(who, [Offered("art", most=6, rooms=3), Offered("law", most=6)])
    assert [len(room.members) for room in found.rooms] == [6, 6]
    assert {room.topic for room in found.rooms} == {"art"}


def test_rooms_of_a_topic_are_held_in_the_languages_of_those_who_chose_it() -> None:
    who = [
        *(Chooser(c, ("art",)) for c in speakers(4, "ne", prefix="n")),
        *(Chooser(c, ("art",)) for c in speakers(4, "en", prefix="e")),
    ]
    found = plan(who, [Offered("art", rooms=2)])
    assert {(room.language, len(room.members)) for room in found.rooms} == {("ne", 4), ("en", 4)}


def test_two_who_are_barred_sit_apart() -> None:
    who = [Chooser(c, ("art", "law")) for c in speakers(6, "en")]
    barred = History(barred=frozenset({frozenset({"p0", "p1"})}))
    offered = [Offered("art"), Offered("law")]
    found = plan(who, offered, barred)
    check(found, who, offered, barred)
    assert found.unplaced == ()


def test_equal_choices_are_seated_by_affinity() -> None:
    cooks = [c for i in range(3) for c in (_fan(f"a{i}", "cooking"), _fan(f"b{i}", "football"))]
    found = plan([Chooser(c, ("art",)) for c in cooks], [Offered("art", 3, 3, rooms=2)])
    assert {room.members for room in found.rooms} == {("a0", "a1", "a2"), ("b0", "b1", "b2")}


def _fan(name: str, topic: str) -> Candidate:
    return Candidate(name, Role.ALUMNI, (("en", Level.FLUENT),), interests=frozenset({topic}))


def test_a_latecomer_flows_to_the_smallest_room_that_fits() -> None:
    crowd = speakers(12, "en")
    who = [Chooser(c, ("art",) if i < 7 else ("law",)) for i, c in enumerate(crowd)]
    offered = [Offered("art"), Offered("law")]
    found = plan(who, offered)
    (late,) = speakers(1, "en", prefix="z")
    seat = late_seat(Chooser(late), found.rooms, crowd, offered, EMPTY, DEFAULT_RULES)
    assert seat is not None
    assert (seat.topic, len(seat.members)) == ("law", 6)
    chosen = late_seat(Chooser(late, ("art",)), found.rooms, crowd, offered, EMPTY, DEFAULT_RULES)
    assert chosen is not None
    assert (chosen.topic, len(chosen.members)) == ("art", 8)
    full = [Offered("art", most=7), Offered("law", most=5)]
    assert late_seat(Chooser(late), found.rooms, crowd, full, EMPTY, DEFAULT_RULES) is None
    barred = History(barred=frozenset({frozenset({"z0", "p8"})}))
    other = late_seat(Chooser(late), found.rooms, crowd, offered, barred, DEFAULT_RULES)
    assert other is not None
    assert other.topic == "art"
    (mute,) = speakers(1, "ne", prefix="y")
    assert late_seat(Chooser(mute), found.rooms, crowd, offered, EMPTY, DEFAULT_RULES) is None


@given(st.integers(0, 300), st.integers(0, 40), st.integers(1, 6))
def test_balanced_rooms_differ_by_one_and_nobody_sits_alone(n: int, rooms: int, few: int) -> None:
    sizes = balanced(n, rooms, fewest=few)
    assert len(sizes) <= rooms
    assert sum(sizes) == (n if sizes else 0)
    assert bool(sizes) == (rooms > 0 and n >= max(few, 2))
    if sizes:
        assert max(sizes) - min(sizes) <= 1
        assert min(sizes) >= max(few, 2)
        assert len(sizes) == rooms or n < (len(sizes) + 1) * max(few, 2)


def test_twenty_five_in_eight_rooms() -> None:
    assert balanced(25, 8) == (4, 3, 3, 3, 3, 3, 3, 3)
    assert balanced(9, 8) == (3, 2, 2, 2)
    assert balanced(1, 3) == ()


def test_nonsense_is_refused_with_the_rule_named() -> None:
    with pytest.raises(BadRules, match=r"choices\.fewest"):
        Offered("art", most=3, fewest=1)
    with pytest.raises(BadRules, match=r"choices\.topic"):
        plan([], [Offered("art"), Offered("art")])
    assert np.isclose(plan([], [Offered("art")]).score, 0)
