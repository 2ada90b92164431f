"""The door: after somebody was removed, who comes by the link waits for a host's tap.

One rule: whoever waits outside sees nobody, writes to nobody and is seated with nobody. A link can
be forwarded and a name made up, so a removal would mean little without this.
"""

from __future__ import annotations

from server.domain.floor import Floor
from server.domain.waiting import come_in, enlist, is_full
from server.errors import NotFound
from server.protocol.client import HostAdmit, HostGuard


def guard_after_removal(floor: Floor) -> None:
    """Have newcomers wait from now on; simulated people of a practice never do."""
    floor.mixer.keep(guarded=True)
    floor.changes.event = True


def set_guard(floor: Floor, message: HostGuard, now: float) -> str:
    """Have newcomers wait for a host's tap, or let in all who wait and everybody after them.

    Where all places are taken, opening the door puts those before it on the list.
    """
    floor.mixer.keep(guarded=message.on)
    floor.changes.event = True
    if not message.on:
        for each in sorted(floor.staying(), key=lambda one: (one.record.joined_at, one.id)):
            if each.record.held and each.record.listed_at is None:
                (enlist if is_full(floor, now) else come_in)(floor, each, now)
    return ""


def let_in(floor: Floor, message: HostAdmit, now: float) -> str:
    """Let one person in, also beyond the places there are. Raises NotFound if they do not wait."""
    person = floor.person(message.person)
    if not person.record.held:
        raise NotFound("person")
    come_in(floor, person, now)
    return ""
