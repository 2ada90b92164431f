"""Presence: who is here, where, in what state; a full list first, then versioned changes.

One rule: a viewer's list and every change to it hold nobody who is hidden from that viewer, and
`total` does not count them either. Viewers from whom nobody is hidden share one message.

Above 200 people the list is a window: at most 100 people, balanced over the time zones, the same
for all, with the number of people in each zone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from server.ids import PersonId
from server.protocol.parts import Presence
from server.protocol.server import PresenceCount, PresenceDiff, PresenceState

CROWD = 200
WINDOW = 100
Seen = Mapping[PersonId, Presence]
PresencePush = PresenceState | PresenceDiff | PresenceCount
Nobody: frozenset[PersonId] = frozenset()


@dataclass(frozen=True, slots=True)
class Picture:
    """What there is to see at one moment."""

    people: Seen
    window: tuple[PersonId, ...] | None = None
    """Who is shown of a crowd; None: everybody."""

    def shown(self, hidden: Collection[PersonId] = Nobody) -> dict[PersonId, Presence]:
        """Return the people in the list of one from whom `hidden` are hidden."""
        ids = self.people if self.window is None else self.window
        return {each: self.people[each] for each in ids if each not in hidden}

    def total(self, hidden: Collection[PersonId] = Nobody) -> int:
        """Return how many people there are for that viewer."""
        return len(self.people) - sum(each in self.people for each in hidden)

    def zones(self, hidden: Collection[PersonId] = Nobody) -> dict[str, int]:
        """Return the number of people in each zone; empty where everybody is listed."""
        counts: dict[str, int] = {}
        if self.window is None:
            return counts
        for each, presence in self.people.items():
            if each not in hidden:
                counts[presence.card.zone] = counts.get(presence.card.zone, 0) + 1
        return dict(sorted(counts.items()))


@dataclass(slots=True)
class Stream:
    """One versioned list with everybody who follows it."""

    epoch: int
    v: int
    crowd: int = CROWD
    last: Picture = field(default_factory=lambda: Picture({}))
    hidden: dict[PersonId, frozenset[PersonId]] = field(default_factory=dict)
    """Who was hidden from whom when the last change was sent."""
    ahead: set[PersonId] = field(default_factory=set)
    """Who was given a list newer than the last change: they get the whole of it once more."""

    def picture(self, people: Seen) -> Picture:
        """Return what there is to see now; the window keeps whom it showed before."""
        if len(people) <= self.crowd:
            return Picture(people)
        return Picture(people, balanced(people, self.last.window or ()))

    def state(self, people: Seen, hidden: Collection[PersonId] = Nobody) -> PresenceState:
        """Return the full list for one viewer; changes since the last version may be in it."""
        return self._state(self.picture(people), hidden, self.v)

    def changes(
        self,
        people: Seen,
        viewers: Iterable[PersonId],
        hides: Callable[[PersonId], frozenset[PersonId]],
    ) -> list[tuple[tuple[PersonId, ...], PresencePush]]:
        """Return what to send to whom since the last call, and make it the present version.

        Versions go on for everybody alike: when somebody's view changes, all get a message, be it
        an empty one, so that its absence tells nothing (M18).
        """
        old, new = self.last, self.picture(people)
        masks = {each: hides(each) for each in viewers}
        was = {each: self.hidden.get(each, Nobody) for each in masks}
        self.last = new
        self.hidden = {each: mask for each, mask in masks.items() if mask}
        pv, changed = self.v, was != masks or not _same(old, new)
        if changed:
            self.v += self._steps(old, new)
        again, self.ahead = self.ahead, set()
        plain = tuple(e for e, mask in masks.items() if not mask and not was[e] and e not in again)
        found: list[tuple[tuple[PersonId, ...], PresencePush]] = []
        if changed and plain:
            found += [(plain, m) for m in self._messages((old, Nobody), (new, Nobody), pv)]
        for each in masks:
            if each in again:
                found.append(((each,), self._state(new, masks[each], self.v)))
            elif changed and (masks[each] or was[each]):
                messages = self._messages((old, was[each]), (new, masks[each]), pv)
                found += [((each,), m) for m in messages]
        return found

    def _steps(self, old: Picture, new: Picture) -> int:
        return 2 if old.window is not None and new.window is not None else 1

    def _messages(
        self,
        old: tuple[Picture, frozenset[PersonId]],
        new: tuple[Picture, frozenset[PersonId]],
        pv: int,
    ) -> list[PresencePush]:
        picture, hidden = new
        if (old[0].window is None) != (picture.window is None):
            return [self._state(picture, hidden, self.v)]
        before, after = old[0].shown(old[1]), picture.shown(hidden)
        diff = PresenceDiff(
            epoch=self.epoch,
            v=pv + 1,
            pv=pv,
            total=picture.total(hidden),
            put=[each for person, each in after.items() if before.get(person) != each],
            gone=[person for person in before if person not in after],
        )
        if picture.window is None:
            return [diff]
        total, zones = picture.total(hidden), picture.zones(hidden)
        count = PresenceCount(epoch=self.epoch, v=pv + 2, pv=pv + 1, total=total, zones=zones)
        return [diff, count]

    def _state(self, picture: Picture, hidden: Collection[PersonId], v: int) -> PresenceState:
        return PresenceState(
            epoch=self.epoch,
            v=v,
            total=picture.total(hidden),
            people=list(picture.shown(hidden).values()),
            zones=picture.zones(hidden),
        )


def balanced(people: Seen, shown: Iterable[PersonId], size: int = WINDOW) -> tuple[PersonId, ...]:
    """Return a window: one of each zone in turn, those shown before first, so that few change."""
    before = [each for each in shown if each in people]
    known = set(before)
    zones: dict[str, list[PersonId]] = {}
    for each in (*before, *(each for each in people if each not in known)):
        zones.setdefault(people[each].card.zone, []).append(each)
    queues = [zones[zone] for zone in sorted(zones)]
    chosen: list[PersonId] = []
    turn = 0
    while len(chosen) < size and any(turn < len(queue) for queue in queues):
        chosen += [queue[turn] for queue in queues if turn < len(queue)]
        turn += 1
    return tuple(chosen[:size])


def _same(old: Picture, new: Picture) -> bool:
    return old.window == new.window and old.people == new.people
