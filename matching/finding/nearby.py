"""Words that differ by a slip of the finger: one letter wrong, missing, added or exchanged; two in a
long word."""

from __future__ import annotations

from functools import lru_cache

from matching.finding.names import words

_LONG = 8
_SAME_STEM = 4
_ENDING = 3


def same_but_for_slips(word: str) -> list[str]:
    """Return the words of topics' names that a word may be meant for; the first letter is trusted."""
    allowed = 2 if len(word) >= _LONG else 1
    letters = set(word)
    return [
        other
        for other in _by_first_letter().get(word[0], ())
        if _ending_differs(word, other)
        or (
            abs(len(other) - len(word)) <= allowed
            and len(other) > _ENDING
            and len(letters ^ set(other)) <= 2 * allowed
            and distance(word, other, allowed) <= allowed
        )
    ]


def distance(a: str, b: str, most: int) -> int:
    """Return how many slips lie between two words, or more than `most` as soon as that is certain."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        earlier, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _ending_differs(word: str, other: str) -> bool:
    """Whether both are one stem with other endings: hike and hiking are not, study and studying are."""
    short, long = sorted((word, other), key=len)
    return len(short) >= _SAME_STEM and len(long) - len(short) <= _ENDING and long.startswith(short)


@lru_cache(maxsize=1)
def _by_first_letter() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words()):
        if word.isascii():
            found.setdefault(word[0], []).append(word)
    return {first: tuple(each) for first, each in found.items()}
