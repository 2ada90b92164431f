"""Why somebody sits out, said from what everybody may know.

One rule: nothing here takes a block, a report or a "not interested" as input, so no answer can tell
one from a plain lack of seats (M18, M19).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matching.language import Mask
from matching.permits import in_a_group, one_to_one
from matching.rules import Rules
from matching.types import BenchReason, Candidate


def bench_reasons(
    people: Sequence[Candidate], benched: Sequence[int], *, talk: Mask, met: Mask, rules: Rules
) -> list[BenchReason]:
    """The reason of each benched person, by index into `people`."""
    if not benched:
        return []
    one, group = one_to_one(people, rules), in_a_group(people, rules)
    odd_one = len(benched) == 1 and len(people) % 2 == 1 and rules.room_size == 2
    reasons = []
    for i in benched:
        others = np.arange(len(people)) != i
        grouped = rules.room_size > 2 or people[i].supervised or people[i].no_pairs
        permitted = group[i] if grouped else one[i]
        reasons.append(
            BenchReason.ALONE
            if len(people) == 1
            else reason(people[i], talk[i] & others, permitted, met[i], odd_one=odd_one)
        )
    return reasons


def reason(
    person: Candidate, talks: Mask, permitted: Mask, met: Mask, *, odd_one: bool
) -> BenchReason:
    """The reason of one person, from what lies between them and each of the others."""
    if not talks.any():
        return BenchReason.LANGUAGE
    if person.supervised:
        return BenchReason.SUPERVISION
    fits = talks & permitted
    if not fits.any():
        return BenchReason.ROLES
    if odd_one:
        return BenchReason.ODD
    return BenchReason.NOBODY if (fits & ~met).any() else BenchReason.MET_EVERYONE
