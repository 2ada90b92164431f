"""What the hard rules permit between two people, as masks over all pairs at once (M2, M3, M5, M7).

One rule: a mask here is a fact about the people alone; what lies between them (blocks, earlier
meetings) is kept apart, so that reasons can be given without ever touching it (M18).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from matching.language import Mask
from matching.roles import Meet
from matching.rules import Rules
from matching.types import Candidate, Role

AMBASSADORS = frozenset({Role.ALUMNI, Role.STUDENT, Role.STAFF})
ROLES: tuple[Role | None, ...] = (*Role, None)


def is_ambassador(person: Candidate) -> bool:
    """A verified grown-up alum, student or staff member: whom a supervised room needs (M5)."""
    return person.verified and person.role in AMBASSADORS and not person.supervised


def verdicts(candidates: Sequence[Candidate], rules: Rules) -> dict[Meet, Mask]:
    """For each verdict of the role table the mask of pairs it is spoken over."""
    order = {role: i for i, role in enumerate(ROLES)}
    codes = np.array([order[c.role] for c in candidates], dtype=np.intp)
    kinds = list(Meet)
    table = np.array([[kinds.index(rules.meet(a, b)) for b in ROLES] for a in ROLES])
    spoken = table[codes[:, None], codes[None, :]]
    return {meet: np.asarray(spoken == i, dtype=np.bool_) for i, meet in enumerate(kinds)}


def one_to_one(candidates: Sequence[Candidate], rules: Rules) -> Mask:
    """Pairs that role, verification, opt-ins and supervision permit to be alone together."""
    verdict = verdicts(candidates, rules)
    permitted = verdict[Meet.ALWAYS] | _opted_in(candidates, verdict)
    permitted |= verdict[Meet.IF_VERIFIED] & _partner_verified(candidates)
    apart = _column(candidates, lambda c: c.supervised or c.no_pairs)
    permitted &= ~(apart[:, None] | apart[None, :])
    np.fill_diagonal(permitted, val=False)
    return permitted


def in_a_group(candidates: Sequence[Candidate], rules: Rules) -> Mask:
    """Pairs that may share a larger room, given that the room holds whom `needs_*` ask for."""
    verdict = verdicts(candidates, rules)
    permitted = ~verdict[Meet.NEVER] & ~verdict[Meet.IF_OPTED_IN]
    permitted |= _opted_in(candidates, verdict)
    supervised = _column(candidates, lambda c: c.supervised)
    recruiter = _column(candidates, lambda c: c.role is Role.RECRUITER)
    permitted &= ~(supervised[:, None] & recruiter[None, :])
    permitted &= ~(recruiter[:, None] & supervised[None, :])
    np.fill_diagonal(permitted, val=False)
    return permitted


def needs_ambassador(candidates: Sequence[Candidate], rules: Rules) -> Mask:
    """Pairs whose room must hold a verified ambassador."""
    supervised = _column(candidates, lambda c: c.supervised)
    unproven = verdicts(candidates, rules)[Meet.IF_VERIFIED] & ~_partner_verified(candidates)
    return unproven | supervised[:, None] | supervised[None, :]


def needs_staff(candidates: Sequence[Candidate], rules: Rules) -> Mask:
    """Pairs whose room must hold staff: as the role table says, and minors with townspeople."""
    supervised = _column(candidates, lambda c: c.supervised)
    town = _column(candidates, lambda c: c.role is Role.TOWNSPERSON)
    watched = supervised[:, None] & town[None, :]
    return verdicts(candidates, rules)[Meet.WITH_STAFF] | watched | watched.T


def _opted_in(candidates: Sequence[Candidate], verdict: dict[Meet, Mask]) -> Mask:
    fine = _column(candidates, lambda c: c.recruiters_ok or c.role is Role.RECRUITER)
    return verdict[Meet.IF_OPTED_IN] & fine[:, None] & fine[None, :]


def _partner_verified(candidates: Sequence[Candidate]) -> Mask:
    """Everybody in the pair but its one prospective student is verified."""
    verified = _column(candidates, lambda c: c.verified and c.role is not None)
    prospective = _column(candidates, lambda c: c.role is Role.PROSPECTIVE)
    both = prospective[:, None] & prospective[None, :]
    proven = verified | prospective
    return np.where(both, verified[:, None] & verified[None, :], proven[:, None] & proven[None, :])


def _column(candidates: Sequence[Candidate], asks: Callable[[Candidate], bool]) -> Mask:
    return np.array([asks(c) for c in candidates], dtype=np.bool_)
