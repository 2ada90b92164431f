"""Seats outside the plan: late joiners and freed people (M12), and the honest number of who fits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matching.eligible import eligible_counts
from matching.repair import Placement, place_single
from matching.rules import DEFAULT_RULES, Rules
from matching.types import Candidate, History, Level, Role
from tests.matching.population import speakers

NOTHING = History()
ME, ANN, BEN, CAT, DAN = (
    Candidate(name, Role.ALUMNI, (("en", Level.FLUENT),))
    for name in ("me", "ann", "ben", "cat", "dan")
)
DOOR = [(BEN, CAT)]


def met(*pairs: str) -> frozenset[frozenset[str]]:
    """Pairs of names such as "me-ann"."""
    return frozenset(frozenset(pair.split("-")) for pair in pairs)


def placed(
    share: float,
    singles: list[Candidate] | None = None,
    doors: list[tuple[Candidate, Candidate]] | None = None,
    history: History = NOTHING,
    rules: Rules = DEFAULT_RULES,
) -> tuple[str, set[str]] | None:
    """The kind of room and who is in it beside me."""
    found = place_single(ME, singles or [], doors or [], history, rules, share_left=share)
    return None if found is None else (found.kind, set(found.beside))


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (1.0, ("pair", {"ann"})),
        (0.51, ("pair", {"ann"})),
        (0.5, ("trio", {"ben", "cat"})),
        (0.3, ("trio", {"ben", "cat"})),
        (0.29, None),
        (0.0, None),
    ],
)
def test_the_share_of_the_round_left_decides(share: float, expected: object) -> None:
    assert placed(share, [ANN], DOOR) == expected


def test_early_with_no_single_an_open_pair_will_do_and_late_a_single_will_not() -> None:
    assert placed(0.9, [], DOOR) == ("trio", {"ben", "cat"})
    assert placed(0.4, [ANN], []) is None
    assert placed(0.9) is None


def test_unmet_people_come_first_and_people_met_are_said_to_be() -> None:
    assert placed(0.9, [ANN, DAN], [], History(met=met("me-ann"))) == ("pair", {"dan"})
    assert placed(0.9, [ANN], DOOR, History(met=met("me-ann"))) == ("trio", {"ben", "cat"})
    again = place_single(ME, [ANN], [], History(met=met("me-ann")), DEFAULT_RULES, share_left=0.9)
    assert again == Placement("pair", ("ann",), "en", repeat=True)


def test_a_bar_is_never_broken() -> None:
    history = History(barred=met("me-ann", "me-ben"))
    assert placed(0.9, [ANN], DOOR, history) is None
    assert placed(0.9, [ANN], [*DOOR, (CAT, DAN)], history) == ("trio", {"cat", "dan"})


def test_doors_of_recruiters_and_prospective_students_stay_shut() -> None:
    open_to_all = [replace(p, recruiters_ok=True, verified=True) for p in (ME, BEN)]
    for role in (Role.RECRUITER, Role.PROSPECTIVE):
        shut = [(open_to_all[1], replace(CAT, role=role))]
        assert (
            place_single(open_to_all[0], [], shut, NOTHING, DEFAULT_RULES, share_left=0.9) is None
        )


def test_a_third_needs_a_language_common_to_all_three() -> None:
    ben = replace(BEN, languages=(("en", Level.FLUENT), ("vi", Level.NATIVE)))
    cat = replace(CAT, languages=(("vi", Level.NATIVE),))
    assert placed(0.9, [], [(ben, cat)]) is None


def test_supervised_people_are_not_placed_alone_with_one_other() -> None:
    minor = replace(ME, role=Role.PROSPECTIVE, supervised=True)
    guides = [replace(p, verified=True) for p in (ANN, BEN, CAT)]
    found = place_single(
        minor, guides[:1], [(guides[1], guides[2])], NOTHING, DEFAULT_RULES, share_left=1
    )
    assert found is not None
    assert (found.kind, set(found.beside), found.language) == ("trio", {"ben", "cat"}, "en")
    assert place_single(minor, guides, [], NOTHING, DEFAULT_RULES, share_left=1) is None


def test_the_number_of_who_fits_is_honest() -> None:
    here = [ME, ANN, BEN, replace(CAT, languages=(("vi", Level.NATIVE),))]
    assert eligible_counts(here, NOTHING, DEFAULT_RULES) == {"me": 2, "ann": 2, "ben": 2, "cat": 0}
    some = History(met("me-ann"), met("me-ben"))
    assert eligible_counts(here, some, DEFAULT_RULES) == {"me": 1, "ann": 1, "ben": 1, "cat": 0}
    assert eligible_counts(here, History(met("me-ann")), DEFAULT_RULES)["me"] == 1
    assert eligible_counts([], NOTHING, DEFAULT_RULES) == {}


def test_supervised_people_count_whom_a_group_could_seat_beside_them() -> None:
    minors = [
        replace(m, supervised=True) for m in speakers(2, "en", role=Role.PROSPECTIVE, prefix="m")
    ]
    guide = replace(ANN, verified=True)
    assert eligible_counts([*minors, BEN], NOTHING, DEFAULT_RULES)["m0"] == 0
    assert eligible_counts([minors[0], guide], NOTHING, DEFAULT_RULES)["m0"] == 0
    assert eligible_counts([*minors, guide], NOTHING, DEFAULT_RULES) == {"m0": 2, "m1": 2, "ann": 0}
    assert eligible_counts([*minors, guide, BEN], NOTHING, DEFAULT_RULES)["m0"] == 3
    recruiter = replace(BEN, role=Role.RECRUITER)
    assert eligible_counts([*minors, guide, recruiter], NOTHING, DEFAULT_RULES)["m0"] == 2
