"""What a pool takes and gives: tickets and rules in, one wave of pairs, offers and outlooks out.

One rule: values only; `PoolRules` that exist are sound, a nonsense one is refused with the rule named.
Times are seconds.
"""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass, fields
from typing import Literal

from matching.errors import BadRules
from matching.types import BenchReason, Candidate, PlannedRoom

OfferKind = Literal["trio", "table", "lounge"]


class Relax(enum.StrEnum):
    """One of somebody's own choices that, taken back, would let them meet people who wait now."""

    RECRUITERS = "recruiters"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Ticket:
    """One person's place in a pool: since when, and how it went so far.

    misses: proposals they let pass unanswered. left_behind: their last talk or proposal fell through
    by somebody else's doing, so they come first now (M15).
    """

    candidate: Candidate
    since: float
    misses: int = 0
    left_behind: bool = False


@dataclass(frozen=True, slots=True)
class PoolRules:
    """How one pool trades waiting against fit (M13).

    collect: seconds an emptied pool gathers people before the first match. price: what a second of
    waiting is worth in score when it begins. patience: seconds in which that grows e-fold. half,
    any_from: after so long no more than half of the first ask, and then anybody, is enough. priority:
    seconds that being left behind counts for. offer_from: a trio, a table or the lounge is offered.
    why_from: it is said plainly why, and what would help. park_after: so many missed proposals and
    the ticket rests.
    """

    collect: float = 3.0
    price: float = 0.0001
    patience: float = 4.0
    half: float = 20.0
    any_from: float = 45.0
    priority: float = 15.0
    offer_from: float = 60.0
    why_from: float = 90.0
    park_after: int = 2

    def __post_init__(self) -> None:
        for f in fields(self):
            value = getattr(self, f.name)
            if not math.isfinite(value) or value < 0:
                raise BadRules(f"pool.{f.name}", "must be a finite number, 0 or more")
        if self.price == 0 or self.patience == 0:
            raise BadRules("pool.price", "waiting must cost something, and ever more")
        if not 0 < self.half < self.any_from:
            raise BadRules("pool.half", "must lie between 0 and any_from")
        if not self.any_from <= self.offer_from <= self.why_from:
            raise BadRules("pool.offer_from", "must lie between any_from and why_from")
        if self.park_after < 1:
            raise BadRules("pool.park_after", "must be 1 or more")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something else than more waiting, for people who waited long; all `members` are asked.

    A trio is three, a table three to five who may share a room; the lounge is for one whom nobody
    fits now.
    """

    kind: OfferKind
    members: tuple[str, ...]
    language: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """How it looks for one person who goes on waiting.

    eligible: how many of those waiting could be paired with them now. eta: seconds from now, from and
    to, or None if nobody like that was here lately. why and relax come after `why_from` only.
    """

    id: str
    eligible: int
    eta: tuple[int, int] | None
    why: BenchReason | None = None
    relax: tuple[Relax, ...] = ()


@dataclass(frozen=True, slots=True)
class Wave:
    """One run of the matcher over a pool: who is proposed to whom, who is offered what, who waits.

    Everybody is in one pair or in `waiting`; offers are made to people who also wait.
    """

    pairs: tuple[PlannedRoom, ...]
    offers: tuple[Offer, ...]
    waiting: tuple[Waiting, ...]


DEFAULT_POOL = PoolRules()
"""M13 as written."""
