"""Negotiation: which generation of a connection between two room-mates is the present one.

One rule: a signal travels only within its own generation. A generation begins when one of the two
comes with a fresh page, or when one asks for it; every signal of an older one is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from server.errors import StaleRoom
from server.ids import PersonId

FIRST_GENERATION = 1


def pair_key(a: PersonId, b: PersonId) -> str:
    """Return the key of two people, in no order."""
    return f"{min(a, b)}|{max(a, b)}"


def yields(viewer: PersonId, other: PersonId) -> bool:
    """Whether the viewer is the polite one of the two: the smaller id."""
    return viewer < other


@dataclass(slots=True)
class Negotiations:
    """Generations by pair."""

    gens: dict[str, int] = field(default_factory=dict)

    def of(self, a: PersonId, b: PersonId) -> int:
        """Return the present generation of two room-mates."""
        return self.gens.get(pair_key(a, b), FIRST_GENERATION)

    def bump(self, a: PersonId, b: PersonId) -> None:
        """Begin a new generation."""
        self.gens[pair_key(a, b)] = self.of(a, b) + 1

    def check(self, a: PersonId, b: PersonId, gen: int) -> None:
        """Raise StaleRoom unless the generation is the present one."""
        if gen != self.of(a, b):
            raise StaleRoom("generation")

    def restart(self, a: PersonId, b: PersonId, seen: int) -> bool:
        """Begin a new generation if `seen` is the present one; False if it has begun already."""
        present = self.of(a, b)
        if seen > present:
            raise StaleRoom("generation")
        if seen < present:
            return False
        self.bump(a, b)
        return True
