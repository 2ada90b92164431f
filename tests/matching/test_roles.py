"""The role matrix (M3), pair by pair, against the sentence of the specification written out."""

from __future__ import annotations

from itertools import combinations, combinations_with_replacement, islice

import numpy as np
import pytest

from matching.errors import BadRules
from matching.language import common_language, languages_of, levels_by_code, spoken
from matching.permits import in_a_group
from matching.roles import MEETS, Meet, role_pair
from matching.rules import DEFAULT_RULES, Rules, Weights
from matching.score import feasible
from matching.types import Candidate, History, Level, Role
from tests.matching.population import people

NOTHING = History()
A, S, P, R, T, X = (
    Role.ALUMNI,
    Role.STUDENT,
    Role.PROSPECTIVE,
    Role.RECRUITER,
    Role.TOWNSPERSON,
    Role.STAFF,
)
# Without verification or opt-in / with verification / with recruiters welcome.
EXPECTED = {
    (A, A): (True, True, True),
    (A, S): (True, True, True),
    (A, P): (False, True, False),
    (A, R): (False, False, True),
    (A, T): (True, True, True),
    (A, X): (True, True, True),
    (S, S): (True, True, True),
    (S, P): (False, True, False),
    (S, R): (False, False, True),
    (S, T): (True, True, True),
    (S, X): (True, True, True),
    (P, P): (False, False, False),
    (P, R): (False, False, False),
    (P, T): (False, False, False),
    (P, X): (True, True, True),
    (R, R): (False, False, False),
    (R, T): (False, False, False),
    (R, X): (True, True, True),
    (T, T): (False, False, False),
    (T, X): (True, True, True),
    (X, X): (True, True, True),
}


def fits(a: Candidate, b: Candidate, rules: Rules = DEFAULT_RULES) -> bool:
    """Whether two may be 1:1, asked both ways round."""
    one = feasible([a, b], NOTHING, rules)
    assert (one == one.T).all()
    assert not one.diagonal().any()
    return bool(one[0, 1])


def test_the_table_names_every_pair_of_roles() -> None:
    assert set(EXPECTED) == set(combinations_with_replacement(Role, 2))


@pytest.mark.parametrize(("a", "b"), EXPECTED)
def test_each_pair_of_roles_meets_as_written(a: Role, b: Role) -> None:
    plain, verified, welcome = EXPECTED[a, b]
    assert fits(Candidate("a", a), Candidate("b", b)) is plain
    proven = [Candidate("a", a, verified=True), Candidate("b", b, verified=True)]
    assert fits(proven[0], proven[1]) is verified
    open_ = [Candidate("a", a, recruiters_ok=True), Candidate("b", b, recruiters_ok=True)]
    assert fits(open_[0], open_[1]) is welcome


def test_the_partner_of_a_prospective_student_must_be_the_verified_one() -> None:
    assert not fits(Candidate("p", P, verified=True), Candidate("a", A))
    assert fits(Candidate("p", P), Candidate("a", A, verified=True))


def test_the_recruiters_own_opt_in_opens_nothing() -> None:
    assert not fits(Candidate("r", R, recruiters_ok=True), Candidate("s", S))
    assert fits(Candidate("r", R), Candidate("s", S, recruiters_ok=True))


def test_without_a_role_one_counts_as_an_unverified_alum() -> None:
    unknown = Candidate("u", None, verified=True)
    assert fits(unknown, Candidate("a", A))
    assert fits(unknown, Candidate("t", T))
    assert not fits(unknown, Candidate("p", P, verified=True))


def test_opted_out_and_supervised_people_are_never_alone_with_one_other() -> None:
    guide = Candidate("a", X, verified=True)
    assert not fits(guide, Candidate("b", A, no_pairs=True))
    assert not fits(guide, Candidate("b", P, supervised=True))
    assert not fits(guide, Candidate("b", S, supervised=True))


def test_a_bar_counts_either_way_and_a_meeting_does_not() -> None:
    a, b = Candidate("a", A), Candidate("b", A)
    pair = frozenset({frozenset({"a", "b"})})
    assert not feasible([a, b], History(barred=pair))[0, 1]
    assert feasible([a, b], History(met=pair))[0, 1]


def test_no_edited_table_brings_supervised_people_and_recruiters_together() -> None:
    table = {**MEETS, role_pair(R, P): Meet.IF_OPTED_IN, role_pair(P, P): Meet.ALWAYS}
    rules = Rules(meets=table)
    minor = Candidate("p", P, supervised=True, recruiters_ok=True)
    assert not in_a_group([minor, Candidate("r", R)], rules)[0, 1]
    assert not fits(minor, Candidate("q", P), rules)


def speaker(name: str, *languages: tuple[str, int]) -> Candidate:
    """An alum with these languages."""
    return Candidate(name, A, tuple((code, Level(level)) for code, level in languages))


def test_a_language_counts_from_conversational_and_by_its_primary_subtag() -> None:
    assert not fits(speaker("a", ("en", 1)), speaker("b", ("en", 4)))
    assert fits(speaker("a", ("en", 2)), speaker("b", ("en", 2)))
    assert fits(speaker("a", ("zh-Hans", 4)), speaker("b", ("zh-Hant", 2)))
    assert not fits(speaker("a", ("vi", 4)), speaker("b", ("ne", 4)))


def test_the_joint_language_is_the_one_the_weaker_speaker_speaks_best() -> None:
    a = speaker("a", ("ja", 2), ("en", 3), ("vi", 4))
    b = speaker("b", ("ja", 4), ("en", 3))
    assert common_language([a, b]) == "en"
    assert common_language([a, b, speaker("c", ("ja", 2))]) == "ja"
    assert common_language([a, speaker("c", ("ne", 4))]) is None
    assert (
        common_language([speaker("a", ("ja", 3), ("en", 3)), speaker("b", ("ja", 3), ("en", 3))])
        == "ja"
    )


def test_the_languages_of_many_rooms_at_once_are_those_of_each() -> None:
    here = [*people(60, 3), Candidate("untold"), Candidate("untold too")]
    rules = Rules(fallback_languages=("en", "ja"))
    levels, codes = levels_by_code(here, rules)
    for size, most in ((2, 3000), (3, 2000)):
        some = islice(combinations(range(len(here)), size), most)
        rooms = [*some, (60, 61, 0)[:size]]
        told = languages_of(levels[np.array(rooms)], codes, rules)
        assert told == [common_language([here[i] for i in room], rules) for room in rooms]
        assert None in told
        assert len(set(told)) > 2
    assert languages_of(levels[np.zeros((1, 2), dtype=int)][:, :, :0], [], rules) == [None]


def test_untold_languages_are_the_events_own_and_never_block() -> None:
    rules = Rules(fallback_languages=("en",))
    assert spoken(Candidate("u"), rules) == {"en": Level.CONVERSATIONAL}
    assert fits(Candidate("u"), speaker("a", ("en", 2)), rules)
    assert not fits(Candidate("u"), speaker("a", ("ja", 4)), rules)


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        (lambda: Rules(explore=1.2), "explore"),
        (lambda: Rules(explore=float("nan")), "explore"),
        (lambda: Rules(fallback_languages=()), "fallback_languages"),
        (lambda: Rules(fallback_languages=("en", "en")), "fallback_languages"),
        (lambda: Rules(trios=-1), "trios"),
        (lambda: Rules(group_size=2), "group_size"),
        (lambda: Rules(group_size=5), "group_size"),
        (lambda: Rules(meets={}), "meets"),
        (lambda: Rules(meets=dict.fromkeys(MEETS, Meet.NEVER)), "meets"),
        (lambda: Rules(meets={**MEETS, role_pair(R, P): Meet.ALWAYS}), "meets"),
        (lambda: Rules(meets={**MEETS, role_pair(R, S): Meet.ALWAYS}), "meets"),
        (lambda: Rules(affinity={role_pair(A, A): 1.5}), "affinity"),
        (lambda: Weights(topics=-1), "weights.topics"),
        (lambda: Weights(zone=float("inf")), "weights.zone"),
        (lambda: Weights(0, 0, 0, 0, 0, 0), "weights"),
    ],
)
def test_a_nonsense_rule_set_is_refused_by_name(broken, named: str) -> None:
    with pytest.raises(BadRules) as refused:
        broken()
    assert refused.value.rule == named
