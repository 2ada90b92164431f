"""Tokens open what they say, for as long as they say, and nothing else."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.auth.tokens import FIELDS, Kind, Tokens
from server.errors import NotAuthenticated
from server.ids import EventId, PersonId

NOW = 1_795_867_620.0
EVENT, PERSON = EventId("0123456789abcdef"), PersonId("fedcba9876543210")
TOKENS = Tokens(b"k" * 32)
MADE: dict[Kind, str] = {
    "door": TOKENS.door(NOW),
    "owner": TOKENS.owner(NOW),
    "host": TOKENS.host(EVENT, NOW + 60),
    "invite": TOKENS.invite(EVENT, NOW + 60),
    "person": TOKENS.person(EVENT, PERSON, NOW + 60),
}


def refused(token: str, kind: Kind, now: float = NOW, tokens: Tokens = TOKENS) -> tuple[str, str]:
    with pytest.raises(NotAuthenticated) as error:
        tokens.read(token, kind, now)
    return error.value.code, error.value.detail


def test_every_kind_comes_back_as_what_it_was() -> None:
    assert set(MADE) == set(FIELDS)
    for kind, token in MADE.items():
        claim = TOKENS.read(token, kind, NOW)
        assert claim.kind == kind
        assert claim.until > NOW
        assert claim.event == (EVENT if "event" in FIELDS[kind] else "")
        assert claim.person == (PERSON if kind == "person" else "")
        assert bool(claim.key) == (kind in ("door", "owner"))


def test_no_kind_passes_as_another() -> None:
    for kind, other in itertools.permutations(MADE, 2):
        refused(MADE[kind], other)


def test_every_refusal_is_alike() -> None:
    wrong = [
        refused(MADE["invite"], "host"),
        refused(MADE["host"], "host", NOW + 61),
        refused(MADE["host"], "host", tokens=Tokens(b"x" * 32)),
        refused("", "host"),
        refused("a.b.c", "host"),
        refused("\u3042", "host"),
        refused("\0", "host"),
        refused("." * 100, "host"),
        refused("x" * 100_000, "host"),
    ]
    assert set(wrong) == {("not_authenticated", "")}


def test_a_token_ends_when_it_says() -> None:
    token = TOKENS.invite(EVENT, NOW + 60)
    assert TOKENS.read(token, "invite", NOW + 59.9).until == NOW + 60
    refused(token, "invite", NOW + 60)
    refused(TOKENS.invite(EVENT, NOW - 1), "invite")


@given(st.data())
def test_a_changed_letter_breaks_a_token(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(MADE)))
    token = MADE[kind]
    # The last letter of a signature holds spare bits that decoding ignores.
    at = data.draw(st.integers(0, len(token) - 2))
    letter = data.draw(st.characters(min_codepoint=33, max_codepoint=126))
    if letter != token[at]:
        refused(token[:at] + letter + token[at + 1 :], kind)


@given(st.text(max_size=200))
def test_nothing_made_up_passes(text: str) -> None:
    for kind in FIELDS:
        refused(text, kind)


def test_links_are_steady_and_one_time_links_are_not() -> None:
    assert TOKENS.invite(EVENT, NOW) == TOKENS.invite(EVENT, NOW)
    assert TOKENS.host(EVENT, NOW) == TOKENS.host(EVENT, NOW)
    assert TOKENS.door(NOW) != TOKENS.door(NOW)


def test_admission_is_for_people_and_hosts() -> None:
    assert TOKENS.admission(MADE["person"], NOW).kind == "person"
    assert TOKENS.admission(MADE["host"], NOW).kind == "host"
    for kind in ("door", "owner", "invite"):
        with pytest.raises(NotAuthenticated):
            TOKENS.admission(MADE[kind], NOW)


def test_tokens_fit_into_links_and_codes() -> None:
    for token in MADE.values():
        assert len(token) <= 100
        assert all(sign.isalnum() or sign in "-_." for sign in token)
        assert ".." not in token
