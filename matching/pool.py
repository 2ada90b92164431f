"""Instant matching outside rounds: one wave over everybody who waits, asked for each second (M13).

One rule: the wave depends on who waits, what lies between them, the rules, the time and the seed;
nothing is remembered from wave to wave but what the tickets say.
"""

from __future__ import annotations

from collections.abc import Sequence

from matching.language import common_language
from matching.offers import offers
from matching.outlook import outlook
from matching.reservation import first_asks, pair_now
from matching.rules import Rules
from matching.standing import Lately, Standing, everybody, stand
from matching.types import Candidate, History, PlannedRoom
from matching.wave import PoolRules, Ticket, Wave


def run_wave(  # noqa: PLR0913 - what a wave depends on, each by its name
    tickets: Sequence[Ticket],
    history: History,
    rules: Rules,
    pool_rules: PoolRules,
    *,
    now: float,
    seed: int,
    recent: Sequence[Candidate] = (),
    rate: float = 0.0,
) -> Wave:
    """Pairs of those who should meet now, offers for those who waited long, outlooks for who waits.

    `recent` are people who came lately, some hundred, in the pool still or not; `rate` is how many
    come a second. Without them the pool pairs whom it can. Raises DuplicateCandidate if somebody
    holds two tickets.
    """
    snap, here, past = everybody(tickets, recent, history, rules, seed=seed)
    held = {t.candidate.id: t for t in tickets}
    mine = [held[snap.people[i].id] for i in here]
    asked = first_asks(snap, past, past, rate, pool_rules)
    lately = Lately(past, asked, rate)
    return settle(stand(snap, here, lately, mine, now=now, pool=pool_rules), pool_rules)


def settle(standing: Standing, pool_rules: PoolRules) -> Wave:
    """The wave for people whose scores are known already."""
    pairs = pair_now(standing, pool_rules)
    taken = {i for pair in pairs for i in pair}
    left = [i for i in range(len(standing)) if i not in taken]
    return Wave(
        pairs=tuple(sorted((_room(standing, *pair) for pair in pairs), key=lambda r: r.members)),
        offers=offers(standing, left, pool_rules),
        waiting=outlook(standing, left, pool_rules),
    )


def _room(standing: Standing, i: int, j: int) -> PlannedRoom:
    people = sorted((standing.tickets[k].candidate for k in (i, j)), key=lambda c: c.id)
    return PlannedRoom(
        members=tuple(c.id for c in people),
        kind="pair",
        language=common_language(people, standing.snap.rules),
    )
