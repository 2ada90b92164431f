"""Where simulated people come from: shares of international students in Japan by origin.

Source: JASSO, "International Student Survey in Japan" (counts on 1 May of 2013 and 2023). Where a
year names no figure the nearest earlier one stands in. Japanese people, who are not in that survey,
get their roles below. Which level of Japanese and English goes with an origin, and who lives where
today (two thirds at their origin), are assumptions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random  # noqa: TID251 - a type: the instance comes in


@dataclass(frozen=True, slots=True)
class Place:
    """A city and its time zone."""

    city: str
    zone: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A country or region: its languages, its cities, and how many came in which year."""

    code: str
    languages: tuple[str, ...]
    places: tuple[Place, ...]
    in_2013: int = 0
    in_2023: int = 0
    english: tuple[int, ...] = (1, 2, 2, 3)
    """Levels of English that occur, each as likely."""


JAPAN = Origin(
    "JP",
    ("ja",),
    (
        Place("Beppu", "Asia/Tokyo"),
        Place("Oita", "Asia/Tokyo"),
        Place("Fukuoka", "Asia/Tokyo"),
        Place("Kyoto", "Asia/Tokyo"),
        Place("Tokyo", "Asia/Tokyo"),
    ),
)
ORIGINS: tuple[Origin, ...] = (
    Origin(
        "CN",
        ("zh",),
        (Place("Shanghai", "Asia/Shanghai"), Place("Dalian", "Asia/Shanghai")),
        81884,
        115493,
    ),
    Origin(
        "VN",
        ("vi",),
        (Place("Hanoi", "Asia/Bangkok"), Place("Da Nang", "Asia/Ho_Chi_Minh")),
        6290,
        36339,
    ),
    Origin("NP", ("ne",), (Place("Kathmandu", "Asia/Kathmandu"),), 3188, 37878),
    Origin(
        "KR",
        ("ko",),
        (Place("Seoul", "Asia/Seoul"), Place("Busan", "Asia/Seoul")),
        15304,
        14946,
    ),
    Origin("TW", ("zh",), (Place("Taipei", "Asia/Taipei"),), 4719, 8330),
    Origin(
        "ID",
        ("id",),
        (Place("Jakarta", "Asia/Jakarta"), Place("Denpasar", "Asia/Makassar")),
        2410,
        4630,
    ),
    Origin("LK", ("si",), (Place("Colombo", "Asia/Colombo"),), 794, 3976, (2, 3, 3, 3)),
    Origin("MM", ("my",), (Place("Yangon", "Asia/Yangon"),), 1193, 7773),
    Origin("TH", ("th",), (Place("Bangkok", "Asia/Bangkok"),), 2383, 3842),
    Origin(
        "MY",
        ("ms",),
        (Place("Kuala Lumpur", "Asia/Kuala_Lumpur"),),
        2293,
        2734,
        (2, 3, 3, 4),
    ),
    Origin(
        "US",
        ("en",),
        (Place("Seattle", "America/Los_Angeles"), Place("Chicago", "America/Chicago")),
        2083,
        2648,
        (4,),
    ),
    Origin("MN", ("mn",), (Place("Ulaanbaatar", "Asia/Ulaanbaatar"),), 1138, 2184),
    Origin("BD", ("bn",), (Place("Dhaka", "Asia/Dhaka"),), 875, 1979, (2, 3, 3)),
    Origin("PH", ("tl",), (Place("Manila", "Asia/Manila"),), 507, 1332, (3, 3, 4)),
    Origin("FR", ("fr",), (Place("Lyon", "Europe/Paris"),), 530, 1299, (2, 3, 3)),
)

ROLE_SHARES: Mapping[str, float] = {
    "alumni": 0.46,
    "student": 0.32,
    "prospective": 0.08,
    "townsperson": 0.06,
    "staff": 0.05,
    "recruiter": 0.03,
}
"""Who comes to an evening; an assumption."""

JAPANESE_STUDENTS = 0.5
"""At a university with an international half."""


def pick_role(random: Random) -> str:
    """Draw a role."""
    return random.choices(list(ROLE_SHARES), weights=list(ROLE_SHARES.values()))[0]


def pick_origin(role: str, random: Random) -> Origin:
    """Draw an origin: alumni by an earlier year, students and prospects by the latest."""
    if role in ("townsperson", "staff", "recruiter"):
        return JAPAN
    if role == "student" and random.random() < JAPANESE_STUDENTS:
        return JAPAN
    weights = [each.in_2013 if role == "alumni" else each.in_2023 for each in ORIGINS]
    return random.choices(ORIGINS, weights=weights)[0]


def pick_place(role: str, origin: Origin, random: Random) -> Place:
    """Draw where somebody is today."""
    if role == "student":
        return random.choice(JAPAN.places)
    if role == "alumni" and random.random() > 2 / 3:
        elsewhere = JAPAN if random.random() < 0.5 else random.choice(ORIGINS)
        return random.choice(elsewhere.places)
    return random.choice(origin.places)


def pick_languages(role: str, origin: Origin, random: Random) -> list[tuple[str, int]]:
    """Draw languages with levels: one's own, Japanese as the role suggests, English."""
    levels: dict[str, int] = dict.fromkeys(origin.languages, 4)
    if "ja" not in levels:
        japanese: Sequence[int] = (1, 1, 2) if role == "prospective" else (1, 2, 3, 3, 4)
        levels["ja"] = random.choice(japanese)
    if "en" not in levels:
        levels["en"] = random.choice(origin.english)
    return list(levels.items())
