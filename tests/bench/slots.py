"""Timetables for job fairs of three sizes: `python -m tests.bench.slots` prints JSON.

Made-up scores, 70 % of all pairs possible, three talks a guest; `ratio` is of the proven bound.
`slots` by the slots both can come to: all of them, and half of them drawn for everybody.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import numpy as np

from matching.slots import Wishes, arrange

SIZES = ((1000, 50, 12), (5000, 100, 24), (20000, 400, 24))
SEEDS = range(3)


def fair(guests: int, hosts: int, slots: int, free: float, seed: int) -> Wishes:
    """One fair; every host can give a talk in each slot they named."""
    draw = np.random.default_rng(seed)
    worth = np.clip(draw.normal(0.3, 0.08, (guests, hosts)), 0.01, 1.0)
    return Wishes(
        worth=np.where(draw.random((guests, hosts)) < 0.7, worth, 0.0),
        guest_free=draw.random((guests, slots)) < free,
        host_free=draw.random((hosts, slots)) < free,
        most=np.full(guests, 3, dtype=np.intp),
        budget=np.full(hosts, slots, dtype=np.intp),
    )


def measure(size: tuple[int, int, int], free: float, *, everybody_first: bool) -> dict[str, Any]:
    """Means over the seeds."""
    rows = []
    for seed in SEEDS:
        asked = fair(*size, free, seed)
        cpu = time.process_time()
        talks, bound = arrange(asked, everybody_first=everybody_first)
        total = sum(float(asked.worth[g, h]) for _, g, h in talks)
        served = len({g for _, g, _ in talks})
        rows.append((total / bound, len(talks), served, time.process_time() - cpu))
    ratio, talks_, served_, seconds = np.mean(rows, axis=0)
    return {
        "guests_hosts_slots": size,
        "free": free,
        "everybody_first": everybody_first,
        "ratio": round(float(ratio), 5),
        "talks": float(talks_),
        "guests_served": float(served_),
        "cpu_s": round(float(seconds), 2),
    }


def main() -> int:
    """The first so many sizes, all without an argument."""
    sizes = SIZES[: int(sys.argv[1])] if len(sys.argv) > 1 else SIZES
    arrange(fair(4, 2, 2, 1.0, 0), everybody_first=True)  # the solver loads on first use
    found = [
        measure(size, free, everybody_first=first)
        for size in sizes
        for free in (1.0, 0.5)
        for first in (False, True)
    ]
    json.dump(found, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
