"""What stays the same from round to round: who the people are, and what any two are worth together.

Handed to `plan_round` again, it spares everything but the round itself. One rule: it changes how fast
an answer comes, never which; whoever is not covered by it makes it anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import Any

import numpy as np
import numpy.typing as npt

from matching.errors import DuplicateCandidate
from matching.features import features
from matching.language import Mask, levels_by_code
from matching.permits import is_ambassador, permits_of, spread
from matching.rules import Rules
from matching.score import Matrix, score_of
from matching.start import Start, begin
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


@dataclass(frozen=True, slots=True)
class Masks:
    """What lies between each two by who they are: see `Snapshot`, but for blocks."""

    talk: Mask
    pairs: Mask
    rooms: Mask
    wants_ambassador: Mask
    wants_staff: Mask


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
        self.levels, self.codes = levels_by_code(people, rules)
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

    def in_order(self, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """These people as they are now, in the order of those known."""
        return tuple(sorted(candidates, key=attrgetter("id")))

    @cached_property
    def score(self) -> Matrix:
        """What each two are worth together, before what lies between them."""
        return _kept(score_of(self.rows))

    @cached_property
    def masks(self) -> Masks:
        """Who may talk, be alone or share a room with whom."""
        permits, speaks = self.permits, (self.levels > 0).astype(np.float32)
        talk = np.asarray(speaks @ speaks.T > 0, dtype=np.bool_)
        return Masks(
            talk=_kept(talk),
            pairs=_kept(spread(permits.pairs, permits.codes) & talk),
            rooms=_kept(spread(permits.rooms, permits.codes) & talk),
            wants_ambassador=_kept(spread(permits.wants_ambassador, permits.codes)),
            wants_staff=_kept(spread(permits.wants_staff, permits.codes)),
        )

    @cached_property
    def start(self) -> Start:
        """Where the prices of a round start from."""
        return begin(self.score * self.masks.pairs)

    def row(self, i: int, others: npt.NDArray[np.intp]) -> npt.NDArray[np.float32]:
        """What one is worth together with each of the others, without all the other pairs."""
        return self.rows.block(np.array([i], dtype=np.intp), others).ravel()

    def between(self, a: npt.NDArray[np.intp], b: npt.NDArray[np.intp]) -> npt.NDArray[np.float32]:
        """What these pairs are worth, one by one."""
        return self.rows.between(a, b)


def prepare(
    candidates: Sequence[Candidate], rules: Rules, last: Prepared | None = None
) -> Prepared:
    """The last preparation if it still holds, else a new one. Raises DuplicateCandidate."""
    if last is not None and last.covers(candidates, rules):
        return last
    return Prepared(candidates, rules)


def _kept(table: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The table, never to be changed: every round is handed the same one."""
    table.flags.writeable = False
    return table


def _twice(people: Sequence[Candidate]) -> str:
    return next(a.id for a, b in pairwise(people) if a.id == b.id)
