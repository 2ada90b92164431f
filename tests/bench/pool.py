"""Plays the pool against simple policies: `python -m tests.bench.pool [RATE ...]` prints JSON.

The same people come to every policy; five seeds. `foreseen` is what a policy that knows the future
reaches if it serves the most and keeps nobody over 30 s. Hopeless are people whom nobody who fits met in time.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from matching.language import spoken
from matching.rules import DEFAULT_RULES
from matching.types import Candidate
from tests.matching.flow import (
    Flow,
    Outcome,
    batch,
    coming,
    first_waiting,
    foreseen,
    hopeless,
    instant,
    ours,
    play,
)

SEEDS = range(5)
SIZES = {0.2: 700, 1.0: 2000, 5.0: 2500}
POLICIES: dict[str, Callable[[Flow], Outcome]] = {
    "tsunagari": lambda flow: play(flow, ours()),
    "instant": lambda flow: play(flow, instant, at_once=True),
    "first_waiting": lambda flow: play(flow, first_waiting, at_once=True),
    "batch_10": lambda flow: play(flow, batch(10)),
    "batch_20": lambda flow: play(flow, batch(20)),
}
Mask = np.ndarray


def score(flow: Flow, out: Outcome) -> float:
    """Mean over the people served."""
    who = np.flatnonzero(flow.counted & (out.mate >= 0))
    a, b = flow.at[who], flow.at[out.mate[who]]
    return float(flow.snap.score[a, b].mean())


def speaks_one(person: Candidate) -> bool:
    """One language well enough for a room."""
    return sum(level > 1 for level in spoken(person, DEFAULT_RULES).values()) == 1


def measure(name: str, flows: list[Flow]) -> dict[str, Any]:
    """One policy over all seeds."""
    cpu = time.process_time()
    outs = [POLICIES[name](flow) for flow in flows]
    cpu = time.process_time() - cpu
    joined = _joined(flows, outs)
    roles = sorted({str(c.role) for flow in flows for c in flow.people})
    who = [c for flow in flows for c in flow.people]
    alone = np.array([speaks_one(c) for c in who])
    never = np.concatenate([hopeless(flow) for flow in flows])
    return {
        "score": round(statistics.mean(score(f, o) for f, o in zip(flows, outs, strict=True)), 4),
        "all": joined(np.ones(len(who), dtype=bool)),
        "hopeless_share": round(float(never.mean()), 5),
        "one_language": joined(alone),
        "roles": {r: joined(np.array([str(c.role) == r for c in who])) for r in roles},
        "cpu_s": round(cpu, 1),
    }


def _joined(flows: list[Flow], outs: list[Outcome]) -> Callable[[Mask], dict[str, float]]:
    counted = np.concatenate([flow.counted for flow in flows])
    waited = np.concatenate([out.waited for out in outs])

    def of(whom: Mask) -> dict[str, float]:
        mine = waited[counted & whom]
        served = mine[~np.isnan(mine)]
        if not len(served):
            return {"people": len(mine)}
        p50, p95, p99 = np.percentile(served, [50, 95, 99])
        return {
            "people": len(mine),
            "p50": round(float(p50), 1),
            "p95": round(float(p95), 1),
            "p99": round(float(p99), 1),
            "gave_up": round(1 - len(served) / len(mine), 4),
        }

    return of


def coverage(flow: Flow) -> dict[str, float]:
    """How often the true wait lay in the band told; giving up within the band says nothing."""
    out = play(flow, ours(), ears=True)
    known = [b for b in out.bands if b[2] < np.inf or b[3] > b[1]]
    hit = [low <= true <= high for low, high, true, _ in known]
    return {
        "told": len(known),
        "covered": round(statistics.mean(hit), 3),
        "too_late": round(statistics.mean(true > high for _, high, true, _ in known), 3),
        "width_p50": statistics.median(high - low for low, high, _, _ in known),
    }


def main() -> int:
    """All rates, or those given."""
    rates = [float(arg) for arg in sys.argv[1:]] or list(SIZES)
    report = []
    for rate in rates:
        flows = [coming(SIZES.get(rate, 1500), seed, rate) for seed in SEEDS]
        found = {name: measure(name, flows) for name in POLICIES}
        base = found["instant"]["score"]
        best = statistics.mean(foreseen(flow, 30.0) for flow in flows)
        for policy in found.values():
            policy["over_instant"] = round(policy["score"] / base - 1, 4)
            policy["of_foreseen_gain"] = round((policy["score"] - base) / (best - base), 3)
        report.append(
            {
                "rate": rate,
                "foreseen_over_instant": round(best / base - 1, 4),
                "bands": coverage(flows[0]),
                "policies": found,
            }
        )
    json.dump(report, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
