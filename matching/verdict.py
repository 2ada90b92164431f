"""The hard rules said one by one, for one room at a time and in plain words (M2, M3, M5, M7).

One rule: nothing here shares code with the masks that planning uses, so that each can be held
against the other; a plan is judged here by anybody who doubts it.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from matching.language import common_language
from matching.permits import is_ambassador
from matching.roles import Meet
from matching.rules import LARGEST_GROUP, Rules
from matching.types import Candidate, History, Role

PAIR = 2


class Fault(enum.StrEnum):
    """The rule that a room breaks."""

    SIZE = "size"
    TWICE = "twice"
    BARRED = "barred"
    LANGUAGE = "language"
    ROLES = "roles"
    OPT_IN = "opt_in"
    UNVERIFIED = "unverified"
    NO_STAFF = "no_staff"
    SUPERVISION = "supervision"
    NO_PAIRS = "no_pairs"


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule, and whom it concerns."""

    fault: Fault
    people: tuple[str, ...]


def room_faults(
    members: Sequence[Candidate], history: History, rules: Rules, *, largest: int = LARGEST_GROUP
) -> tuple[Finding, ...]:
    """Every hard rule these people break by being one room; none means that they may be."""
    everybody = tuple(person.id for person in members)
    found: list[Finding] = []
    if not PAIR <= len(members) <= largest:
        found.append(Finding(Fault.SIZE, everybody))
    if len(set(everybody)) != len(everybody):
        found.append(Finding(Fault.TWICE, everybody))
    if members and common_language(members, rules) is None:
        found.append(Finding(Fault.LANGUAGE, everybody))
    for a, b in combinations(members, 2):
        pair = tuple(sorted((a.id, b.id)))
        if frozenset(pair) in history.barred:
            found.append(Finding(Fault.BARRED, pair))
        asked = _alone_together(a, b, rules) if len(members) == PAIR else _beside(a, b, rules)
        found.extend(Finding(fault, pair) for fault in asked)
    if len(members) > PAIR:
        found.extend(Finding(fault, everybody) for fault in _missing_guards(members, rules))
    return tuple(found)


def _alone_together(a: Candidate, b: Candidate, rules: Rules) -> Iterator[Fault]:
    if a.supervised or b.supervised:
        yield Fault.SUPERVISION
    if a.no_pairs or b.no_pairs:
        yield Fault.NO_PAIRS
    match rules.meet(a.role, b.role):
        case Meet.NEVER | Meet.IN_GROUPS | Meet.WITH_STAFF:
            yield Fault.ROLES
        case Meet.IF_OPTED_IN:
            if not _opted_in(a, b):
                yield Fault.OPT_IN
        case Meet.IF_VERIFIED:
            if not _proven(a, b):
                yield Fault.UNVERIFIED
        case Meet.ALWAYS:
            return


def _beside(a: Candidate, b: Candidate, rules: Rules) -> Iterator[Fault]:
    """What two people may not do in a larger room, whoever else is in it."""
    verdict = rules.meet(a.role, b.role)
    if verdict is Meet.NEVER:
        yield Fault.ROLES
    if verdict is Meet.IF_OPTED_IN and not _opted_in(a, b):
        yield Fault.OPT_IN
    if (a.supervised and b.role is Role.RECRUITER) or (b.supervised and a.role is Role.RECRUITER):
        yield Fault.SUPERVISION


def _missing_guards(members: Sequence[Candidate], rules: Rules) -> Iterator[Fault]:
    """Whom a larger room must hold and does not: a verified ambassador, staff."""
    pairs = list(combinations(members, 2))
    guided = any(is_ambassador(person) for person in members)
    watched = any(is_ambassador(p) and p.role is Role.STAFF for p in members)
    if any(person.supervised for person in members) and not guided:
        yield Fault.SUPERVISION
    unproven = any(
        rules.meet(a.role, b.role) is Meet.IF_VERIFIED and not _proven(a, b) for a, b in pairs
    )
    if unproven and not guided:
        yield Fault.UNVERIFIED
    if any(_wants_staff(a, b, rules) for a, b in pairs) and not watched:
        yield Fault.NO_STAFF


def _wants_staff(a: Candidate, b: Candidate, rules: Rules) -> bool:
    if rules.meet(a.role, b.role) is Meet.WITH_STAFF:
        return True
    town = Role.TOWNSPERSON
    return (a.supervised and b.role is town) or (b.supervised and a.role is town)


def _opted_in(a: Candidate, b: Candidate) -> bool:
    return all(person.recruiters_ok or person.role is Role.RECRUITER for person in (a, b))


def _proven(a: Candidate, b: Candidate) -> bool:
    """Everybody is verified but the one prospective student; of two, both are."""
    known = [person.verified and person.role is not None for person in (a, b)]
    asking = [person.role is Role.PROSPECTIVE for person in (a, b)]
    if all(asking):
        return all(person.verified for person in (a, b))
    return all(k or p for k, p in zip(known, asking, strict=True))
