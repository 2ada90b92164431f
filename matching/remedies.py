"""Rules that a host could relax for those left over: one change each, to be tried before it is offered.

One rule: only what a role table or the number of trios can say; nobody's own wish is overruled, and
nothing here reaches the rule for supervised people (M5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matching.causes import HOSTS_OWN, Cause
from matching.roles import Meet, RolePair, loosest
from matching.rules import PAIR, Rules

MOST = 3
"""So many changes of the role table are worth trying."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """One change: the verdict of a pair of roles, or a trio where `pair` is None."""

    pair: RolePair | None
    rules: Rules


def remedies(found: Sequence[Cause], rules: Rules) -> tuple[Remedy, ...]:
    """Changes that might serve people, those that concern most of them first."""
    behind: Counter[RolePair] = Counter()
    for cause in found:
        if cause.relax and set(cause.relax) <= set(HOSTS_OWN):
            behind.update(dict.fromkeys(cause.pairs, len(cause.people)))
    order = sorted(behind, key=lambda pair: (-behind[pair], sorted(pair)))
    opened = [_opened(pair, rules) for pair in order]
    given = [Remedy(pair, ruled) for pair, ruled in zip(order, opened, strict=True) if ruled]
    odd = rules.trios == 0 and rules.room_size == PAIR and any(not cause.relax for cause in found)
    return (*([Remedy(None, replace(rules, trios=1))] if odd else []), *given[:MOST])


def _opened(pair: RolePair, rules: Rules) -> Rules | None:
    """The rules with the loosest verdict that this pair may have; None if it has that already."""
    most = loosest(pair)
    if rules.room_size > PAIR and most is Meet.ALWAYS:
        most = Meet.IN_GROUPS
    if rules.meets[pair] is most:
        return None
    return replace(rules, meets={**rules.meets, pair: most})
