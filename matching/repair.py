"""A seat for one person in a running round: somebody who came late or was freed (M12).

One rule: rooms that run are never reshuffled; at most one pair is joined, by its open door. People
met before are taken only when nobody unmet is there, and the placement says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matching import snapshot
from matching.language import common_language
from matching.rules import Rules
from matching.snapshot import Snapshot
from matching.trios import best_pair
from matching.types import Candidate, History, Role, RoomKind

NEW_PAIR_SHARE = 0.5
THIRD_SHARE = 0.3
CLOSED_DOORS = frozenset({Role.RECRUITER, Role.PROSPECTIVE})


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the person goes: `beside` are the others in the room, one for a pair, two for a trio."""

    kind: RoomKind
    beside: tuple[str, ...]
    language: str | None
    repeat: bool


def place_single(
    single: Candidate,
    singles: Sequence[Candidate],
    open_pairs: Sequence[tuple[Candidate, Candidate]],
    history: History,
    rules: Rules,
    *,
    share_left: float,
) -> Placement | None:
    """A new pair while more than half the round is left, else a third seat, else None (lounge).

    Nobody unmet is passed over for somebody met. Late in the round (under 30 %) it is the lounge.
    """
    if share_left < THIRD_SHARE:
        return None
    everyone = _distinct([single, *singles, *(p for pair in open_pairs for p in pair)])
    snap = snapshot.take(everyone, history, rules, seed=0)
    at = {person.id: i for i, person in enumerate(snap.people)}
    me = at[single.id]
    partners = [at[s.id] for s in singles if s.id != single.id]
    if share_left <= NEW_PAIR_SHARE:
        partners = []
    doors = [(at[a.id], at[b.id]) for a, b in open_pairs if _is_open(a, b)] if rules.trios else []
    for met_too in (False, True):
        beside = _new_pair(snap, me, partners, met_too=met_too) or _third(
            snap, me, doors, met_too=met_too
        )
        if beside:
            return _placed(snap, me, beside)
    return None


def _distinct(people: Sequence[Candidate]) -> list[Candidate]:
    return list({person.id: person for person in people}.values())


def _is_open(a: Candidate, b: Candidate) -> bool:
    """Talks with recruiters and prospective students keep their door shut."""
    return a.role not in CLOSED_DOORS and b.role not in CLOSED_DOORS


def _new_pair(
    snap: Snapshot, me: int, partners: Sequence[int], *, met_too: bool
) -> tuple[int, ...]:
    fit = [j for j in partners if snap.pairs[me, j] and (met_too or not snap.met[me, j])]
    # Whoever waits longest first: they are as alone as this one is.
    best = max(fit, key=lambda j: (int(snap.rank[j]), float(snap.score[me, j])), default=None)
    return () if best is None else (best,)


def _third(
    snap: Snapshot, me: int, doors: Sequence[tuple[int, int]], *, met_too: bool
) -> tuple[int, ...]:
    open_ = [pair for pair in doors if met_too or not snap.met[me, np.array(pair)].any()]
    return (best_pair(snap, me, open_) or ()) if open_ else ()


def _placed(snap: Snapshot, me: int, beside: Sequence[int]) -> Placement:
    people = [snap.people[i] for i in (me, *beside)]
    return Placement(
        kind="pair" if len(beside) == 1 else "trio",
        beside=tuple(snap.people[i].id for i in beside),
        language=common_language(people, snap.rules),
        repeat=bool(snap.met[me, np.array(beside)].any()),
    )
