"""All: every look at once, in the order in which somebody would set things right."""

from __future__ import annotations

import asyncio

from server.checkup import address, place, relay
from server.checkup.finding import Finding
from server.config import Settings


async def look(settings: Settings, now: float) -> list[Finding]:
    """Look at everything; each look has an end of its own."""
    store, clock, running, public, relays = await asyncio.gather(
        place.database(settings),
        place.clock(),
        address.running(settings),
        address.public(settings, now),
        relay.relays(settings, now),
    )
    return [place.data_folder(settings.data), store, clock, running, *public, *relays]
