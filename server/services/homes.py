"""Homes: a profile without a country gets that of its time zone.

Rule: a country somebody named is never changed. So a city that was only typed has no country of
another city, and programs that know of none leave nobody without.
"""

from __future__ import annotations

import msgspec

from server.places.countries import country_of
from server.protocol.client import EveningMessage, ProfileSet


def placed(message: EveningMessage) -> EveningMessage:
    """Return the message with the country of its zone, where it is about a home without one."""
    if not isinstance(message, ProfileSet) or message.profile.country:
        return message
    country = country_of(message.profile.zone)
    profile = msgspec.structs.replace(message.profile, country=country)
    return msgspec.structs.replace(message, profile=profile)
