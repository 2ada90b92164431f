"""How it looks for those who go on waiting: who fits now, when it may be their turn, what would help.

One rule: honest. The band is a forecast from how often somebody who fits comes and how the ask falls;
with nobody in sight there is none. Why and what helps never depend on a block (M18, M19).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from matching.bench import bench_reasons
from matching.language import Mask
from matching.permits import one_to_one
from matching.reservation import asks, prospects
from matching.score import Matrix
from matching.standing import Standing, Vector
from matching.types import BenchReason, Candidate
from matching.wave import PoolRules, Relax, Waiting

AHEAD = (1, 2, 3, 4, 6, 8, 10, 13, 17, 22, 28, 36, 45, 60, 85, 120, 180, 270)
"""Seconds from now that are looked at."""

EARLY, LATE = 0.05, 0.88
WON = 0.5
"""Chance that somebody who fits well enough is not proposed to somebody else first."""

STEP = 5


def outlook(standing: Standing, left: Sequence[int], pool: PoolRules) -> tuple[Waiting, ...]:
    """One entry for each ticket in `left`, by id."""
    late = [i for i in left if standing.age[i] >= pool.why_from]
    whys = dict(zip(late, _whys(standing, late), strict=True))
    bands = _bands(_still_waiting(standing, left, pool), standing.parked[list(left)])
    told = [
        Waiting(
            id=standing.tickets[i].candidate.id,
            eligible=int(standing.fits[i].sum()),
            eta=band,
            why=whys.get(i),
            relax=_relax(standing, i) if i in whys else (),
        )
        for i, band in zip(left, bands, strict=True)
    ]
    return tuple(sorted(told, key=lambda entry: entry.id))


def _bands(waiting: Matrix, parked: Mask) -> list[tuple[int, int] | None]:
    """From and to, so that the true wait lies between them four times out of five."""
    seconds = np.array([0, *AHEAD], dtype=np.float64)
    bands: list[tuple[int, int] | None] = []
    for chance, rests in zip(waiting, parked, strict=True):
        if rests or chance[-1] > 1 - LATE:
            bands.append(None)
            continue
        gone = np.concatenate([[0.0], 1 - chance])
        early, late = np.interp([EARLY, LATE], gone, seconds)
        bands.append((int(early) // STEP * STEP, -(-int(np.ceil(late)) // STEP) * STEP))
    return bands


def _still_waiting(standing: Standing, left: Sequence[int], pool: PoolRules) -> Matrix:
    """For each ticket in `left` the chance that they still wait so many seconds ahead, if they stay."""
    hope = prospects(standing, pool)
    falling = np.array([asks(hope, standing.age + u, pool) for u in AHEAD]).reshape(len(AHEAD), -1)
    usual = float(np.median(asks(hope, np.zeros(len(standing)), pool))) if len(standing) else 0.0
    chances = np.ones((len(left), len(AHEAD)))
    width = np.diff(np.array([0, *AHEAD]))
    for row, i in enumerate(left):
        come = _good_enough(standing.worth[i][standing.hopes[i]], (falling[:, i] + usual) / 2)
        hazard = standing.rate * WON * come / max(1, standing.hopes.shape[1])
        here = _here_good_enough(standing, i, falling)
        chances[row] = np.exp(-np.cumsum(hazard * width)) * (1 - WON) ** here
    return chances


def _good_enough(scores: Vector, ask: Vector) -> Vector:
    return np.asarray(len(scores) - np.searchsorted(np.sort(scores), ask), dtype=np.float64)


def _here_good_enough(standing: Standing, i: int, falling: Matrix) -> npt.NDArray[np.intp]:
    """How many of those who wait too would do at each of the coming moments."""
    others = standing.fits[i] & ~standing.parked
    mean = (falling[:, i][:, None] + falling[:, others]) / 2
    return np.asarray((standing.score[i][others] >= mean).sum(1), dtype=np.intp)


def _whys(standing: Standing, late: Sequence[int]) -> list[BenchReason]:
    snap = standing.snap
    people = [snap.people[k] for k in standing.here]
    block = np.ix_(standing.here, standing.here)
    return bench_reasons(people, late, talk=snap.talk[block], met=snap.met[block], rules=snap.rules)


def _relax(standing: Standing, i: int) -> tuple[Relax, ...]:
    """The person's own choices that keep them from people who wait now; blocks are not looked at."""
    person = standing.tickets[i].candidate
    choices: list[tuple[Relax, Candidate]] = []
    if not person.recruiters_ok:
        choices.append((Relax.RECRUITERS, replace(person, recruiters_ok=True)))
    if person.no_pairs:
        choices.append((Relax.PAIRS, replace(person, no_pairs=False)))
    return tuple(relax for relax, changed in choices if _opens(standing, i, changed))


def _opens(standing: Standing, i: int, changed: Candidate) -> bool:
    snap = standing.snap
    people = [snap.people[k] for k in standing.here]
    before = one_to_one(people, snap.rules)[i]
    people[i] = changed
    after = one_to_one(people, snap.rules)[i]
    talks = snap.talk[standing.here[i], standing.here]
    return bool((after & ~before & talks).any())
