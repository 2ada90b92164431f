"""A pool played through, seeded: people come by a Poisson process, are paired by a policy or give up.

Patience is 15 s and an exponential of 120 s. Measured are those who come after the first 30 s and
before the last 180 s. Nobody is brought back, so every policy sees the same people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from matching import snapshot
from matching.assignment import assign
from matching.pairs import heaviest
from matching.pool import settle
from matching.reservation import first_asks, pair_now
from matching.rules import DEFAULT_RULES
from matching.snapshot import Indices, Snapshot
from matching.standing import Lately, Standing, stand
from matching.types import Candidate, History
from matching.wave import DEFAULT_POOL, PoolRules, Ticket
from tests.matching.population import people

WARM, COLD = 30.0, 180.0
SHORTEST_PATIENCE, MEAN_PATIENCE = 15.0, 120.0
RECENT = 300
Pairs = list[tuple[int, int]]


@dataclass(frozen=True)
class Flow:
    """Everybody who will come, by the order of coming; `at` is each one's place in the snapshot."""

    people: tuple[Candidate, ...]
    snap: Snapshot
    at: Indices
    comes: npt.NDArray[np.float64]
    leaves: npt.NDArray[np.float64]
    asked: npt.NDArray[np.float64]
    rate: float

    def __len__(self) -> int:
        return len(self.people)

    @property
    def counted(self) -> npt.NDArray[np.bool_]:
        return np.asarray((self.comes > WARM) & (self.comes < self.comes[-1] - COLD))

    def fits(self, rows: Sequence[int], columns: Sequence[int]) -> npt.NDArray[np.bool_]:
        return self.snap.pairs[np.ix_(self.at[list(rows)], self.at[list(columns)])]

    def score(self, rows: Sequence[int], columns: Sequence[int]) -> npt.NDArray[np.float64]:
        return self.snap.score[np.ix_(self.at[list(rows)], self.at[list(columns)])]

    def standing(self, here: Sequence[int], now: float, pool: PoolRules) -> Standing:
        came = int(np.searchsorted(self.comes, now, side="right"))
        past = slice(max(0, came - RECENT), came)
        lately = Lately(self.at[past], self.asked[past], self.rate)
        held = [Ticket(self.people[i], float(self.comes[i])) for i in here]
        return stand(self.snap, self.at[list(here)], lately, held, now=now, pool=pool)


@dataclass
class Outcome:
    """Who met whom and how long they waited; NaN for those who gave up. Bands: said, then true."""

    mate: npt.NDArray[np.intp]
    waited: npt.NDArray[np.float64]
    bands: list[tuple[int, int, float, float]] = field(default_factory=list)


Policy = Callable[[Flow, float, list[int]], Pairs]


def coming(n: int, seed: int, rate: float, *, groups: bool = False) -> Flow:
    """So many people of the usual population, `rate` a second; without those never alone with one."""
    crowd = people(n if groups else n * 5 // 4 + 20, seed)
    if not groups:
        crowd = [c for c in crowd if not c.supervised and not c.no_pairs][:n]
    draw = np.random.default_rng(seed)
    comes = np.cumsum(draw.exponential(1 / rate, len(crowd)))
    leaves = comes + SHORTEST_PATIENCE + draw.exponential(MEAN_PATIENCE, len(crowd))
    snap = snapshot.take(crowd, History(), DEFAULT_RULES, seed=seed)
    place = {c.id: i for i, c in enumerate(snap.people)}
    at = np.array([place[c.id] for c in crowd], dtype=np.intp)
    asked = np.zeros(len(crowd))
    for i in range(len(crowd)):
        lately = at[max(0, i - RECENT) : i]
        asked[i] = first_asks(snap, at[i : i + 1], lately, rate, DEFAULT_POOL)[0]
    return Flow(tuple(crowd), snap, at, comes, leaves, asked, rate)


def play(flow: Flow, policy: Policy, *, at_once: bool = False, ears: bool = False) -> Outcome:
    """Every second one wave, or at_once: one for each who comes. `ears` notes the bands told."""
    n = len(flow)
    out = Outcome(np.full(n, -1, dtype=np.intp), np.full(n, np.nan))
    here: list[int] = []
    said: list[tuple[int, float, tuple[int, int]]] = []
    for now, new in _moments(flow, at_once=at_once):
        here = [i for i in here if flow.leaves[i] > now] + new
        if ears:
            said += _told(flow, here, now)
        for i, j in policy(flow, now, here):
            out.mate[i], out.mate[j] = j, i
            out.waited[[i, j]] = now - flow.comes[[i, j]]
        here = [i for i in here if out.mate[i] < 0]
    for i, when, (low, high) in said:
        end = when - flow.comes[i]
        true = out.waited[i] - end if out.mate[i] >= 0 else np.inf
        left = flow.leaves[i] - when
        out.bands.append((low, high, float(true), float(left)))
    return out


def _moments(flow: Flow, *, at_once: bool) -> Iterator[tuple[float, list[int]]]:
    if at_once:
        for i, when in enumerate(flow.comes):
            yield float(when), [i]
        return
    first = 0
    for now in range(1, int(flow.leaves.max()) + 2):
        last = int(np.searchsorted(flow.comes, now, side="right"))
        yield float(now), list(range(first, last))
        first = last


def _told(flow: Flow, here: list[int], now: float) -> list[tuple[int, float, tuple[int, int]]]:
    if not here:
        return []
    index = {flow.people[i].id: i for i in here}
    wave = settle(flow.standing(here, now, DEFAULT_POOL), DEFAULT_POOL)
    return [(index[w.id], now, w.eta) for w in wave.waiting if w.eta is not None]


def ours(pool: PoolRules = DEFAULT_POOL) -> Policy:
    def policy(flow: Flow, now: float, here: list[int]) -> Pairs:
        found = pair_now(flow.standing(here, now, pool), pool) if len(here) > 1 else []
        return [(here[i], here[j]) for i, j in found]

    return policy


def instant(flow: Flow, _now: float, here: list[int]) -> Pairs:
    """Whoever comes takes the best who is there."""
    others = here[:-1]
    if not others or not (fits := flow.fits(here[-1:], others)[0]).any():
        return []
    score = np.where(fits, flow.score(here[-1:], others)[0], -1.0)
    return [(here[-1], others[int(score.argmax())])]


def first_waiting(flow: Flow, _now: float, here: list[int]) -> Pairs:
    """Whoever comes takes who waited longest."""
    fits = flow.fits(here[-1:], here[:-1])[0] if len(here) > 1 else np.zeros(0, dtype=np.bool_)
    return [(here[-1], here[int(fits.argmax())])] if fits.any() else []


def batch(seconds: int) -> Policy:
    """Everybody who is there, as well as can be, every so many seconds."""

    def policy(flow: Flow, now: float, here: list[int]) -> Pairs:
        if int(now) % seconds or len(here) < 2:
            return []
        fits = flow.fits(here, here)
        mate = heaviest(np.where(fits, 10.0 + flow.score(here, here), 0.0), fits)
        return [(here[i], here[j]) for i, j in enumerate(mate) if i < j]

    return policy


def foreseen(flow: Flow, seconds: float) -> float:
    """The mean score for whoever knows all that comes and keeps nobody longer than this.

    Most people served first, then score: the assignment among pairs that could have met in time,
    odd cycles uncut, hence a little above what pairs can reach.
    """
    apart = np.abs(flow.comes[:, None] - flow.comes)
    soon = np.minimum(seconds, flow.leaves - flow.comes)
    met = np.where(flow.comes[:, None] < flow.comes, soon[:, None], soon[None, :])
    everybody = range(len(flow))
    score = flow.score(everybody, everybody)
    may = flow.fits(everybody, everybody) & (apart <= met)
    rows, columns = assign(np.where(may, 10.0 + score, 0.0))
    kept = may[rows, columns] & flow.counted[rows]
    return float(score[rows, columns][kept].mean())


def hopeless(flow: Flow) -> npt.NDArray[np.bool_]:
    """Whom nobody could have served: no one who fits was there at any moment they were."""
    everybody = range(len(flow))
    together = (flow.comes[:, None] < flow.leaves) & (flow.comes < flow.leaves[:, None])
    return np.asarray(~(flow.fits(everybody, everybody) & together).any(1))
