"""Limits: how often one address may ask for what costs something or could be guessed.

Rule: a token bucket for each address and kind of request, in memory. A whole class behind one
address must be able to join at once; somebody who tries codes must get nowhere.
"""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from dataclasses import dataclass

from server.errors import TooMany
from server.ports import Clock

MOST_ADDRESSES = 20_000


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many at once, then so many a second."""

    burst: float
    per_second: float


ALLOWANCES = {
    "join": Allowance(120, 2.0),
    "code": Allowance(30, 0.2),
    "create": Allowance(20, 0.2),
    "practice": Allowance(4, 0.02),
    "door": Allowance(10, 0.1),
    "suggest": Allowance(300, 30.0),
}


class Limits:
    """Counts requests."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._buckets: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def take(self, kind: str, address: str) -> None:
        """Count one request. Raises TooMany."""
        key = (kind, network_of(address))
        left = self._left(key)
        self._buckets[key] = (max(0.0, left - 1), self._clock.now())
        self._buckets.move_to_end(key)
        if len(self._buckets) > MOST_ADDRESSES:
            self._buckets.popitem(last=False)
        if left < 1:
            raise TooMany(kind)

    def check(self, kind: str, address: str) -> None:
        """Refuse if nothing is left, without counting. Raises TooMany."""
        if self._left((kind, network_of(address))) < 1:
            raise TooMany(kind)

    def _left(self, key: tuple[str, str]) -> float:
        allowed = ALLOWANCES[key[0]]
        left, at = self._buckets.get(key, (allowed.burst, self._clock.now()))
        return min(allowed.burst, left + (self._clock.now() - at) * allowed.per_second)


def network_of(address: str) -> str:
    """Return what counts as one sender: an IPv4 address, or an IPv6 network of 64 bits."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
