"""All names of all topics, folded once for searching, and what each word of them tells.

One rule: a word tells more the fewer topics have it in a name; in scripts written without spaces a
pair of letters (of Thai, three) takes the place of a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import log

from matching.finding.folding import fold, is_solid, sound
from matching.taxonomy import LABEL_LANGUAGES, TOPICS, names

# Words that say nothing by themselves; folded, so without accents.
STOP_WORDS = frozenset(
    [
        "a",
        "about",
        "abroad",
        "after",
        "all",
        "also",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "ask",
        "at",
        "be",
        "can",
        "could",
        "do",
        "for",
        "from",
        "get",
        "getting",
        "go",
        "going",
        "good",
        "have",
        "help",
        "how",
        "i",
        "in",
        "interested",
        "into",
        "is",
        "it",
        "its",
        "know",
        "learn",
        "like",
        "looking",
        "love",
        "make",
        "me",
        "more",
        "my",
        "need",
        "new",
        "no",
        "not",
        "of",
        "on",
        "one",
        "only",
        "or",
        "other",
        "our",
        "out",
        "people",
        "please",
        "some",
        "someone",
        "speak",
        "start",
        "talk",
        "tell",
        "than",
        "that",
        "the",
        "their",
        "them",
        "there",
        "they",
        "this",
        "to",
        "try",
        "up",
        "us",
        "want",
        "was",
        "way",
        "we",
        "what",
        "when",
        "where",
        "which",
        "who",
        "will",
        "with",
        "work",
        "would",
        "you",
        "your",
        "japan",
        "japanese",
        "toi",
        "muon",
        "o",
        "la",
        "va",
        "cua",
        "cho",
        "voi",
        "mot",
        "cac",
        "nhung",
        "co",
        "khong",
        "duoc",
        "ve",
        "di",
        "den",
        "trong",
        "tai",
        "nhat",
        "cach",
        "can",
        "hoi",
        "biet",
        "thich",
        "rat",
        "lam",
        "nao",
        "gi",
        "se",
        "dang",
        "hay",
        "giup",
        "voi",
        "em",
        "anh",
        "chi",
        "minh",
        "ban",
        "saya",
        "aku",
        "ingin",
        "mau",
        "untuk",
        "dan",
        "di",
        "ke",
        "yang",
        "dengan",
        "cara",
        "ada",
        "dari",
        "ini",
        "itu",
        "bisa",
        "tidak",
        "apa",
        "pada",
        "atau",
        "dalam",
        "jepang",
        "tentang",
        "suka",
        "sangat",
        "anda",
        "kami",
        "kita",
        "sedang",
        "akan",
        "wa",
        "ga",
        "ni",
        "wo",
        "de",
        "no",
        "to",
        "mo",
        "desu",
        "masu",
        "tai",
        "shitai",
        "ka",
    ]
)
_LONGEST_TELLING = 3.0
_LETTERS_TELL = 0.35


@dataclass(frozen=True, slots=True)
class Name:
    """One folded name of a topic; `solid` names are found inside a run of letters."""

    text: str
    topic: str
    label: bool
    language: str
    solid: bool
    weight: float


def shingles(folded: str) -> Iterator[str]:
    """Yield the words of a text that tell something, and the runs of letters of solid scripts."""
    for word in folded.split():
        if not any(map(is_solid, word)):
            if word not in STOP_WORDS and not (len(word) == 1 and word.isascii()):
                yield word
            continue
        size = 3 if any("\u0e00" <= sign <= "\u0e7f" for sign in word) else 2
        for at in range(max(1, len(word) - size + 1)):
            run = word[at : at + size]
            if not all("\u3040" <= sign <= "\u309f" for sign in run):
                yield run


def _raw() -> Iterator[tuple[str, str, bool, str]]:
    for topic in TOPICS:
        for place, name in enumerate(names(topic.id)):
            own = place < len(LABEL_LANGUAGES)
            yield fold(name), topic.id, own, LABEL_LANGUAGES[place] if own else ""


@lru_cache(maxsize=1)
def words() -> dict[str, dict[str, float]]:
    """Return, for each word of any name, its topics and the share of the name that it is."""
    found: dict[str, dict[str, float]] = {}
    for text, topic, own, _ in _raw():
        parts = list(shingles(text))
        for part in parts:
            share = (1.0 if own else 0.9) * (len(parts) ** -0.5)
            at = found.setdefault(part, {})
            at[topic] = max(at.get(topic, 0.0), share)
    return found


@lru_cache(maxsize=8192)
def rarity(word: str) -> float:
    """Return how much a word tells: 0 for one in the names of all topics."""
    return log(len(TOPICS) / len(words().get(word, ())) or 1)


@lru_cache(maxsize=1)
def by_sound() -> dict[str, tuple[str, ...]]:
    """Return the topics that have a name of a sound."""
    found: dict[str, dict[str, None]] = {}
    for text, topic, _, _ in _raw():
        found.setdefault(sound(text), {})[topic] = None
    return {heard: tuple(topics) for heard, topics in found.items()}


def _name(text: str, topic: str, own: bool, language: str) -> Name:
    solid = any(map(is_solid, text))
    parts = list(shingles(text))
    if solid:
        weight = min(_LONGEST_TELLING, _LETTERS_TELL * len(text.replace(" ", "")))
    else:
        weight = min(_LONGEST_TELLING, 0.4 * sum(map(rarity, parts))) if parts else 0.0
    return Name(text, topic, own, language, solid, weight)


NAMES: tuple[Name, ...] = tuple(_name(*raw) for raw in _raw() if raw[0])
