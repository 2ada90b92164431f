"""What the hard rules permit between two people, as masks over all pairs at once (M2, M3, M5, M7).

One rule: a mask here is a fact about the people alone; what lies between them (blocks, earlier
meetings) is kept apart, so that reasons can be given without ever touching it (M18). It is found
once for every two kinds of people and then spread over the people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from matching.kinds import Codes, kinds
from matching.language import Mask
from matching.roles import Meet
from matching.rules import Rules
from matching.types import Candidate, Role

AMBASSADORS = frozenset({Role.ALUMNI, Role.STUDENT, Role.STAFF})


@dataclass(frozen=True, slots=True)
class Permits:
    """Verdicts over kinds of people: `codes` says of which kind each is.

    pairs: may be alone together. rooms: may share a larger room, given that it holds whom `wants_*`
    ask for: a verified ambassador, staff.
    """

    codes: Codes
    pairs: Mask
    rooms: Mask
    wants_ambassador: Mask
    wants_staff: Mask


def is_ambassador(person: Candidate) -> bool:
    """A verified grown-up alum, student or staff member: whom a supervised room needs (M5)."""
    return person.verified and person.role in AMBASSADORS and not person.supervised


def permits_of(candidates: Sequence[Candidate], rules: Rules) -> Permits:
    """What every two kinds among these people may do."""
    keys = [(c.role, c.verified, c.supervised, c.no_pairs, c.recruiters_ok) for c in candidates]
    codes, first = kinds(keys)
    one_of_each = [candidates[i] for i in first]
    verdict = _verdicts(one_of_each, rules)
    return Permits(
        codes=codes,
        pairs=_alone(one_of_each, verdict),
        rooms=_together(one_of_each, verdict),
        wants_ambassador=_wanting_ambassador(one_of_each, verdict),
        wants_staff=_wanting_staff(one_of_each, verdict),
    )


def spread(table: Mask, codes: Codes) -> Mask:
    """A table over kinds as a mask over people; nobody with themselves."""
    mask = np.take(np.take(table, codes, axis=0), codes, axis=1)
    np.fill_diagonal(mask, val=False)
    return mask


def one_to_one(candidates: Sequence[Candidate], rules: Rules) -> Mask:
    """Pairs that role, verification, opt-ins and supervision permit to be alone together."""
    permits = permits_of(candidates, rules)
    return spread(permits.pairs, permits.codes)


def in_a_group(candidates: Sequence[Candidate], rules: Rules) -> Mask:
    """Pairs that may share a larger room, given that the room holds whom it needs."""
    permits = permits_of(candidates, rules)
    return spread(permits.rooms, permits.codes)


def _verdicts(people: Sequence[Candidate], rules: Rules) -> dict[Meet, Mask]:
    """For each verdict of the role table the mask of pairs it is spoken over."""
    spoken = [[rules.meet(a.role, b.role) for b in people] for a in people]
    shape = (len(people), len(people))
    return {
        meet: np.array([[each is meet for each in row] for row in spoken], dtype=np.bool_).reshape(
            shape
        )
        for meet in Meet
    }


def _alone(people: Sequence[Candidate], verdict: dict[Meet, Mask]) -> Mask:
    permitted = verdict[Meet.ALWAYS] | _opted_in(people, verdict)
    permitted |= verdict[Meet.IF_VERIFIED] & _partner_verified(people)
    apart = _column(people, lambda c: c.supervised or c.no_pairs)
    return np.asarray(permitted & ~(apart[:, None] | apart[None, :]))


def _together(people: Sequence[Candidate], verdict: dict[Meet, Mask]) -> Mask:
    permitted = ~verdict[Meet.NEVER] & ~verdict[Meet.IF_OPTED_IN]
    permitted |= _opted_in(people, verdict)
    supervised = _column(people, lambda c: c.supervised)
    recruiter = _column(people, lambda c: c.role is Role.RECRUITER)
    permitted &= ~(supervised[:, None] & recruiter[None, :])
    return np.asarray(permitted & ~(recruiter[:, None] & supervised[None, :]))


def _wanting_ambassador(people: Sequence[Candidate], verdict: dict[Meet, Mask]) -> Mask:
    supervised = _column(people, lambda c: c.supervised)
    unproven = verdict[Meet.IF_VERIFIED] & ~_partner_verified(people)
    return np.asarray(unproven | supervised[:, None] | supervised[None, :])


def _wanting_staff(people: Sequence[Candidate], verdict: dict[Meet, Mask]) -> Mask:
    """As the role table says, and minors with townspeople."""
    supervised = _column(people, lambda c: c.supervised)
    town = _column(people, lambda c: c.role is Role.TOWNSPERSON)
    watched = supervised[:, None] & town[None, :]
    return np.asarray(verdict[Meet.WITH_STAFF] | watched | watched.T)


def _opted_in(people: Sequence[Candidate], verdict: dict[Meet, Mask]) -> Mask:
    fine = _column(people, lambda c: c.recruiters_ok or c.role is Role.RECRUITER)
    return np.asarray(verdict[Meet.IF_OPTED_IN] & fine[:, None] & fine[None, :])


def _partner_verified(people: Sequence[Candidate]) -> Mask:
    """Everybody in the pair but its one prospective student is verified."""
    verified = _column(people, lambda c: c.verified and c.role is not None)
    prospective = _column(people, lambda c: c.role is Role.PROSPECTIVE)
    both = prospective[:, None] & prospective[None, :]
    proven = verified | prospective
    return np.where(both, verified[:, None] & verified[None, :], proven[:, None] & proven[None, :])


def _column(people: Sequence[Candidate], asks: Callable[[Candidate], bool]) -> Mask:
    return np.array([asks(c) for c in people], dtype=np.bool_)
