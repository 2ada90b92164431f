"""The dry run's other half: which rules would have to give for those left over to meet anybody (M13).

One rule: blocks, reports and "not interested" are no input here, so nothing a host is shown can tell
one from a plain lack of seats; and the rule for supervised people (M5) is never among those offered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from matching.kinds import kinds
from matching.language import level_table
from matching.rules import Rules
from matching.types import Candidate, History
from matching.verdict import Fault, room_faults

RELAXABLE = (Fault.LANGUAGE, Fault.ROLES, Fault.OPT_IN, Fault.UNVERIFIED, Fault.NO_PAIRS)
Faults = frozenset[Fault]


@dataclass(frozen=True, slots=True)
class WhyLeft:
    """Why people are left over.

    relax: the fewest rules without which the most of them could meet somebody; empty if rules are not
    what keeps them. helped: whom that would help. seats: those whom the rules allow a partner, who was
    taken: only more people or a trio help them. beyond: whom no rule that may give could help.
    """

    relax: tuple[Fault, ...]
    helped: tuple[str, ...]
    seats: tuple[str, ...]
    beyond: tuple[str, ...]


def why_left(candidates: Sequence[Candidate], left: Collection[str], rules: Rules) -> WhyLeft:
    """What keeps these from a seat, among all the candidates."""
    between = dict(_between(candidates, left, rules))
    ready = {person for person, sets in between.items() if frozenset() in sets}
    kept = {person: sets for person, sets in between.items() if person not in ready}
    relax: tuple[Fault, ...] = ()
    helped: list[str] = []
    for size in range(1, len(RELAXABLE) + 1):
        for some in combinations(RELAXABLE, size):
            now = [person for person, sets in kept.items() if _gives(sets, some)]
            if len(now) > len(helped):
                relax, helped = some, now
    return WhyLeft(
        relax=relax,
        helped=tuple(sorted(helped)),
        seats=tuple(sorted(ready)),
        beyond=tuple(sorted(kept.keys() - set(helped))),
    )


def _gives(sets: Collection[Faults], relaxed: Collection[Fault]) -> bool:
    return any(faults.issubset(relaxed) for faults in sets)


def _between(
    candidates: Sequence[Candidate], left: Collection[str], rules: Rules
) -> Iterator[tuple[str, set[Faults]]]:
    """For each one left over the sets of rules that stand between them and somebody."""
    keys = [(c.role, c.verified, c.supervised, c.no_pairs, c.recruiters_ok) for c in candidates]
    codes, first = kinds(keys)
    shown = [replace(candidates[i], id="other", languages=()) for i in first]
    speaks = level_table(candidates, rules) > 0
    for i, person in enumerate(candidates):
        if person.id not in left:
            continue
        talks = (speaks & speaks[i]).any(1)
        mine = replace(person, id="one", languages=())
        broken = [
            frozenset(f.fault for f in room_faults([mine, o], History(), rules)) for o in shown
        ]
        others = np.arange(len(candidates)) != i
        sets = set[Faults]()
        for code, faults in enumerate(broken):
            if not faults.issubset(RELAXABLE):
                continue
            here = others & (codes == code)
            if (here & talks).any():
                sets.add(faults)
            if (here & ~talks).any():
                sets.add(faults | {Fault.LANGUAGE})
        yield person.id, sets
