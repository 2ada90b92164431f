"""Mixer: the clock of an event. It alone knows the phase, the round and the deadline.

    scheduled -> lobby -> round -> wrap_up -> break -> round -> … -> closed

A round ends by its deadline only. Any running phase can be paused, resumed, extended and closed.
The deadline of a phase moves by pause and extend, by nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from server.domain.records import EventRecord
from server.errors import WrongPhase
from server.protocol.parts import Phase, Plan

if TYPE_CHECKING:
    from matching.plan_file import Case
    from matching.types import RoundPlan

NEXT: Mapping[Phase, frozenset[Phase]] = MappingProxyType(
    {
        "scheduled": frozenset({"lobby", "closed"}),
        "lobby": frozenset({"round", "closed"}),
        "round": frozenset({"wrap_up", "break", "closed"}),
        "wrap_up": frozenset({"break", "closed"}),
        "break": frozenset({"round", "closed"}),
        "closed": frozenset(),
    }
)

REST_ROUND_SECONDS = 360.0
"""The rest a plan asks for is that after rounds of six minutes (M14); shorter rounds rest less."""
MARGIN_SECONDS = 5.0
"""An extended room ends so long before the next round, so that the round stays whole."""
RETURN_SECONDS = 10.0
"""After a restart so much time at least is left to come back before a round begins."""

SHARE_DIGITS = 5
PACE_SECONDS = 1.0
PATIENCE_SECONDS = 5.0
"""A request to the matcher that is not answered by then may be made again."""


@dataclass(slots=True)
class Mixer:
    """Phase, round, epoch and deadline of one event, kept in its record."""

    record: EventRecord

    @property
    def plan(self) -> Plan:
        """The settings."""
        return self.record.plan

    @property
    def phase(self) -> Phase:
        """Where the mixer stands."""
        return self.record.phase

    @property
    def paused(self) -> bool:
        """Whether the clock is stopped."""
        return self.record.paused_left is not None

    @property
    def deadline(self) -> float | None:
        """When the phase ends; None while nothing is set or the clock is stopped."""
        return None if self.paused else self.record.deadline

    @property
    def talking(self) -> bool:
        """Whether a round runs, or its wrap-up."""
        return self.phase in ("round", "wrap_up")

    @property
    def gathering(self) -> bool:
        """Whether the first round has not begun."""
        return self.phase in ("scheduled", "lobby")

    @property
    def talk_until(self) -> float | None:
        """When the talking time of the running round ends, or has ended; None in between."""
        if self.phase == "wrap_up":
            return self.record.began
        return self.record.deadline if self.phase == "round" else None

    @property
    def last_round(self) -> bool:
        """Whether no round follows the present one."""
        return self.record.round >= self.plan.rounds

    @property
    def plans_for(self) -> int:
        """The round that a plan is wanted for; 0 while none is to come or no start is set."""
        if self.phase == "break" or (self.gathering and self.record.deadline is not None):
            return self.record.round + 1
        return 0

    def due(self, now: float) -> bool:
        """Whether the phase is over."""
        return self.deadline is not None and now >= self.deadline

    def share_left(self, now: float) -> float:
        """Return how much of the round's talking time is left, 0 to 1; 0 outside of rounds."""
        if self.phase != "round" or self.record.deadline is None:
            return 0.0
        left = self.record.paused_left
        left = self.record.deadline - now if left is None else left
        # Rounded, so that a timer set for "half the round" finds half the round left.
        return round(min(1.0, max(0.0, left / self.plan.round_seconds)), SHARE_DIGITS)

    def next_start(self) -> float | None:
        """Return when the next round is expected to begin; None if none is."""
        if self.deadline is None or self.phase == "closed" or self.last_round:
            return None
        after = {
            "round": self.plan.wrap_seconds + self.break_seconds,
            "wrap_up": self.break_seconds,
        }
        return self.deadline + after.get(self.phase, 0.0)

    @property
    def break_seconds(self) -> float:
        """Length of the break after the present round."""
        return break_after(self.plan, self.record.round)

    def open_doors(self) -> None:
        """Let people gather."""
        if self.phase == "scheduled":
            self._move("lobby")

    def set_start(self, at: float | None) -> None:
        """Set when the next round begins, or take it back (None, before the first round only)."""
        if self.phase not in ("scheduled", "lobby", "break") or self.paused:
            raise WrongPhase(f"no round can be started in {self.phase}")
        if at is None and self.phase == "break":
            raise WrongPhase("a break has an end")
        self.open_doors()
        self._set(deadline=at)

    def begin_round(self, now: float) -> float:
        """Begin the next round; return when its talks begin, after the cards were shown."""
        self._move("round")
        starts_at = now + self.plan.propose_seconds
        self._set(
            round=self.record.round + 1,
            epoch=self.record.epoch + 1,
            began=now,
            deadline=starts_at + self.plan.round_seconds,
        )
        return starts_at

    def wrap_up(self, at: float) -> None:
        """End the talking time; private answers are asked for."""
        self._move("wrap_up")
        self._set(began=at, deadline=at + self.plan.wrap_seconds)

    def rest(self, at: float, not_before: float) -> None:
        """Begin the break; the next round begins after it and not before the given time."""
        length = self.break_seconds
        self._move("break")
        self._set(began=at, deadline=max(at + length, not_before))

    def push_start(self, not_before: float) -> None:
        """Move the start of the next round, for a room that the host gave more time."""
        if self.phase == "break" and self.record.deadline is not None:
            self._set(deadline=max(self.record.deadline, not_before))

    def pause(self, now: float) -> None:
        """Stop the clock."""
        if self.deadline is None or self.phase == "closed":
            raise WrongPhase("no clock is running")
        self._set(paused_left=max(0.0, self.deadline - now))

    def resume(self, now: float) -> float:
        """Let the clock run again; return by how much every deadline has moved."""
        left, old = self.record.paused_left, self.record.deadline
        if left is None or old is None:
            raise WrongPhase("the clock is not stopped")
        self._set(deadline=now + left, paused_left=None)
        return now + left - old

    def extend(self, seconds: float) -> None:
        """Move the end of the phase."""
        if self.record.deadline is None or self.phase == "closed":
            raise WrongPhase("no clock is running")
        left = self.record.paused_left
        self._set(
            deadline=self.record.deadline + seconds,
            paused_left=None if left is None else max(0.0, left + seconds),
        )

    def close(self, now: float) -> None:
        """End the mixer for good."""
        self._move("closed")
        self._set(deadline=None, paused_left=None, closed_at=now, closing_at=None)

    def close_at(self, at: float | None) -> None:
        """Set when the host's countdown to the end is over, or take it back."""
        self._set(closing_at=at)

    def keep(self, **fields: object) -> None:
        """Keep what hosts have set beside the clock: joker, guarded, undo."""
        self._set(**fields)

    def give_places(self, capacity: int) -> None:
        """Set how many the event takes."""
        self._set(plan=msgspec.structs.replace(self.plan, capacity=capacity))

    def recover(self, now: float) -> bool:
        """After a restart, leave time to come back before a round begins; say if it was needed."""
        soon = now + RETURN_SECONDS
        if self.phase not in ("lobby", "break") or self.deadline is None or self.deadline >= soon:
            return False
        self._set(deadline=soon)
        return True

    def number_room(self) -> int:
        """Return a room number that was never used."""
        self._set(rooms_made=self.record.rooms_made + 1)
        return self.record.rooms_made

    def _move(self, to: Phase) -> None:
        if to not in NEXT[self.phase]:
            raise WrongPhase(f"mixer cannot go from {self.phase} to {to}")
        self._set(phase=to, paused_left=None)

    def _set(self, **fields: object) -> None:
        self.record = msgspec.structs.replace(self.record, **fields)


def break_after(plan: Plan, round_: int) -> float:
    """Return the length of the break after a round: now and then it is a rest (M14)."""
    if not round_ or round_ % plan.rest_after:
        return plan.break_seconds
    rest = plan.rest_seconds * min(1.0, plan.round_seconds / REST_ROUND_SECONDS)
    return max(plan.break_seconds, rest)


def total_seconds(plan: Plan) -> float:
    """Return how long a mixer takes from the first round to the end."""
    a_round = plan.propose_seconds + plan.round_seconds + plan.wrap_seconds
    return plan.rounds * a_round + sum(break_after(plan, each) for each in range(1, plan.rounds))


@dataclass(slots=True)
class PlanDesk:
    """Requests to the matcher: only the answer to the newest one counts."""

    ask: int = 0
    round: int = 0
    asked_at: float | None = None
    """Set while an answer is awaited."""
    last_at: float | None = None
    stale: bool = True
    """People have changed since the newest request."""
    plan: RoundPlan | None = None
    asked: Case | None = None
    """What the newest request was about."""
    basis: Case | None = None
    """What the plan was made from."""

    def ask_at(self, round_: int) -> float | None:
        """Return from when on a request is to be made for this round; None if none is.

        A new one at most once a second, and only if people have changed since the last.
        """
        if round_ == 0 or (self.round == round_ and not self.stale):
            return None
        if self.round != round_ or self.last_at is None:
            return 0.0
        wait = PACE_SECONDS if self.asked_at is None else PATIENCE_SECONDS
        return self.last_at + wait

    def request(self, round_: int, now: float) -> int:
        """Note a request; return its number."""
        if self.round != round_:
            self.plan = self.basis = None
        self.ask += 1
        self.round = round_
        self.asked_at = self.last_at = now
        self.stale = False
        return self.ask

    def answer(self, ask: int, plan: RoundPlan, round_: int) -> bool:
        """Take the plan if it answers the newest request for the round to come."""
        if ask != self.ask or round_ != self.round or self.asked_at is None:
            return False
        self.plan, self.basis = plan, self.asked
        self.asked_at = None
        return True

    def void(self) -> None:
        """Forget what was planned and asked: the rules have changed."""
        self.plan = self.asked = self.basis = self.asked_at = self.last_at = None
        self.stale = True
        self.ask += 1

    def take(self, round_: int) -> RoundPlan | None:
        """Hand out the plan for this round, once; requests still open are void."""
        plan = self.plan if self.round == round_ else None
        self.plan, self.asked_at, self.stale = None, None, True
        self.asked = self.basis = None
        self.ask += 1
        return plan
