"""Everything the matcher promises, measured: `python3 -m tests bench matching` prints JSON and a table.

Each part is a bench of its own (`tests/bench/<part>.py`) in a process of its own, one thread per matrix
product. The table goes to standard error; `--plot FILE.svg` draws quality against time. Parts may be
named, to run only those: `python3 -m tests bench matching pairs evenings`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
PARTS: dict[str, tuple[str, ...]] = {
    "pairs": ("200", "1000"),
    "sparse": ("10000", "100000"),
    "evenings": (),
    "groups": (),
    "leavers": (),
    "pool": ("1",),
    "slots": ("2",),
}
Report = dict[str, Any]


@dataclass(frozen=True)
class Goal:
    """One promise: which part tells, what is reached when, and how it is read off."""

    part: str
    what: str
    reach: str
    read: Callable[[Any], tuple[str, bool]]


def _pairs(report: Any) -> tuple[str, bool]:
    ours = next(r for r in report if r["people"] == 1000)["contenders"]["tsunagari"]
    told = f"{ours['ratio_lowest']:.2%} (lowest of 5), {ours['cpu_ms']:.0f} ms CPU"
    return told, ours["ratio_lowest"] >= 0.999 and ours["cpu_ms"] <= 80


def _sparse(people: int, ratio: float, seconds: float) -> Callable[[Any], tuple[str, bool]]:
    def read(report: Any) -> tuple[str, bool]:
        row = next(r for r in report if r["people"] == people)
        wall = sum(row["seconds"].values()) - row["seconds"].get("people", 0.0)
        told = f"{row['ratio']:.2%}, {wall:.1f} s, {row['peak_rss_mb']} MiB"
        return told, row["ratio"] >= ratio and wall <= seconds

    return read


def _evening(people: int, *, fair: bool) -> Callable[[Any], Report]:
    return lambda report: next(r for r in report if r["people"] == people and r["fair"] is fair)


def _rounds(report: Any) -> tuple[str, bool]:
    row = _evening(1000, fair=False)(report)
    joint, again = row["worst_seed"]["of_joint"], row["worst_seed"]["avoidable_repeats"]
    told = f"{joint:.2%}, {again} avoidable repeats, {row['median']['round_ms']:.0f} ms CPU a round"
    return told, joint >= 0.999 and again == 0 and row["median"]["round_ms"] <= 40


def _sixty(report: Any) -> tuple[str, bool]:
    row = _evening(60, fair=True)(report)
    worst = row["worst_seed"]
    told = (
        f"{worst['avoidable_repeats']} avoidable repeats, {worst['avoidable_idle']} avoidable idle, "
        f"worst-off {row['median']['worst_off']:.2f} of the median "
        f"({row['median']['worst_off_at_most']:.2f} with their best partners)"
    )
    sound = not (worst["avoidable_repeats"] or worst["avoidable_idle"])
    return told, sound and row["median"]["worst_off"] >= 0.85


def _pool(report: Any) -> tuple[str, bool]:
    ours = report[0]["policies"]["ours"]
    waits = ours["all"]
    told = (
        f"{ours['over_instant']:+.1%} of {report[0]['foreseen_over_instant']:+.1%} foreseeable, "
        f"p50 {waits['p50']} p95 {waits['p95']} p99 {waits['p99']} s, gave up {waits['gave_up']:.1%}"
    )
    prompt = waits["p50"] <= 7 and waits["p95"] <= 30 and waits["p99"] <= 45
    return told, ours["over_instant"] >= 0.35 and prompt and waits["gave_up"] <= 0.005


def _leavers(report: Any) -> tuple[str, bool]:
    worst = {r["people"]: max(r["third"]["p99_ms"], r["pair"]["p99_ms"]) for r in report}
    told = ", ".join(f"{n:,}: p99 {ms:.2f} ms" for n, ms in worst.items())
    return told, all(ms <= 1 for ms in worst.values())


def _groups(report: Any) -> tuple[str, bool]:
    ours = next(r for r in report if (r["people"], r["size"]) == (1000, 4))["tsunagari"]
    told = (
        f"{ours['no_language']} without a language, "
        f"{ours['repeats']} repeats ({ours['unservable']} proven), "
        f"{ours['without_roles']} without a role ({ours['without_roles_at_least']} proven), "
        f"{ours['cpu_ms']:.0f} ms CPU a round"
    )
    sound = ours["no_language"] == 0 and ours["other_rule_broken"] == 0
    needed = ours["repeats"] <= ours["unservable"]
    needed &= ours["without_roles"] <= ours["without_roles_at_least"]
    return told, sound and needed and ours["cpu_ms"] <= 100


GOALS = (
    Goal("pairs", "1,000 people in pairs", ">= 99.9 %, <= 80 ms", _pairs),
    Goal("sparse", "10,000 people", ">= 99.9 %, <= 2 s", _sparse(10_000, 0.999, 2)),
    Goal("sparse", "100,000 people", ">= 99 %, <= 60 s", _sparse(100_000, 0.99, 60)),
    Goal("evenings", "1,000 x 10 rounds", ">= 99.9 % of joint, <= 40 ms", _rounds),
    Goal("evenings", "60 people, 8 rounds", "0 repeats, worst-off >= 0.85", _sixty),
    Goal("groups", "1,000 in groups of 4", "none avoidable, <= 100 ms", _groups),
    Goal("leavers", "a leaver repaired", "<= 1 ms p99", _leavers),
    Goal("pool", "pool at 1 arrival/s", ">= +35 % over instant", _pool),
)


def run(part: str) -> Any:
    """One part's JSON, from a process of its own; None if it fails."""
    command = [sys.executable, "-m", f"tests.bench.{part}", *PARTS[part]]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **ONE_THREAD}, capture_output=True, check=False
    )
    if done.returncode:
        sys.stderr.write(f"{part}: {done.stderr.decode()[-2000:]}\n")
        return None
    return json.loads(done.stdout)


def table(parts: Report) -> list[dict[str, Any]]:
    """A row for each promise of the parts that ran."""
    rows = []
    for goal in GOALS:
        if parts.get(goal.part) is None:
            continue
        measured, reached = goal.read(parts[goal.part])
        rows.append(
            {"what": goal.what, "reach": goal.reach, "measured": measured, "reached": reached}
        )
    return rows


def plot(report: Any, target: str) -> None:
    """Quality against time: one dot a contender, the upper left corner is the place to be."""
    import matplotlib as mpl

    mpl.use("svg")
    from matplotlib import pyplot as plt

    figure, all_axes = plt.subplots(1, len(report), figsize=(6 * len(report), 5), squeeze=False)
    for axes, size in zip(all_axes[0], report, strict=True):
        for name, row in size["contenders"].items():
            ours = name == "tsunagari"
            axes.scatter(
                row["cpu_ms"], 100 * row["ratio"], s=60, c="#C5532D" if ours else "#39406F"
            )
            axes.annotate(
                name.replace("_", " "),
                (row["cpu_ms"], 100 * row["ratio"]),
                xytext=(6, -3),
                textcoords="offset points",
                fontsize=9,
                weight="bold" if ours else "normal",
            )
        axes.set_xscale("log")
        axes.set_title(f"{size['people']:,} people in pairs", loc="left")
        axes.set_xlabel("milliseconds of CPU")
        axes.set_ylabel("% of the proven bound")
        axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(target)


def main(arguments: Sequence[str]) -> int:
    """Run the parts; return 0 when every promise is kept."""
    parser = argparse.ArgumentParser(prog="python3 -m tests bench matching")
    parser.add_argument("parts", nargs="*", help=", ".join(PARTS))
    parser.add_argument("--plot", metavar="FILE.svg")
    options = parser.parse_args(arguments)
    parts = {part: run(part) for part in options.parts or PARTS}
    rows = table(parts)
    for row in rows:
        mark = "reached" if row["reached"] else "NOT reached"
        sys.stderr.write(f"{row['what']:24} {row['reach']:30} {row['measured']:70} {mark}\n")
    if options.plot and parts.get("pairs"):
        plot(parts["pairs"], options.plot)
    json.dump({"goals": rows, "parts": parts}, sys.stdout, indent=2)
    sys.stdout.write("\n")
    return int(not all(row["reached"] for row in rows))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
