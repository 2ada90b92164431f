"""People sorted into kinds, so that what depends on the kind alone is worked out once per kind."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.intp]


def kinds(keys: Sequence[Hashable]) -> tuple[Codes, list[int]]:
    """A number for each different key, and where each was found first."""
    number: dict[Hashable, int] = {}
    first: list[int] = []
    codes = np.empty(len(keys), dtype=np.intp)
    for i, key in enumerate(keys):
        if key not in number:
            number[key] = len(number)
            first.append(i)
        codes[i] = number[key]
    return codes, first
