"""The host's board: all that those on duty see at a glance, beside people's states."""

from __future__ import annotations

from server.ids import PersonId
from server.protocol.base import Message
from server.protocol.parts import (
    BenchReason,
    BoardCall,
    BoardReport,
    BoardRoom,
    Card,
    Count,
    Outcome,
    Outlook,
    Part,
    Undoable,
)
from server.protocol.ruling import Preview, Ruling


class AtTable(Part, frozen=True):
    """Somebody whom rules left without a room, and which: the host may talk with them meanwhile."""

    person: PersonId
    why: BenchReason


class HostBoard(Message, frozen=True, tag="host.board"):
    """The rooms, reports and open actions; people's states come by presence."""

    v: Count
    rooms: list[BoardRoom]
    waiting: list[PersonId] = []
    """People without a room who want one now."""
    table: list[AtTable] = []
    """Those of them whom a rule left over, for the host to sit with."""
    reports: list[BoardReport] = []
    calls: list[BoardCall] = []
    """Who calls a host, the longest waiting first."""
    undo: list[Undoable] = []
    removed: list[Card] = []
    held: list[Card] = []
    """Who waits before the door, which is guarded since somebody was removed."""
    guarded: bool = False
    listed: list[Card] = []
    """The first of those who wait for a place."""
    queue: Count = 0
    """How many wait for a place."""
    capacity: Count = 0
    joker: PersonId | None = None
    outlook: Outlook | None = None
    """Before a round: whether the rounds to come last for those who are here."""
    outcome: Outcome | None = None
    """Between rounds and afterwards: how it went so far."""
    planned: Count = 0
    """The round for which a plan is ready; 0 if none."""
    preview: Preview | None = None
    """What that plan comes to."""
    ruling: Ruling | None = None
    """By which rules the rounds to come are planned."""
