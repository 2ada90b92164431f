"""One event's rules as one checked value: nothing downstream has to doubt them.

One rule: a `Rules` that exists is sound; a nonsense one is refused at birth with the rule named.
M5 is not in here on purpose: no setting reaches it (see `matching.supervised`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from itertools import combinations_with_replacement

from matching.errors import BadRules
from matching.roles import AFFINITY, MEETS, NEUTRAL_AFFINITY, Meet, RolePair, role_pair
from matching.types import Role

SMALLEST_GROUP = 3
LARGEST_GROUP = 5
PAIR = 2
LARGEST_ROOM = 6


@dataclass(frozen=True, slots=True)
class Weights:
    """What a good pair is made of; shares of 1 after scaling, so only their ratios matter.

    topics: what one seeks and the other offers, both ways, the lower way counting (M4).
    shared: interests in common. roles: the host's role table. language: strength of the joint
    language (M7). zone: hours of the day in common, so that keeping in touch is easy.
    purpose: unlike (explore) or like (reunite) each other (M6).
    """

    topics: float = 0.30
    shared: float = 0.15
    roles: float = 0.15
    language: float = 0.20
    zone: float = 0.05
    purpose: float = 0.15

    def __post_init__(self) -> None:
        values = [getattr(self, f.name) for f in fields(self)]
        for f, value in zip(fields(self), values, strict=True):
            if not math.isfinite(value) or value < 0:
                raise BadRules(f"weights.{f.name}", "must be a finite number, 0 or more")
        if sum(values) <= 0:
            raise BadRules("weights", "at least one must be above 0")

    @property
    def total(self) -> float:
        """The sum the scores are scaled by."""
        return float(sum(getattr(self, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Rules:
    """How one event matches people.

    meets: verdict per pair of roles (M3). affinity: liking per pair of roles, 0 to 1.
    explore: share of "explore" in the purpose, the rest is "reunite" (M6).
    fallback_languages: what somebody who told no language is taken to speak, conversationally.
    trios: how many trios a 1:1 round may hold for people left over (M11; 0 benches them).
    room_size: members of a room: 2 for rounds of 1:1, 3 to 6 for rounds of groups (M10).
    must_have: how many people of a role each room of a group round is to hold, where there are enough.
    group_size: members of a group where people must or want to be in groups; 3 or 4 (M10).
    sides: two sets of roles that are to meet each other; how many of the one there are to one of the
    other shapes the rooms, and `room_size` is not asked (M9, see `matching.shape`).
    joker: id of a host who takes the odd seat first and is otherwise left out of the plan (M11).
    """

    meets: Mapping[RolePair, Meet] = field(default_factory=lambda: MEETS)
    affinity: Mapping[RolePair, float] = field(default_factory=lambda: AFFINITY)
    weights: Weights = field(default_factory=Weights)
    explore: float = 0.7
    fallback_languages: tuple[str, ...] = ("ja", "en")
    trios: int = 1
    room_size: int = 2
    must_have: Mapping[Role, int] = field(default_factory=dict)
    group_size: int = 4
    sides: tuple[frozenset[Role], frozenset[Role]] | None = None
    joker: str | None = None

    def __post_init__(self) -> None:
        _check_meets(self.meets)
        _check_affinity(self.affinity)
        if not 0 <= self.explore <= 1:
            raise BadRules("explore", "must lie between 0 (reunite) and 1 (explore)")
        if not self.fallback_languages or not all(self.fallback_languages):
            raise BadRules("fallback_languages", "must name at least one language")
        if len(set(self.fallback_languages)) != len(self.fallback_languages):
            raise BadRules("fallback_languages", "must not name a language twice")
        if self.trios < 0:
            raise BadRules("trios", "must be 0 or more")
        if not SMALLEST_GROUP <= self.group_size < LARGEST_GROUP:
            raise BadRules("group_size", "must be 3 or 4")
        _check_composition(self.room_size, self.must_have, self.meets)
        if self.sides is not None:
            _check_sides(*self.sides, self.must_have, self.meets)

    @property
    def demands(self) -> tuple[tuple[frozenset[Role], int], ...]:
        """Of which roles each room of a round of groups is to hold how many."""
        sides = tuple((side, 1) for side in self.sides or ())
        return (*((frozenset({role}), need) for role, need in self.must_have.items()), *sides)

    def meet(self, a: Role | None, b: Role | None) -> Meet:
        """The verdict for two roles; no role counts as an alum."""
        return self.meets[role_pair(a or Role.ALUMNI, b or Role.ALUMNI)]

    def liking(self, a: Role | None, b: Role | None) -> float:
        """How welcome two roles are together, 0 to 1; unknown is neutral (M29)."""
        if a is None or b is None:
            return NEUTRAL_AFFINITY
        return self.affinity.get(role_pair(a, b), NEUTRAL_AFFINITY)


def _check_meets(meets: Mapping[RolePair, Meet]) -> None:
    for a, b in combinations_with_replacement(Role, 2):
        if role_pair(a, b) not in meets:
            raise BadRules("meets", f"has no verdict for {a} with {b}")
    for role in Role:
        verdict = meets[role_pair(Role.RECRUITER, role)]
        guarded = role not in {Role.RECRUITER, Role.STAFF}
        if guarded and verdict not in {Meet.IF_OPTED_IN, Meet.NEVER}:
            raise BadRules("meets", f"recruiters meet {role} people only if those opted in")
    if all(verdict is Meet.NEVER for verdict in meets.values()):
        raise BadRules("meets", "nobody could meet anybody")


def _check_composition(
    room_size: int, must_have: Mapping[Role, int], meets: Mapping[RolePair, Meet]
) -> None:
    if not PAIR <= room_size <= LARGEST_ROOM:
        raise BadRules("room_size", f"must lie between {PAIR} and {LARGEST_ROOM}")
    if not must_have:
        return
    if room_size == PAIR:
        raise BadRules("must_have", "is for rooms of three or more")
    if any(count < 1 for count in must_have.values()):
        raise BadRules("must_have", "must ask for one or more of a role")
    if sum(must_have.values()) > SMALLEST_GROUP:
        raise BadRules("must_have", f"must not ask for more than {SMALLEST_GROUP} people a room")
    for a, b in combinations_with_replacement(sorted(must_have), 2):
        together = a != b or must_have[a] > 1
        if together and meets[role_pair(a, b)] is Meet.NEVER:
            raise BadRules("must_have", f"{a} and {b} may not share a room")


def _check_sides(
    one: frozenset[Role],
    other: frozenset[Role],
    must_have: Mapping[Role, int],
    meets: Mapping[RolePair, Meet],
) -> None:
    if not one or not other:
        raise BadRules("sides", "must name at least one role each")
    if one & other:
        raise BadRules("sides", f"must not share a role, as {min(one & other)}")
    if must_have:
        raise BadRules("sides", "must not be asked for beside must_have: they shape the rooms")
    if all(meets[role_pair(a, b)] is Meet.NEVER for a in one for b in other):
        raise BadRules("sides", "may never meet each other by the role table")


def _check_affinity(affinity: Mapping[RolePair, float]) -> None:
    for pair, value in affinity.items():
        if not 0 <= value <= 1:
            raise BadRules(
                "affinity", f"must lie between 0 and 1 for {' with '.join(sorted(pair))}"
            )


DEFAULT_RULES = Rules()
"""Product defaults: explore 70/30, one trio, groups of four, Japanese and English."""
