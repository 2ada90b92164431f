"""The present people as arrays, in an order that depends on the seed alone (M31).

One rule: built once per plan and never changed; what is decided is kept by index into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from statistics import median
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.blocks import blocks
from matching.language import Levels, Mask
from matching.prepared import Prepared, prepare
from matching.rules import SMALLEST_GROUP, Rules
from matching.score import Matrix, lessened, pair_mask
from matching.types import Candidate, History

Indices = npt.NDArray[np.intp]

PAIR = 2
MOST_TURNED = 200
PATIENCE_STEP_SECONDS = 15.0
PATIENCE_STEPS = 8
TIE_NOISE = 2.0**-40
"""A step of it; there are 2**16."""
LIFT = 3.0
BEHIND = 0.2
"""Falling short of the median by this part of it lifts fully, by half of it a quarter."""
MIXER = np.uint32(0x9E3779B1)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everybody present and all that is known between any two of them.

    levels: by person and language, codes: which languages. pairs: who may be alone together. rooms: who may share a larger room, if it holds whom the
    `wants_*` masks ask for. met, barred: history. score: what two are worth together. rank: who is
    seated first, by sit-outs, then by waiting and credit (M22, M15). worth: the score, more for those
    who fell behind (lifted: whether anybody did), and nothing for meeting again: what plans and bounds
    are summed from. known: what these people were made of, where they stand in its order.
    """

    people: tuple[Candidate, ...]
    rules: Rules
    seed: int
    levels: Levels
    codes: Sequence[str]
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
    lifted: bool = False
    known: Prepared | None = None

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
        if len(members) == PAIR:
            return float(self.worth[members[0], members[1]])
        at = np.array(members, dtype=np.intp)
        return float(self.worth[np.ix_(at, at)].sum() / 2 / (len(at) - 1))

    def knows_each_other(self, members: Sequence[int]) -> bool:
        """Whether two of these people met before in this event."""
        if len(members) == PAIR:
            return bool(self.met[members[0], members[1]])
        at = np.array(members, dtype=np.intp)
        return bool(self.met[np.ix_(at, at)].any())


def take(
    candidates: Sequence[Candidate],
    history: History,
    rules: Rules,
    *,
    seed: int,
    prepared: Prepared | None = None,
) -> Snapshot:
    """The snapshot of these people; the same for every order they are handed in.

    `prepared` (see matching.prepared) spares what an earlier snapshot of them worked out already.
    """
    known = prepare(candidates, rules, prepared)
    people, at = _in_order(candidates, known, seed)
    score = _turned(known.score, at)
    less = lessened(people, history)
    if less:
        score = score.copy()
    for (i, j), taken in less.items():
        score[i, j] = score[j, i] = max(0.0, score[i, j] - taken)
    barred, met = pair_mask(people, history.barred), pair_mask(people, history.met)
    masks, open_, lift = known.masks, ~barred, _lift(people)
    place = slice(None) if at is None else at
    return Snapshot(
        people=people,
        rules=rules,
        seed=seed,
        levels=known.levels[place],
        codes=known.codes,
        talk=_turned(masks.talk, at),
        pairs=_turned(masks.pairs, at) & open_,
        rooms=_turned(masks.rooms, at) & open_,
        wants_ambassador=_turned(masks.wants_ambassador, at),
        wants_staff=_turned(masks.wants_staff, at),
        ambassador=known.ambassador[place],
        staff=known.staff[place],
        met=met,
        barred=barred,
        score=score,
        worth=_worth(score, met, lift),
        noise=_noise(len(people), seed),
        rank=ranks(people),
        trios=np.array([c.trios for c in people], dtype=np.intp),
        lifted=lift is not None,
        known=known if at is None else None,
    )


def _in_order(
    candidates: Sequence[Candidate], known: Prepared, seed: int
) -> tuple[tuple[Candidate, ...], Indices | None]:
    """People in the order drawn from the seed, and where each stands among those known.

    For many, who are told apart by their lots and not by their order, it is the order of those known
    (None): no table need be turned.
    """
    if len(candidates) > MOST_TURNED and known.rules.room_size == PAIR:
        return known.in_order(candidates), None
    people = seed_order(candidates, seed)
    return people, np.array([known.place[c.id] for c in people], dtype=np.intp)


def _turned(matrix: npt.NDArray[Any], at: Indices | None) -> npt.NDArray[Any]:
    return matrix if at is None else np.take(np.take(matrix, at, axis=0), at, axis=1)


def _diagonal(at: Indices) -> Mask:
    return np.eye(len(at), dtype=np.bool_)


def seed_order(candidates: Sequence[Candidate], seed: int) -> tuple[Candidate, ...]:
    """People in an order drawn from seed and id."""

    def lot(person: Candidate) -> bytes:
        return blake2b(f"{seed}:{person.id}".encode(), digest_size=16).digest()

    return tuple(sorted(candidates, key=lot))


def _noise(n: int, seed: int) -> Matrix:
    """Symmetric and tiny: decides between equals, never between unequals worth telling apart.

    Two drawn numbers are mixed by a multiplication whose upper bits depend on all of both.
    """
    drawn = np.random.default_rng(abs(seed)).integers(0, 2**32, n, dtype=np.uint32)
    noise: Matrix = np.empty((n, n))
    for some in blocks(n):
        mixed = drawn[some, None] ^ drawn[None, :]
        mixed *= MIXER
        mixed >>= np.uint32(16)
        # Sixteen bits are the same signed, and turn into floats in half the time.
        np.multiply(mixed.view(np.int32), TIE_NOISE, out=noise[some])
    return noise


def claim(person: Candidate) -> tuple[int, int]:
    """How much somebody has the next seat coming: sit-outs, then waiting and credit."""
    patience = (person.waiting + person.credit) / PATIENCE_STEP_SECONDS
    return person.sat_out, int(min(max(patience, 0), PATIENCE_STEPS))


def ranks(people: Sequence[Candidate]) -> Indices:
    """Places in the order of being seated, 0 the last; equal claims share a place."""
    claims = [claim(person) for person in people]
    place = {c: i for i, c in enumerate(sorted(set(claims)))}
    return np.array([place[c] for c in claims], dtype=np.intp)


def _lift(people: Sequence[Candidate]) -> Matrix | None:
    """How much more the rooms of each count: several times as much for who fell far behind, hardly for
    who is just below the median; None if nobody.

    A bonus to the person would move nobody, since everybody is seated anyhow: it must grow with the
    score, so that the better partner goes to whom the poor ones went before.
    """
    told = [c.mean_score for c in people if c.mean_score is not None]
    usual = median(told) if told else 0.0
    if usual <= 0:
        return None
    behind = [0.0 if c.mean_score is None else 1 - c.mean_score / usual for c in people]
    lift = LIFT * np.clip(np.array(behind) / BEHIND, 0.0, 1.0) ** 2
    return np.asarray(lift) if lift.any() else None


def _worth(score: Matrix, met: Mask, lift: Matrix | None) -> Matrix:
    a, b = np.nonzero(met)
    if lift is None and len(a) == 0:
        return score
    worth = score.copy() if lift is None else _lifted(score, lift)
    worth[a, b] = 0.0
    return worth


def _lifted(score: Matrix, lift: Matrix) -> Matrix:
    worth = np.empty_like(score)
    for some in blocks(len(score)):
        np.add(1 + lift[some, None], lift[None, :], out=worth[some])
        worth[some] *= score[some]
    return worth
