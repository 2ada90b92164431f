"""The present people as arrays, in an order that depends on the seed alone (M31).

One rule: built once per plan and never changed; what is decided is kept by index into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from matching.errors import DuplicateCandidate
from matching.language import Levels, Mask, joint_levels, level_table
from matching.permits import in_a_group, is_ambassador, needs_ambassador, needs_staff, one_to_one
from matching.rules import SMALLEST_GROUP, Rules
from matching.score import Matrix, lessened, pair_mask, score_matrix
from matching.types import Candidate, History, Role

Indices = npt.NDArray[np.intp]

PATIENCE_STEP_SECONDS = 15.0
PATIENCE_STEPS = 8
TIE_NOISE = 1e-7


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everybody present and all that is known between any two of them.

    pairs: who may be alone together. rooms: who may share a larger room, if it holds whom the
    `wants_*` masks ask for. met, barred: history. score: what two are worth together. rank: who is
    seated first, by sit-outs, then by waiting and credit (M22, M15). worth: the score, with meeting
    again worth nothing: what plans and bounds are summed from.
    """

    people: tuple[Candidate, ...]
    rules: Rules
    seed: int
    levels: Levels
    talk: Mask
    pairs: Mask
    rooms: Mask
    wants_ambassador: Mask
    wants_staff: Mask
    ambassador: Mask
    staff: Mask
    met: Mask
    barred: Mask
    score: Matrix
    worth: Matrix
    noise: Matrix
    rank: Indices
    trios: Indices

    def __len__(self) -> int:
        return len(self.people)

    def may_share(self, members: Sequence[int]) -> bool:
        """Whether these people can be one room of three or more: every hard rule at once."""
        at = np.array(members, dtype=np.intp)
        block = np.ix_(at, at)
        off_diagonal = ~_diagonal(at)
        if len(at) < SMALLEST_GROUP or not self.rooms[block][off_diagonal].all():
            return False
        if not (self.levels[at] > 0).all(axis=0).any():
            return False
        if self.wants_staff[block][off_diagonal].any() and not self.staff[at].any():
            return False
        wanting = self.wants_ambassador[block][off_diagonal].any()
        return bool(not wanting or self.ambassador[at].any())

    def may_enter(self, room: Sequence[int], others: Indices) -> Mask:
        """Which of the others may come into a room; whom it still asks for may come after them.

        From the third member on the room must be complete, as in `may_share`.
        """
        at = np.array(room, dtype=np.intp)
        may = self.rooms[np.ix_(others, at)].all(1)
        tongues = (self.levels[at] > 0).all(axis=0)
        may &= ((self.levels[others] > 0) & tongues).any(1)
        if len(room) + 1 < SMALLEST_GROUP:
            return np.asarray(may, dtype=np.bool_)
        for wants, guard in (
            (self.wants_staff, self.staff),
            (self.wants_ambassador, self.ambassador),
        ):
            asked = wants[np.ix_(others, at)].any(1) | wants[np.ix_(at, at)][~_diagonal(at)].any()
            may &= ~asked | guard[others] | guard[at].any()
        return np.asarray(may, dtype=np.bool_)

    def welfare(self, members: Sequence[int]) -> float:
        """What a room is worth: the sum over its pairs, divided by (size - 1)."""
        at = np.array(members, dtype=np.intp)
        return float(self.worth[np.ix_(at, at)].sum() / 2 / (len(at) - 1))

    def knows_each_other(self, members: Sequence[int]) -> bool:
        """Whether two of these people met before in this event."""
        at = np.array(members, dtype=np.intp)
        return bool(self.met[np.ix_(at, at)].any())


def take(candidates: Sequence[Candidate], history: History, rules: Rules, *, seed: int) -> Snapshot:
    """The snapshot of these people; the same for every order they are handed in."""
    people = _seed_order(candidates, seed)
    levels = level_table(people, rules)
    talk = np.asarray(joint_levels(levels) > 0, dtype=np.bool_)
    barred = pair_mask(people, history.barred)
    met = pair_mask(people, history.met)
    score = score_matrix(people, rules)
    for (i, j), less in lessened(people, history).items():
        score[i, j] = score[j, i] = max(0.0, score[i, j] - less)
    return Snapshot(
        people=people,
        rules=rules,
        seed=seed,
        levels=levels,
        talk=talk,
        pairs=one_to_one(people, rules) & talk & ~barred,
        rooms=in_a_group(people, rules) & talk & ~barred,
        wants_ambassador=needs_ambassador(people, rules),
        wants_staff=needs_staff(people, rules),
        ambassador=np.array([is_ambassador(c) for c in people], dtype=np.bool_),
        staff=np.array([is_ambassador(c) and c.role is Role.STAFF for c in people], dtype=np.bool_),
        met=met,
        barred=barred,
        score=score,
        worth=np.where(met, 0.0, score),
        noise=_noise(len(people), seed),
        rank=_ranks(people),
        trios=np.array([c.trios for c in people], dtype=np.intp),
    )


def _diagonal(at: Indices) -> Mask:
    return np.eye(len(at), dtype=np.bool_)


def _seed_order(candidates: Sequence[Candidate], seed: int) -> tuple[Candidate, ...]:
    seen: set[str] = set()
    for person in candidates:
        if person.id in seen:
            raise DuplicateCandidate(person.id)
        seen.add(person.id)

    def lot(person: Candidate) -> bytes:
        return blake2b(f"{seed}:{person.id}".encode(), digest_size=16).digest()

    return tuple(sorted(candidates, key=lot))


def _noise(n: int, seed: int) -> Matrix:
    """Symmetric and tiny: decides between equals, never between unequals worth telling apart."""
    drawn = np.random.default_rng(abs(seed)).random((n, n)) * TIE_NOISE
    return np.asarray(np.triu(drawn, 1) + np.triu(drawn, 1).T)


def _ranks(people: Sequence[Candidate]) -> Indices:
    """Places in the order of being seated, 0 the last; equal claims share a place."""

    def claim(person: Candidate) -> tuple[int, int]:
        patience = (person.waiting + person.credit) / PATIENCE_STEP_SECONDS
        return person.sat_out, int(min(max(patience, 0), PATIENCE_STEPS))

    claims = sorted({claim(person) for person in people})
    place = {c: i for i, c in enumerate(claims)}
    return np.array([place[claim(person)] for person in people], dtype=np.intp)
