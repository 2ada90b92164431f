"""How long rounds of people made to be hard take: `python3 -m tests bench adversaries 500 2000`.

Every kind of `tests/matching/adversaries.py`, in pairs and in groups of four, one after the other in
one process; processor time, and what became of the people. Prints JSON.
"""

from __future__ import annotations

import json
import sys
import time

from matching.assignment import warm
from matching.large import plan_large
from matching.rounds import plan_round
from matching.rules import DEFAULT_RULES, Rules
from matching.types import History
from tests.matching.adversaries import ADVERSARIES, Adversary, crowd
from tests.matching.population import speakers

SIZES = (500, 2000)
MODES = {"pairs": DEFAULT_RULES, "fours": Rules(room_size=4)}


def measure(adversary: Adversary, n: int, rules: Rules) -> dict[str, object]:
    """One round: its time, who has no seat and why."""
    here, history = adversary.make(n)
    started = time.process_time()
    plan = plan_round(here, history, rules, seed=1, rounds_left=3)
    took = time.process_time() - started
    return {
        "cpu_s": round(took, 2),
        "rooms": len(plan.rooms),
        "left": len(plan.bench),
        "why": sorted({bench.why.value for bench in plan.bench}),
        "repeats": plan.repeats,
        "notes": sum(bool(room.notes) for room in plan.rooms),
        "of_bound": round(plan.score / plan.bound, 4) if plan.bound > 1 else None,
    }


def main(arguments: list[str]) -> int:
    """Measure every kind at these sizes."""
    warm()
    # Libraries load on first use, which is no part of what is measured.
    plan_large(speakers(40, "en"), History(), DEFAULT_RULES, seed=0)
    kinds = {**ADVERSARIES, "plain people": Adversary(crowd)}
    found = {
        f"{n} in {mode}": {kind: measure(each, n, rules) for kind, each in kinds.items()}
        for n in map(int, arguments or SIZES)
        for mode, rules in MODES.items()
    }
    json.dump(found, sys.stdout, indent=1)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
