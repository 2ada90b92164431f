"""The door: after somebody was removed, who comes by the link waits for a host's tap.

One rule: whoever waits outside sees nobody, writes to nobody and is seated with nobody. A link can
be forwarded and a name made up, so a removal would mean little without this.
"""

from __future__ import annotations

from server.domain.floor import Floor
from server.domain.people import Attendee
from server.errors import NotFound
from server.protocol.client import HostAdmit, HostGuard
from server.protocol.server import ChatState


def guard_after_removal(floor: Floor) -> None:
    """Have newcomers wait from now on; simulated people of a practice never do."""
    floor.mixer.keep(guarded=True)
    floor.changes.event = True


def set_guard(floor: Floor, message: HostGuard, now: float) -> str:
    """Have newcomers wait for a host's tap, or let in all who wait and everybody after them."""
    floor.mixer.keep(guarded=message.on)
    floor.changes.event = True
    if not message.on:
        for each in floor.staying():
            if each.record.held:
                _open(floor, each, now)
    return ""


def let_in(floor: Floor, message: HostAdmit, now: float) -> str:
    """Let one person in. Raises NotFound if they do not wait."""
    person = floor.person(message.person)
    if not person.record.held:
        raise NotFound("person")
    _open(floor, person, now)
    return ""


def _open(floor: Floor, person: Attendee, now: float) -> None:
    person.waiting_since = now
    floor.save_person(person, held=False)
    floor.replan()
    lines = floor.chat.lines(None, floor.bars.hidden_from(person.id))
    floor.changes.tell([person.id], ChatState(lines=lines))
