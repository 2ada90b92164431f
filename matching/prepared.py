"""What stays the same from round to round: who the people are, and what any two are worth together.

Handed to `plan_round` again, it spares everything but the round itself. One rule: it changes how fast
an answer comes, never which; whoever is not covered by it makes it anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from matching.errors import DuplicateCandidate
from matching.features import both_ways, features
from matching.language import level_table
from matching.permits import is_ambassador, permits_of
from matching.rules import Rules
from matching.score import Matrix, score_of
from matching.types import Candidate, Role

LASTING = attrgetter(
    "id",
    "role",
    "languages",
    "seeks",
    "offers",
    "interests",
    "zone_minutes",
    "free_hours",
    "country",
    "city",
    "cohort",
    "field",
    "verified",
    "supervised",
    "recruiters_ok",
    "no_pairs",
)
"""Everything of a person that a score or a permit depends on."""


class Prepared:
    """These people in the order of their ids, with all that depends on them and the rules alone."""

    def __init__(self, candidates: Sequence[Candidate], rules: Rules) -> None:
        self.rules = rules
        people = sorted(candidates, key=attrgetter("id"))
        self.place = {person.id: i for i, person in enumerate(people)}
        if len(self.place) < len(people):
            raise DuplicateCandidate(_twice(people))
        self.lasting = [LASTING(person) for person in people]
        self.rows = features(people, rules)
        self.levels = level_table(people, rules)
        self.permits = permits_of(people, rules)
        self.ambassador = np.array([is_ambassador(c) for c in people], dtype=np.bool_)
        staff = np.array([c.role is Role.STAFF for c in people], dtype=np.bool_)
        self.staff = self.ambassador & staff

    def __len__(self) -> int:
        return len(self.place)

    def covers(self, candidates: Sequence[Candidate], rules: Rules) -> bool:
        """Whether it was made of exactly these people, but for their turns, and by these rules."""
        if len(candidates) != len(self) or not (rules is self.rules or rules == self.rules):
            return False
        place, lasting = self.place, self.lasting
        return all(
            person.id in place and lasting[place[person.id]] == LASTING(person)
            for person in candidates
        )

    @cached_property
    def score(self) -> Matrix:
        """What each two are worth together, before what lies between them."""
        return score_of(self.rows)

    def row(self, i: int, others: npt.NDArray[np.intp]) -> npt.NDArray[np.float32]:
        """What one is worth together with each of the others, without all the other pairs."""
        phi, psi = self.rows.phi, self.rows.psi
        return both_ways(psi[others] @ phi[i], phi[others] @ psi[i])

    def between(self, a: npt.NDArray[np.intp], b: npt.NDArray[np.intp]) -> npt.NDArray[np.float32]:
        """What these pairs are worth, one by one."""
        phi, psi = self.rows.phi, self.rows.psi
        there = np.einsum("ij,ij->i", phi[a], psi[b])
        return both_ways(there, np.einsum("ij,ij->i", phi[b], psi[a]))


def prepare(
    candidates: Sequence[Candidate], rules: Rules, last: Prepared | None = None
) -> Prepared:
    """The last preparation if it still holds, else a new one. Raises DuplicateCandidate."""
    if last is not None and last.covers(candidates, rules):
        return last
    return Prepared(candidates, rules)


def _twice(people: Sequence[Candidate]) -> str:
    return next(a.id for a, b in pairwise(people) if a.id == b.id)
