"""A seat for one person in a running round: somebody who came late or was freed (M12).

One rule: rooms that run are never reshuffled; at most one pair is joined, by its open door. People
met before are taken only when nobody unmet is there, and the placement says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matching.language import Levels, Mask, common_language
from matching.prepared import Prepared
from matching.rules import Rules
from matching.snapshot import claim
from matching.types import Candidate, History, Role, RoomKind

NEW_PAIR_SHARE = 0.5
THIRD_SHARE = 0.3
WEIGHED = 128
CLOSED_DOORS = frozenset({Role.RECRUITER, Role.PROSPECTIVE})


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the person goes: `beside` are the others in the room, one for a pair, two for a trio."""

    kind: RoomKind
    beside: tuple[str, ...]
    language: str | None
    repeat: bool


def place_single(
    single: Candidate,
    singles: Sequence[Candidate],
    open_pairs: Sequence[tuple[Candidate, Candidate]],
    history: History,
    rules: Rules,
    *,
    share_left: float,
) -> Placement | None:
    """A new pair while more than half the round is left, else a third seat, else None (lounge).

    Nobody unmet is passed over for somebody met. Late in the round (under 30 %) it is the lounge.
    """
    if share_left < THIRD_SHARE:
        return None
    everyone = {p.id: p for p in (single, *singles, *(p for pair in open_pairs for p in pair))}
    openings = Openings(Prepared(list(everyone.values()), rules), singles, open_pairs)
    return openings.place(single, history, share_left=share_left)


class Openings:
    """All seats that are open in a running round; asked again for everybody who is freed in it.

    Made once for a round, it answers within a millisecond for thousands: nothing in it grows with
    the square of the people.
    """

    def __init__(
        self,
        known: Prepared,
        singles: Sequence[Candidate],
        open_pairs: Sequence[tuple[Candidate, Candidate]],
    ) -> None:
        self._known = known
        doors = [pair for pair in open_pairs if _is_open(*pair)] if known.rules.trios else []
        self._singles = list(singles)
        self._pairs = doors
        place = known.place
        self._a = np.array([place[a.id] for a, _ in doors], dtype=np.intp)
        self._b = np.array([place[b.id] for _, b in doors], dtype=np.intp)
        self._turns = np.array([a.trios + b.trios for a, b in doors], dtype=np.intp)
        self._spoken = np.minimum(known.levels[self._a], known.levels[self._b])

    def place(self, single: Candidate, history: History, *, share_left: float) -> Placement | None:
        """Where this person goes, as `place_single` says it."""
        if share_left < THIRD_SHARE:
            return None
        partners = self._partners(single) if share_left > NEW_PAIR_SHARE else []
        thirds: list[tuple[Candidate, Candidate]] | None = None
        for met_too in (False, True):
            for beside in ([one] for one in partners):
                if _free(single, beside, history, met_too=met_too):
                    return self._placed(single, beside, history)
            thirds = self._thirds(single) if thirds is None else thirds
            for two in thirds:
                if _free(single, two, history, met_too=met_too):
                    return self._placed(single, two, history)
        return None

    def _partners(self, single: Candidate) -> list[Candidate]:
        """Who may be alone with this one, the longest waiting first: they are as alone."""
        known, i = self._known, self._known.place[single.id]
        others = [each for each in self._singles if each.id != single.id]
        at = np.array([known.place[each.id] for each in others], dtype=np.intp)
        codes = known.permits.codes
        fits = known.permits.pairs[codes[i], codes[at]] & _talk(known.levels[at], known.levels[i])
        score = known.row(i, at)
        able = [k for k in range(len(others)) if fits[k]]
        able.sort(key=lambda k: (claim(others[k]), float(score[k])), reverse=True)
        return [others[k] for k in able]

    def _thirds(self, single: Candidate) -> list[tuple[Candidate, Candidate]]:
        """Doors this one may enter, those first who were in fewest trios, then by what is gained."""
        known, i = self._known, self._known.place[single.id]
        spoken = np.minimum(self._spoken, known.levels[i]).max(1, initial=0)
        may = np.flatnonzero((spoken > 0) & self._permitted(i))
        # Scores are looked up where the three talk best; that many doors are choice enough.
        near = may[np.lexsort((-spoken[may], self._turns[may]))[:WEIGHED]]
        a, b = self._a[near], self._b[near]
        gain = known.row(i, a) + known.row(i, b) - known.between(a, b)
        order = near[np.lexsort((-gain, self._turns[near]))]
        return [self._pairs[k] for k in order.tolist()]

    def _permitted(self, i: int) -> Mask:
        known = self._known
        a, b, permits = self._a, self._b, known.permits
        me, one, two = permits.codes[i], permits.codes[a], permits.codes[b]

        def any_of(table: Mask) -> Mask:
            return np.asarray(table[me, one] | table[me, two] | table[one, two])

        may = permits.rooms[me, one] & permits.rooms[me, two] & permits.rooms[one, two]
        watched = known.staff[i] | known.staff[a] | known.staff[b]
        guided = known.ambassador[i] | known.ambassador[a] | known.ambassador[b]
        may &= ~any_of(permits.wants_staff) | watched
        return np.asarray(may & (~any_of(permits.wants_ambassador) | guided))

    def _placed(
        self, single: Candidate, beside: Sequence[Candidate], history: History
    ) -> Placement:
        return Placement(
            kind="pair" if len(beside) == 1 else "trio",
            beside=tuple(each.id for each in beside),
            language=common_language([single, *beside], self._known.rules),
            repeat=any(frozenset((single.id, each.id)) in history.met for each in beside),
        )


def _free(
    single: Candidate, beside: Sequence[Candidate], history: History, *, met_too: bool
) -> bool:
    """Whether nothing lies between this one and those: no bar, and no meeting unless `met_too`."""
    pairs = [frozenset((single.id, each.id)) for each in beside]
    if len(beside) > 1:
        pairs.append(frozenset(each.id for each in beside))
    if any(pair in history.barred for pair in pairs):
        return False
    return met_too or not any(pair in history.met for pair in pairs[: len(beside)])


def _talk(levels: Levels, mine: Levels) -> Mask:
    return np.asarray((np.minimum(levels, mine) > 0).any(1), dtype=np.bool_)


def _is_open(a: Candidate, b: Candidate) -> bool:
    """Talks with recruiters and prospective students keep their door shut."""
    return a.role not in CLOSED_DOORS and b.role not in CLOSED_DOORS
