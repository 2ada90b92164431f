"""What hosts change about who meets whom, and what the next round comes to by it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from server.protocol.base import Request
from server.protocol.parts import Count, Part, Purpose, RuleChoices

Rounds = Annotated[int, Meta(ge=1, le=30)]


class Ruling(Part, frozen=True, omit_defaults=False):
    """All that a host can change about the rounds to come, as a whole."""

    rounds: Rounds
    rules: RuleChoices = RuleChoices()
    purpose: Purpose = "explore"
    trios: bool = True


class HostRules(Request, frozen=True, tag="host.rules"):
    """From the next round on people meet by these rules. Running rooms stay as they are."""

    ruling: Ruling


class Preview(Part, frozen=True, omit_defaults=False):
    """What the plan that is ready for the next round comes to."""

    round: Count
    rooms: Count
    idle: Count
    repeats: Count
    clashes: Count
