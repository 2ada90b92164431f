"""When two people could keep in touch: the half-hours of the UTC day in which both are free.

One rule: what somebody told goes before what their clock suggests.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from matching.types import Candidate

HALF_HOURS = 48
WAKING = range(16, 44)
"""8 to 22 by the own clock, in half-hours."""
MINUTES = 30


def free_hours(person: Candidate) -> frozenset[int]:
    """The half-hours of the UTC day in which the person is free."""
    if person.free_hours:
        return frozenset(hour % HALF_HOURS for hour in person.free_hours)
    shift = round(person.zone_minutes / MINUTES)
    return frozenset((hour - shift) % HALF_HOURS for hour in WAKING)


def common_hours(candidates: Sequence[Candidate]) -> npt.NDArray[np.float64]:
    """For each two the share of the busier one's free time in which the other is free too."""
    free = np.zeros((len(candidates), HALF_HOURS))
    for row, person in enumerate(candidates):
        free[row, list(free_hours(person))] = 1
    length = free.sum(1)
    return np.asarray(free @ free.T / np.minimum(length[:, None], length[None, :]))
