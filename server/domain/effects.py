"""Effects: what an evening asks the shell to do. Values only, a closed union.

Within one step the shell carries out every Save first, in one transaction; if that fails it sends
nothing, reloads the evening from its records and answers `unavailable`.
"""

from __future__ import annotations

from dataclasses import dataclass

from matching.rules import Rules
from matching.types import Candidate, History
from matching.wave import Ticket
from server.domain.records import Record
from server.ids import EventId, PersonId
from server.protocol.server import Push


@dataclass(frozen=True, slots=True)
class Send:
    """Send a message to some people, wherever they are connected."""

    to: tuple[PersonId, ...]
    message: Push


@dataclass(frozen=True, slots=True)
class SendHosts:
    """Send a message to every connected host of the event."""

    message: Push


@dataclass(frozen=True, slots=True)
class Save:
    """Write these records before anything of this step is sent."""

    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class PurgeChat:
    """Delete the event's chat: its time is over."""


@dataclass(frozen=True, slots=True)
class PlanRound:
    """Ask the matcher, off the loop; its answer comes back through `Evening.planned`."""

    round: int
    ask: int
    """Number of this request: only the answer to the newest is taken."""
    candidates: tuple[Candidate, ...]
    history: History
    rules: Rules
    seed: int
    rounds_left: int


@dataclass(frozen=True, slots=True)
class RunWave:
    """Ask the matcher for one wave of the pool; its answer comes back through `Evening.waved`."""

    ask: int
    """Number of this request: only the answer to the newest is taken."""
    tickets: tuple[Ticket, ...]
    history: History
    rules: Rules
    at: float
    seed: int
    recent: tuple[Candidate, ...]
    rate: float


@dataclass(frozen=True, slots=True)
class Rehearse:
    """Play the rounds to come, off the loop, in place of what was asked for before.

    What is known after each plan comes back through `Evening.rehearsed`.
    """

    event: EventId
    ask: int
    """Number of this request: only answers to the newest are taken."""
    candidates: tuple[Candidate, ...]
    history: History
    rules: Rules
    seeds: tuple[int, ...]
    """One for each round."""
    first: int
    """The number of the first one."""
    steps: int = 1
    """So many plans are wanted of it so far."""


@dataclass(frozen=True, slots=True)
class StopRehearsal:
    """What was asked for last is not wanted any more."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Close all connections of a person."""

    person: PersonId
    code: int
    reason: str


@dataclass(frozen=True, slots=True)
class WakeAt:
    """Call `tick` at this time; a later WakeAt of the same step or any next one replaces it."""

    at: float


Ask = PlanRound | RunWave | Rehearse | StopRehearsal
"""What the matcher is asked."""
Effect = Send | SendHosts | Save | PurgeChat | Ask | Drop | WakeAt
