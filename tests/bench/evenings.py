"""Whole evenings, everybody there all the time: `python3 -m tests bench evenings 1000 10` prints JSON.

Rounds of pairs with everything known carried on from round to round, seeds 0 to 4. `of_joint` is the
sum of all rounds over a bound on planning all rounds at once; `worst_off` is the lowest mean score of
a person over the median of all, and `worst_off_at_most` the lowest of what each would have with their
own best partners, one a round, whatever that means for the others.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from matching.measures import PlayedRound, measure
from matching.prepared import Prepared, prepare
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES
from matching.score import Matrix, feasible, score_matrix
from matching.types import Candidate, History, Pair, RoundPlan
from tests.bench.joint import joint_bound
from tests.bench.pairs import crowd

SEEDS = range(5)
EVENINGS = ((1000, 10), (60, 8), (6, 5))
PLAIN_FROM = 1000
"""From so many people on played without the bonus for who fell behind as well: it has its price."""


def play(
    here: Sequence[Candidate], rounds: int, seed: int, *, fair: bool
) -> Iterator[tuple[RoundPlan, float]]:
    """The rounds of an evening, each with the CPU milliseconds it took."""
    met: frozenset[Pair] = frozenset()
    known: Prepared | None = None
    scores: dict[str, list[float]] = {c.id: [] for c in here}
    worth = score_matrix(here)
    place = {c.id: i for i, c in enumerate(here)}
    for done in range(rounds):
        began = time.process_time()
        known = prepare(here, DEFAULT_RULES, known)
        plan = plan_round(
            here,
            History(met),
            DEFAULT_RULES,
            seed=1000 * seed + done,
            rounds_left=rounds - done,
            prepared=known,
        )
        yield plan, 1000 * (time.process_time() - began)
        met |= {frozenset(p) for room in plan.rooms for p in combinations(room.members, 2)}
        for room in plan.rooms:
            for a, b in combinations(room.members, 2):
                for person in (a, b):
                    scores[person].append(
                        float(worth[place[a], place[b]]) / (len(room.members) - 1)
                    )
        here = _on(here, plan, scores if fair else {})


def _on(
    here: Sequence[Candidate], plan: RoundPlan, scores: dict[str, list[float]]
) -> list[Candidate]:
    out = {b.id for b in plan.bench}
    trios = {p for room in plan.rooms if room.kind == "trio" for p in room.members}
    return [
        replace(
            c,
            sat_out=c.sat_out + (c.id in out),
            trios=c.trios + (c.id in trios),
            mean_score=statistics.mean(scores[c.id]) if scores.get(c.id) else None,
        )
        for c in here
    ]


def evening(n: int, rounds: int, seed: int, *, fair: bool = True) -> dict[str, float]:
    """One evening's figures."""
    here = crowd(n, seed)
    plans = list(play(here, rounds, seed, fair=fair))
    worth = np.where(feasible(here, History(), DEFAULT_RULES), score_matrix(here), 0.0)
    place = {c.id: i for i, c in enumerate(here)}
    mine: dict[str, list[float]] = {c.id: [] for c in here}
    total = 0.0
    for plan, _ in plans:
        for room in plan.rooms:
            for a, b in combinations(room.members, 2):
                value = float(worth[place[a], place[b]])
                total += value / (len(room.members) - 1) * (not room.repeat)
                mine[a].append(value)
                mine[b].append(value)
    means = {person: statistics.mean(each) for person, each in mine.items() if each}
    usual = statistics.median(means.values())
    best = _own_best(worth, rounds)
    paired = all(len(room.members) == 2 for plan, _ in plans for room in plan.rooms)
    everybody = all(not plan.bench for plan, _ in plans)
    judged = measure([PlayedRound(tuple(here), plan.rooms) for plan, _ in plans], DEFAULT_RULES)
    return {
        "of_joint": total / joint_bound(worth, rounds, all_in_pairs=paired and everybody),
        "of_bound": statistics.mean(plan.score / plan.bound for plan, _ in plans),
        "repeats": judged.repeats,
        "avoidable_repeats": judged.avoidable_repeats,
        "idle": judged.idle,
        "avoidable_idle": judged.idle - judged.unavoidable_idle,
        "sit_out_spread": judged.sit_out_spread,
        "worst_off": min(means.values()) / usual,
        "worst_off_at_most": min(float(best[place[person]]) for person in means) / usual,
        "first_ms": plans[0][1],
        "round_ms": statistics.median(ms for _, ms in plans[1:]),
    }


def _own_best(worth: Matrix, rounds: int) -> Matrix:
    """What each would have on average with their best partners; who has too few meets the best again."""
    sorted_ = -np.sort(-worth, axis=1)
    most = min(rounds, len(worth) - 1)
    enough = (worth > 0).sum(1) >= most
    return np.where(enough, sorted_[:, :most].mean(1), sorted_[:, 0])


def summary(n: int, rounds: int, *, fair: bool) -> dict[str, object]:
    """Medians over the seeds, and the worst seed where a promise hangs on it."""
    rows = [evening(n, rounds, seed, fair=fair) for seed in SEEDS]
    worst = {
        "of_joint": min(row["of_joint"] for row in rows),
        "avoidable_repeats": max(row["avoidable_repeats"] for row in rows),
        "avoidable_idle": max(row["avoidable_idle"] for row in rows),
        "worst_off": min(row["worst_off"] for row in rows),
    }
    median = {key: round(statistics.median(row[key] for row in rows), 5) for key in rows[0]}
    return {"people": n, "rounds": rounds, "fair": fair, "median": median, "worst_seed": worst}


def main() -> int:
    """Run PEOPLE ROUNDS [PEOPLE ROUNDS …]."""
    numbers = [int(arg) for arg in sys.argv[1:]]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True)) or list(EVENINGS)
    evening(20, 2, 0)  # the solver loads on first use
    results = []
    for n, rounds in pairs:
        results.append(summary(n, rounds, fair=True))
        if n >= PLAIN_FROM:
            results.append(summary(n, rounds, fair=False))
    json.dump(results, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
