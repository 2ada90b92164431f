"""One round of pairs, one size: `python3 -m tests bench pairs 1000` prints JSON.

The same people for every contender, seeds 0 to 4; supervised people and those who asked for no 1:1
are left out, since the others know only pairs. `ratio` is the sum of scores over the proven bound.
The others are handed the scores; our time is that of the whole call, from people to plan.
"""

from __future__ import annotations

import json
import platform
import random
import resource
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES
from matching.score import Matrix, feasible, score_matrix
from matching.types import Candidate, History
from tests.bench.contenders import CONTENDERS
from tests.matching.population import people

SEEDS = range(5)
Row = dict[str, float]


def crowd(n: int, seed: int) -> list[Candidate]:
    """So many people who may all be paired."""
    return [replace(c, supervised=False, no_pairs=False) for c in people(n, seed)]


def ours(here: Sequence[Candidate], seed: int) -> tuple[Row, float]:
    """Our row, and the bound the others are measured against."""
    wall, cpu = time.perf_counter(), time.process_time()
    plan = plan_round(here, History(), DEFAULT_RULES, seed=seed)
    seconds = time.perf_counter() - wall, time.process_time() - cpu
    place = {c.id: i for i, c in enumerate(here)}
    worth = score_matrix(here)
    scores = [
        float(worth[place[a], place[b]])
        for room in plan.rooms
        for a, b in [room.members[:2]]
        if len(room.members) == 2
    ]
    row = _row(scores, plan.score, plan.bound, seconds)
    return row | {"alone": len(plan.bench)}, plan.bound


def contender(name: str, worth: Matrix, seed: int, bound: float) -> Row:
    """A contender's row."""
    play, _ = CONTENDERS[name]
    wall, cpu = time.perf_counter(), time.process_time()
    pairs = play(worth, random.Random(seed))
    seconds = time.perf_counter() - wall, time.process_time() - cpu
    scores = [float(worth[i, j]) for i, j in pairs]
    return _row(scores, sum(scores), bound, seconds) | {"alone": len(worth) - 2 * len(pairs)}


def _row(scores: Sequence[float], total: float, bound: float, seconds: tuple[float, float]) -> Row:
    return {
        "ratio": total / bound,
        "worst": min(scores),
        "p5": float(np.quantile(scores, 0.05)),
        "ms": 1000 * seconds[0],
        "cpu_ms": 1000 * seconds[1],
    }


def summary(rows: Sequence[Row]) -> dict[str, float]:
    """Medians over the seeds, the worst ratio, and the sum of people left alone."""
    told = {key: round(statistics.median(row[key] for row in rows), 5) for key in rows[0]}
    lowest = round(min(row["ratio"] for row in rows), 5)
    return told | {"ratio_lowest": lowest, "alone": sum(row["alone"] for row in rows)}


def measure(n: int) -> dict[str, object]:
    """Everybody at one size."""
    plan_round(crowd(20, 0), History(), DEFAULT_RULES, seed=0)  # the solver loads on first use
    rows: dict[str, list[Row]] = {}
    for seed in SEEDS:
        here = crowd(n, seed)
        row, bound = ours(here, seed)
        rows.setdefault("tsunagari", []).append(row)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        if n > max(most for _, most in CONTENDERS.values()):
            continue
        worth = np.where(feasible(here, History(), DEFAULT_RULES), score_matrix(here), 0.0)
        for name, (_, most) in CONTENDERS.items():
            if n <= most:
                rows.setdefault(name, []).append(contender(name, worth, seed, bound))
    return {
        "people": n,
        "seeds": len(SEEDS),
        "python": platform.python_version(),
        "numpy": np.__version__,
        "peak_mib": round(peak),
        "contenders": {name: summary(found) for name, found in rows.items()},
    }


def main() -> int:
    """Run the sizes given as arguments, one after the other in this process."""
    sizes = [int(arg) for arg in sys.argv[1:]] or [1000]
    json.dump([measure(n) for n in sizes], sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
