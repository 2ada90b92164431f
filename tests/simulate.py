"""Whole evenings by seed, driven exactly as the shell drives them, judged after every step.

`simulate(seed)` plays one and raises AssertionError where a rule was broken. Everything random
comes from the seed: who comes, what they do, what is late, lost or repeated, when it crashes.

long because the shell, the clock and every client live here together.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

import msgspec

from matching.plan_file import PlanFile, read, write
from matching.rehearsal import Rehearsed
from matching.rounds import plan_round
from matching.types import RoundPlan
from server.domain.effects import (
    Ask,
    Drop,
    Effect,
    PlanRound,
    PurgeChat,
    Rehearse,
    RunWave,
    Save,
    Send,
    SendHosts,
    StopRehearsal,
    WakeAt,
)
from server.domain.evening import Evening
from server.domain.permissions import Actor
from server.domain.pooling import is_open
from server.domain.records import (
    Archive,
    BarRecord,
    ChatRecord,
    EventRecord,
    Fact,
    MarkRecord,
    MeetingRecord,
    PersonRecord,
    PlanRecord,
    ReportRecord,
    RoomRecord,
    RoundRecord,
)
from server.errors import TsunagariError
from server.ids import EventId, PersonId
from server.protocol import server as s
from server.protocol.client import EveningMessage
from server.protocol.parts import Plan
from server.protocol.pool import Match
from server.services.solver import Solver, solve_wave
from tests.domain.invariants import Watch, check_hidden
from tests.domain.replica import Replica

BEGIN = 1_795_694_400.0
SESSION_SECONDS = 60.0
SPINS = 8
MOST_COMPARED = 12
NOTHING = RoundPlan(rooms=(), bench=(), score=0.0, bound=0.0, repeats=0, seed=0)
"""An answer that came too late to matter."""
Then = Callable[[], None]


@dataclass
class Store:
    """The records as a database would hold them, by key."""

    rows: dict[tuple[object, ...], Fact] = field(default_factory=dict)

    def save(self, records: tuple[Fact, ...]) -> None:
        """Insert or replace each by its key."""
        for record in records:
            # Through bytes, as a database would: nothing is shared with the machines.
            self.rows[key_of(record)] = copy_of(record)

    def purge_chat(self) -> None:
        """Delete the chat."""
        self.rows = {k: r for k, r in self.rows.items() if not isinstance(r, ChatRecord)}

    def plans(self) -> PlanFile:
        """Return the plans of all rounds."""
        plans = [record for record in self.rows.values() if isinstance(record, PlanRecord)]
        return PlanFile(tuple(p.case for p in sorted(plans, key=lambda plan: plan.round)))

    def archive(self) -> Archive:
        """Return everything recorded."""
        found: dict[type[Fact], list[Fact]] = {}
        for record in self.rows.values():
            found.setdefault(type(record), []).append(record)
        return Archive(
            event=found[EventRecord][0],  # type: ignore[arg-type]
            people=tuple(found.get(PersonRecord, ())),  # type: ignore[arg-type]
            rooms=tuple(found.get(RoomRecord, ())),  # type: ignore[arg-type]
            meetings=tuple(found.get(MeetingRecord, ())),  # type: ignore[arg-type]
            marks=tuple(found.get(MarkRecord, ())),  # type: ignore[arg-type]
            bars=tuple(found.get(BarRecord, ())),  # type: ignore[arg-type]
            reports=tuple(found.get(ReportRecord, ())),  # type: ignore[arg-type]
            chat=tuple(found.get(ChatRecord, ())),  # type: ignore[arg-type]
            rounds=tuple(found.get(RoundRecord, ())),  # type: ignore[arg-type]
        )


def copy_of(record: Fact) -> Fact:
    """Return the record as a database gives it back."""
    if isinstance(record, PlanRecord):
        (case,) = read(write(PlanFile((record.case,)))).rounds
        return PlanRecord(event=record.event, round=record.round, case=case)
    return msgspec.json.decode(msgspec.json.encode(record), type=type(record))


def key_of(record: Fact) -> tuple[object, ...]:
    """Return the key that the record's docstring names."""
    name = type(record).__name__
    match record:
        case MarkRecord():
            return (name, record.meeting, record.person)
        case BarRecord():
            return (name, record.event, record.person, record.other, record.kind)
        case ChatRecord():
            return (name, record.event, record.seq)
        case RoundRecord() | PlanRecord():
            return (name, record.event, record.round)
        case _:
            return (name, record.id)  # type: ignore[attr-defined]


class World:
    """The shell, the clock and the clients around one evening."""

    def __init__(self, seed: int, plan: Plan, *, late_plans: float = 0.3) -> None:
        self.rng = random.Random(seed)
        self.now = BEGIN
        self.store = Store()
        self.late_plans = late_plans
        event = EventRecord(
            id=EventId("e"),
            title="An evening",
            zone="Asia/Tokyo",
            code="CODE",
            plan=plan,
            seed=seed,
            created_at=BEGIN,
            expires_at=BEGIN + 1e6,
        )
        self.store.save((event,))
        self.clients: dict[PersonId, Replica] = {}
        self.connected: set[PersonId] = set()
        self.host = Replica()
        self.watch = Watch()
        self.wake: float | None = None
        self.queue: list[tuple[float, int, Then]] = []
        self.asks: list[PlanRound] = []
        self.solver = Solver()
        self.steps = 0
        self.requests = 0
        self.on_seat: Callable[[PersonId, s.RoundSeat], None] = lambda _person, _seat: None
        self.on_match: Callable[[PersonId, Match], None] = lambda _person, _match: None
        self.evening, effects = Evening.open(self.store.archive(), now=self.now)
        self.run(effects, "open")
        self.host.restart(self.evening.host_snapshot(self.now))

    # Time

    def later(self, seconds: float, then: Then) -> None:
        """Do something after a while."""
        self.requests += 1
        heapq.heappush(self.queue, (self.now + seconds, self.requests, then))

    def advance(self, seconds: float) -> None:
        """Let time pass; timers and everything planned happen in order."""
        end = self.now + seconds
        spins = 0
        while True:
            due = min(
                (at for at in (self.wake, self.queue[0][0] if self.queue else None) if at),
                default=float("inf"),
            )
            if due > end:
                break
            spins = spins + 1 if due <= self.now else 0
            assert spins < SPINS * (1 + len(self.queue)), "a timer that never rests"
            self.now = max(self.now, due)
            if self.queue and self.queue[0][0] <= self.now:
                heapq.heappop(self.queue)[2]()
            if self.wake is not None and self.wake <= self.now:
                if self.rng.random() < 0.2:
                    self.now += self.rng.uniform(0, 0.4)
                self.tick()
        self.now = max(self.now, end)

    def tick(self) -> None:
        """Call the timer; it rings once."""
        self.wake = None
        self.run(self.evening.tick(self.now), "tick")

    # Requests

    def ask(self, actor: Actor, message: EveningMessage) -> str:
        """Send a request; raise what it was refused with, after checking that nothing changed."""
        before = self.print() if self.rng.random() < 0.1 else None
        try:
            step = self.evening.handle(actor, message, self.now)
        except TsunagariError:
            assert before is None or before == self.print(), "a refusal has changed something"
            raise
        self.run(step.effects, type(message).__name__)
        return step.ref

    def try_to(self, actor: Actor, message: EveningMessage) -> str | None:
        """Send a request; None if it was refused."""
        try:
            return self.ask(actor, message)
        except TsunagariError:
            return None

    def admit(self, record: PersonRecord) -> None:
        """Let somebody join."""
        self.run(self.evening.admit(record, self.now), "admit")
        self.clients[record.id] = Replica()

    def attend(self, person: PersonId, *, fresh: bool) -> None:
        """Open a page, or get a lost connection back; then the state is sent anew."""
        whole = fresh or self.rng.random() < 0.3 or self.clients[person].presence is None
        if whole:
            self.clients[person] = Replica()
        effects = self.evening.attend(person, self.now, fresh=fresh)
        self.connected.add(person)
        self.run(effects, "attend")
        if whole:
            self.clients[person].restart(self.evening.snapshot(person, self.now))

    def detach(self, person: PersonId) -> None:
        """Lose the connection; the session still takes what is sent."""
        self.connected.discard(person)
        self.run(self.evening.detach(person, self.now), "detach")

    def crash(self, away: float) -> None:
        """End the process between two steps and open the evening from what was saved."""
        before, waiting = self.print(), self.waiting()
        self.now += away
        self.queue = [each for each in self.queue if self.rng.random() < 0.5]
        heapq.heapify(self.queue)
        self.asks.clear()
        self.wake = None
        self.watch.forget()
        self.host = Replica()
        self.clients = {person: Replica() for person in self.clients}
        self.evening, effects = Evening.open(self.store.archive(), now=self.now)
        assert before == self.print(), "something acknowledged was lost"
        if is_open(self.evening.floor, self.now):
            assert waiting == self.waiting(), "a place in the pool was lost"
        self.run(effects, "reopen")
        self.host.restart(self.evening.host_snapshot(self.now))
        back = [each for each in sorted(self.connected) if self.rng.random() < 0.9]
        self.connected.clear()
        for person in back:
            seconds = self.rng.uniform(0.1, 6)
            self.later(seconds, lambda person=person: self.come_back(person))  # type: ignore[misc]

    def come_back(self, person: PersonId) -> None:
        """A page that survived the server's restart."""
        if self.evening.removed(person) or person in self.connected:
            return
        effects = self.evening.attend(person, self.now, fresh=False)
        self.connected.add(person)
        self.run(effects, "attend")
        self.clients[person].restart(self.evening.snapshot(person, self.now))

    # Effects

    def run(self, effects: list[Effect], cause: str) -> None:
        """Carry out effects as the shell does, then judge."""
        self.steps += 1
        saves = [each for each in effects if isinstance(each, Save)]
        assert len(saves) <= 1, "two transactions in one step"
        for effect in effects:
            self._carry_out(effect)
        self.watch.check(self.evening.floor, effects, cause, self.now)
        if self.evening.dirty and self.rng.random() < 0.3:
            self.flush()

    def flush(self) -> None:
        """Send what is coalesced; then every client must know what a fresh one would."""
        for effect in self.evening.flush(self.now):
            self._carry_out(effect)
        if self.rng.random() < 0.25:
            self.compare()

    def compare(self) -> None:
        """Assert that each client knows what a fresh snapshot says."""
        floor = self.evening.floor
        looked_at = sorted(self.connected)
        if len(looked_at) > MOST_COMPARED:
            looked_at = self.rng.sample(looked_at, MOST_COMPARED)
        for person in looked_at:
            if self.clients[person].presence is None:
                continue  # about to be sent its first snapshot
            fresh = Replica()
            fresh.restart(self.evening.snapshot(person, self.now))
            self._forgive_old_lines(person, fresh)
            if floor.people[person].record.held:
                assert not fresh.people, "somebody before the door sees others"
                fresh.presence, fresh.people = self.clients[person].presence, {}
                self.clients[person].people = {}
            differences = self.clients[person].same_as(fresh)
            assert not differences, f"{person}: {differences}"
            seated = floor.people[person].room
            assert (fresh.room.room if fresh.room else None) == seated
        if self.host.presence is None:
            return
        fresh = Replica()
        fresh.restart(self.evening.host_snapshot(self.now))
        self.host.meetings = None
        assert not self.host.same_as(fresh), f"host: {self.host.same_as(fresh)}"

    def _forgive_old_lines(self, person: PersonId, fresh: Replica) -> None:
        """Lounge lines from before or during a block: the one who was blocked gets no sign of it."""
        ever = {
            bar.other if bar.person == person else bar.person
            for bar in self.evening.floor.bars.bars.values()
            if bar.kind == "block" and person in (bar.person, bar.other)
        }
        for replica in (self.clients[person], fresh):
            replica.lounge = [each for each in replica.lounge if each.sender not in ever]
            replica.talk = [each for each in replica.talk if each.sender not in ever]

    def _carry_out(self, effect: Effect) -> None:
        match effect:
            case Save(records):
                self.store.save(records)
            case Send(to, message):
                assert len(set(to)) == len(to)
                for person in to:
                    self._deliver(person, message)
            case SendHosts(message):
                if self.host.presence is not None:
                    self.host.apply(message)
            case PlanRound() | RunWave() | Rehearse() | StopRehearsal():
                self._solve(effect)
            case Drop(person):
                self.connected.discard(person)
                self.clients[person] = Replica()
            case PurgeChat():
                self.store.purge_chat()
            case WakeAt(at):
                self.wake = at

    def _deliver(self, person: PersonId, message: s.Push) -> None:
        check_hidden(self.evening.floor, person, message)
        client = self.clients[person]
        if client.presence is None:
            return  # its first snapshot is on the way
        client.apply(message)
        if isinstance(message, s.RoundSeat) and person in self.connected:
            self.on_seat(person, message)
        if isinstance(message, s.PoolState) and message.match is not None:
            self.on_match(person, message.match)

    def _solve(self, ask: Ask) -> None:
        match ask:
            case PlanRound():
                self._plan(ask)
            case RunWave():
                self._wave(ask)
            case Rehearse():
                self._rehearse(ask)
            case StopRehearsal():
                pass  # an answer that is on its way comes all the same

    def _plan(self, ask: PlanRound) -> None:
        chance = self.rng.random()
        if chance > 1 - self.late_plans / 3:
            return  # never answered

        def answer() -> None:
            desk = self.evening.floor.desk
            known = desk.plan
            plan = (
                NOTHING
                if desk.ask != ask.ask
                else plan_round(
                    ask.candidates,
                    ask.history,
                    ask.rules,
                    seed=ask.seed,
                    rounds_left=ask.rounds_left,
                )
            )
            self.run(self.evening.planned(ask.ask, plan, self.now), "planned")
            assert plan is not NOTHING or desk.plan is known, "an old answer was taken"

        late = chance > 1 - self.late_plans
        self.later(self.rng.uniform(1, 30) if late else 0.05, answer)

    def _rehearse(self, ask: Rehearse) -> None:
        """The answer after one plan, and perhaps nothing more."""

        def answer() -> None:
            found = self.solver(ask, lambda: True)
            assert isinstance(found, Rehearsed)
            self.run(self.evening.rehearsed(ask.ask, found, self.now), "rehearsed")
            if not found.done and self.rng.random() < 0.7:
                more = None if self.rng.random() < 0.2 else replace(ask, steps=ask.steps + 1)
                self.later(0.1, partial(self._go_on, ask.ask, more))

        self.later(0.1, answer)

    def _go_on(self, ask: int, more: Rehearse | None) -> None:
        if more is None:
            self.run(self.evening.rehearsed(ask, None, self.now), "rehearsed")
        else:
            self._rehearse(more)

    def _wave(self, ask: RunWave) -> None:
        if self.rng.random() < self.late_plans / 3:
            return  # never answered

        def answer() -> None:
            self.run(self.evening.waved(ask.ask, solve_wave(ask), self.now), "waved")

        self.later(self.rng.choice((0.05, 0.05, 2.0)), answer)

    def waiting(self) -> dict[PersonId, float | None]:
        """Return since when people wait to meet somebody now."""
        return {each.id: each.record.pool_since for each in self.evening.floor.people.values()}

    def print(self) -> object:
        """Return all that must survive a crash."""
        floor = self.evening.floor
        return (
            None if floor.mixer.phase in ("lobby", "break") else floor.mixer.record,
            {each.id: kept(each.record) for each in floor.people.values()},
            {
                room.id: (
                    set(room.seated),
                    set(room.places),
                    room.deadline,
                    room.ends_at,
                    room.extended_until,
                    dict(room.calls.gens),
                    room.kind,
                )
                for room in floor.rooms.values()
            },
            dict(floor.bars.bars),
            dict(floor.bars.reports),
            dict(floor.meetings.met),
            dict(floor.meetings.marks),
            list(floor.chat.lounge),
            [*floor.ledger.rounds, *floor.undo.kept(), len(floor.ledger.rooms)],
        )


def kept(record: PersonRecord) -> PersonRecord:
    """Return what of a person must not change by a restart.

    Places of those who were here are kept anew, and the pool may have closed meanwhile.
    """
    return msgspec.structs.replace(record, lapses_at=None, pool_since=None)
