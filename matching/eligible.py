"""How many of the others somebody could be seated with right now.

One rule: the number is honest: it counts the people a plan could really put beside them, and people
met before only when nobody unmet is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matching import snapshot
from matching.language import Mask
from matching.rules import Rules
from matching.snapshot import Indices, Snapshot
from matching.types import Candidate, History


@dataclass(frozen=True, slots=True)
class Fit:
    """How many of the others fit somebody: `unmet` those not met before, `count` what is shown."""

    count: int
    unmet: int


def eligible_counts(
    candidates: Sequence[Candidate], history: History, rules: Rules
) -> dict[str, int]:
    """For each person the number of others who fit: in pairs, or in groups if they need those."""
    return {each: fit.count for each, fit in fits(candidates, history, rules).items()}


def fits(candidates: Sequence[Candidate], history: History, rules: Rules) -> dict[str, Fit]:
    """For each person how many others fit, and how many of them are new to them."""
    snap = snapshot.take(candidates, history, rules, seed=0)
    found = {}
    for i, person in enumerate(snap.people):
        grouped = person.supervised or person.no_pairs
        able = room_mates(snap, i) if grouped else snap.pairs[i]
        unmet = int((able & ~snap.met[i]).sum())
        found[person.id] = Fit(unmet or int(able.sum()), unmet)
    return found


def room_mates(snap: Snapshot, i: int) -> Mask:
    """Who could share a group with i: a third person must exist who completes it."""
    found = np.zeros(len(snap), dtype=np.bool_)
    for language in np.flatnonzero(snap.levels[i] > 0):
        near = np.flatnonzero(snap.rooms[i] & (snap.levels[:, language] > 0))
        found[near] |= _completed(snap, i, near)
    return found


def _completed(snap: Snapshot, i: int, near: Indices) -> Mask:
    """For each of `near` (all share a language with i) whether another of them makes it a group.

    A group of four may need both staff and an ambassador; verified staff are both, so three do.
    """
    block = np.ix_(near, near)
    fits = snap.rooms[block]
    guided = snap.ambassador[near] | snap.ambassador[i]
    watched = snap.staff[near] | snap.staff[i]
    wants_guide = snap.wants_ambassador[block] | _either(snap.wants_ambassador[i, near])
    wants_staff = snap.wants_staff[block] | _either(snap.wants_staff[i, near])
    fits = fits & (~wants_guide | _either(guided)) & (~wants_staff | _either(watched))
    return np.asarray(fits.any(1), dtype=np.bool_)


def _either(mask: Mask) -> Mask:
    return np.asarray(mask[:, None] | mask[None, :], dtype=np.bool_)
