"""Carries out the effects of one step.

Order: every record first, in one transaction; only then is anything sent. If saving fails nothing
was sent, and the caller reloads the evening from its records.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import assert_never

from server.domain.effects import (
    Drop,
    Effect,
    PlanRound,
    PurgeChat,
    Save,
    Send,
    SendHosts,
    WakeAt,
)
from server.domain.records import Record
from server.ids import EventId
from server.ports import Store
from server.services.audience import Audience


class SaveFailed(Exception):
    """The store did not take the records; its own error is the cause."""


class EffectRunner:
    """Carries out effects for one event, in order."""

    def __init__(
        self,
        event: EventId,
        store: Store,
        audience: Audience,
        plan: Callable[[PlanRound], None],
    ) -> None:
        self._event = event
        self._store = store
        self._audience = audience
        self._plan = plan
        self.wake_at: float | None = None
        """When the evening wants its next tick."""

    async def run(self, effects: Sequence[Effect]) -> None:
        """Carry out each effect once; raises SaveFailed before anything was sent."""
        await self._save(effects)
        for effect in effects:
            self._act(effect)

    async def _save(self, effects: Sequence[Effect]) -> None:
        records: list[Record] = []
        purge = False
        for effect in effects:
            if isinstance(effect, Save):
                records.extend(effect.records)
            elif isinstance(effect, PurgeChat):
                purge = True
        if not records and not purge:
            return
        try:
            if records:
                await self._store.save(records)
            if purge:
                await self._store.purge_chat(self._event)
        except Exception as error:
            raise SaveFailed(type(error).__name__) from error

    def _act(self, effect: Effect) -> None:
        match effect:
            case Send(to, message):
                self._audience.send(to, message)
            case SendHosts(message):
                self._audience.send_hosts(message)
            case Drop(person, code, reason):
                self._audience.drop(person, code, reason)
            case PlanRound():
                self._plan(effect)
            case WakeAt(at):
                self.wake_at = at
            case Save() | PurgeChat():
                pass
            case _:
                assert_never(effect)
