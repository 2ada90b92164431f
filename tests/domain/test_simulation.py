"""A thousand evenings by seed, judged after every step; seeds that failed once are kept forever."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from matching.check import check
from tests.domain.script import simulate

EVENINGS = 1000
CALM_EVENINGS = 60
CHUNK = 25
SEEDS = Path(__file__).with_name("seeds.txt")
KEPT = [
    int(line.split("#")[0]) for line in SEEDS.read_text().splitlines() if line.split("#")[0].strip()
]
IDLE_SHARE = 0.01
REDONE = 12
LARGE = (30, 220)


def play(seeds: range, calm: bool) -> tuple[list[str], int, int, int]:
    """Play evenings; return what failed, and the idle, present and repeated beyond need."""
    failed: list[str] = []
    idle = present = repeats = 0
    for seed in seeds:
        try:
            world = simulate(seed, calm=calm)
        except Exception as error:  # noqa: BLE001 - whatever it is, the seed is told
            failed.append(f"seed {seed}: {type(error).__name__}: {str(error)[:400]}")
            continue
        for each in world.watch.rounds:
            idle += each.benched - each.unavoidable
            present += each.present
            repeats += each.avoidable_repeats
    return failed, idle, present, repeats


def play_all(evenings: int, *, calm: bool) -> tuple[list[str], int, int, int]:
    """Play many evenings on two processors."""
    chunks = [range(at, min(at + CHUNK, evenings)) for at in range(0, evenings, CHUNK)]
    workers = min(2, os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        results = list(pool.map(play, chunks, [calm] * len(chunks)))
    failed = [each for result in results for each in result[0]]
    idle, present, repeats = (sum(each) for each in list(zip(*results, strict=True))[1:])
    return failed, idle, present, repeats


@pytest.mark.timeout(900)
def test_a_thousand_evenings_break_no_rule():
    failed, idle, present, repeats = play_all(EVENINGS, calm=False)
    assert failed == [], "add these seeds to seeds.txt"
    # Supervised groups count as possible where any three would do, so a few are not really so.
    assert idle <= 2 * IDLE_SHARE * present
    assert repeats <= IDLE_SHARE * present


@pytest.mark.timeout(300)
def test_calm_evenings_are_fair_and_waste_nothing():
    failed, idle, _, repeats = play_all(CALM_EVENINGS, calm=True)
    assert failed == []
    assert (idle, repeats) == (0, 0)


@pytest.mark.parametrize("seed", range(REDONE))
def test_every_round_can_be_redone_from_what_is_kept_of_it(seed):
    plans = simulate(seed).store.plans()
    assert [(each.round, each.problems) for each in check(plans) if each.problems] == []


@pytest.mark.parametrize("seed", KEPT)
def test_what_failed_once(seed):
    assert simulate(seed).steps > 0


@pytest.mark.timeout(300)
@pytest.mark.parametrize("people", LARGE)
def test_large_evenings(people):
    world = simulate(1, people=people, calm=True)
    assert sum(each.present for each in world.watch.rounds) >= people
