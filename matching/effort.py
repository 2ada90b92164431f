"""How much a large round may take: who does the work, and when to stop improving.

One rule: nothing here changes what is right, only how good an answer is when it is wanted at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

Part = TypeVar("Part")


class Spread(Protocol):
    """`map` with one sequence, or that of a pool of threads."""

    def __call__(self, job: Callable[[int], Part], starts: Iterable[int], /) -> Iterable[Part]:
        """The answer of every part, in their order."""
        ...


def in_turn(job: Callable[[int], Part], starts: Iterable[int], /) -> Iterable[Part]:
    """One part after the other, here."""
    return map(job, starts)


def always() -> bool:
    """Never in a hurry."""
    return True


@dataclass(frozen=True, slots=True)
class Effort:
    """`keep_going` is asked before each step that only makes an answer better."""

    spread: Spread = in_turn
    keep_going: Callable[[], bool] = always


UNHURRIED = Effort()
"""Every step, on the thread of the caller."""
