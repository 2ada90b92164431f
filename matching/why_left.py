"""The dry run's other half: which rules would have to give for those left over to meet anybody (M13).

One rule: blocks, reports and "not interested" are no input here, so nothing a host is shown can tell
one from a plain lack of seats; and the rule for supervised people (M5) is never among those offered.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from matching.kinds import kinds
from matching.language import level_table
from matching.roles import Meet, loosest, role_pair
from matching.rules import PAIR, Rules
from matching.types import Candidate, History, Role
from matching.verdict import Fault, room_faults

RELAXABLE = (Fault.LANGUAGE, Fault.ROLES, Fault.OPT_IN, Fault.UNVERIFIED, Fault.NO_PAIRS)
GROUPED = frozenset({Meet.IN_GROUPS, Meet.WITH_STAFF, Meet.IF_VERIFIED})
"""Verdicts that keep nobody from a seat where all sit in groups, given whom the room holds."""
Faults = frozenset[Fault]
Between = Mapping[Faults, Mapping[Role, int]]
"""Sets of rules that stand between somebody and others, and how many of which role those are."""


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
    between = dict(rules_between(candidates, left, rules))
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


def rules_between(
    candidates: Sequence[Candidate], left: Collection[str], rules: Rules
) -> Iterator[tuple[str, Between]]:
    """For each one left over the sets of rules that stand between them and somebody."""
    rules = rules if rules.room_size == PAIR else _of_groups(rules)
    keys = [_kind(person) for person in candidates]
    codes, first = kinds(keys)
    shown = [_shown(candidates[i], "other", rules) for i in first]
    speaks = level_table(candidates, rules) > 0
    for i, person in enumerate(candidates):
        if person.id not in left:
            continue
        talks = (speaks & speaks[i]).any(1)
        mine = _shown(person, "one", rules)
        others = np.arange(len(candidates)) != i
        sets: defaultdict[Faults, Counter[Role]] = defaultdict(Counter)
        for code, other in enumerate(shown):
            faults = _faults(mine, other, rules)
            if not faults.issubset(RELAXABLE):
                continue
            here, role = others & (codes == code), other.role or Role.ALUMNI
            near, mute = int((here & talks).sum()), int((here & ~talks).sum())
            if near:
                sets[faults][role] += near
            if mute:
                sets[faults | {Fault.LANGUAGE}][role] += mute
        yield person.id, sets


def _faults(one: Candidate, other: Candidate, rules: Rules) -> Faults:
    """The rules that keep two from each other, with those that would still do if the table gave."""
    faults = frozenset(found.fault for found in room_faults([one, other], History(), rules))
    pair = role_pair(one.role or Role.ALUMNI, other.role or Role.ALUMNI)
    asked = all(each.recruiters_ok or each.role is Role.RECRUITER for each in (one, other))
    if Fault.ROLES in faults and loosest(pair) is Meet.IF_OPTED_IN and not asked:
        return faults | {Fault.OPT_IN}
    return faults


def _kind(person: Candidate) -> tuple[object, ...]:
    return (
        person.role,
        person.verified,
        person.supervised,
        person.no_pairs,
        person.recruiters_ok,
    )


def _shown(person: Candidate, name: str, rules: Rules) -> Candidate:
    """The person as far as roles and wishes matter; languages are looked at for all at once."""
    apart = person.no_pairs and rules.room_size == PAIR
    return replace(person, id=name, languages=(), no_pairs=apart)


def _of_groups(rules: Rules) -> Rules:
    """The same rules as they hold for two who sit in a group."""
    meets = {
        pair: Meet.ALWAYS if verdict in GROUPED else verdict
        for pair, verdict in rules.meets.items()
    }
    return replace(rules, meets=meets, must_have={})
