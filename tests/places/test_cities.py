"""Cities and countries: found in any script, with a zone that exists and a country that fits."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from server.places.cities import TABLE, all_cities, find_cities
from server.places.countries import country_name, country_of


@pytest.mark.parametrize(
    ("typed", "city", "country"),
    [
        ("Beppu", "Beppu", "JP"),
        ("別府", "Beppu", "JP"),
        ("べっぷ", "Beppu", "JP"),
        ("ベップ", "Beppu", "JP"),
        ("ŌITA", "Oita", "JP"),
        ("ooita", "Oita", "JP"),
        ("ha noi", "Hanoi", "VN"),
        ("Hà Nội", "Hanoi", "VN"),
        ("ﾊﾉｲ", "Hanoi", "VN"),
        ("Sài Gòn", "Ho Chi Minh City", "VN"),
        ("서울", "Seoul", "KR"),
        ("กรุงเทพ", "Bangkok", "TH"),
        ("北京", "Beijing", "CN"),
        ("München", "Munich", "DE"),
        ("munch", "Munich", "DE"),
        ("new york", "New York", "US"),
        ("newyork", "New York", "US"),
        ("jakarta", "Jakarta", "ID"),
    ],
)
def test_a_city_is_found_however_it_is_written(typed: str, city: str, country: str) -> None:
    first = find_cities(typed)[0]
    assert (first.name, first.country) == (city, country)


@pytest.mark.parametrize("typed", ["", "  ", "!!", "qqqqq", "\u0301"])
def test_nothing_is_found_for_nothing(typed: str) -> None:
    assert find_cities(typed) == []


def test_large_cities_come_first_and_no_more_than_asked() -> None:
    found = find_cities("s", 5)
    assert len(found) == 5
    assert found[0].name == "Shanghai"


def test_the_table_is_small_and_every_row_makes_sense() -> None:
    assert TABLE.stat().st_size < 1_000_000
    zones = available_timezones()
    cities = all_cities()
    assert len(cities) > 5000
    assert len({city.id for city in cities}) == len(cities)
    for city in cities:
        assert city.zone in zones, city
        assert country_name(city.country, "en") != city.country, city
        assert 0 < len(city.name) <= 60, city
        assert len(city.japanese) <= 60, city
    japan = [city for city in cities if city.country == "JP"]
    assert all(city.japanese for city in japan)
    assert sum(not city.japanese for city in cities[:500]) < 60


def test_names_of_countries_are_known_in_both_languages() -> None:
    assert [country_name("VN", each) for each in ("en", "ja")] == ["Vietnam", "ベトナム"]
    assert country_name("??", "en") == "??"


@pytest.mark.parametrize(
    ("zone", "country"),
    [("Asia/Tokyo", "JP"), ("Asia/Calcutta", "IN"), ("Asia/Saigon", "VN"), ("UTC", ""), ("?", "")],
)
def test_a_zone_lies_in_a_country(zone: str, country: str) -> None:
    assert country_of(zone) == country
