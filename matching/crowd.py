"""Everybody present as rows and codes: what `snapshot.Snapshot` is without any table of all pairs.

One rule: what lies between two people is asked for by index, for the pairs that matter and no others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np
import numpy.typing as npt

from matching.errors import DuplicateCandidate
from matching.features import Features, features
from matching.kinds import kinds
from matching.language import Mask, joint_levels, tongues
from matching.permits import in_a_group, one_to_one
from matching.rules import Rules
from matching.score import EXACT, lessened
from matching.snapshot import Indices, ranks, seed_order
from matching.types import Candidate, History, Pair

Keys = npt.NDArray[np.int64]
Worths = npt.NDArray[np.float64]

AT_ONCE = 8192
PAIR = 2


@dataclass(frozen=True, slots=True)
class Crowd:
    """People in seed order; `tongue` and `standing` number their kinds of languages and of standing.

    talk, alone, together: which kinds share a language, may be alone with each other, may share a
    larger room. met, barred: pairs as sorted keys. less: what earlier events take off some pairs.
    """

    people: tuple[Candidate, ...]
    rules: Rules
    seed: int
    rows: Features
    tongue: Indices
    talk: Mask
    standing: Indices
    alone: Mask
    together: Mask
    met: Keys
    barred: Keys
    less: tuple[Keys, Worths]
    rank: Indices

    def __len__(self) -> int:
        return len(self.people)

    def key(self, i: Indices, j: Indices) -> Keys:
        """One number per pair, in no order."""
        return np.asarray(np.minimum(i, j).astype(np.int64) * len(self) + np.maximum(i, j))

    def may_talk(self, i: Indices, j: Indices, permits: Mask) -> Mask:
        """Whether pairs have a language, a permit (`alone` or `together`) and nothing between them."""
        may = (
            self.talk[self.tongue[i], self.tongue[j]] & permits[self.standing[i], self.standing[j]]
        )
        may &= i != j
        if len(self.barred):
            may &= ~_among(self.key(i, j), self.barred)
        return np.asarray(may, dtype=np.bool_)

    def spent(self) -> Mask:
        """Who met or is kept from every single other one: no pair of theirs is worth anything."""
        barred = self.barred[~_among(self.barred, self.met)]
        ends = (end for keys in (self.met, barred) for end in np.divmod(keys, max(len(self), 1)))
        known = sum((np.bincount(end, minlength=len(self)) for end in ends), start=np.intp(0))
        return np.asarray(known >= len(self) - 1, dtype=np.bool_)

    def have_met(self, i: Indices, j: Indices) -> Mask:
        """Whether pairs were in a room together in this event."""
        return _among(self.key(i, j), self.met)

    def score(self, i: Indices, j: Indices) -> Worths:
        """What pairs are worth, as `score_matrix` and the history of earlier events say."""
        found = np.empty(len(i))
        for start in range(0, len(i), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            found[part] = self.rows.between(i[part], j[part])
        return self.lessened(self.key(i, j), np.rint(found * EXACT) / EXACT)

    def lessened(self, keys: Keys, worth: Worths) -> Worths:
        """The same scores with what earlier events take off."""
        known, less = self.less
        if len(known) == 0:
            return worth
        at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
        return np.asarray(np.maximum(worth - np.where(known[at] == keys, less[at], 0.0), 0.0))


def gather(candidates: Sequence[Candidate], history: History, rules: Rules, *, seed: int) -> Crowd:
    """The crowd of these people; the same for every order they are handed in."""
    people = seed_order(candidates, seed)
    for person, times in Counter(c.id for c in people).items():
        if times > 1:
            raise DuplicateCandidate(person)
    tongue, levels = tongues(people, rules)
    standing, models = _standings(people)
    # Twice, since a table of people says of nobody that they may meet themselves.
    n = len(models)
    return Crowd(
        people=people,
        rules=rules,
        seed=seed,
        rows=features(people, rules),
        tongue=tongue,
        talk=joint_levels(levels) > 0,
        standing=standing,
        alone=one_to_one(models * 2, rules)[:n, n:],
        together=in_a_group(models * 2, rules)[:n, n:],
        met=_keys(people, history.met),
        barred=_keys(people, history.barred),
        less=_less(people, history),
        rank=ranks(people),
    )


def _standings(people: Sequence[Candidate]) -> tuple[Indices, list[Candidate]]:
    """Kinds of people as far as permits can tell, and one of each."""
    asked = [(c.role, c.verified, c.recruiters_ok, c.supervised, c.no_pairs) for c in people]
    codes, first = kinds(asked)
    return codes, [people[i] for i in first]


def _keys(people: Sequence[Candidate], pairs: Iterable[Pair]) -> Keys:
    place = {c.id: i for i, c in enumerate(people)}
    absent = len(people)
    people_of = chain.from_iterable(pair for pair in pairs if len(pair) == PAIR)
    ends = np.fromiter(map(place.get, people_of, repeat(absent)), dtype=np.int64)
    both = ends.reshape(-1, PAIR)
    both.sort(axis=1)
    here = both[both[:, 1] < absent]
    return np.sort(here[:, 0] * absent + here[:, 1])


def _less(people: Sequence[Candidate], history: History) -> tuple[Keys, Worths]:
    taken = {i * len(people) + j: less for (i, j), less in lessened(people, history).items()}
    keys = sorted(taken)
    return np.array(keys, dtype=np.int64), np.array([taken[key] for key in keys])


def _among(keys: Keys, known: Keys) -> Mask:
    if len(known) == 0:
        return np.zeros(len(keys), dtype=np.bool_)
    at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    return np.asarray(known[at] == keys, dtype=np.bool_)
