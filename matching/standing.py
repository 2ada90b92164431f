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
    """snap holds everybody; `here` are the tickets' places in it, `lately` the recent people's.

    All else is by ticket, in that order. age: seconds in the pool. claim: the same with credit.
    fits, score: among the tickets. hopes, worth: tickets (rows) against recent people (columns).
    """

    snap: Snapshot
    here: Indices
    lately: Indices
    tickets: tuple[Ticket, ...]
    age: Vector
    claim: Vector
    fits: Mask
    score: Matrix
    hopes: Mask
    worth: Matrix

    def __len__(self) -> int:
        return len(self.tickets)


def stand(
    tickets: Sequence[Ticket],
    recent: Sequence[Candidate],
    snap: Snapshot,
    pool: PoolRules,
    *,
    now: float,
) -> Standing:
    """Cuts the tickets' view out of the snapshot of everybody."""
    by_id = {t.candidate.id: t for t in tickets}
    here = np.array([i for i, c in enumerate(snap.people) if c.id in by_id], dtype=np.intp)
    known = {c.id for c in recent}
    lately = np.array([i for i, c in enumerate(snap.people) if c.id in known], dtype=np.intp)
    mine = tuple(by_id[snap.people[i].id] for i in here)
    age = np.array([max(0.0, now - t.since) for t in mine])
    extra = np.array([t.candidate.credit + pool.priority * t.left_behind for t in mine])
    open_ = snap.pairs & ~snap.met
    return Standing(
        snap=snap,
        here=here,
        lately=lately,
        tickets=mine,
        age=age,
        claim=age + extra,
        fits=open_[np.ix_(here, here)],
        score=snap.score[np.ix_(here, here)] + snap.noise[np.ix_(here, here)],
        hopes=open_[np.ix_(here, lately)],
        worth=snap.score[np.ix_(here, lately)],
    )


def everybody(
    tickets: Sequence[Ticket],
    recent: Sequence[Candidate],
    history: History,
    rules: Rules,
    *,
    seed: int,
) -> Snapshot:
    """One snapshot of who waits and who came lately; a ticket is the fresher word on its person."""
    people = {c.id: c for c in recent}
    waiting = [t.candidate for t in tickets]
    for person in waiting:
        people[person.id] = person
    if len({c.id for c in waiting}) < len(waiting):
        ids = sorted(c.id for c in waiting)
        raise DuplicateCandidate(next(a for a, b in pairwise(ids) if a == b))
    return snapshot.take(list(people.values()), history, rules, seed=seed)
