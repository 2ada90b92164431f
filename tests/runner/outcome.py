"""What a check or a suite came to, and the summary of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

OK, FAILED = 0, 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """The counts of one check (which counts as one test) or of one suite."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    notes: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """Return how it went, in one word."""
        if self.failed:
            return "FAILED"
        return "ok" if self.passed else "skipped"


def skip_or_fail(name: str, reason: str, *, required: bool) -> Outcome:
    """Return a visible skip of something installable, which is a failure where it is required."""
    return Outcome(name, failed=int(required), skipped=int(not required), notes=(reason,))


def summary(outcomes: Sequence[Outcome]) -> str:
    """Return the table with a last line of totals in the plain form `N passed, N failed, N skipped`."""
    lines = ["", "Summary", *map(_row, outcomes)]
    lines += [f"  {one.name}: {note}" for one in outcomes for note in one.notes]
    passed = sum(one.passed for one in outcomes)
    failed = sum(one.failed for one in outcomes)
    skipped = sum(one.skipped for one in outcomes)
    return "\n".join([*lines, "", f"{passed} passed, {failed} failed, {skipped} skipped"])


def exit_code(outcomes: Iterable[Outcome]) -> int:
    """Return 0 only if something passed and nothing failed: a run of nothing proves nothing."""
    every = list(outcomes)
    good = any(one.passed for one in every) and not any(one.failed for one in every)
    return OK if good else FAILED


def _row(one: Outcome) -> str:
    counts = f"{one.passed} passed, {one.failed} failed, {one.skipped} skipped"
    return f"  {one.word:<8} {one.name:<16} {one.seconds:7.1f} s   {counts}"
