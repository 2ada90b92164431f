"""The pool over minutes: better company than instant pairing, short waits, forecasts that hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from matching.pool import run_wave
from matching.rules import DEFAULT_RULES
from matching.score import feasible
from matching.types import History
from matching.wave import DEFAULT_POOL, Ticket
from tests.matching.flow import (
    Flow,
    Outcome,
    batch,
    coming,
    foreseen,
    hopeless,
    instant,
    ours,
    play,
)
from tests.matching.population import people


@pytest.fixture(scope="module")
def flow() -> Flow:
    return coming(700, 0, 1.0)


@pytest.fixture(scope="module")
def played(flow: Flow) -> Outcome:
    return play(flow, ours(), ears=True)


def score(flow: Flow, out: Outcome) -> float:
    who = np.flatnonzero(flow.counted & (out.mate >= 0))
    return float(flow.snap.score[flow.at[who], flow.at[out.mate[who]]].mean())


def lost(flow: Flow, out: Outcome) -> float:
    return float((out.mate[flow.counted & ~hopeless(flow)] < 0).mean())


def test_waiting_a_little_finds_much_better_company(flow: Flow, played: Outcome) -> None:
    at_once = play(flow, instant, at_once=True)
    best = foreseen(flow, 30.0)
    gain = score(flow, played) - score(flow, at_once)
    assert 0.55 < gain / (best - score(flow, at_once)) <= 1
    waited = played.waited[flow.counted & (played.mate >= 0)]
    p50, p95, p99 = np.percentile(waited, [50, 95, 99])
    assert (p50 <= 7, p95 <= 30, p99 <= 45) == (True, True, True)
    assert lost(flow, played) <= lost(flow, at_once) + 0.005


def test_equal_company_comes_sooner_than_by_batches(flow: Flow, played: Outcome) -> None:
    batches = play(flow, batch(15))
    ours_, theirs = (out.waited[flow.counted & (out.mate >= 0)] for out in (played, batches))
    assert score(flow, played) >= score(flow, batches) - 0.005
    assert np.median(ours_) < np.median(theirs)


def test_whoever_speaks_one_language_or_is_rare_waits_little_longer(
    flow: Flow, played: Outcome
) -> None:
    served = flow.counted & (played.mate >= 0)
    few = flow.snap.pairs[np.ix_(flow.at, flow.at)].mean(1) < 0.5
    usual = np.percentile(played.waited[served], 95)
    assert (served & few).sum() > 20
    assert np.percentile(played.waited[served & few], 95) <= 1.7 * usual


def test_the_wait_told_is_the_wait_to_come(played: Outcome) -> None:
    known = [b for b in played.bands if b[2] < np.inf or b[3] > b[1]]
    assert len(known) > 500
    assert np.mean([low <= true <= high for low, high, true, _ in known]) >= 0.8
    assert np.median([high - low for low, high, _, _ in known]) <= 20


def test_among_forty_who_fit_nobody_waits_over_five_seconds() -> None:
    crowd = [c for c in people(160, 8) if not c.supervised and not c.no_pairs]
    few = np.flatnonzero(feasible(crowd, History()).sum(1) < 60)
    here = [c for i, c in enumerate(crowd) if i not in few]
    recent = [replace(c, id=f"r{c.id}") for c in people(200, 6)]
    waiting = {c.id: Ticket(c, 0.0) for c in here}
    for now in range(1, 6):
        wave = run_wave(
            list(waiting.values()),
            History(),
            DEFAULT_RULES,
            DEFAULT_POOL,
            now=float(now),
            seed=now,
            recent=recent,
            rate=5.0,
        )
        for person in [p for room in wave.pairs for p in room.members]:
            del waiting[person]
    assert len(here) > 100
    assert len(waiting) <= 0.05 * len(here)


def test_the_same_people_and_seed_give_the_same_waves() -> None:
    small = coming(60, 3, 1.0)
    again = coming(60, 3, 1.0)
    assert (play(small, ours()).mate == play(again, ours()).mate).all()
