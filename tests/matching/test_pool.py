"""The pool: waves that keep every hard rule, serve everybody they can, and speak honestly."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.errors import BadRules, DuplicateCandidate
from matching.pool import run_wave
from matching.rules import DEFAULT_RULES
from matching.score import feasible, score_matrix
from matching.types import BenchReason, Candidate, History, Level, Role
from matching.wave import DEFAULT_POOL, Relax, Ticket, Wave
from tests.matching.population import people, speakers

NOW = 1000.0
EMPTY = History()


def tickets(here: list[Candidate], age: float = 30.0) -> list[Ticket]:
    return [Ticket(person, NOW - age) for person in here]


def wave(held: list[Ticket], history: History = EMPTY, *, seed: int = 1, **more: Any) -> Wave:
    return run_wave(held, history, DEFAULT_RULES, DEFAULT_POOL, now=NOW, seed=seed, **more)


def check_wave(found: Wave, held: list[Ticket], history: History) -> None:
    """Everybody in one pair or waiting; nobody asked twice; every room within the hard rules."""
    here = {t.candidate.id: t.candidate for t in held}
    paired = [p for room in found.pairs for p in room.members]
    assert sorted([*paired, *(entry.id for entry in found.waiting)]) == sorted(here)
    asked = [p for offer in found.offers for p in offer.members]
    assert len(asked) == len(set(asked))
    assert not set(asked) & set(paired)
    for room in found.pairs:
        both = [here[p] for p in room.members]
        assert feasible(both, history)[0, 1]
        assert room.language is not None
        assert frozenset(room.members) not in history.met
    for offer in found.offers:
        for pair in combinations(offer.members, 2):
            assert frozenset(pair) not in history.barred
        assert (offer.kind == "lounge") == (len(offer.members) == 1)
        assert offer.kind == "lounge" or offer.language is not None
        assert len(offer.members) <= 5


def check_bands(found: Wave) -> None:
    """Whoever is promised a time is told whole fives of seconds, from and to."""
    for entry in found.waiting:
        if entry.eta is not None:
            early, late = entry.eta
            assert 0 <= early <= late
            assert early % 5 == late % 5 == 0


@settings(max_examples=20, deadline=None)
@given(n=st.integers(0, 24), seed=st.integers(0, 9999), data=st.data())
def test_every_wave_keeps_the_hard_rules(n: int, seed: int, data: st.DataObject) -> None:
    here = people(n, seed)
    ages = data.draw(st.lists(st.floats(0, 150), min_size=n, max_size=n))
    pairs = [frozenset(p) for p in combinations([c.id for c in here], 2)]
    some = st.frozensets(st.sampled_from(pairs), max_size=30) if pairs else st.just(frozenset())
    history = History(met=data.draw(some), barred=data.draw(some))
    held = [Ticket(c, NOW - age) for c, age in zip(here, ages, strict=True)]
    recent = [replace(c, id=f"r{c.id}") for c in people(40, seed + 1)]
    found = wave(held, history, recent=recent, rate=1.0)
    check_wave(found, held, history)
    check_bands(found)
    assert found == wave(held[::-1], history, recent=recent[::-1], rate=1.0)


def test_newcomers_are_collected_first() -> None:
    held = tickets(speakers(4, "en"), age=1.0)
    assert wave(held).pairs == ()
    assert len(wave(tickets(speakers(4, "en"), age=3.0)).pairs) == 2


def test_two_who_waited_the_cap_are_paired_however_poorly_they_fit() -> None:
    poor = [c for c in people(60, 4) if not c.supervised and not c.no_pairs]
    score = np.where(feasible(poor, EMPTY), score_matrix(poor), 1.0)
    two = [poor[i] for i in np.unravel_index(score.argmin(), score.shape)]
    recent = [replace(c, id=f"r{c.id}") for c in poor]
    assert wave(tickets(two, 3.0), recent=recent, rate=5.0).pairs == ()
    assert len(wave(tickets(two, 45.0), recent=recent, rate=5.0).pairs) == 1


def test_blocks_never_fall_however_long_the_wait() -> None:
    held = tickets(speakers(2, "en"), age=10_000.0)
    assert wave(held, History(barred=frozenset({frozenset({"p0", "p1"})}))).pairs == ()


def test_whoever_was_left_behind_comes_first() -> None:
    held = tickets(speakers(3, "en"))
    for behind in range(3):
        now = [replace(t, left_behind=i == behind) for i, t in enumerate(held)]
        assert f"p{behind}" in wave(now).pairs[0].members


def test_who_misses_proposals_rests() -> None:
    held = tickets(speakers(2, "en"))
    assert wave([held[0], replace(held[1], misses=2)]).pairs == ()
    assert len(wave([held[0], replace(held[1], misses=1)]).pairs) == 1


def test_three_left_over_after_a_minute_are_offered_a_trio() -> None:
    trio = [
        Candidate("a", Role.PROSPECTIVE, (("en", Level.FLUENT),)),
        Candidate("b", Role.PROSPECTIVE, (("en", Level.FLUENT),)),
        Candidate("c", Role.STUDENT, (("en", Level.FLUENT),), verified=True, no_pairs=True),
    ]
    (offer,) = wave(tickets(trio, 61.0)).offers
    assert (offer.kind, offer.members, offer.language) == ("trio", ("a", "b", "c"), "en")


def test_the_plain_word_comes_after_ninety_seconds_with_what_helps() -> None:
    here = [
        Candidate("a", Role.STUDENT, (("en", Level.FLUENT),)),
        Candidate("b", Role.RECRUITER, (("en", Level.FLUENT),)),
    ]
    early, late = wave(tickets(here, 80.0)), wave(tickets(here, 90.0))
    assert {entry.why for entry in early.waiting} == {None}
    assert {entry.why for entry in late.waiting} == {BenchReason.ROLES}
    assert [entry.relax for entry in late.waiting] == [(Relax.RECRUITERS,), ()]


def test_nobody_in_sight_means_no_promise() -> None:
    held = tickets(speakers(1, "qu"))
    (entry,) = wave(held, recent=people(100, 2), rate=1.0).waiting
    assert (entry.eligible, entry.eta) == (0, None)


def test_one_person_holds_one_ticket() -> None:
    with pytest.raises(DuplicateCandidate):
        wave(tickets(speakers(1, "en")) * 2)


@pytest.mark.parametrize(
    ("rule", "value"),
    [
        ("price", 0.0),
        ("price", -1.0),
        ("half", 45.0),
        ("offer_from", 10.0),
        ("collect", float("nan")),
        ("park_after", 0),
    ],
)
def test_nonsense_rules_are_refused_with_the_rule_named(rule: str, value: Any) -> None:
    with pytest.raises(BadRules) as refused:
        replace(DEFAULT_POOL, **{rule: value})
    assert refused.value.rule == f"pool.{rule}"
