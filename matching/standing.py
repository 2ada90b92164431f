"""The tickets of one wave as arrays, beside the people who came lately.

One rule: what somebody can hope for is read from recent people under the very rules that pair them;
who is barred or was met counts for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from matching import snapshot
from matching.errors import DuplicateCandidate
from matching.language import Mask
from matching.rules import Rules
from matching.score import Matrix
from matching.snapshot import Indices, Snapshot
from matching.types import Candidate, History
from matching.wave import PoolRules, Ticket

Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Standing:
    """snap holds everybody; `here` are the places of the tickets in it.

    All else is by ticket. age: seconds in the pool. claim: the same with credit. parked: rests.
    fits, score: among the tickets. hopes, worth: tickets (rows) against recent people (columns).
    asked: what each recent person asked for at first. rate: people a second.
    """

    snap: Snapshot
    here: Indices
    tickets: tuple[Ticket, ...]
    age: Vector
    claim: Vector
    parked: Mask
    fits: Mask
    score: Matrix
    hopes: Mask
    worth: Matrix
    asked: Vector
    rate: float

    def __len__(self) -> int:
        return len(self.tickets)


@dataclass(frozen=True, slots=True)
class Lately:
    """Who came lately: their places in the snapshot, what each asked for at first, how many a second."""

    at: Indices
    asked: Vector
    rate: float


def stand(
    snap: Snapshot,
    here: Indices,
    lately: Lately,
    tickets: Sequence[Ticket],
    *,
    now: float,
    pool: PoolRules,
) -> Standing:
    """The view of the tickets, given in the order of their places `here`."""
    age = np.array([max(0.0, now - t.since) for t in tickets])
    credit = np.array([t.candidate.credit + pool.priority * t.left_behind for t in tickets])
    among, beside = np.ix_(here, here), np.ix_(here, lately.at)
    return Standing(
        snap=snap,
        here=here,
        tickets=tuple(tickets),
        age=age,
        claim=age + credit,
        parked=np.array([t.misses >= pool.park_after for t in tickets], dtype=np.bool_),
        fits=snap.pairs[among] & ~snap.met[among],
        score=snap.score[among] + snap.noise[among],
        hopes=snap.pairs[beside] & ~snap.met[beside],
        worth=snap.score[beside],
        asked=lately.asked,
        rate=lately.rate,
    )


def everybody(
    tickets: Sequence[Ticket],
    recent: Sequence[Candidate],
    history: History,
    rules: Rules,
    *,
    seed: int,
) -> tuple[Snapshot, Indices, Indices]:
    """Who waits and who came lately in one snapshot, and the places of both in it.

    A ticket is the fresher word on its person.
    """
    waiting = {t.candidate.id: t.candidate for t in tickets}
    if len(waiting) < len(tickets):
        ids = sorted(t.candidate.id for t in tickets)
        raise DuplicateCandidate(next(a for a, b in pairwise(ids) if a == b))
    known = {c.id: c for c in recent}
    snap = snapshot.take(list({**known, **waiting}.values()), history, rules, seed=seed)
    here = [i for i, c in enumerate(snap.people) if c.id in waiting]
    lately = [i for i, c in enumerate(snap.people) if c.id in known]
    return snap, np.array(here, dtype=np.intp), np.array(lately, dtype=np.intp)
