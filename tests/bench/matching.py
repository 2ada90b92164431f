"""Measures the planner against simple rules: `python -m tests.bench.matching` prints JSON.

One population per size, the same for every contender; supervised people and opt-outs are left out,
since the simple rules know only pairs. `ratio` is welfare over the proven bound of the same round.
CPU is of this process (set OMP_NUM_THREADS=1 for one core). Four rounds with the partners of the
rounds before excluded, so that scarcity shows.
"""

from __future__ import annotations

import json
import platform
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import numpy as np

from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES
from matching.score import Matrix, feasible, pair_mask, score_matrix
from matching.types import Candidate, History
from tests.matching.population import people

SIZES = (60, 200, 500, 1000)
ROUNDS = 4
Contender = Callable[[Matrix, random.Random], list[tuple[int, int]]]


def at_random(worth: Matrix, draw: random.Random) -> list[tuple[int, int]]:
    """Everybody in a random order takes a random free partner who fits."""
    return _take_turns(worth, draw, lambda _person, free: draw.choice(free))


def first_fit(worth: Matrix, draw: random.Random) -> list[tuple[int, int]]:
    """Everybody in a random order takes the first free partner who fits."""
    return _take_turns(worth, draw, lambda _person, free: free[0])


def best_fit(worth: Matrix, draw: random.Random) -> list[tuple[int, int]]:
    """Everybody in a random order takes the best free partner who fits."""
    return _take_turns(worth, draw, lambda i, free: max(free, key=lambda j: float(worth[i, j])))


def sorted_greedy(worth: Matrix, _draw: random.Random) -> list[tuple[int, int]]:
    """The best pair of all first, then the best of the rest, and so on."""
    a, b = np.triu_indices(len(worth), 1)
    free = set(range(len(worth)))
    pairs = []
    for k in np.argsort(-worth[a, b], kind="stable"):
        i, j = int(a[k]), int(b[k])
        if worth[i, j] > 0 and i in free and j in free:
            free -= {i, j}
            pairs.append((i, j))
    return pairs


def _take_turns(
    worth: Matrix, draw: random.Random, choose: Callable[[int, list[int]], int]
) -> list[tuple[int, int]]:
    order = draw.sample(range(len(worth)), len(worth))
    free = set(order)
    pairs = []
    for i in order:
        if i not in free:
            continue
        fits = [j for j in order if j in free and worth[i, j] > 0]
        if fits:
            j = choose(i, fits)
            free -= {i, j}
            pairs.append((i, j))
    return pairs


CONTENDERS: dict[str, Contender] = {
    "random": at_random,
    "first_fit": first_fit,
    "best_fit": best_fit,
    "sorted_greedy": sorted_greedy,
}


def measure_planner(here: list[Candidate], seed: int) -> list[dict[str, float]]:
    """Our rounds; everybody plays all of them."""
    met: frozenset[frozenset[str]] = frozenset()
    rows = []
    for done in range(ROUNDS):
        wall, cpu = time.perf_counter(), time.process_time()
        plan = plan_round(
            here, History(met), DEFAULT_RULES, seed=seed + done, rounds_left=ROUNDS - done
        )
        rows.append(
            {
                "ratio": plan.score / plan.bound,
                "alone": len(plan.bench),
                "repeats": plan.repeats,
                "ms": 1000 * (time.perf_counter() - wall),
                "cpu_ms": 1000 * (time.process_time() - cpu),
            }
        )
        met |= {frozenset(p) for room in plan.rooms for p in combinations(room.members, 2)}
        out = {b.id for b in plan.bench}
        trios = {p for room in plan.rooms if room.kind == "trio" for p in room.members}
        here = [
            replace(c, sat_out=c.sat_out + (c.id in out), trios=c.trios + (c.id in trios))
            for c in here
        ]
    return rows


def measure_contender(play: Contender, here: list[Candidate], seed: int) -> list[dict[str, float]]:
    """The same evening by a simple rule; its bound is of its own history."""
    draw = random.Random(seed)
    met: set[frozenset[str]] = set()
    rows = []
    for _ in range(ROUNDS):
        wall, cpu = time.perf_counter(), time.process_time()
        allowed = feasible(here, History(), DEFAULT_RULES) & ~pair_mask(here, met)
        worth = np.where(allowed, score_matrix(here), 0.0)
        pairs = play(worth, draw)
        ms, cpu_ms = 1000 * (time.perf_counter() - wall), 1000 * (time.process_time() - cpu)
        bound = plan_round(here, History(frozenset(met)), DEFAULT_RULES, seed=seed).bound
        total = sum(float(worth[i, j]) for i, j in pairs)
        rows.append(
            {
                "ratio": total / bound,
                "alone": len(here) - 2 * len(pairs),
                "repeats": 0,
                "ms": ms,
                "cpu_ms": cpu_ms,
            }
        )
        met |= {frozenset((here[i].id, here[j].id)) for i, j in pairs}
    return rows


def summary(rows: list[dict[str, float]]) -> dict[str, float]:
    """Means over the rounds, sums for counts, the slowest round beside the mean."""
    return {
        "ratio": round(statistics.mean(row["ratio"] for row in rows), 4),
        "alone": sum(row["alone"] for row in rows),
        "repeats": sum(row["repeats"] for row in rows),
        "ms": round(statistics.mean(row["ms"] for row in rows), 1),
        "ms_slowest": round(max(row["ms"] for row in rows), 1),
        "cpu_ms": round(statistics.mean(row["cpu_ms"] for row in rows), 1),
    }


def main() -> int:
    """Run every size and contender; sizes may be given as arguments."""
    sizes = [int(arg) for arg in sys.argv[1:]] or list(SIZES)
    plan_round(people(20, 0), History(), DEFAULT_RULES, seed=0)  # the solver loads on first use
    results = []
    for n in sizes:
        here = [replace(c, supervised=False, no_pairs=False) for c in people(n, 1)]
        whole = measure_planner(people(n, 1), 1)
        ours = measure_planner(here, 1)
        found = {"tsunagari": summary(ours), "tsunagari_with_groups": summary(whole)}
        for name, play in CONTENDERS.items():
            found[name] = summary(measure_contender(play, here, 1))
        results.append({"people": n, "rounds": ROUNDS, "contenders": found})
    report = {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "peak_rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "results": results,
    }
    json.dump(report, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
