"""What is sent together rather than at once: presence, where each stands, the host's board.

One rule: only what differs from what was sent last goes out, and versions have no gaps.

The eligible numbers of `you.state` (see `fitting`) are computed at most once a second.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec

from server.domain import views
from server.domain.effects import Effect, Send, SendHosts
from server.domain.fitting import Fitting
from server.domain.floor import Floor
from server.domain.people import Attendee
from server.domain.presence import Seen, Stream
from server.ids import PersonId
from server.protocol.parts import Presence
from server.protocol.pool import PoolState
from server.protocol.server import HostBoard, YouState

COUNT_SECONDS = 1.0
EVERYBODY = 10**9
HOSTS = PersonId("")
"""All hosts are one viewer: they see the same."""


@dataclass(slots=True)
class Fanout:
    """What was sent last to whom."""

    guests: Stream
    hosts: Stream
    you: dict[PersonId, YouState] = field(default_factory=dict)
    pool: dict[PersonId, PoolState | None] = field(default_factory=dict)
    """Of those who wait to meet somebody now; None: to be told anew."""
    board: HostBoard | None = None
    counted_at: float | None = None
    stale: bool = True
    """The eligible numbers are older than the last change."""
    fitting: Fitting = field(default_factory=Fitting)
    dirty: bool = False
    outside: frozenset[PersonId] = frozenset()
    """Who waited before the door when presence was sent last."""

    @classmethod
    def begin(cls, epoch: int, v: int) -> Fanout:
        """Return an empty one; hosts see everybody, however many there are."""
        return cls(guests=Stream(epoch, v), hosts=Stream(epoch, v, crowd=EVERYBODY))

    def touch(self) -> None:
        """Note that something may have changed."""
        self.dirty = self.stale = True

    def gave_snapshot(self, viewer: PersonId) -> None:
        """Note that somebody was given a state that is newer than what was sent last.

        Should it change back before the next flush, no change would tell them.
        """
        if not self.dirty:
            return
        if viewer == HOSTS:
            self.board = None
            self.hosts.ahead.add(viewer)
            return
        self.you.pop(viewer, None)
        self.pool[viewer] = None
        self.guests.ahead.add(viewer)

    def recount_at(self) -> float | None:
        """Return when the eligible numbers may be computed again, if they are stale."""
        if not self.stale or self.counted_at is None:
            return None
        return self.counted_at + COUNT_SECONDS


def flush(floor: Floor, fanout: Fanout, now: float) -> list[Effect]:
    """Return what has changed since the last flush."""
    fanout.dirty = False
    _recount(floor, fanout, now)
    effects = _presence(floor, fanout, now)
    effects += _you(floor, fanout)
    effects += _pool(floor, fanout)
    return effects + _board(floor, fanout)


def guest_list(floor: Floor, fanout: Fanout, now: float) -> Seen:
    """Return who is here, as guests see it."""
    last = fanout.guests.last.people
    here = (each for each in floor.staying() if each.present)
    return {each.id: views.presence_of(floor, each, last.get(each.id), now) for each in here}


def host_list(floor: Floor, fanout: Fanout, now: float) -> Seen:
    """Return everybody who joined, as hosts see it."""
    last = fanout.hosts.last.people
    return {each.id: _for_hosts(floor, each, last, now) for each in floor.staying()}


def _for_hosts(floor: Floor, person: Attendee, last: Seen, now: float) -> Presence:
    shown = views.presence_of(floor, person, last.get(person.id), now)
    if shown.card.name == person.profile.name:
        return shown
    # The people on duty must know whom they talk about: the whole name, also of minors.
    return msgspec.structs.replace(
        shown, card=msgspec.structs.replace(shown.card, name=person.profile.name)
    )


def _recount(floor: Floor, fanout: Fanout, now: float) -> None:
    due = fanout.recount_at()
    if not fanout.stale or (due is not None and now < due):
        return
    fanout.stale, fanout.counted_at = False, now
    floor.eligible = fanout.fitting.recount(floor, now)


def _presence(floor: Floor, fanout: Fanout, now: float) -> list[Effect]:
    people = guest_list(floor, fanout, now)
    outside = frozenset(each.id for each in floor.staying() if each.record.held)
    fanout.guests.ahead.update(fanout.outside - outside)  # let in: the whole list for a start
    fanout.outside = outside
    found = fanout.guests.changes(people, floor.inside(), floor.bars.hidden_from)
    effects: list[Effect] = [Send(to, message) for to, message in found]
    everybody = host_list(floor, fanout, now)
    for_hosts = fanout.hosts.changes(everybody, [HOSTS], lambda _viewer: frozenset())
    return effects + [SendHosts(message) for _, message in for_hosts]


def _you(floor: Floor, fanout: Fanout) -> list[Effect]:
    effects: list[Effect] = []
    for person in floor.staying():
        if not person.seen or not (person.present or person.record.held):
            continue
        state = views.you_state(floor, person)
        if fanout.you.get(person.id) == state:
            continue
        state = msgspec.structs.replace(state, v=floor.versions.next(f"you:{person.id}"))
        fanout.you[person.id] = state
        effects.append(Send((person.id,), state))
    return effects


def _pool(floor: Floor, fanout: Fanout) -> list[Effect]:
    """Tell those who wait how it stands, and those who no longer do once."""
    effects: list[Effect] = []
    for each in [*floor.pool.places, *(e for e in fanout.pool if e not in floor.pool.places)]:
        state = views.pool_state(floor, floor.people[each])
        if fanout.pool.get(each) == state:
            continue
        state = msgspec.structs.replace(state, v=floor.versions.next(f"pool:{each}"))
        fanout.pool.pop(each, None)
        if state.ticket is not None:
            fanout.pool[each] = state
        effects.append(Send((each,), state))
    return effects


def _board(floor: Floor, fanout: Fanout) -> list[Effect]:
    board = views.host_board(floor)
    if fanout.board == board:
        return []
    fanout.board = msgspec.structs.replace(board, v=floor.versions.next("board"))
    return [SendHosts(fanout.board)]
