"""Helping: somebody calls a host, and a host answers.

Rule: nobody but the hosts learns of a call, least of all those in the same room; it stands until
the caller takes it back, a host has dealt with it, or the caller is gone for good.
"""

from __future__ import annotations

from server.domain.floor import Floor
from server.domain.people import Attendee
from server.errors import NotFound, WrongPhase
from server.ids import PersonId
from server.protocol.client import HelpAsk, HostHelp
from server.protocol.parts import BoardCall, HelpState
from server.protocol.server import Notice


def ask(floor: Floor, actor: PersonId, message: HelpAsk, now: float) -> None:
    """Call a host, or no longer. A second call keeps the place of the first."""
    if floor.mixer.phase == "closed":
        raise WrongPhase("the event is over")
    person = floor.person(actor)
    if not message.on:
        _end(floor, person)
    elif person.record.help_at is None:
        floor.save_person(person, help_at=now)


def answer(floor: Floor, message: HostHelp, now: float) -> str:
    """Say that a call was seen, with a line to the caller alone, or that it is dealt with.

    Raises NotFound where nobody calls.
    """
    person = floor.person(message.person)
    if person.record.help_at is None or person.record.removed:
        raise NotFound("call")
    if message.text:
        floor.changes.tell([person.id], Notice(kind="help", at=now, text=message.text))
    if message.done:
        _end(floor, person)
    elif not person.record.help_seen:
        floor.save_person(person, help_seen=True)
    return ""


def state_of_call(person: Attendee) -> HelpState:
    """Return what the caller is told."""
    if person.record.help_at is None:
        return ""
    return "seen" if person.record.help_seen else "asked"


def calls(floor: Floor) -> list[BoardCall]:
    """Return the calls that stand, the oldest first."""
    standing = [(each.record.help_at, each) for each in floor.staying()]
    return [
        BoardCall(person=each.id, at=at, seen=each.record.help_seen)
        for at, each in sorted(
            ((at, each) for at, each in standing if at is not None),
            key=lambda call: (call[0], call[1].id),
        )
    ]


def _end(floor: Floor, person: Attendee) -> None:
    if person.record.help_at is not None:
        floor.save_person(person, help_at=None, help_seen=False)
