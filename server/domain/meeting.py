"""Meetings: who was in a room with whom, and what each of the two privately noted.

One rule: a mark belongs to the one who made it. The other learns of a keep only when both said
yes, and then gets the contact; the one message is the only text that crosses over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from matching.types import Pair
from server.domain.records import MarkRecord, MeetingRecord
from server.errors import AlreadySent, NotFound
from server.ids import EventId, MeetingId, PersonId, RoomId

MarkKey = tuple[MeetingId, PersonId]


def meeting_id(room: RoomId, a: PersonId, b: PersonId) -> MeetingId:
    """Return the id of two people's meeting in a room."""
    return MeetingId(f"{room}:{min(a, b)}:{max(a, b)}")


@dataclass(slots=True)
class Meetings:
    """All meetings of one event."""

    event: EventId
    met: dict[MeetingId, MeetingRecord] = field(default_factory=dict)
    marks: dict[MarkKey, MarkRecord] = field(default_factory=dict)
    _pairs: set[Pair] = field(default_factory=set)
    _wished: set[Pair] = field(default_factory=set)
    _frozen: frozenset[Pair] | None = None
    _of: dict[PersonId, list[MeetingId]] = field(default_factory=dict)

    @classmethod
    def restore(
        cls, event: EventId, met: Iterable[MeetingRecord], marks: Iterable[MarkRecord]
    ) -> Meetings:
        """Return the meetings as they were recorded."""
        machine = cls(event=event, marks={(m.meeting, m.person): m for m in marks})
        for record in sorted(met, key=lambda each: (each.at, each.id)):
            machine._index(record)
        return machine

    @property
    def pairs(self) -> frozenset[Pair]:
        """Return who has met whom."""
        if self._frozen is None:
            self._frozen = frozenset(self._pairs)
        return self._frozen

    @property
    def wished(self) -> frozenset[Pair]:
        """Return who has met and wishes, both of them, to meet once more (M16)."""
        return frozenset(self._wished)

    @property
    def met_pairs(self) -> frozenset[Pair]:
        """Return who is not to meet again: all who have met, but for those who both wish to."""
        return self.pairs - self._wished if self._wished else self.pairs

    def have_met(self, a: PersonId, b: PersonId) -> bool:
        """Whether the two have met in this event."""
        return frozenset((a, b)) in self._pairs

    def meet(
        self, room: RoomId, round_: int, a: PersonId, b: PersonId, now: float
    ) -> MeetingRecord | None:
        """Note that two people are in a room together; None if that is known."""
        key = meeting_id(room, a, b)
        if key in self.met:
            return None
        first, second = min(a, b), max(a, b)
        record = MeetingRecord(
            id=key, event=self.event, room=room, round=round_, at=now, a=first, b=second
        )
        self._index(record)
        return record

    def of(self, person: PersonId) -> list[MeetingRecord]:
        """Return the person's meetings, oldest first."""
        return [self.met[each] for each in self._of.get(person, [])]

    def other(self, meeting: MeetingId, person: PersonId) -> PersonId:
        """Return the other of the two. Raises NotFound if the person is not one of them."""
        record = self.met.get(meeting)
        if record is None or person not in (record.a, record.b):
            raise NotFound("meeting")
        return record.b if person == record.a else record.a

    def mark(self, meeting: MeetingId, person: PersonId) -> MarkRecord | None:
        """Return what the person noted."""
        return self.marks.get((meeting, person))

    def mutual(self, meeting: MeetingId) -> bool:
        """Whether both want to stay in touch."""
        record = self.met[meeting]
        marks = (self.marks.get((meeting, each)) for each in (record.a, record.b))
        return all(mark is not None and mark.keep is True for mark in marks)

    def keep(self, meeting: MeetingId, person: PersonId, keep: bool, now: float) -> MarkRecord:
        """Note a private wish to stay in touch, or that there is none."""
        return self._write(meeting, person, now, keep=keep)

    def note(self, meeting: MeetingId, person: PersonId, text: str, now: float) -> MarkRecord:
        """Keep a private note."""
        return self._write(meeting, person, now, note=text)

    def wish_again(
        self, meeting: MeetingId, person: PersonId, again: bool, now: float
    ) -> MarkRecord:
        """Note a private wish to be seated with the other once more; two make it count (M16)."""
        mark = self._write(meeting, person, now, again=again)
        self._weigh(self.met[meeting])
        return mark

    def send(self, meeting: MeetingId, person: PersonId, text: str, now: float) -> MarkRecord:
        """Leave the one message for the other. Raises AlreadySent."""
        self.other(meeting, person)
        mark = self.mark(meeting, person)
        if mark is not None and mark.sent:
            raise AlreadySent("meeting.message")
        return self._write(meeting, person, now, sent=text)

    def _write(
        self, meeting: MeetingId, person: PersonId, now: float, **fields: object
    ) -> MarkRecord:
        self.other(meeting, person)
        mark = self.marks.get((meeting, person)) or MarkRecord(
            meeting=meeting, event=self.event, person=person, at=now
        )
        mark = msgspec.structs.replace(mark, at=now, **fields)
        self.marks[meeting, person] = mark
        return mark

    def _index(self, record: MeetingRecord) -> None:
        self.met[record.id] = record
        self._frozen = None
        self._pairs.add(frozenset((record.a, record.b)))
        for person in (record.a, record.b):
            self._of.setdefault(person, []).append(record.id)
        self._weigh(record)

    def _weigh(self, record: MeetingRecord) -> None:
        """A wish is about the last meeting: once it was granted it is spent."""
        pair = frozenset((record.a, record.b))
        last = next(each for each in reversed(self.of(record.a)) if record.b in (each.a, each.b))
        marks = (self.marks.get((last.id, each)) for each in pair)
        both = all(mark is not None and mark.again for mark in marks)
        (self._wished.add if both else self._wished.discard)(pair)
