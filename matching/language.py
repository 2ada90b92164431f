"""Which languages people share, and how well (M7).

One rule: only conversational or better counts. Codes are compared by their primary subtag, since
zh-Hans and zh-Hant, or en-GB and en-US, talk to each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from matching.kinds import Codes, kinds
from matching.rules import DEFAULT_RULES, Rules
from matching.types import Candidate, Level

Levels = npt.NDArray[np.int8]
Mask = npt.NDArray[np.bool_]

STRENGTH = {Level.CONVERSATIONAL: 0.4, Level.FLUENT: 0.8, Level.NATIVE: 1.0}
"""How good a talk in a joint language of this level can be, 0 to 1."""


def spoken(person: Candidate, rules: Rules = DEFAULT_RULES) -> Mapping[str, Level]:
    """The person's languages by primary subtag; untold means the event's own languages (M29)."""
    if not person.languages:
        return dict.fromkeys(rules.fallback_languages, Level.CONVERSATIONAL)
    best: dict[str, Level] = {}
    for code, level in person.languages:
        primary = code.partition("-")[0].lower()
        best[primary] = max(level, best.get(primary, Level.BEGINNER))
    return best


def common_language(members: Sequence[Candidate], rules: Rules = DEFAULT_RULES) -> str | None:
    """The language in which the weakest speaker among the members is strongest, or None.

    Among equals the one spoken better over all wins, then the event's own order, then the code.
    """
    tongues = [spoken(member, rules) for member in members]
    if not tongues:
        return None
    own = {code: rank for rank, code in enumerate(rules.fallback_languages)}

    def merit(code: str) -> tuple[int, int, int, str]:
        levels = [t[code] for t in tongues]
        return (-min(levels), -sum(levels), own.get(code, len(own)), code)

    shared = set(tongues[0]).intersection(*tongues[1:])
    usable = [c for c in shared if min(t[c] for t in tongues) >= Level.CONVERSATIONAL]
    return min(usable, key=merit, default=None)


def tongues(candidates: Sequence[Candidate], rules: Rules) -> tuple[Codes, Levels]:
    """Of which kind everybody is by what they share with others, and the levels of each kind.

    Columns are `shared_languages`; 0 where a language is not spoken well enough for a room.
    """
    told, usable = _usable(candidates, rules)
    return _kinds_of_tongue(told, usable, _shared(told, usable))


def _kinds_of_tongue(
    told: Codes, usable: Sequence[Mapping[str, Level]], codes: Sequence[str]
) -> tuple[Codes, Levels]:
    column = {code: i for i, code in enumerate(codes)}
    shared = [frozenset(each for each in tongue.items() if each[0] in column) for tongue in usable]
    merged, models = kinds(shared)
    levels = np.zeros((len(models), len(codes)), dtype=np.int8)
    for row, model in enumerate(models):
        for code, level in shared[model]:
            levels[row, column[code]] = level
    return merged[told], levels


def shared_languages(candidates: Sequence[Candidate], rules: Rules) -> tuple[str, ...]:
    """What at least two of them speak well enough for a room: no other language opens one."""
    return _shared(*_usable(candidates, rules))


def _usable(candidates: Sequence[Candidate], rules: Rules) -> tuple[Codes, list[dict[str, Level]]]:
    """Kinds of people by what they told, and what each kind speaks well enough for a room."""
    told, first = kinds([person.languages for person in candidates])
    tongue = [spoken(candidates[i], rules) for i in first]
    enough = Level.CONVERSATIONAL
    return told, [{c: level for c, level in each.items() if level >= enough} for each in tongue]


def _shared(told: Codes, usable: Sequence[Mapping[str, Level]]) -> tuple[str, ...]:
    people = np.bincount(told, minlength=len(usable)).tolist()
    speakers: Counter[str] = Counter()
    for tongue, number in zip(usable, people, strict=True):
        speakers.update(dict.fromkeys(tongue, number))
    return tuple(sorted(code for code, number in speakers.items() if number > 1))


def level_table(candidates: Sequence[Candidate], rules: Rules) -> Levels:
    """Levels by person and shared language; 0 where it is not spoken well enough for a room."""
    return levels_by_code(candidates, rules)[0]


def levels_by_code(candidates: Sequence[Candidate], rules: Rules) -> tuple[Levels, tuple[str, ...]]:
    """The level table, and the language of each of its columns."""
    told, usable = _usable(candidates, rules)
    codes = _shared(told, usable)
    kind, levels = _kinds_of_tongue(told, usable, codes)
    return np.asarray(levels[kind]), codes


def languages_of(levels: Levels, codes: Sequence[str], rules: Rules) -> list[str | None]:
    """`common_language` for many rooms of one size at once; `levels` is rooms x members x codes."""
    if len(levels) == 0 or not codes:
        return [None] * len(levels)
    own = {code: rank for rank, code in enumerate(rules.fallback_languages)}
    order = sorted(range(len(codes)), key=lambda i: (own.get(codes[i], len(own)), codes[i]))
    ranked = levels[:, :, order].astype(np.intp)
    least, total = ranked.min(1), ranked.sum(1)
    merit = least * (1 + int(total.max())) + total
    # The first of the best is taken, hence the one that comes first in order.
    best = np.where(least > 0, merit, 0).argmax(1)
    known = least[np.arange(len(levels)), best] > 0
    names = [codes[i] for i in order]
    return [names[i] if can else None for i, can in zip(best.tolist(), known.tolist(), strict=True)]


def joint_levels(table: Levels) -> Levels:
    """For each two people the level of the weaker speaker in their strongest joint language."""
    n = len(table)
    joint = np.zeros((n, n), dtype=np.int8)
    for column in table.T:
        speakers = np.flatnonzero(column)
        level, block = column[speakers], np.ix_(speakers, speakers)
        joint[block] = np.maximum(joint[block], np.minimum.outer(level, level))
    return joint
