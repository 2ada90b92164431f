"""Ruling: an event's plain choices about who meets whom, and the matcher's rules made of them.

One rule: made in one place, and refused there with the field named; nothing a host chooses reaches
what minors are owed (M5), since no matcher rule does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations_with_replacement
from typing import get_args

import msgspec

from matching.errors import BadRules
from matching.roles import AFFINITY, MEETS, NEUTRAL_AFFINITY, Meet, RolePair, role_pair
from matching.rules import PAIR, Rules, Weights
from matching.types import Role
from server.errors import BadPlan
from server.ids import PersonId
from server.protocol.parts import Much, Plan, RuleChoices
from server.protocol.ruling import Ruling

EXPLORE = {"explore": 0.7, "reunite": 0.3}
TIMES: Mapping[Much, float] = {"none": 0.0, "little": 0.4, "normal": 1.0, "much": 2.5}
"""What a choice makes of the usual weight."""
WEIGHTS = {
    "topics": "topics",
    "shared": "shared",
    "roles": "roles",
    "language": "language",
    "hours": "zone",
    "newness": "purpose",
}
"""Name of a choice: name of the weight."""
LIKED = 1.0
LIKED_FROM = 0.9
"""From this liking on a pair of roles counts as a liked one."""


class BadRuling(BadPlan):
    """A choice contradicts another or would loosen what may not be; `field` names it."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


def pair_name(pair: RolePair) -> str:
    """Return the key of a pair of roles, such as "alumni+student"."""
    first, *rest = (role.value for role in Role if role in pair)
    return "+".join([first, *(rest or [first])])


ROLE_PAIRS: Mapping[str, RolePair] = {
    pair_name(pair): pair
    for pair in (role_pair(a, b) for a, b in combinations_with_replacement(Role, 2))
}
"""All pairs of roles by key, in the order in which they are shown."""
USUAL: Mapping[str, Meet] = {name: MEETS[pair] for name, pair in ROLE_PAIRS.items()}
USUALLY_LIKED = tuple(n for n, pair in ROLE_PAIRS.items() if AFFINITY.get(pair, 0) >= LIKED_FROM)


def verdicts_for(name: str) -> tuple[Meet, ...]:
    """Return what may be said of a pair of roles: recruiters only ever meet who asked for them."""
    pair = ROLE_PAIRS[name]
    if Role.RECRUITER not in pair:
        return tuple(meet for meet in Meet if meet is not Meet.IF_OPTED_IN)
    if pair <= {Role.RECRUITER, Role.STAFF}:
        return tuple(meet for meet in Meet if meet is not Meet.IF_VERIFIED)
    return (Meet.IF_OPTED_IN, Meet.NEVER)


def rules_of(plan: Plan, joker: PersonId | None = None) -> Rules:
    """Return the matching rules that a plan asks for (M3, M6, M11). Raises BadRuling."""
    chosen = plan.rules
    meets, affinity = _meets(chosen), _affinity(chosen)
    try:
        return Rules(
            meets=meets,
            affinity=affinity,
            weights=_weights(chosen),
            explore=EXPLORE[plan.purpose],
            fallback_languages=tuple(chosen.fallback),
            trios=1 if plan.trios else 0,
            joker=joker,
            room_size=plan.room_size,
            must_have=Counter(map(Role, plan.must_have)) if plan.room_size > PAIR else {},
            sides=_sides(plan),
        )
    except BadRules as refusal:
        raise BadRuling(_field(refusal.rule), refusal.why) from None


def ruling_of(plan: Plan) -> Ruling:
    """Return what of a plan hosts can change."""
    return Ruling(rounds=plan.rounds, rules=plan.rules, purpose=plan.purpose, trios=plan.trios)


def ruled(plan: Plan, ruling: Ruling) -> Plan:
    """Return the plan with these rules."""
    return msgspec.structs.replace(
        plan,
        rounds=ruling.rounds,
        rules=ruling.rules,
        purpose=ruling.purpose,
        trios=ruling.trios,
    )


def _sides(plan: Plan) -> tuple[frozenset[Role], frozenset[Role]] | None:
    if not plan.sides:
        return None
    if len(plan.sides) != PAIR:
        raise BadRuling("sides", "must be two")
    one, other = (frozenset(map(Role, side)) for side in plan.sides)
    return one, other


def _meets(chosen: RuleChoices) -> Mapping[RolePair, Meet]:
    changed = {}
    for name, verdict in chosen.meets.items():
        meet = Meet(verdict)
        if meet not in verdicts_for(_known("rules.meets", name)):
            raise BadRuling("rules.meets", f"{name} cannot be {verdict}")
        changed[ROLE_PAIRS[name]] = meet
    return {**MEETS, **changed} if changed else MEETS


def _affinity(chosen: RuleChoices) -> Mapping[RolePair, float]:
    if chosen.liked is None:
        return AFFINITY
    liked = {ROLE_PAIRS[_known("rules.liked", name)] for name in chosen.liked}
    return {pair: LIKED if pair in liked else NEUTRAL_AFFINITY for pair in ROLE_PAIRS.values()}


def _weights(chosen: RuleChoices) -> Weights:
    usual = Weights()
    return Weights(
        **{
            weight: getattr(usual, weight) * TIMES[getattr(chosen, choice)]
            for choice, weight in WEIGHTS.items()
        }
    )


def _known(field: str, name: str) -> str:
    if name not in ROLE_PAIRS:
        raise BadRuling(field, f"{name} is no pair of roles such as {next(iter(ROLE_PAIRS))}")
    return name


def _field(rule: str) -> str:
    """The choice that stands behind a rule of the matcher."""
    named = {"meets": "rules.meets", "affinity": "rules.liked", "weights": "rules"}
    return named.get(rule, "rules.fallback" if rule == "fallback_languages" else rule)


MUCH: tuple[Much, ...] = get_args(Much)
