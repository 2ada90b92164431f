"""Moderation: who is not to be put together, and what was reported.

One rule: a bar is silent. Nothing tells the other person, and nothing here is read by a message
to anybody but the one who set it (blocks) or the people on duty (reports).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from matching.types import Pair
from server.domain.records import BarRecord, ReportRecord
from server.errors import NotFound
from server.ids import EventId, PersonId, RoomId
from server.protocol.client import PersonReport

BarKind = Literal["block", "pass", "report"]
BarKey = tuple[PersonId, PersonId, BarKind]


@dataclass(slots=True)
class Moderation:
    """Bars and reports of one event."""

    event: EventId
    bars: dict[BarKey, BarRecord] = field(default_factory=dict)
    reports: dict[str, ReportRecord] = field(default_factory=dict)
    _pairs: frozenset[Pair] | None = None
    _hidden: dict[PersonId, frozenset[PersonId]] = field(default_factory=dict)

    @classmethod
    def restore(
        cls, event: EventId, bars: Iterable[BarRecord], reports: Iterable[ReportRecord]
    ) -> Moderation:
        """Return the moderation as it was recorded."""
        keyed = {(bar.person, bar.other, bar.kind): bar for bar in bars}
        machine = cls(event=event, bars=keyed, reports={each.id: each for each in reports})
        machine._recount()
        return machine

    @property
    def barred(self) -> frozenset[Pair]:
        """Pairs that never share a room (M2)."""
        if self._pairs is None:
            standing = (bar for bar in self.bars.values() if not bar.lifted)
            self._pairs = frozenset(frozenset((bar.person, bar.other)) for bar in standing)
        return self._pairs

    def set_since(self, known: frozenset[Pair]) -> dict[PersonId, frozenset[Pair]]:
        """Return, by the one who set them, the pairs barred that were not among the known."""
        found: dict[PersonId, set[Pair]] = {}
        for bar in self.bars.values():
            pair = frozenset((bar.person, bar.other))
            if not bar.lifted and pair not in known:
                found.setdefault(bar.person, set()).add(pair)
        return {person: frozenset(pairs) for person, pairs in found.items()}

    def apart(self, a: PersonId, b: PersonId) -> bool:
        """Whether these two never share a room."""
        return frozenset((a, b)) in self.barred

    def hidden_from(self, viewer: PersonId) -> frozenset[PersonId]:
        """Return whom the viewer does not see, and who does not see the viewer (M19)."""
        return self._hidden.get(viewer, frozenset())

    def blocked_by(self, person: PersonId) -> tuple[PersonId, ...]:
        """Return whom the person has blocked, and could unblock."""
        return tuple(
            other
            for (who, other, kind), bar in self.bars.items()
            if who == person and kind == "block" and not bar.lifted
        )

    def blockers_of(self, person: PersonId) -> tuple[PersonId, ...]:
        """Return who has blocked the person."""
        hidden = self.hidden_from(person)
        return tuple(each for each in hidden if person in self.blocked_by(each))

    def bar(self, person: PersonId, other: PersonId, kind: BarKind, now: float) -> BarRecord:
        """Set a bar; setting it again changes nothing."""
        standing = self.bars.get((person, other, kind))
        if standing is not None and not standing.lifted:
            return standing
        record = BarRecord(event=self.event, person=person, other=other, kind=kind, at=now)
        self.bars[person, other, kind] = record
        self._recount()
        return record

    def lift(self, person: PersonId, other: PersonId) -> BarRecord:
        """Take a block back; only the one who set it can. Raises NotFound."""
        record = self.bars.get((person, other, "block"))
        if record is None or record.lifted:
            raise NotFound("block")
        record = msgspec.structs.replace(record, lifted=True)
        self.bars[person, other, "block"] = record
        self._recount()
        return record

    def report(
        self, reporter: PersonId, message: PersonReport, room: RoomId | None, now: float
    ) -> ReportRecord:
        """Keep a report."""
        record = ReportRecord(
            id=f"{self.event}-r{len(self.reports) + 1}",
            event=self.event,
            reporter=reporter,
            subject=message.person,
            category=message.category,
            note=message.note,
            at=now,
            room=room,
        )
        self.reports[record.id] = record
        return record

    def handled(self, report: str, now: float) -> ReportRecord:
        """Note that a report was dealt with. Raises NotFound."""
        if report not in self.reports:
            raise NotFound("report")
        record = msgspec.structs.replace(self.reports[report], handled_at=now)
        self.reports[report] = record
        return record

    def _recount(self) -> None:
        self._pairs = None
        hidden: dict[PersonId, set[PersonId]] = {}
        for bar in self.bars.values():
            if bar.kind == "block" and not bar.lifted:
                hidden.setdefault(bar.person, set()).add(bar.other)
                hidden.setdefault(bar.other, set()).add(bar.person)
        self._hidden = {person: frozenset(others) for person, others in hidden.items()}
