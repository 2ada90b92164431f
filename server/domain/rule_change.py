"""Rule change: other rules for the rounds to come, and the way back.

One rule: the next round is planned anew, whatever was planned before; running rooms stay as they are.
"""

from __future__ import annotations

from server.domain.board import UNDO_SECONDS
from server.domain.floor import Floor
from server.domain.mixer import total_seconds
from server.domain.records import Action
from server.domain.ruling import BadRuling, ruled, rules_of, ruling_of
from server.errors import WrongPhase
from server.protocol.client import HostRules
from server.protocol.parts import Plan

LONGEST_SECONDS = 12 * 3600


def set_rules(floor: Floor, message: HostRules, now: float) -> str:
    """Take the host's rules for the rounds to come. Raises BadPlan, WrongPhase."""
    mixer = floor.mixer
    if not (mixer.gathering or mixer.phase == "break"):
        raise WrongPhase("rules change before a round, not during one")
    before, after = mixer.plan, ruled(mixer.plan, message.ruling)
    if after.rounds != before.rounds:
        check_rounds(floor, after)
    if after == before:
        return ""
    _use(floor, after)
    floor.undo.void("rules")
    return floor.undo.add(Action(kind="rules", until=now + UNDO_SECONDS, plan=before))


def undo_rules(floor: Floor, action: Action, _now: float) -> None:
    """Take a change of rules back."""
    if action.plan is not None:
        # Only what hosts change as rules: other settings may have changed meanwhile.
        _use(floor, ruled(floor.mixer.plan, ruling_of(action.plan)))


def check_rounds(floor: Floor, after: Plan) -> None:
    """Refuse a number of rounds that is over already, or takes half a day. Raises BadRuling."""
    if after.rounds <= floor.mixer.record.round:
        raise BadRuling("rounds", "must leave one round to come")
    if total_seconds(after) > LONGEST_SECONDS:
        raise BadRuling("rounds", "all together are longer than 12 hours")


def _use(floor: Floor, plan: Plan) -> None:
    floor.rules = rules_of(plan, floor.mixer.record.joker)
    floor.mixer.keep(plan=plan)
    floor.desk.void()
    floor.tried = None
    floor.changes.event = floor.changes.mixer = True
