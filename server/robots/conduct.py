"""What a simulated person does with one seat, from the card to the goodbye."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from random import Random  # noqa: TID251 - a type: the instance comes in

from server.client import Closed, Refused, Tsunagari
from server.ids import RoomId
from server.protocol.parts import MediaState, Meeting
from server.protocol.server import Ok, RoomState, RoundSeat
from server.robots.personas import Habits
from server.robots.phrases import pick_line
from server.robots.witness import Witness

EXPECTED = frozenset({"stale_room", "wrong_phase", "too_many", "unavailable", "not_found"})
"""Refusals that are no fault: the room ended while the request was on its way."""
MEDIA_SECONDS = (0.2, 2.5)
"""How long a call takes to be set up: simulated, nothing is measured."""


class Conduct:
    """One person's behaviour in rooms."""

    def __init__(self, me: Tsunagari, habits: Habits, witness: Witness, random: Random) -> None:
        self._me = me
        self._habits = habits
        self._witness = witness
        self._random = random
        self.refusals: list[str] = []

    async def sit(self, seat: RoundSeat) -> None:
        """Take part in one room until it ends."""
        await asyncio.sleep(max(0.0, seat.starts_at - self._me.now))
        length = max(0.0, seat.deadline - self._me.now)
        try:
            await self._ask(self._me.enter(seat))
            await self._connect(seat, length)
            await self._talk(seat, length)
            await self._part(seat)
        except (TimeoutError, Closed):
            return

    async def _connect(self, seat: RoundSeat, length: float) -> None:
        took = min(self._random.uniform(*MEDIA_SECONDS), length / 4)
        await asyncio.sleep(took)
        state: MediaState = "connected"
        if self._random.random() < self._habits.media_fails:
            state = "failed"
        elif self._habits.mode != "video":
            state = self._habits.mode
        if await self._ask(self._me.media(seat, state)) and state != "failed":
            self._witness.connected_after[seat.room] = self._me.now - seat.starts_at

    async def _talk(self, seat: RoundSeat, length: float) -> None:
        moments = sorted(self._random.uniform(0.1, 0.8) for _ in range(self._habits.lines))
        mishap = self._pick_mishap()
        if mishap:
            moments = sorted([*moments, 0.3])
        before = 0.0
        for moment in moments:
            await asyncio.sleep((moment - before) * length * 0.7)
            before = moment
            if not self._in(seat.room):
                return
            if mishap and moment >= 0.3:
                if await self._happen(mishap, seat, length):
                    return
                mishap = ""
            else:
                line = pick_line(seat.language, self._random)
                await self._ask(self._me.chat(line, seat.room))

    def _pick_mishap(self) -> str:
        habits, draw = self._habits, self._random.random()
        for name, chance in (
            ("leave", habits.early_leave),
            ("block", habits.block),
            ("drop", habits.drop),
            ("reload", habits.reload),
            ("device", habits.second_device),
        ):
            if draw < chance:
                return name
            draw -= chance
        return ""

    async def _happen(self, mishap: str, seat: RoundSeat, length: float) -> bool:
        """Let something happen; True if the person is not in the room afterwards."""
        if mishap == "leave":
            self._witness.left_early += 1
            await self._ask(self._me.leave(seat))
            await self._ask(self._me.ready())
            return True
        if mishap == "block":
            other = self._random.choice(seat.partners).id
            if await self._ask(self._me.block(other)):
                self._witness.blocked.add(other)
            return True
        self._witness.went(self._me.now)
        if mishap == "drop":
            self._me.drop(self._random.uniform(0.1, 0.25) * length)
        elif mishap == "reload":
            self._me.reload()
        else:
            await self._switch_devices(length)
        room = seat.room
        await self._me.until(lambda r: r.room is not None and r.room.room == room, seconds=length)
        await self._ask(self._me.enter(seat))
        return False

    async def _switch_devices(self, length: float) -> None:
        """Go on on a second device for a while, and come back."""
        async with self._me.twin() as other:
            if not other.replica.here:
                await self._ask(other.take())
            await asyncio.sleep(length * 0.1)
        if not self._me.replica.here:
            await self._ask(self._me.take())

    async def _part(self, seat: RoundSeat) -> None:
        """Answer what is asked in the wrap-up, privately."""
        room = await self._until_wrap_up(seat)
        if room is not None:
            await self._ask(self._me.more(room, self._random.random() < self._habits.more))
        for card in seat.partners:
            meeting = self._meeting_with(card.id)
            if meeting is not None and self._random.random() < 0.9:
                keep = self._random.random() < self._habits.keep
                await self._ask(self._me.keep(meeting.id, keep))

    async def _until_wrap_up(self, seat: RoundSeat) -> RoomState | None:
        seconds = max(0.0, seat.deadline - self._me.now) + 30.0
        replica = await self._me.until(
            lambda r: r.room is None or r.room.room != seat.room or r.room.wrap_until is not None,
            seconds=seconds,
        )
        room = replica.room
        return room if room is not None and room.room == seat.room else None

    def _meeting_with(self, person: str) -> Meeting | None:
        meetings = self._me.replica.meetings.values()
        return next((each for each in meetings if each.card.id == person), None)

    def _in(self, room: RoomId) -> bool:
        state = self._me.replica.room
        return state is not None and state.room == room

    async def _ask(self, request: Awaitable[Ok]) -> bool:
        """Ask; False if it was refused."""
        try:
            await request
        except Refused as refused:
            if refused.code not in EXPECTED:
                self.refusals.append(str(refused))
            return False
        return True
