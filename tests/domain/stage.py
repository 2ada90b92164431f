"""A small evening on a stage: a few named people, requests in one line, and what each was sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from matching.rounds import plan_round
from server.domain.effects import (
    Effect,
    PlanRound,
    PurgeChat,
    Rehearse,
    RunWave,
    Save,
    Send,
    SendHosts,
    WakeAt,
)
from server.domain.evening import Evening
from server.domain.permissions import Actor
from server.domain.records import EventRecord, PersonRecord
from server.ids import EventId, PersonId
from server.protocol import client
from server.protocol import server as s
from server.protocol.parts import Language, Plan, Profile
from server.services.solver import solve_wave
from tests.simulate import Store

BEGIN = 1_795_694_400.0
c: Any = client
"""Requests, to be made of plain strings: ids have types of their own only in the product."""
JAPANESE = [Language(code="ja", level=3)]
PLAN = Plan(rounds=3, round_seconds=360, wrap_seconds=30, break_seconds=45)


def profile(name: str, **fields: object) -> Profile:
    """A grown-up alum who speaks Japanese, unless said otherwise."""
    given = {"role": "alumni", "age": "adult", "languages": JAPANESE, **fields}
    return Profile(name=name, **given)  # type: ignore[arg-type]


class Stage:
    """One evening, driven by hand on a manual clock."""

    def __init__(self, people: str | Iterable[str] = "", plan: Plan = PLAN, *, plans: bool = True):
        self.now = BEGIN
        self.plans = plans
        self.store = Store()
        event = EventRecord(
            id=EventId("e"),
            title="Autumn homecoming",
            zone="Asia/Tokyo",
            code="CODE",
            plan=plan,
            seed=1,
            created_at=BEGIN,
            expires_at=BEGIN + 1e6,
        )
        self.store.save((event,))
        self.inbox: list[tuple[str, s.Push]] = []
        self.effects: list[Effect] = []
        self.wake: float | None = None
        self.rehearsals: list[Rehearse] = []
        """Not answered by themselves: see `play`."""
        self.number = 0
        self.evening: Any
        self.evening, effects = Evening.open(self.store.archive(), now=self.now)
        self.carry_out(effects)
        for person in people:
            self.join(person)

    # Doing

    def join(
        self, person: str, *, ready: bool = True, verified: bool = False, **about: object
    ) -> None:
        """Somebody joins, opens the page and is ready."""
        record = PersonRecord(
            id=PersonId(person),
            event=EventId("e"),
            profile=profile(person.title(), **about),
            joined_at=self.now,
            verified=verified,
        )
        self.carry_out(self.evening.admit(record, self.now))
        self.attend(person)
        if ready:
            self.say(person, c.MixerReady(id=0, ready=True))

    def attend(self, person: str, *, fresh: bool = True) -> None:
        """A page comes."""
        self.carry_out(self.evening.attend(PersonId(person), self.now, fresh=fresh))

    def detach(self, person: str) -> None:
        """The connection goes."""
        self.carry_out(self.evening.detach(PersonId(person), self.now))

    def say(self, person: str, message: client.EveningMessage) -> str:
        """A person asks; refusals are raised."""
        step = self.evening.handle(Actor(PersonId(person)), message, self.now)
        self.carry_out(step.effects)
        return step.ref

    def host(self, message: client.EveningMessage) -> str:
        """A host asks."""
        step = self.evening.handle(Actor(None, host=True), message, self.now)
        self.carry_out(step.effects)
        return step.ref

    def wait(self, seconds: float) -> None:
        """Time passes; the timer rings when it was asked to."""
        end = self.now + seconds
        while self.wake is not None and self.wake <= end:
            self.now, self.wake = max(self.now, self.wake), None
            self.carry_out(self.evening.tick(self.now))
        self.now = end

    def start(self) -> None:
        """The first round begins at once, and everybody enters."""
        self.host(c.HostStart(id=0, in_seconds=0.5))
        self.wait(0.5)
        self.wait(self.evening.event.plan.propose_seconds)
        self.enter_all()

    def enter_all(self) -> None:
        """Everybody whose page is open shows their room."""
        for room in list(self.floor.rooms.values()):
            for person in room.seated:
                if self.floor.people[person].connected:
                    self.say(person, c.RoomEnter(id=0, room=room.id, epoch=room.epoch))

    def restart(self, after: float = 0.0) -> None:
        """The process ends; a new one opens the evening from what was saved."""
        self.now += after
        self.wake = None
        self.evening, effects = Evening.open(self.store.archive(), now=self.now)
        self.carry_out(effects)

    # Looking

    @property
    def floor(self) -> Any:
        """The machines."""
        return self.evening.floor

    def room(self, person: str) -> Any:
        """The room in which the person sits."""
        room = self.floor.room_of(PersonId(person))
        assert room is not None, f"{person} has no room"
        return room

    def where(self, person: str) -> dict[str, Any]:
        """What a message about the person's room must name."""
        room = self.room(person)
        return {"id": 0, "room": room.id, "epoch": room.epoch}

    def sent(self, person: str, kind: type[s.Message]) -> list[Any]:
        """What the person was sent of this kind since the last `clear`."""
        return [push for to, push in self.inbox if to == person and isinstance(push, kind)]

    def to_hosts(self, kind: type[s.Message]) -> list[Any]:
        """What hosts were sent of this kind."""
        return self.sent("", kind)

    def clear(self) -> None:
        """Forget what was sent."""
        self.inbox.clear()
        self.effects.clear()

    def flush(self) -> list[Effect]:
        """Send what is coalesced."""
        effects = self.evening.flush(self.now)
        self.carry_out(effects)
        return effects

    def person(self, person: str) -> Any:
        """The person as the machines know them."""
        return self.floor.people[PersonId(person)]

    def place(self, person: str) -> Any:
        """The person's place in their room."""
        return self.room(person).places[PersonId(person)]

    def shown(self, person: str, kind: type[s.Message]) -> Any:
        """What a fresh client of the person is told of this kind."""
        pushes = self.evening.snapshot(PersonId(person), self.now)
        return next(push for push in pushes if isinstance(push, kind))

    def you(self, person: str) -> Any:
        """Where the person stands, as a fresh client is told."""
        return self.shown(person, s.YouState)

    def carry_out(self, effects: list[Effect]) -> None:
        """Do what the shell does."""
        self.effects += effects
        asks = []
        for effect in effects:
            match effect:
                case Save(records):
                    self.store.save(records)
                case Send(to, message):
                    self.inbox += [(str(each), message) for each in to]
                case SendHosts(message):
                    self.inbox.append(("", message))
                case PurgeChat():
                    self.store.purge_chat()
                case WakeAt(at):
                    self.wake = at
                case PlanRound() | RunWave():
                    asks.append(effect)
                case Rehearse():
                    self.rehearsals.append(effect)
                case _:
                    pass
        for ask in asks if self.plans else []:
            self.answer(ask)

    def answer(self, ask: PlanRound | RunWave) -> None:
        """The matcher answers."""
        if isinstance(ask, RunWave):
            self.carry_out(self.evening.waved(ask.ask, solve_wave(ask), self.now))
            return
        plan = plan_round(
            ask.candidates, ask.history, ask.rules, seed=ask.seed, rounds_left=ask.rounds_left
        )
        self.carry_out(self.evening.planned(ask.ask, plan, self.now))
