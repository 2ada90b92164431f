"""Rehearsals: the one that a host asked for last, and what is known of it.

    none -> running -> done | late | failed

One rule: an answer counts only for the request it belongs to; a newer request ends the older.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from matching.rehearsal import Rehearsed
from matching.types import Candidate, Pair
from server.protocol.parts import Plan
from server.protocol.ruling import Who

State = Literal["running", "done", "late", "failed"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: `plan` holds the rules to try, `usual` those of the event at that time."""

    at: float
    plan: Plan
    usual: Plan
    round: int
    """The round that was over by then."""
    who: Who
    people: tuple[Candidate, ...]
    met: frozenset[Pair]

    def same_as(self, other: Asked) -> bool:
        """Whether the answer would be the same."""
        mine, theirs = (
            (
                each.plan,
                each.round,
                each.who,
                each.met,
                [replace(p, waiting=0.0) for p in each.people],
            )
            for each in (self, other)
        )
        return mine == theirs


@dataclass(slots=True)
class RehearsalDesk:
    """The newest request and its answer so far."""

    ask: int = 0
    asked: Asked | None = None
    found: Rehearsed | None = None
    state: State = "running"

    def knows(self, asked: Asked) -> bool:
        """Whether this was asked before, and is answered or about to be."""
        known = self.asked is not None and self.state in ("running", "done")
        return known and self.asked is not None and self.asked.same_as(asked)

    def begin(self, asked: Asked) -> int:
        """Take a new request in place of the one before; return its number."""
        self.ask += 1
        self.asked, self.found, self.state = asked, None, "running"
        return self.ask

    def answer(self, ask: int, found: Rehearsed | None) -> bool:
        """Keep what is known now, None if nothing more comes; return whether it was waited for."""
        if self.asked is None or ask != self.ask or self.state != "running":
            return False
        if found is None:
            self.state = "failed" if self.found is None else "late"
            return True
        self.found = found
        if found.done:
            self.state = "done"
        return True

    def drop(self) -> None:
        """Forget it, and do not take what is still on its way."""
        self.ask += 1
        self.asked = self.found = None
