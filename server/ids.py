"""Identifiers. Opaque strings with a type each, so that two kinds are never swapped."""

from __future__ import annotations

from typing import NewType

EventId = NewType("EventId", str)
PersonId = NewType("PersonId", str)
SessionId = NewType("SessionId", str)
RoomId = NewType("RoomId", str)
"""`{event}.{number}`: the number never comes back within an event."""
MeetingId = NewType("MeetingId", str)
ActionId = NewType("ActionId", str)
"""A host action that can still be undone."""
