"""Who may meet whom by role (M3): a verdict per pair of roles, and how much a host likes the pair."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from itertools import combinations_with_replacement

from matching.types import Role

RolePair = frozenset[Role]


class Meet(enum.StrEnum):
    """Under which condition two roles may share a room.

    ALWAYS and the two conditions hold for 1:1 and groups. In a group, IF_VERIFIED asks for one
    verified ambassador in the room instead of the partner being one (M5).
    """

    ALWAYS = "always"
    IF_VERIFIED = "if_verified"
    IF_OPTED_IN = "if_opted_in"
    IN_GROUPS = "in_groups"
    WITH_STAFF = "with_staff"
    NEVER = "never"


def role_pair(a: Role, b: Role) -> RolePair:
    """The key of two roles in a role table, in no order."""
    return frozenset((a, b))


UNGUARDED = frozenset({Role.RECRUITER, Role.STAFF})


def loosest(pair: RolePair) -> Meet:
    """The most that may be said of two roles: recruiters only ever meet who asked for it (M3)."""
    guarded = Role.RECRUITER in pair and not pair <= UNGUARDED
    return Meet.IF_OPTED_IN if guarded else Meet.ALWAYS


def _table() -> dict[RolePair, Meet]:
    table = {role_pair(a, b): Meet.NEVER for a, b in combinations_with_replacement(Role, 2)}
    for a, b in (
        (Role.ALUMNI, Role.ALUMNI),
        (Role.ALUMNI, Role.STUDENT),
        (Role.ALUMNI, Role.TOWNSPERSON),
        (Role.STUDENT, Role.STUDENT),
        (Role.STUDENT, Role.TOWNSPERSON),
        *((Role.STAFF, role) for role in Role),
    ):
        table[role_pair(a, b)] = Meet.ALWAYS
    for role in (Role.ALUMNI, Role.STUDENT):
        table[role_pair(Role.RECRUITER, role)] = Meet.IF_OPTED_IN
        table[role_pair(Role.PROSPECTIVE, role)] = Meet.IF_VERIFIED
    table[role_pair(Role.PROSPECTIVE, Role.PROSPECTIVE)] = Meet.IN_GROUPS
    table[role_pair(Role.PROSPECTIVE, Role.TOWNSPERSON)] = Meet.WITH_STAFF
    return table


MEETS: Mapping[RolePair, Meet] = _table()
"""M3 as written; what it does not name (two townspeople, recruiter and townsperson) is never."""

AFFINITY: Mapping[RolePair, float] = {
    role_pair(Role.ALUMNI, Role.ALUMNI): 0.6,
    role_pair(Role.ALUMNI, Role.STUDENT): 1.0,
    role_pair(Role.ALUMNI, Role.PROSPECTIVE): 1.0,
    role_pair(Role.ALUMNI, Role.RECRUITER): 0.7,
    role_pair(Role.ALUMNI, Role.TOWNSPERSON): 0.8,
    role_pair(Role.STUDENT, Role.STUDENT): 0.5,
    role_pair(Role.STUDENT, Role.PROSPECTIVE): 0.9,
    role_pair(Role.STUDENT, Role.RECRUITER): 0.9,
    role_pair(Role.STUDENT, Role.TOWNSPERSON): 0.9,
    role_pair(Role.STAFF, Role.PROSPECTIVE): 0.8,
}
"""How welcome a pair of roles is, 0 to 1; pairs not listed count 0.5."""

NEUTRAL_AFFINITY = 0.5
