"""Carries out the effects of one step.

Order: every record first, in one transaction; only then is anything sent. If saving fails nothing
was sent, and the caller reloads the evening from its records.

A message is packed once, off the loop where the event is large, and handed out in slices: others
get the loop after so many pages.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import assert_never

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
from server.domain.records import Record
from server.ids import EventId, PersonId
from server.ports import Store
from server.services.audience import Audience, Parcel, parcel

SLICE = 16
"""So many pages get something before others have the loop again: each has a socket to write to."""


class SaveFailed(Exception):
    """The store did not take the records; its own error is the cause."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A message ready for the wire, and who gets it; None: the hosts."""

    to: tuple[PersonId, ...] | None
    item: Parcel


Deed = Packed | Save | PurgeChat | Ask | Drop | WakeAt
"""An effect with its message packed."""


class EffectRunner:
    """Carries out effects for one event, in order."""

    def __init__(
        self,
        event: EventId,
        store: Store,
        audience: Audience,
        plan: Callable[[Ask], None],
    ) -> None:
        self._event = event
        self._store = store
        self._audience = audience
        self._plan = plan
        self.wake_at: float | None = None
        """When the evening wants its next tick."""

    def pack(self, effects: Sequence[Effect]) -> list[Deed]:
        """Encode every message that somebody listens for; may run in any thread."""
        deeds: list[Deed] = []
        for effect in effects:
            match effect:
                case Send(to, message):
                    if self._audience.wanted(to):
                        deeds.append(Packed(to, parcel(message)))
                case SendHosts(message):
                    if self._audience.hosted:
                        deeds.append(Packed(None, parcel(message)))
                case _:
                    deeds.append(effect)
        return deeds

    async def run(self, deeds: Sequence[Deed]) -> None:
        """Carry out each deed once; raises SaveFailed before anything was sent."""
        await self._save(deeds)
        sent = 0
        for deed in deeds:
            if not isinstance(deed, Packed) or deed.to is None:
                self._act(deed)
                continue
            for start in range(0, len(deed.to), SLICE):
                some = deed.to[start : start + SLICE]
                self._audience.send(some, deed.item)
                sent += len(some)
                if sent >= SLICE:
                    sent = 0
                    await asyncio.sleep(0)

    async def _save(self, deeds: Sequence[Deed]) -> None:
        records: list[Record] = []
        purge = False
        for deed in deeds:
            if isinstance(deed, Save):
                records.extend(deed.records)
            elif isinstance(deed, PurgeChat):
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

    def _act(self, deed: Deed) -> None:
        match deed:
            case Packed(_, item):
                self._audience.send_hosts(item)
            case Drop(person, code, reason):
                self._audience.drop(person, code, reason)
            case PlanRound() | RunWave() | Rehearse() | StopRehearsal():
                self._plan(deed)
            case WakeAt(at):
                self.wake_at = at
            case Save() | PurgeChat():
                pass
            case _:
                assert_never(deed)
