"""Made-up people after published counts: international students in Japan by origin (JASSO surveys).

Alumni by the counts of 2013, students and prospective students by those of 2023 (2016 where 2023
was not published by country). Assumed, not published: the mix of roles, levels of languages, topics
(a few are asked for by many; interests evenly), that two thirds of alumni live where they came from.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from matching.taxonomy import TOPICS
from matching.types import Candidate, Level, Role

JAPAN_MINUTES = 540


@dataclass(frozen=True)
class Origin:
    """A country's students in Japan in two years, its main languages, its clock, a city."""

    then: int
    now: int
    languages: tuple[str, ...]
    zone_minutes: int
    city: str
    country: str


ORIGINS = (
    Origin(81884, 115493, ("zh",), 480, "Shanghai", "CN"),
    Origin(6290, 36339, ("vi",), 420, "Hanoi", "VN"),
    Origin(3188, 37878, ("ne",), 345, "Kathmandu", "NP"),
    Origin(15304, 14946, ("ko",), 540, "Seoul", "KR"),
    Origin(4719, 8330, ("zh",), 480, "Taipei", "TW"),
    Origin(2410, 4630, ("id",), 420, "Jakarta", "ID"),
    Origin(794, 3976, ("si", "ta"), 330, "Colombo", "LK"),
    Origin(1193, 7773, ("my",), 390, "Yangon", "MM"),
    Origin(2383, 3842, ("th",), 420, "Bangkok", "TH"),
    Origin(2293, 2734, ("ms",), 480, "Kuala Lumpur", "MY"),
    Origin(2083, 2648, ("en",), -300, "New York", "US"),
    Origin(1138, 2184, ("mn",), 480, "Ulaanbaatar", "MN"),
    Origin(875, 1979, ("bn",), 360, "Dhaka", "BD"),
    Origin(507, 1332, ("tl", "en"), 480, "Manila", "PH"),
    Origin(507, 1299, ("fr",), 60, "Paris", "FR"),
)
ROLE_MIX = {
    Role.ALUMNI: 45,
    Role.STUDENT: 33,
    Role.PROSPECTIVE: 10,
    Role.RECRUITER: 4,
    Role.TOWNSPERSON: 5,
    Role.STAFF: 3,
}
FIELDS = ("engineering", "economics", "education", "medicine", "law", "")
TOPIC_NAMES = [topic.id for topic in TOPICS if not topic.parents]
POPULARITY = [1 / (rank + 1) ** 0.8 for rank in range(len(TOPIC_NAMES))]


def people(n: int, seed: int, *, minors: float = 0.4) -> list[Candidate]:
    """So many people of an event; `minors` is the share of prospective students supervised."""
    draw = random.Random(seed)
    return [_person(f"p{i:04}", draw, minors) for i in range(n)]


def speakers(n: int, *codes: str, role: Role = Role.ALUMNI, prefix: str = "p") -> list[Candidate]:
    """So many plain people who speak exactly these languages fluently."""
    languages = tuple((code, Level.FLUENT) for code in codes)
    return [Candidate(f"{prefix}{i}", role, languages) for i in range(n)]


def _person(name: str, draw: random.Random, minors: float) -> Candidate:
    role = draw.choices(list(ROLE_MIX), list(ROLE_MIX.values()))[0]
    local = role in {Role.TOWNSPERSON, Role.STAFF, Role.RECRUITER}
    weights = [o.then if role is Role.ALUMNI else o.now for o in ORIGINS]
    origin = draw.choices(ORIGINS, weights)[0]
    languages = {"ja": Level.NATIVE} if local else _languages(origin, role, draw)
    if local and draw.random() < 0.6:
        languages["en"] = draw.choice([Level.CONVERSATIONAL, Level.FLUENT])
    in_japan = local or role is Role.STUDENT or (role is Role.ALUMNI and draw.random() < 0.33)
    topics = draw.choices(TOPIC_NAMES, POPULARITY, k=draw.randint(0, 5))
    cut = draw.randint(0, len(topics))
    return Candidate(
        id=name,
        role=role,
        languages=tuple(sorted(languages.items())),
        seeks=frozenset(topics[:cut]),
        offers=frozenset(topics[cut:]) - frozenset(topics[:cut]),
        interests=frozenset(draw.choices(TOPIC_NAMES, k=draw.randint(0, 3))),
        topics_visible=draw.random() < 0.9,
        zone_minutes=JAPAN_MINUTES if in_japan else origin.zone_minutes,
        city="Beppu" if in_japan else origin.city,
        country="JP" if in_japan else origin.country,
        cohort=None if local else draw.randint(2005, 2026),
        field=draw.choice(FIELDS),
        verified=role is Role.STAFF or draw.random() < 0.7,
        supervised=role is Role.PROSPECTIVE and draw.random() < minors,
        recruiters_ok=draw.random() < 0.5,
        no_pairs=draw.random() < 0.02,
    )


def _languages(origin: Origin, role: Role, draw: random.Random) -> dict[str, Level]:
    spoken = dict.fromkeys(origin.languages, Level.NATIVE)
    japanese = [1, 2, 2, 3] if role is Role.PROSPECTIVE else [2, 3, 3, 4]
    if draw.random() < 0.85:
        spoken["ja"] = Level(draw.choice(japanese))
    if draw.random() < 0.65:
        spoken["en"] = max(spoken.get("en", Level.BEGINNER), Level(draw.choice([1, 2, 3, 3])))
    return spoken
