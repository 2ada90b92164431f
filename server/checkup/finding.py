"""Finding: what one look came to, in a sentence for the one who runs the server."""

from __future__ import annotations

from typing import Literal

import msgspec

State = Literal["good", "bad", "open"]
"""`open`: cannot be told from here, or is a matter of what is wanted."""


class Finding(msgspec.Struct, frozen=True):
    """One line of a checkup; `advice` says what to do where something is to be done."""

    about: str
    state: State
    said: str
    advice: str = ""
