"""What a host is told of those left over: true, least, and blind to blocks."""

from __future__ import annotations

import inspect

import pytest

from matching.rules import DEFAULT_RULES
from matching.types import Candidate, Level, Role
from matching.verdict import Fault
from matching.why_left import why_left
from tests.matching.population import people, speakers

VIET = Candidate("v", Role.ALUMNI, (("vi", Level.NATIVE),))


def test_language_is_named_where_it_alone_keeps_somebody() -> None:
    found = why_left([*speakers(2, "en"), VIET], ["v"], DEFAULT_RULES)
    assert (found.relax, found.helped) == ((Fault.LANGUAGE,), ("v",))
    assert found.seats == found.beyond == ()


def test_the_odd_one_needs_a_seat_and_no_rule_to_give() -> None:
    found = why_left(speakers(3, "en"), ["p0"], DEFAULT_RULES)
    assert (found.relax, found.seats) == ((), ("p0",))


@pytest.mark.parametrize(
    ("person", "others", "rule"),
    [
        (Candidate("r", Role.RECRUITER, (("en", Level.NATIVE),)), Role.STUDENT, Fault.OPT_IN),
        (Candidate("r", Role.PROSPECTIVE, (("en", Level.NATIVE),)), Role.ALUMNI, Fault.UNVERIFIED),
        (Candidate("r", Role.TOWNSPERSON, (("en", Level.NATIVE),)), Role.TOWNSPERSON, Fault.ROLES),
        (
            Candidate("r", Role.ALUMNI, (("en", Level.NATIVE),), no_pairs=True),
            Role.ALUMNI,
            Fault.NO_PAIRS,
        ),
    ],
)
def test_each_rule_is_named_where_it_is_the_one(
    person: Candidate, others: Role, rule: Fault
) -> None:
    found = why_left([person, *speakers(2, "en", role=others)], ["r"], DEFAULT_RULES)
    assert found.relax == (rule,)
    assert found.helped == ("r",)


def test_the_fewest_rules_that_help_the_most_are_named() -> None:
    recruiter = Candidate("r", Role.RECRUITER, (("vi", Level.NATIVE),))
    found = why_left([*speakers(2, "en"), VIET, recruiter], ["v", "r"], DEFAULT_RULES)
    assert set(found.relax) == {Fault.OPT_IN}, "once recruiters may, the two have each other"
    found = why_left([*speakers(2, "en"), recruiter], ["r"], DEFAULT_RULES)
    assert set(found.relax) == {Fault.OPT_IN, Fault.LANGUAGE}


def test_the_rule_for_supervised_people_is_never_offered() -> None:
    minor = Candidate("m", Role.PROSPECTIVE, (("en", Level.NATIVE),), supervised=True)
    found = why_left([minor, *speakers(3, "en")], ["m"], DEFAULT_RULES)
    assert (found.relax, found.beyond) == ((), ("m",))


def test_everybody_left_is_told_of_once_and_no_block_can_matter() -> None:
    here = people(80, 3)
    left = [c.id for c in here[::7]]
    found = why_left(here, left, DEFAULT_RULES)
    assert sorted([*found.helped, *found.seats, *found.beyond]) == sorted(left)
    assert "history" not in inspect.signature(why_left).parameters
