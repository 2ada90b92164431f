"""The simulated people of one practice evening, from the door to the goodbye.

Rule: they are admitted to practice events only, and every one of them is marked as a robot.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from server.client import Refused, Replica, Tsunagari, join
from server.domain.records import EventRecord, PersonRecord
from server.errors import NotAllowed
from server.ids import PersonId
from server.ports import Clock
from server.robots.personas import Habits, Persona, invent_all
from server.robots.robot import Robot, Ticket

ARRIVED_SECONDS = 60.0
REFUSED_SECONDS = 0.5
MOST_REFUSALS = 40
FAREWELL_SECONDS = 10.0


Door = Callable[[Persona], Awaitable[Ticket]]
"""Lets one simulated person in."""


@dataclass(frozen=True, slots=True)
class StageDoor:
    """The way in for those who run in the server's own process.

    Raises NotAllowed for an event that is no practice.
    """

    url: str
    event: EventRecord
    clock: Clock
    admit: Callable[[PersonRecord], Awaitable[None]]
    token: Callable[[PersonId], str]

    async def __call__(self, persona: Persona) -> Ticket:
        """Admit one person, with everything that is known of them."""
        if not self.event.practice:
            raise NotAllowed("simulated people only join practice events")
        person = PersonRecord(
            id=PersonId(secrets.token_hex(8)),
            event=self.event.id,
            profile=persona.profile,
            joined_at=self.clock.now(),
            robot=True,
            verified=persona.verified,
        )
        await self.admit(person)
        return Ticket(self.url, person.id, self.token(person.id))


@dataclass(frozen=True, slots=True)
class FrontDoor:
    """The way in that everybody takes: by the invitation, over HTTP."""

    url: str
    invite: str

    async def __call__(self, persona: Persona) -> Ticket:
        """Join as anybody does, and say that it is a robot."""
        profile = persona.profile
        joined = await join(self.url, self.invite, profile.name, zone=profile.zone, robot=True)
        return Ticket(self.url, PersonId(joined.person), joined.token, introduce=True)


async def enlist(
    door: Door, clock: Clock, count: int, *, seed: int, habits: Habits | None = None
) -> list[Robot]:
    """Make up people and let them join."""
    return [
        Robot(await door(persona), persona, clock) for persona in invent_all(count, seed, habits)
    ]


class Troupe:
    """Runs robots through one mixer, with a host who starts it."""

    def __init__(self, robots: Sequence[Robot], host: Tsunagari, spread_seconds: float) -> None:
        self.robots = robots
        self._host = host
        self._spread = spread_seconds

    async def play(
        self, when: Callable[[Tsunagari], Awaitable[None]], *, start_in: float | None = None
    ) -> None:
        """Arrive, start the mixer as soon as `when` returns, and stay until it is closed."""
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(robot.run(self._spread)) for robot in self.robots]
            async with self._host as host:
                await self._all_arrived()
                await self._verify(host)
                await when(host)
                await self._start(host, start_in)
                await host.until(_closed, seconds=24 * 3600)
            await asyncio.wait(tasks, timeout=FAREWELL_SECONDS)
            for task in tasks:
                task.cancel()

    async def _all_arrived(self) -> None:
        try:
            async with asyncio.timeout(ARRIVED_SECONDS):
                for robot in self.robots:
                    await robot.arrived.wait()
        except TimeoutError:
            return

    async def _verify(self, host: Tsunagari) -> None:
        """Vouch for those who came by the front door and are who they say they are."""
        for robot in self.robots:
            known = host.replica.people.get(robot.witness.person)
            if robot.persona.verified and known is not None and not known.card.verified:
                await _patiently(partial(host.host.verify, robot.witness.person))

    async def _start(self, host: Tsunagari, start_in: float | None) -> None:
        mixer = host.replica.mixer
        if mixer is not None and mixer.phase not in ("scheduled", "lobby"):
            return
        try:
            await _patiently(partial(host.host.start, start_in))
        except Refused as refused:
            if refused.code != "wrong_phase":  # a human host was faster
                raise


def _closed(replica: Replica) -> bool:
    return replica.mixer is not None and replica.mixer.phase == "closed"


async def _patiently(ask: Callable[[], Awaitable[object]]) -> None:
    """Ask again where a host has asked too much at once; in the end the refusal stands."""
    for _ in range(MOST_REFUSALS):
        try:
            await ask()
        except Refused as refused:
            if refused.code != "too_many":
                raise
            await asyncio.sleep(REFUSED_SECONDS)
        else:
            return
    await ask()
