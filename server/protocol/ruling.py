"""What hosts change about who meets whom, and what a rehearsal of the rounds to come found."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from server.ids import PersonId
from server.protocol.base import Message, Request
from server.protocol.parts import BenchReason, Count, Part, Purpose, RolePair, RuleChoices

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


Who = Literal["here", "joined"]
Relaxable = Literal["language", "roles", "opt_in", "unverified", "no_pairs"]
Share = Annotated[float, Meta(ge=0, le=1)]


class HostRehearse(Request, frozen=True, tag="host.rehearse"):
    """Play the rounds to come without seating anybody; `host.rehearsal` tells what was found."""

    ruling: Ruling | None = None
    """Rules to try that are not set; None: those of the event."""
    who: Who = "here"
    """With those who are here, or with all who ever joined."""


class RehearsedRound(Part, frozen=True, omit_defaults=False):
    """One round of a rehearsal: how many people have no seat, and what rooms do without."""

    round: Count
    rooms: Count
    idle: Count
    trios: Count
    repeats: Count
    """Rooms in which two met before."""
    clashes: Count
    """Rooms without a language common to all."""
    lacking: Count
    """Rooms without somebody of a role that each is to hold."""


class LeftOut(Part, frozen=True):
    """So many people have no seat in the worst round, and what keeps them."""

    count: Count
    why: BenchReason
    relax: list[Relaxable] = []
    """The fewest rules that would have to give; empty: none keeps them, or none that may give helps."""
    taken: bool = False
    """They may meet somebody, who was taken; `relax` keeps them from others left over."""
    pairs: list[RolePair] = []
    """The pairs of roles that `relax` speaks of."""
    people: list[PersonId] = []
    """Some of them; nobody where a wish of their own keeps them."""


class Remedy(Part, frozen=True):
    """One change that was tried: `served` fewer have no seat in the worst round."""

    kind: Literal["meets", "trios", "rounds"]
    served: Count
    idle: Count
    """Seats that people would still miss, all rounds together."""
    ruling: Ruling
    """What to ask for with `host.rules`."""
    pair: RolePair | None = None


class Rehearsal(Part, frozen=True):
    """What is known so far of a rehearsal."""

    state: Literal["running", "done", "late", "failed"]
    """Late: time was up before all was played."""
    at: float
    """When it was asked for."""
    tried: Ruling
    """The rules by which it is played."""
    who: Who
    people: Count
    to_come: Count
    """How many rounds are to be played."""
    rounds: list[RehearsedRound] = []
    worst: Count = 0
    """The round with most people without a seat; 0 if everybody has one."""
    left: list[LeftOut] = []
    remedies: list[Remedy] = []
    sat_out: Count = 0
    """People who sit out at least once."""
    longest: Count = 0
    """How often one of them does."""
    fresh: Count = 0
    """Rounds before somebody meets somebody again."""
    share: Share = 1.0
    """What the rooms are worth, as a share of what is proven to be the most."""


class HostRehearsal(Message, frozen=True, tag="host.rehearsal"):
    """The rehearsal asked for last; None: none since the evening was opened, or it was stopped."""

    v: Count
    rehearsal: Rehearsal | None = None
