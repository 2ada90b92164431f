"""Answers of the last two minutes, so that a repeated request gets the same one."""

from __future__ import annotations

from collections import OrderedDict

from server.services.audience import Parcel

REMEMBER_SECONDS = 120.0
REMEMBER_COUNT = 256


class Replies:
    """The answers of one session by request id."""

    def __init__(self) -> None:
        self._given: OrderedDict[int, tuple[float, Parcel]] = OrderedDict()
        self._open: set[int] = set()

    def begin(self, request: int) -> bool:
        """Note that a request is being decided; False if it already is."""
        if request in self._open:
            return False
        self._open.add(request)
        return True

    def finish(self, request: int, answer: Parcel, now: float) -> None:
        """Keep the answer."""
        self._open.discard(request)
        self._given[request] = (now, answer)
        self._given.move_to_end(request)
        self._trim(now)

    def given(self, request: int, now: float) -> Parcel | None:
        """Return the answer that was given to this request, if it is still known."""
        self._trim(now)
        known = self._given.get(request)
        return known[1] if known is not None else None

    def _trim(self, now: float) -> None:
        while self._given:
            at, _ = next(iter(self._given.values()))
            if len(self._given) <= REMEMBER_COUNT and now < at + REMEMBER_SECONDS:
                return
            self._given.popitem(last=False)
