"""How it looks for those who go on waiting: who fits now, when it may be their turn, what would help.

One rule: honest. The band is a forecast from how often somebody who fits comes and how the ask falls;
with nobody in sight there is none. Why and what helps never depend on a block (M18, M19).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from matching.bench import bench_reasons
from matching.permits import one_to_one
from matching.reservation import fallen, pace
from matching.standing import Standing, Vector
from matching.types import BenchReason, Candidate
from matching.wave import PoolRules, Relax, Waiting

HORIZON = 600
EARLY, LATE = 0.05, 0.92
TAKEN = 0.5
"""Share of those who come and fit that are not proposed to somebody else first."""
STEP = 5


def outlook(
    standing: Standing, left: Sequence[int], pool: PoolRules, rate: float
) -> tuple[Waiting, ...]:
    """One entry for each ticket in `left`, by id."""
    late = [i for i in left if standing.age[i] >= pool.why_from]
    whys = dict(zip(late, _whys(standing, late), strict=True))
    speed = pace(standing)
    told = [
        Waiting(
            id=standing.tickets[i].candidate.id,
            eligible=int(standing.fits[i].sum()),
            eta=_eta(standing, i, pool, rate=rate, speed=float(speed[i])),
            why=whys.get(i),
            relax=_relax(standing, i) if i in whys else (),
        )
        for i in left
    ]
    return tuple(sorted(told, key=lambda entry: entry.id))


def _eta(
    standing: Standing, i: int, pool: PoolRules, *, rate: float, speed: float
) -> tuple[int, int] | None:
    """From and to, so that the true wait lies between them four times out of five."""
    ahead = np.arange(1.0, HORIZON + 1)
    left = fallen((standing.age[i] + ahead) * speed, pool)
    hazard = rate * TAKEN * _acceptable(standing, i, left, pool.quantile)
    alone = np.exp(-np.cumsum(hazard))
    if standing.fits[i].any():
        alone[standing.age[i] + ahead >= pool.any_from] = 0.0
    if alone[-1] > 1 - EARLY:
        return None
    early = int((alone > 1 - EARLY).sum())
    late = int((alone > 1 - LATE).sum()) + 1
    return early // STEP * STEP, -(-late // STEP) * STEP


def _acceptable(standing: Standing, i: int, left: Vector, quantile: float) -> Vector:
    """The share of those who come that i would take, at each of the coming seconds."""
    known = np.sort(standing.worth[i][standing.hopes[i]])
    if len(known) == 0:
        return np.zeros(len(left))
    first, lowest = np.quantile(known, quantile), known[0]
    ask = lowest + (first - lowest) * left
    return np.asarray((len(known) - np.searchsorted(known, ask)) / standing.hopes.shape[1])


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
