"""Fitting: how many people each could be seated with right now (`you.state`).

Who counts: people who are connected, have no room, do not sit out, want to be suggested, and are
ready; before the first round also those who have not said so yet. The viewer's number is how many
of them could be seated with the viewer by all rules; in a room it is 0.

One rule: nobody can read another's bar off their own number. What others have barred since the
phase began counts only from the next phase on, when every number changes anyway; one's own bars
count at once (M18).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from matching.eligible import Fit, fits
from matching.types import Pair
from server.domain.floor import Floor
from server.domain.people import Attendee
from server.ids import PersonId

NO_PAIRS: frozenset[Pair] = frozenset()


@dataclass(slots=True)
class Fitting:
    """The numbers as they were counted last, and what they were counted from."""

    counts: dict[PersonId, Fit] = field(default_factory=dict)
    basis: object = None
    """What the numbers of those who take part were computed from."""
    asked: Mapping[PersonId, object] = field(default_factory=dict)
    """The same of each of the others."""
    bars: frozenset[Pair] = NO_PAIRS
    """Bars that stood when the phase began."""
    phase: object = None

    def recount(self, floor: Floor, now: float) -> dict[PersonId, Fit]:
        """Return the numbers of all who are here and have no room."""
        self._begin_phase(floor)
        here = [each for each in floor.staying() if _is_free(each)]
        pool = [each for each in here if _takes_part(floor, each)]
        fresh = floor.bars.set_since(self.bars)
        basis = _basis(pool), floor.history().met, self.bars, id(floor.rules)
        known = self.counts if basis == self.basis else _counts(floor, pool, self.bars, now)
        asked: dict[PersonId, object] = {}
        counts: dict[PersonId, Fit] = {}
        for each in here:
            mine = fresh.get(each.id, NO_PAIRS)
            if not mine and _takes_part(floor, each):
                counts[each.id] = known[each.id]
                continue
            asked[each.id] = basis, _basis([each]), mine
            if self.asked.get(each.id) == asked[each.id]:
                counts[each.id] = self.counts[each.id]
                continue
            others = [one for one in pool if one.id != each.id]
            found = _counts(floor, [*others, each], self.bars | mine, now)
            counts[each.id] = found[each.id]
        self.counts, self.basis, self.asked = {**known, **counts}, basis, asked
        return counts

    def _begin_phase(self, floor: Floor) -> None:
        phase = floor.mixer.phase, floor.mixer.record.round
        if phase != self.phase:
            self.phase, self.bars = phase, floor.bars.barred


def _counts(
    floor: Floor, people: list[Attendee], barred: frozenset[Pair], now: float
) -> dict[PersonId, Fit]:
    history = replace(floor.history(), barred=barred)
    found = fits(floor.candidates(people, now), history, floor.rules)
    return {PersonId(each): fit for each, fit in found.items()}


def _basis(people: list[Attendee]) -> tuple[object, ...]:
    """All of these people that the numbers depend on."""
    return tuple((each.id, each.profile, each.record.verified) for each in people)


def _is_free(person: Attendee) -> bool:
    return person.connected and person.room is None and not person.shut_out


def _takes_part(floor: Floor, person: Attendee) -> bool:
    return person.willing and (person.record.ready or floor.mixer.gathering)
