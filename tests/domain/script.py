"""What people and hosts do in a simulated evening: everything at random, mostly sensible.

long because one person does all of it, and an action is a few lines.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import msgspec

from server.domain.permissions import Actor
from server.domain.records import PersonRecord
from server.errors import NotAllowed, StaleRoom, TsunagariError
from server.ids import ActionId, EventId, MeetingId, PersonId
from server.protocol import client as c
from server.protocol import server as s
from server.protocol.parts import Language, Plan, Profile
from server.protocol.pool import Match
from tests.domain import wishes
from tests.domain.invariants import sit_out_spread
from tests.simulate import BEGIN, World

SDP = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"
CANDIDATE = "candidate:1 1 udp 2122260223 192.0.2.1 54400 typ host"
TONGUES = ((("ja", 3),), (("en", 4),), (("ja", 3), ("en", 2)), (("vi", 4), ("ja", 2)), (("ko", 4),))
ZONES = ("Asia/Tokyo", "Asia/Colombo", "America/Lima", "Europe/Paris")
TOPICS = ("fees", "jobs", "tourism", "dorm", "visa")
ROLES: tuple[Any, ...] = (
    "alumni",
    "alumni",
    "student",
    "student",
    "prospective",
    "recruiter",
    "townsperson",
    "staff",
)

DEEP = 10
"""Every tenth evening is long and may be large; most are short, since short ones fail readably."""
MANY = (4, 5, 6, 7, 8, 14)
FEW = (2, 3, 3, 4, 4, 5, 6)


class Script:
    """One evening's people and what they do."""

    def __init__(
        self, seed: int, *, people: int | None = None, calm: bool = False, room_size: int = 2
    ) -> None:
        self.rng = random.Random(seed + 1)
        self.calm = calm
        self.deep = calm or seed % DEEP == 0
        plan = msgspec.structs.replace(self._plan(), room_size=room_size)
        self.world = World(seed, plan, late_plans=0.0 if calm else self.rng.choice((0.0, 0.3, 0.9)))
        self.mixed = not calm and self.rng.random() < 0.6
        self.world.on_seat = self._on_seat
        self.world.on_match = self._on_match
        self.size = people or self.rng.choice(MANY if self.deep else FEW)
        self.requests = 0
        self.made = 0
        self.undo: list[ActionId] = []
        self.always: set[str] = set()

    def play(self) -> World:
        """Play the evening to its end."""
        world, rng = self.world, self.rng
        for _ in range(self.size):
            self.join()
            world.advance(rng.uniform(0, 2))
        if not self.calm and rng.random() < 0.4:
            self._meet_first()
        self.always = {str(each) for each in world.connected}
        self.host(c.HostStart(id=self.number(), in_seconds=rng.choice((None, 0, 5, 60))))
        pace = world.evening.event.plan.round_seconds / (3 if self.calm else 9 if self.deep else 5)
        for _ in range(150 if self.deep else 50):
            if world.evening.event.phase == "closed" and rng.random() < 0.2:
                break
            world.advance(rng.expovariate(1 / pace))
            if not self.calm:
                self.act()
            self._watch_ready()
        self._finish()
        return world

    def _meet_first(self) -> None:
        """Before the first round people meet whom they can."""
        for _ in range(self.rng.choice((5, 20, 60))):
            self.world.advance(self.rng.expovariate(1 / 8))
            if self.rng.random() < 0.6:
                here = sorted(self.world.connected)
                if here:
                    self.pool(self.rng.choice(here))
            else:
                self.act()

    def _finish(self) -> None:
        world = self.world
        if world.evening.event.paused_left is not None:
            self.host(c.HostResume(id=self.number()))
        if world.evening.event.phase != "closed":
            self.host(c.HostClose(id=self.number(), in_seconds=0))
        world.advance(400)
        assert not world.evening.floor.rooms, "rooms that never close"
        world.flush()
        world.compare()
        for each in world.watch.rounds:
            # In groups somebody may talk for all: a bridge, which is said.
            assert each.language_failures == 0 or world.evening.event.plan.room_size > 2
        if self.calm:
            assert sit_out_spread(world.evening.floor, self.always) <= 1

    def _watch_ready(self) -> None:
        floor = self.world.evening.floor
        self.always = {each for each in self.always if floor.people[PersonId(each)].record.ready}

    def _plan(self) -> Plan:
        rng = self.rng
        return Plan(
            rounds=rng.choice((1, 2, 3, 5, 7) if self.deep else (1, 2, 3)),
            round_seconds=rng.choice((20, 60, 240, 360)),
            wrap_seconds=rng.choice((0, 10, 30)),
            break_seconds=rng.choice((3, 15, 45, 200)),
            propose_seconds=rng.choice((0, 3)),
            notice_seconds=rng.choice((0, 20)),
            purpose=rng.choice(("explore", "reunite")),
            trios=rng.random() < 0.8,
            chat_days=rng.choice((0, 30)),
            capacity=500 if self.calm else rng.choice((500, 500, 2, 3, 5)),
        )

    def number(self) -> int:
        """Return the next request id."""
        self.requests += 1
        return self.requests

    def join(self) -> PersonId:
        """Somebody new comes, and mostly says ready."""
        rng = self.rng
        self.made += 1
        person = PersonId(f"p{self.made:02d}x")
        record = PersonRecord(
            id=person,
            event=EventId("e"),
            profile=self._profile(person),
            joined_at=self.world.now,
            verified=rng.random() < 0.6,
        )
        self.world.admit(record)
        if not self.calm and rng.random() < 0.04:
            return person  # joined, but never opens the page
        self.world.attend(person, fresh=True)
        if self.calm or rng.random() < 0.9:
            self.say(person, c.MixerReady(id=self.number(), ready=True))
        return person

    def _profile(self, person: PersonId) -> Profile:
        rng = self.rng
        mixed = self.mixed
        tongue = rng.choice(TONGUES) if mixed or rng.random() < 0.1 else TONGUES[0]
        role: Any = rng.choice(ROLES) if mixed else "alumni"
        return Profile(
            name=f"Nn{self.made} Family",
            zone=rng.choice(ZONES),
            role=role,
            age=rng.choice(("adult", "adult", "minor", "unknown")) if mixed else "adult",
            languages=[]
            if rng.random() < 0.1
            else [Language(code=code, level=level) for code, level in tongue],
            seeks=rng.sample(TOPICS, 2),
            offers=rng.sample(TOPICS, 2),
            topics_private=rng.random() < 0.2,
            recruiters_ok=rng.random() < 0.5,
            no_pairs=mixed and rng.random() < 0.08,
            contact=f"{person}@example.org",
        )

    def say(self, person: PersonId, message: c.EveningMessage) -> str | None:
        """Send a request of a person."""
        return self.world.try_to(Actor(person), message)

    def host(self, message: c.EveningMessage) -> str | None:
        """Send a request of the host."""
        ref = self.world.try_to(Actor(None, host=True), message)
        if ref and type(message).__name__ != "HostHandled":
            self.undo.append(ActionId(ref))
        return ref

    def _on_seat(self, person: PersonId, seat: s.RoundSeat) -> None:
        if self.calm or self.rng.random() < 0.95:
            self.world.later(self.rng.uniform(0.1, 4), lambda: self._enter(person, seat))

    def _enter(self, person: PersonId, seat: s.RoundSeat) -> None:
        if person in self.world.connected:
            self.say(person, c.RoomEnter(id=self.number(), room=seat.room, epoch=seat.epoch))

    def _on_match(self, person: PersonId, match: Match) -> None:
        if match.accepted or self.rng.random() < 0.1:
            return
        yes = self.rng.random() < 0.75
        kind = c.MatchAccept if yes else c.MatchDecline
        message = kind(id=self.number(), match=match.id)
        self.world.later(self.rng.uniform(0.5, 20), lambda: self._answer(person, message))

    def _answer(self, person: PersonId, message: c.EveningMessage) -> None:
        self.say(person, message)

    def pool(self, person: PersonId) -> None:
        """Wait to meet somebody now, or no longer."""
        number = self.number()
        if self.rng.random() < 0.8:
            self.say(person, c.PoolJoin(id=number))
        else:
            self.say(person, c.PoolLeave(id=number))

    def act(self) -> None:
        """Do one thing."""
        weights = [weight for weight, _ in ACTIONS]
        ((_, action),) = self.rng.choices(ACTIONS, weights)
        here = sorted(self.world.connected)
        if here:
            action(self, self.rng.choice(here))

    # People

    def reload(self, person: PersonId) -> None:
        """A reload, or another device taken into use."""
        if self.rng.random() < 0.5:
            self.world.detach(person)
            self.world.advance(self.rng.uniform(0, 2))
        if not self.world.evening.removed(person):
            self.world.attend(person, fresh=True)
            room = self.world.evening.floor.room_of(person)
            if room is not None:
                self.say(person, c.RoomEnter(id=self.number(), room=room.id, epoch=room.epoch))

    def drop(self, person: PersonId) -> None:
        """A lost connection; it comes back soon, later or never."""
        world = self.world
        world.detach(person)
        away = self.rng.choice((1.0, 10.0, 19.0, 30.0, 70.0, None))
        if away is None:
            return
        fresh = away > 60

        def back() -> None:
            if person in world.connected or world.evening.removed(person):
                return
            world.attend(person, fresh=fresh)
            client = world.clients[person]
            if fresh and client.seat is not None:
                self._enter(person, client.seat)

        world.later(away, back)

    def leave(self, person: PersonId) -> None:
        """Leave the room."""
        room = self.world.evening.floor.room_of(person)
        if room is not None:
            safety = self.rng.random() < 0.4
            message = c.RoomLeave(id=self.number(), room=room.id, epoch=room.epoch, safety=safety)
            assert self.say(person, message) is not None or not safety

    def bar(self, person: PersonId) -> None:
        """Block, pass or report, mostly a room-mate."""
        room = self.world.evening.floor.room_of(person)
        mates = room.others(person) if room is not None else ()
        other = self.rng.choice(mates or sorted(self.world.clients))
        number = self.number()
        message = self.rng.choice(
            (
                c.PersonBlock(id=number, person=other),
                c.PersonPass(id=number, person=other),
                c.PersonReport(id=number, person=other, category="spam"),
                c.PersonUnblock(id=number, person=other),
            )
        )
        self.say(person, message)

    def signal(self, person: PersonId) -> None:
        """Send a signal, of the present generation or of an older one."""
        room = self.world.evening.floor.room_of(person)
        if room is None or not room.others(person):
            return
        to = self.rng.choice(room.others(person))
        gen = room.calls.of(person, to)
        rest = {"id": self.number(), "room": room.id, "to": to}
        kind = self.rng.random()
        if kind < 0.2:
            self.say(person, c.SignalRestart(gen=gen, **rest))  # type: ignore[arg-type]
        elif kind < 0.6:
            self.say(person, c.SignalOffer(gen=gen, sdp=SDP, **rest))  # type: ignore[arg-type]
        else:
            old = c.SignalCandidate(gen=gen - 1, candidate=CANDIDATE, **rest)  # type: ignore[arg-type]
            refused(self.world, Actor(person), old, StaleRoom)

    def talk(self, person: PersonId) -> None:
        """Write a line, to the room or the lounge."""
        room = self.world.evening.floor.room_of(person)
        where = room.id if room is not None and self.rng.random() < 0.6 else None
        self.say(person, c.ChatSay(id=self.number(), text="はじめまして", room=where))

    def in_room(self, person: PersonId) -> None:
        """Say how the media does, ask for a prompt, or for more time."""
        room = self.world.evening.floor.room_of(person)
        if room is None:
            return
        where = {"id": self.number(), "room": room.id, "epoch": room.epoch}
        muted = self.rng.random() < 0.5
        self.say(person, c.RoomMedia(state="connected", muted=muted, **where))  # type: ignore[arg-type]
        self.say(person, c.RoomPrompt(**where))  # type: ignore[arg-type]
        for each in (person, *room.others(person)):
            self.say(each, c.RoomMore(more=self.rng.random() < 0.8, **where))  # type: ignore[arg-type]

    def meet(self, person: PersonId) -> None:
        """Mark a meeting; an acknowledged mark is in the store."""
        met = self.world.evening.floor.meetings.of(person)
        if not met:
            return
        meeting = self.rng.choice(met).id
        number = self.number()
        done = self.say(person, c.MeetingKeep(id=number, meeting=meeting, keep=number % 4 > 0))
        if done:
            row = self.world.store.rows["MarkRecord", MeetingId(done), person]
            assert row.keep is (number % 4 > 0)  # type: ignore[attr-defined]
        self.say(person, c.MeetingNote(id=number, meeting=meeting, text="foot bath"))
        self.say(person, c.MeetingMessage(id=number, meeting=meeting, text="Thank you"))
        self.say(person, c.EventPulse(id=number, value=4))

    def want(self, person: PersonId) -> None:
        """Ready or not, sit out or not, choose what comes next."""
        number = self.number()
        choice: Any = self.rng.choice(("next", "third", "lounge"))
        if self.say(person, c.MixerChoose(id=number, choice=choice)) is not None:
            return
        yes = self.rng.random() < 0.7
        if self.rng.random() < 0.5:
            self.say(person, c.MixerReady(id=number, ready=yes, mode="audio"))
        else:
            self.say(person, c.MixerSitOut(id=number, on=not yes))

    def change(self, person: PersonId) -> None:
        """Change the profile."""
        self.say(person, c.ProfileSet(id=self.number(), profile=self._profile(person)))

    def overreach(self, person: PersonId) -> None:
        """Try what only a host may do."""
        refused(self.world, Actor(person), c.HostPause(id=self.number()), NotAllowed)

    # Hosts

    def steer(self, _person: PersonId) -> None:
        """Pause, resume, extend, start, announce, undo."""
        rng, number = self.rng, self.number()
        rooms = sorted(self.world.evening.floor.rooms)
        message: c.EveningMessage = rng.choice(
            (
                c.HostPause(id=number),
                c.HostResume(id=number),
                c.HostResume(id=number),
                c.HostExtend(id=number, seconds=30),
                c.HostStart(id=number, in_seconds=rng.choice((0, 20))),
                c.HostAnnounce(id=number, text="Two more rounds."),
            )
        )
        if rooms and rng.random() < 0.2:
            message = c.HostExtend(id=number, seconds=120, room=rng.choice(rooms))
        self.host(message)
        if isinstance(message, c.HostPause) and rng.random() < 0.8:
            self.world.later(rng.uniform(1, 60), lambda: self._resume())

    def _resume(self) -> None:
        self.host(c.HostResume(id=self.number()))

    def judge(self, person: PersonId) -> None:
        """Remove or verify somebody, deal with a report, or take something back."""
        rng, number = self.rng, self.number()
        if self.undo and rng.random() < 0.5:
            self.host(c.HostUndo(id=number, action=rng.choice(self.undo[-2:])))
            return
        reports = sorted(self.world.evening.floor.bars.reports) or ["none"]
        kind = rng.random()
        if kind < 0.3:
            self.host(c.HostRemove(id=number, person=person))
        elif kind < 0.7:
            self.host(c.HostVerify(id=number, person=person, verified=rng.random() < 0.6))
        elif kind < 0.95:
            self.host(c.HostHandled(id=number, report=rng.choice(reports)))
        else:
            self.host(c.HostClose(id=number, in_seconds=rng.choice((0, 10))))

    def crash(self, _person: PersonId) -> None:
        """The process ends and starts again, at once or after a while."""
        self.world.crash(self.rng.choice((1.0, 3.0, 25.0, 400.0)))

    def come(self, _person: PersonId) -> None:
        """Somebody comes late."""
        try:
            self.join()
        except TsunagariError:
            assert self.world.evening.event.phase == "closed"


def refused(world: World, actor: Actor, message: c.EveningMessage, kind: type[Exception]) -> None:
    """Assert that a request is refused in this way."""
    try:
        world.ask(actor, message)
    except kind:
        return
    raise AssertionError(f"{type(message).__name__} should have been refused")


Act = Callable[[Script, PersonId], None]
ACTIONS: tuple[tuple[float, Act], ...] = (
    (6, Script.reload),
    (8, Script.drop),
    (5, Script.leave),
    (4, Script.bar),
    (8, Script.signal),
    (5, Script.talk),
    (10, Script.in_room),
    (6, Script.meet),
    (8, Script.want),
    (4, Script.pool),
    (2, Script.change),
    (3, wishes.withdraw),
    (3, wishes.guard),
    (2, wishes.places),
    (2, wishes.call),
    (2, wishes.rule),
    (1, Script.overreach),
    (5, Script.steer),
    (4, Script.judge),
    (2, Script.crash),
    (4, Script.come),
)


def simulate(
    seed: int, *, people: int | None = None, calm: bool = False, room_size: int = 2
) -> World:
    """Play one evening; raise AssertionError where a rule was broken."""
    world = Script(seed, people=people, calm=calm, room_size=room_size).play()
    assert world.now > BEGIN
    return world
