"""Measures large rounds of pairs: `python -m tests.bench.sparse 10000 100000` prints JSON.

One process per size, so that peaks of memory are its own. `ratio` is welfare over the bound proven in
the same run; `seconds` are of the wall, `cpu` of the process. Supervised people and those who asked
for no 1:1 are left out: they sit in groups. One thread up to 20,000 people, two beyond; one thread
per matrix product (set for the processes started here). From 20,000 people on
the second search is left out: one proves enough within the minute.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

SIZES = (2000, 10_000, 100_000)
TWO_THREADS_FROM = 20_000
ONE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


class Phases:
    """Wall and processor time between marks."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.cpu: dict[str, float] = {}
        self._since = (time.perf_counter(), time.process_time())

    def mark(self, name: str) -> None:
        """Ends a phase."""
        now = (time.perf_counter(), time.process_time())
        self.seconds[name] = round(now[0] - self._since[0], 2)
        self.cpu[name] = round(now[1] - self._since[1], 2)
        self._since = now


def measure(n: int, seed: int) -> dict[str, object]:
    """One round of pairs among n people."""
    import numpy as np

    from matching import sparse
    from matching.crowd import gather
    from matching.effort import Effort
    from matching.rules import DEFAULT_RULES
    from matching.types import History
    from tests.matching.population import people

    drawn = people(n + n // 8 + 100, seed)
    here = [c for c in drawn if not c.supervised and not c.no_pairs][:n]
    phases = Phases()
    crowd = gather(here, History(), DEFAULT_RULES, seed=seed)
    phases.mark("people to rows")
    names = iter(("first search", "second search and partners"))

    def keep_going() -> bool:
        if name := next(names, None):
            phases.mark(name)
        return n < TWO_THREADS_FROM

    with ThreadPoolExecutor(2) as two:

        def spread(job: Callable, starts: Iterable[int], /) -> Iterable:
            return (two.map if n >= TWO_THREADS_FROM else map)(job, starts)

        paired = sparse.pair_up_sparse(
            crowd, np.ones(n, dtype=np.bool_), Effort(spread, keep_going)
        )
    phases.mark("mending")
    one = np.flatnonzero(paired.mate > np.arange(n))
    worth = crowd.score(one, paired.mate[one])
    return {
        "people": n,
        "seed": seed,
        "ratio": round(float(worth.sum()) / paired.bound, 5),
        "alone": int((paired.mate < 0).sum()),
        "worst": round(float(worth.min()), 3),
        "p5": round(float(np.percentile(worth, 5)), 3),
        "mean": round(float(worth.mean()), 4),
        "seconds": {**phases.seconds, "all": round(sum(phases.seconds.values()), 2)},
        "cpu": {**phases.cpu, "all": round(sum(phases.cpu.values()), 2)},
        "threads": 2 if n >= TWO_THREADS_FROM else 1,
        "peak_rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "load": os.getloadavg()[0],
    }


def main() -> int:
    """Every size in a process of its own; `--one SIZE SEED` is such a process."""
    if sys.argv[1:2] == ["--one"]:
        json.dump(measure(int(sys.argv[2]), int(sys.argv[3])), sys.stdout)
        return 0
    sizes = [int(arg) for arg in sys.argv[1:]] or SIZES
    results = []
    for n in sizes:
        command = [sys.executable, "-m", "tests.bench.sparse", "--one", str(n), "1"]
        done = subprocess.run(command, env={**os.environ, **ONE}, check=True, capture_output=True)
        results.append(json.loads(done.stdout))
    json.dump(results, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
