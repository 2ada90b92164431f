"""The system's clock. Its second engine is the manual clock of the tests.

Rule: within a process it never goes back, whatever is done to the machine's clock.
"""

from __future__ import annotations

import time
from collections.abc import Callable

Reading = Callable[[], float]


class SystemClock:
    """UTC epoch seconds: the wall clock at the start plus the seconds since."""

    def __init__(self, wall: Reading = time.time, steady: Reading = time.monotonic) -> None:
        self._steady = steady
        self._offset = wall() - steady()

    def now(self) -> float:
        """Return the time."""
        return self._offset + self._steady()
