"""How many rooms must lack a role the host asked for, whatever the plan: proven, not searched for.

Somebody who shares a language with few has fewer strangers to meet than full rooms all evening would
take. Each round costs them one stranger at least, a round with all roles as many as the roles they
are not; so there are rounds in which they, and hence their room, go without. People who may never
share a room add up. The bound speaks of evenings that idle nobody and let nobody meet again who
need not: both go before roles.
"""

from __future__ import annotations

import numpy as np

from matching.snapshot import Indices, Snapshot


def rooms_without_roles(snap: Snapshot, rounds: int) -> int:
    """The bound over an evening of so many rounds that begins with this snapshot."""
    without = rounds_without_roles(snap, rounds)
    apart: list[int] = []
    for i in np.argsort(-without, kind="stable").tolist():
        if without[i] and not snap.rooms[i, apart].any():
            apart.append(i)
    return int(without[apart].sum())


def rounds_without_roles(snap: Snapshot, rounds: int) -> Indices:
    """By person the rounds they must spend in rooms that lack a role."""
    asked = snap.rules.must_have
    has = np.array([[c.role is role for role in asked] for c in snap.people], dtype=np.intp)
    mates = np.maximum(np.array(list(asked.values())) - has, 0)
    partners = snap.rooms.sum(1)
    strangers = np.minimum(rounds, partners)
    able = strangers.copy()
    for role in range(len(asked)):
        of_role = snap.rooms[:, has[:, role] > 0].sum(1)
        short = mates[:, role] > 0
        able[short] = np.minimum(able, of_role // np.maximum(mates[:, role], 1))[short]
    wanted = mates.sum(1)
    spare = (partners - strangers) // np.maximum(wanted - 1, 1)
    able = np.where(wanted > 1, np.minimum(able, spare), able)
    return np.asarray(strangers - able)
