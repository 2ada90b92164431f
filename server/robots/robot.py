"""A simulated person at one event: joins, is ready, talks, keeps or not, and goes home.

Rule: it uses the public client and nothing else, so whatever it can do anybody can.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from random import Random  # noqa: TID251 - every robot has its own, from its seed

from server.client import Closed, Refused, Tsunagari
from server.ids import PersonId
from server.ports import Clock
from server.protocol import server as s
from server.robots.conduct import Conduct
from server.robots.loiterer import Loiterer
from server.robots.personas import Persona
from server.robots.witness import Witness

ARRIVAL_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Ticket:
    """How a robot gets in."""

    url: str
    person: PersonId
    token: str
    introduce: bool = False
    """True: the event does not know the profile yet."""


class Robot:
    """Runs one persona."""

    def __init__(self, ticket: Ticket, persona: Persona, clock: Clock) -> None:
        self.persona = persona
        self.witness = Witness(ticket.person)
        self._introduce = ticket.introduce
        self._random = Random(persona.seed)  # noqa: S311 - no secret
        self._me = Tsunagari(
            ticket.url,
            ticket.token,
            zone=persona.profile.zone,
            mode=persona.habits.mode,
            clock=clock,
            random=self._random,
            hear=self._hear,
        )
        self._conduct = Conduct(self._me, persona.habits, self.witness, self._random)
        self._loiterer = Loiterer(self._me, persona.habits, self._random)
        self._group: asyncio.TaskGroup | None = None
        self._seats: set[str] = set()
        self._sittings: list[asyncio.Task[None]] = []
        self.arrived = asyncio.Event()

    @property
    def client(self) -> Tsunagari:
        """The client it uses."""
        return self._me

    @property
    def faults(self) -> list[str]:
        """What was wrong with what it was sent, or with how it was answered."""
        return [
            *self.witness.violations,
            *self._me.line.faults,
            *self._me.replica.faults,
            *(f"refused: {each}" for each in self._conduct.refusals),
        ]

    async def run(self, arrival_seconds: float = ARRIVAL_SECONDS) -> None:
        """Take part until the mixer is closed, or the server ends it."""
        await asyncio.sleep(self._random.random() * arrival_seconds)
        try:
            async with self._me:
                async with asyncio.TaskGroup() as group:
                    self._group = group
                    await self._live(group)
                self._group = None
        except Closed:
            return

    async def _live(self, group: asyncio.TaskGroup) -> None:
        try:
            if self._introduce:
                await self._me.profile(self.persona.profile)
            await self._me.ready(mode=self.persona.habits.mode)
            self.witness.free(self._me.now)
            self.arrived.set()
            seat = self._me.replica.seat
            if seat is not None:
                self._take_seat(seat)
            await self._until_closed(group)
            await self._say_goodbye()
            for sitting in self._sittings:
                sitting.cancel()
        except Refused as refused:
            self._conduct.refusals.append(str(refused))
        except Closed:
            self.arrived.set()

    async def _until_closed(self, group: asyncio.TaskGroup) -> None:
        while True:
            mixer = self._me.replica.mixer
            if mixer is not None and mixer.phase == "closed":
                return
            await self._me.wait_for(s.MixerState, seconds=24 * 3600)
            mixer = self._me.replica.mixer
            if mixer is not None and mixer.phase == "break":
                group.create_task(self._rest())

    async def _rest(self) -> None:
        """Now and then sit a round out."""
        if self._random.random() < self.persona.habits.sit_out:
            try:
                await self._me.sit_out()
                self.witness.busy()
            except (Refused, Closed):
                return

    async def _say_goodbye(self) -> None:
        try:
            await self._me.pulse(self._random.choice((3, 4, 4, 5, 5)))
        except Refused:
            return

    def _hear(self, message: s.ServerMessage) -> None:
        now = self._me.now
        if isinstance(message, s.Welcome | s.Resumed):
            self.witness.came(now)
        elif isinstance(message, s.SessionElsewhere):
            if message.here:
                self.witness.came(now)
            else:
                self.witness.went(now)
        self.witness.see(message, now)
        if self._group is not None:
            self._loiterer.hear(message, self._group)
        if isinstance(message, s.RoundSeat):
            self._take_seat(message)
        elif isinstance(message, s.YouState):
            self._note_where(message, now)

    def _note_where(self, you: s.YouState, now: float) -> None:
        if you.state in ("ready", "between") and you.ready and not you.sitting_out:
            self.witness.free(now)
        elif you.room is None and (you.sitting_out or not you.ready):
            self.witness.busy()

    def _take_seat(self, seat: s.RoundSeat) -> None:
        if self._group is not None and seat.room not in self._seats:
            self._seats.add(seat.room)
            self._sittings.append(self._group.create_task(self._conduct.sit(seat)))
