"""Where somebody goes who comes when the breakout rooms are open already.

One rule: the smallest room that fits takes them, of those they would choose if there is one; a room
keeps its language and its limit.
"""

from __future__ import annotations

from collections.abc import Sequence

from matching import snapshot
from matching.choices import Chooser, Offered, TopicRoom
from matching.language import spoken
from matching.rules import Rules
from matching.swaps import may_be_held
from matching.types import Candidate, History, Level


def late_seat(
    late: Chooser,
    rooms: Sequence[TopicRoom],
    present: Sequence[Candidate],
    offered: Sequence[Offered],
    history: History,
    rules: Rules,
) -> TopicRoom | None:
    """The room as it is with them in it, or None: then it is the host's table."""
    others = [c for c in present if c.id != late.candidate.id]
    snap = snapshot.take([*others, late.candidate], history, rules, seed=0)
    place = {c.id: i for i, c in enumerate(snap.people)}
    limit = {o.topic: o.most for o in offered}
    tongues = spoken(late.candidate, rules)

    def fits(room: TopicRoom) -> bool:
        full = len(room.members) >= limit.get(room.topic, 0)
        able = tongues.get(room.language, Level.BEGINNER) >= Level.CONVERSATIONAL
        members = [place[p] for p in room.members if p in place]
        return able and not full and may_be_held(snap, [*members, place[late.candidate.id]])

    def order(room: TopicRoom) -> tuple[bool, int, int, str, tuple[str, ...]]:
        chosen = not late.ranked or room.topic in late.ranked
        rank = late.ranked.index(room.topic) if room.topic in late.ranked else len(late.ranked)
        return not chosen, len(room.members), rank, room.topic, room.members

    best = min((room for room in rooms if fits(room)), key=order, default=None)
    if best is None:
        return None
    members = tuple(sorted([*best.members, late.candidate.id]))
    return TopicRoom(best.topic, best.language, members)
