"""Chat: the lounge's last lines, and those of each open room.

One rule: memory is bounded; what falls out of it, or belongs to a closed room, is gone from here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from server.domain.records import ChatRecord
from server.ids import EventId, PersonId, RoomId
from server.protocol.parts import ChatLine

LOUNGE_LINES = 200
ROOM_LINES = 200


def _lounge() -> deque[ChatRecord]:
    return deque(maxlen=LOUNGE_LINES)


@dataclass(slots=True)
class Chat:
    """What was written, as far as it is still shown."""

    event: EventId
    seq: int = 0
    lounge: deque[ChatRecord] = field(default_factory=_lounge)
    rooms: dict[RoomId, deque[ChatRecord]] = field(default_factory=dict)
    kept: bool = False
    """Whether lines have been written that the store may still hold."""

    @classmethod
    def restore(
        cls, event: EventId, lines: Iterable[ChatRecord], rooms: Collection[RoomId]
    ) -> Chat:
        """Return the chat as it was recorded, with the given open rooms."""
        machine = cls(event=event)
        for line in sorted(lines, key=lambda each: each.seq):
            machine.seq, machine.kept = line.seq, True
            if line.room is None or line.room in rooms:
                machine._append(line)
        return machine

    def say(
        self, person: PersonId, name: str, text: str, room: RoomId | None, now: float
    ) -> ChatRecord:
        """Add a line."""
        self.seq += 1
        line = ChatRecord(
            event=self.event, seq=self.seq, person=person, name=name, text=text, at=now, room=room
        )
        self.kept = True
        self._append(line)
        return line

    def lines(self, room: RoomId | None, hidden: Collection[PersonId]) -> list[ChatLine]:
        """Return the lines of the lounge or of a room, without those of hidden people."""
        found = self.lounge if room is None else self.rooms.get(room, ())
        return [chat_line(each) for each in found if each.person not in hidden]

    def forget(self, room: RoomId) -> None:
        """Drop the lines of a closed room."""
        self.rooms.pop(room, None)

    def purge(self) -> bool:
        """Drop everything; return whether the store holds lines to delete."""
        had, self.kept = self.kept, False
        self.lounge.clear()
        self.rooms.clear()
        return had

    def _append(self, line: ChatRecord) -> None:
        if line.room is None:
            self.lounge.append(line)
        else:
            self.rooms.setdefault(line.room, deque(maxlen=ROOM_LINES)).append(line)


def chat_line(record: ChatRecord) -> ChatLine:
    """Return a line as it travels."""
    return ChatLine(
        seq=record.seq,
        sender=record.person,
        name=record.name,
        text=record.text,
        at=record.at,
        room=record.room,
    )
