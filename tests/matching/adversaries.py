"""People made to be hard for a planner, in any number: who they are, and who must be left over why.

The number of people left over in pairs and in groups of four is told here in words of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations

from matching.types import BenchReason, Candidate, History, Level, Role
from tests.matching.population import people, speakers

Situation = tuple[list[Candidate], History]


@dataclass(frozen=True)
class Adversary:
    """How they are made, how many of n are left over in pairs and in groups, and the reason said."""

    make: Callable[[int], Situation]
    alone: Callable[[int], int] = lambda n: 0
    grouped: Callable[[int], int] = lambda n: 0
    why: BenchReason | None = None
    repeats: bool = False


def _equal(n: int) -> Situation:
    return speakers(n, "en"), History()


def _every_pair(n: int) -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, combinations([c.id for c in speakers(n, "en")], 2)))


def _star(n: int) -> Situation:
    """Townspeople, who may not meet each other, around one alum."""
    around = speakers(n - 1, "en", role=Role.TOWNSPERSON, prefix="t")
    return [*speakers(1, "en", "vi"), *around], History()


def _tongues(n: int, tongue: Callable[[int], list[str]]) -> Situation:
    def of(i: int) -> tuple[tuple[str, Level], ...]:
        return tuple((code, Level.NATIVE) for code in tongue(i))

    return [Candidate(f"p{i:04}", Role.ALUMNI, of(i)) for i in range(n)], History()


def _supervised(n: int) -> Situation:
    young = speakers(n, "en", role=Role.PROSPECTIVE)
    return [replace(c, supervised=True) for c in young], History()


def _wanting(n: int) -> Situation:
    """Everybody seeks what only one other offers."""
    return [
        replace(c, seeks=frozenset({f"t{i}"}), offers=frozenset({f"t{(i + 1) % n}"}))
        for i, c in enumerate(speakers(n, "en"))
    ], History()


def _unlike(n: int) -> Situation:
    """No two alike in field, city, year of study or hours of the day."""
    return [
        replace(
            c,
            field=f"f{i}",
            city=f"c{i}",
            cohort=i,
            free_hours=frozenset(k for k in range(12) if i >> k & 1) | {i % 48},
        )
        for i, c in enumerate(speakers(n, "en"))
    ], History()


ADVERSARIES = {
    "all equal": Adversary(_equal),
    "star": Adversary(_star, lambda n: n - 2, lambda n: n - 2, BenchReason.NOBODY),
    "everybody bars everybody": Adversary(
        lambda n: (speakers(n, "en"), History(barred=_every_pair(n))),
        lambda n: n,
        lambda n: n,
        BenchReason.NOBODY,
    ),
    "everybody met everybody": Adversary(
        lambda n: (speakers(n, "en"), History(met=_every_pair(n))), repeats=True
    ),
    "a language each": Adversary(
        lambda n: _tongues(n, lambda i: [f"l{i}"]),
        lambda n: n,
        lambda n: n,
        BenchReason.LANGUAGE,
    ),
    "a chain of languages": Adversary(lambda n: _tongues(n, lambda i: [f"l{i}", f"l{i + 1}"])),
    "threes that share a language": Adversary(
        lambda n: _tongues(n, lambda i: [f"l{i // 3}"]),
        # One of each three stays over, but for the one trio a round may hold.
        lambda n: n // 3 - 1,
        why=BenchReason.NOBODY,
    ),
    "a hundred languages each": Adversary(
        lambda n: _tongues(n, lambda i: [f"l{i * k % n}" for k in range(100)])
    ),
    "all opted out of 1:1": Adversary(
        lambda n: ([replace(c, no_pairs=True) for c in speakers(n, "en")], History())
    ),
    "recruiters among themselves": Adversary(
        lambda n: (speakers(n, "en", role=Role.RECRUITER), History()),
        lambda n: n,
        lambda n: n,
        BenchReason.ROLES,
    ),
    "minors without a guide": Adversary(
        _supervised, lambda n: n, lambda n: n, BenchReason.SUPERVISION
    ),
    "a topic each": Adversary(_wanting),
    "nobody like another": Adversary(_unlike),
}


def crowd(n: int) -> Situation:
    """Plain people, to compare with."""
    return people(n, 5), History()
