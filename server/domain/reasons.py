"""Why two people were put together, as each of them may be told (M30)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations

from matching.explain import explain
from matching.rules import Rules
from matching.types import Candidate
from server.ids import PersonId
from server.protocol.parts import Reason

Reasons = dict[tuple[PersonId, PersonId], list[Reason]]


def reasons_for(members: Sequence[Candidate], rules: Rules, rarity: Mapping[str, float]) -> Reasons:
    """Return the reasons by viewer and room-mate; topics rare among those present come first."""
    return {
        (PersonId(viewer.id), PersonId(other.id)): [
            Reason(kind=each.kind, topic=each.topic)
            for each in explain(viewer, other, rules, rarity=rarity)
        ]
        for viewer, other in permutations(members, 2)
    }
