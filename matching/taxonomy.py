"""What people can ask about and offer: a short curated list of ids by area.

One rule: an id, once used, keeps its meaning; profiles store nothing else. The labels are
`topic-<id>` and `area-<id>` in static/i18n/*/topics.ftl.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to talk about, and the area it is listed under."""

    id: str
    area: str


_IDS_BY_AREA: dict[str, tuple[str, ...]] = {
    "study": (
        "choosing-a-course",
        "admissions",
        "scholarships",
        "tuition-and-costs",
        "graduate-school",
        "exchange",
        "thesis",
        "lab-life",
        "campus-life",
    ),
    "work": (
        "job-hunting",
        "internships",
        "working-in-japan",
        "japan-skills-abroad",
        "starting-a-business",
        "changing-jobs",
        "part-time-work",
        "work-and-family",
        "academia",
    ),
    "city-life": (
        "neighbourhoods",
        "local-food",
        "festivals",
        "hot-springs",
        "volunteering",
        "neighbours",
    ),
    "language": (
        "learning-japanese",
        "japanese-at-work",
        "jlpt",
        "dialects",
        "practising-english",
        "teaching-languages",
        "translation",
    ),
    "research": (
        "engineering",
        "computing",
        "medicine",
        "environment",
        "agriculture",
        "economics",
        "law-and-politics",
        "education",
        "culture-and-history",
        "tourism",
    ),
    "hobbies": (
        "cooking",
        "music",
        "manga-and-games",
        "sports",
        "hiking",
        "travel",
        "tea-and-crafts",
        "photography",
    ),
    "region": (
        "southeast-asia",
        "south-asia",
        "east-asia",
        "europe",
        "americas",
        "africa-and-middle-east",
        "alumni-chapters",
    ),
    "practical": (
        "housing",
        "visas",
        "arriving",
        "health-care",
        "money-and-tax",
        "raising-children",
        "returning-home",
        "disaster-safety",
        "faith-and-diet",
    ),
}

AREAS: tuple[str, ...] = tuple(_IDS_BY_AREA)
TOPICS: tuple[Topic, ...] = tuple(
    Topic(topic, area) for area, topics in _IDS_BY_AREA.items() for topic in topics
)
TOPIC_IDS: frozenset[str] = frozenset(topic.id for topic in TOPICS)
