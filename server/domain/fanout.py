"""What is sent together rather than at once: presence, where each stands, the host's board.

One rule: only what differs from what was sent last goes out, and versions have no gaps.

Who counts as eligible (`you.state`): people who are connected, have no room, do not sit out, and
are ready; before the first round also those who have not said so yet. The viewer's number is how
many of them could be seated with the viewer by all rules; in a room it is 0. It is computed at most
once a second.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from matching.eligible import eligible_counts
from server.domain import views
from server.domain.effects import Effect, Send, SendHosts
from server.domain.floor import Floor
from server.domain.people import Attendee
from server.domain.presence import Seen, Stream
from server.ids import PersonId
from server.protocol.parts import Presence
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
    board: HostBoard | None = None
    counted_at: float | None = None
    stale: bool = True
    """The eligible numbers are older than the last change."""
    basis: object = None
    """What the numbers of those who take part were computed from."""
    asked: Mapping[PersonId, object] = field(default_factory=dict)
    """The same of each of the others."""
    dirty: bool = False

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
        self.you.pop(viewer, None)
        if viewer == HOSTS:
            self.board = None
            self.hosts.ahead.add(viewer)
        else:
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
    # The people on duty must know whom they talk about: the whole name, also of minors.
    return msgspec.structs.replace(
        shown, card=msgspec.structs.replace(shown.card, name=person.profile.name)
    )


def _recount(floor: Floor, fanout: Fanout, now: float) -> None:
    due = fanout.recount_at()
    if not fanout.stale or (due is not None and now < due):
        return
    fanout.stale, fanout.counted_at = False, now
    here = [each for each in floor.staying() if each.connected and each.room is None]
    pool = [each for each in here if _is_counted(floor, each)]
    others = [each for each in here if not _is_counted(floor, each)]
    basis = _basis(pool), floor.history()
    known = floor.eligible if basis == fanout.basis else {}
    asked = {each.id: _basis([each]) for each in others}
    floor.eligible = {each.id: known[each.id] for each in pool} if known else {}
    if not known:
        floor.eligible = _counts(floor, pool, now)
    for each in others:
        same = known and fanout.asked.get(each.id) == asked[each.id]
        mine = known[each.id] if same else _counts(floor, [*pool, each], now)[each.id]
        floor.eligible[each.id] = mine
    fanout.basis, fanout.asked = basis, asked


def _counts(floor: Floor, pool: list[Attendee], now: float) -> dict[PersonId, int]:
    asked = floor.candidates(pool, now)
    counts = eligible_counts(asked, floor.history(), floor.rules)
    return {PersonId(each): number for each, number in counts.items()}


def _basis(people: list[Attendee]) -> tuple[object, ...]:
    """All of these people that the numbers depend on."""
    return tuple((each.id, each.profile, each.record.verified) for each in people)


def _is_counted(floor: Floor, person: Attendee) -> bool:
    willing = person.record.ready or floor.mixer.gathering
    return willing and not person.record.sitting_out


def _presence(floor: Floor, fanout: Fanout, now: float) -> list[Effect]:
    people = guest_list(floor, fanout, now)
    found = fanout.guests.changes(people, floor.audience(), floor.bars.hidden_from)
    effects: list[Effect] = [Send(to, message) for to, message in found]
    everybody = host_list(floor, fanout, now)
    for_hosts = fanout.hosts.changes(everybody, [HOSTS], lambda _viewer: frozenset())
    return effects + [SendHosts(message) for _, message in for_hosts]


def _you(floor: Floor, fanout: Fanout) -> list[Effect]:
    effects: list[Effect] = []
    for person in floor.staying():
        if not (person.seen and person.present):
            continue
        state = views.you_state(floor, person)
        if fanout.you.get(person.id) == state:
            continue
        state = msgspec.structs.replace(state, v=floor.versions.next(f"you:{person.id}"))
        fanout.you[person.id] = state
        effects.append(Send((person.id,), state))
    return effects


def _board(floor: Floor, fanout: Fanout) -> list[Effect]:
    board = views.host_board(floor)
    if fanout.board == board:
        return []
    fanout.board = msgspec.structs.replace(board, v=floor.versions.next("board"))
    return [SendHosts(fanout.board)]
