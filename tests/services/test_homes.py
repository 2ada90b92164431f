"""A profile without a country gets that of its zone; one that is named stays."""

from __future__ import annotations

import pytest

from server.protocol.client import EventLeave, ProfileSet
from server.services.homes import placed
from tests.domain.stage import Stage, c, profile


def told(**about: object) -> ProfileSet:
    return ProfileSet(id=0, profile=profile("Linh", **about))


@pytest.mark.parametrize(
    ("about", "country"),
    [
        ({"zone": "Asia/Ho_Chi_Minh"}, "VN"),
        ({"zone": "Asia/Ho_Chi_Minh", "country": "JP", "city": "Beppu"}, "JP"),
        ({"zone": "UTC"}, ""),
        ({"zone": "No/Where"}, ""),
    ],
)
def test_the_country_follows_the_zone_where_none_is_named(
    about: dict[str, object], country: str
) -> None:
    message = placed(told(**about))
    assert isinstance(message, ProfileSet)
    assert message.profile.country == country


def test_other_messages_pass_as_they_are() -> None:
    message = EventLeave(id=0)
    assert placed(message) is message


def test_a_program_that_knows_no_countries_clears_none_of_the_same_place() -> None:
    stage = Stage()
    stage.join("a", city="Lima", country="PE", zone="UTC")
    stage.say("a", c.ProfileSet(id=0, profile=profile("A", city="Lima", zone="UTC", cohort=2012)))
    assert stage.person("a").profile.country == "PE"
    stage.say("a", c.ProfileSet(id=0, profile=profile("A", city="Hanoi", zone="UTC")))
    assert stage.person("a").profile.country == ""
