"""Those left over in a round, grouped by what keeps each of them: the words of a dry run.

One rule: everybody left over is in exactly one cause: of those that take fewest rules to give one
that a host can change, and of these the one that stands between them and most people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matching.roles import RolePair, role_pair
from matching.rules import Rules
from matching.types import Bench, BenchReason, Candidate, Role
from matching.verdict import Fault
from matching.why_left import RELAXABLE, Between, Faults, rules_between

HOSTS_OWN = (Fault.UNVERIFIED, Fault.ROLES)
"""Rules that a host's role table can change; the others are wishes and facts of people."""
TAKES = (*HOSTS_OWN, *(fault for fault in RELAXABLE if fault not in HOSTS_OWN))
"""What is easier to change comes first."""
NO_RULES: Faults = frozenset()


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason, and whom it keeps.

    relax: the fewest rules that would have to give for any of them; empty: none keeps them, or none
    that may give could help, and `why` says what does. taken: the rules allow them a partner, who was
    taken; `relax` stands between them and others left over. pairs: the roles `relax` is about.
    """

    people: tuple[str, ...]
    why: BenchReason
    relax: tuple[Fault, ...] = ()
    taken: bool = False
    pairs: frozenset[RolePair] = frozenset()


def causes(
    candidates: Sequence[Candidate], bench: Sequence[Bench], rules: Rules
) -> tuple[Cause, ...]:
    """What keeps those on the bench of a round, most people first."""
    left = {each.id: each for each in bench}
    among = dict(rules_between([c for c in candidates if c.id in left], left, rules))
    role = {person.id: person.role or Role.ALUMNI for person in candidates}
    found: dict[object, Cause] = {}
    for person, between in rules_between(candidates, left, rules):
        one = _cause(left[person], role[person], between, among[person])
        key = (one.relax, one.taken, role[person]) if one.relax else one.why
        known = found.get(key, one)
        people = tuple(sorted({*known.people, person}))
        found[key] = replace(known, people=people, pairs=known.pairs | one.pairs)
    return tuple(sorted(found.values(), key=lambda cause: (-len(cause.people), cause.people)))


def _cause(bench: Bench, role: Role, between: Between, among: Between) -> Cause:
    """What keeps one person: from everybody, or at least from the others left over."""
    relax, about, taken = _least(between), between, False
    if NO_RULES in between:
        own = {faults: roles for faults, roles in among.items() if faults <= set(HOSTS_OWN)}
        relax, about, taken = _least(own), own, True
    pairs = frozenset(role_pair(role, each) for each in about.get(relax, ()))
    if not relax:
        return Cause((bench.id,), bench.why)
    faults = tuple(fault for fault in TAKES if fault in relax)
    return Cause((bench.id,), bench.why, faults, taken, pairs)


def _least(between: Between) -> Faults:
    """The fewest rules between somebody and anybody; of as many see above."""

    def effort(faults: Faults) -> tuple[int, bool, int, list[int]]:
        opens = sum(between[faults].values())
        order = sorted(TAKES.index(fault) for fault in faults)
        return len(faults), not faults <= set(HOSTS_OWN), -opens, order

    return min(between, key=effort, default=NO_RULES)
