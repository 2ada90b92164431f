"""What a simulated person does before the first round: meets somebody now, if a real one is there.

Rule: robots keep each other no company here; they wait in the pool only while a person who is not
simulated is in the lobby, so that somebody alone can try it.
"""

from __future__ import annotations

import asyncio
from random import Random  # noqa: TID251 - a type: the instance comes in

from server.client import Closed, Refused, Tsunagari
from server.protocol.pool import Match, PoolState
from server.protocol.server import PresenceDiff, PresenceState, ServerMessage
from server.robots.personas import Habits

THINK_SECONDS = (1.0, 5.0)


class Loiterer:
    """One person's behaviour in the pool."""

    def __init__(self, me: Tsunagari, habits: Habits, random: Random) -> None:
        self._me = me
        self._habits = habits
        self._random = random
        self._asked = False
        self._seen = 0

    def hear(self, message: ServerMessage, group: asyncio.TaskGroup) -> None:
        """Notice a person to meet, and a proposal."""
        if isinstance(message, PresenceState | PresenceDiff):
            if not self._asked and self._somebody_real():
                self._asked = True
                if self._random.random() < self._habits.meet_now:
                    group.create_task(self._wait())
        elif isinstance(message, PoolState):
            match = message.match
            if match is not None and match.id > self._seen:
                self._seen = match.id
                group.create_task(self._answer(match))

    def _somebody_real(self) -> bool:
        mixer = self._me.replica.mixer
        gathering = mixer is not None and mixer.phase == "lobby" and mixer.deadline is None
        people = self._me.replica.people.values()
        return gathering and any(not each.card.robot for each in people)

    async def _wait(self) -> None:
        await self._think()
        try:
            await self._me.meet_now(self._habits.mode)
        except (Refused, Closed, TimeoutError):
            return

    async def _answer(self, match: Match) -> None:
        await self._think()
        try:
            if self._random.random() < self._habits.accept:
                await self._me.accept(match.id)
            else:
                await self._me.decline(match.id)
        except (Refused, Closed, TimeoutError):
            return

    async def _think(self) -> None:
        await asyncio.sleep(self._random.uniform(*THINK_SECONDS))
