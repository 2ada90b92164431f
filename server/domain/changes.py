"""What one step has changed: events to tell, states to send anew, facts to write.

One rule: machines and verbs only mark here; `settle` alone turns the marks into effects, so that
a record and a state message always show how the step ended.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from server.domain.effects import Ask, Drop, PurgeChat, Send, SendHosts
from server.domain.records import Record
from server.ids import PersonId, RoomId
from server.protocol.server import Push


@dataclass(slots=True)
class Changes:
    """Marks of one step."""

    event: bool = False
    """The event's record is to be written."""
    mixer: bool = False
    """Everybody is to be told where the mixer stands."""
    people: set[PersonId] = field(default_factory=set)
    """Whose record is to be written."""
    cards: set[PersonId] = field(default_factory=set)
    """Who looks different to others now."""
    profiles: set[PersonId] = field(default_factory=set)
    meetings: set[PersonId] = field(default_factory=set)
    stored_rooms: set[RoomId] = field(default_factory=set)
    shown_rooms: set[RoomId] = field(default_factory=set)
    facts: list[Record] = field(default_factory=list)
    events: list[Send | SendHosts] = field(default_factory=list)
    last: list[PurgeChat | Drop | Ask] = field(default_factory=list)

    def tell(self, to: tuple[PersonId, ...] | list[PersonId], message: Push) -> None:
        """Send an event to some people."""
        if to:
            self.events.append(Send(tuple(to), message))

    def tell_hosts(self, message: Push) -> None:
        """Send an event to all hosts."""
        self.events.append(SendHosts(message))

    def room(self, room: RoomId, *, stored: bool = True) -> None:
        """Note that a room has changed for those in it."""
        self.shown_rooms.add(room)
        if stored:
            self.stored_rooms.add(room)
