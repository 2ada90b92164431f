"""A seat for somebody whose partner left, in a running round: `python3 -m tests bench leavers` prints JSON.

Everybody sits in pairs; one partner after the other leaves and each time a seat is found for the one
who stays: beside another single (`pair`), or as third of a pair (`third`). Milliseconds of CPU.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Sequence

import numpy as np

from matching.prepared import Prepared
from matching.repair import Openings
from matching.rules import DEFAULT_RULES
from matching.types import Candidate, History
from tests.bench.pairs import crowd

SIZES = (1000, 5000)
LEAVERS = 300
SINGLES = 8


def measure(n: int) -> dict[str, object]:
    """All leavers of one size."""
    here = crowd(n, 1)
    pairs = list(zip(here[::2], here[1::2], strict=False))
    began = time.process_time()
    known = Prepared(here, DEFAULT_RULES)
    prepared = 1000 * (time.process_time() - began)
    draw = random.Random(1)
    left = draw.sample(pairs, LEAVERS)
    doors = [pair for pair in pairs if pair not in left[:SINGLES]]
    singles = [pair[0] for pair in left[:SINGLES]]
    return {
        "people": n,
        "prepared_once_ms": round(prepared, 1),
        "third": _spread(Openings(known, (), doors), left, 0.4),
        "pair": _spread(Openings(known, singles, doors), left, 0.9),
    }


def _spread(
    openings: Openings, left: Sequence[tuple[Candidate, Candidate]], share_left: float
) -> dict[str, float]:
    took, found = [], 0
    for stays, goes in left:
        history = History(met=frozenset({frozenset((stays.id, goes.id))}))
        began = time.process_time()
        placed = openings.place(stays, history, share_left=share_left)
        took.append(1000 * (time.process_time() - began))
        found += placed is not None
    p50, p99 = np.percentile(took, [50, 99])
    return {
        "p50_ms": round(float(p50), 3),
        "p99_ms": round(float(p99), 3),
        "seated_share": round(found / len(left), 3),
    }


def main() -> int:
    """Run the sizes given, or all."""
    sizes = [int(arg) for arg in sys.argv[1:]] or list(SIZES)
    json.dump([measure(n) for n in sizes], sys.stdout, indent=2)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
