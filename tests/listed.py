"""Lists that the browser needs, as modules: topics by area and by role, and languages by name."""

from __future__ import annotations

import json
from collections.abc import Iterable

from babel import Locale, UnknownLocaleError

from matching import taxonomy
from matching.topics.popular import POPULAR
from matching.types import Role
from server.domain.ruling import ROLE_PAIRS, USUAL, USUALLY_LIKED, verdicts_for

HEAD = """// @ts-check
// Generated: python3 -m tests generate
// biome-ignore-all format: a list that no hand writes
"""
COMMON = ["en", "ja", "zh", "vi", "ko", "ne", "id", "th", "my", "mn", "bn", "si", "ms", "fr", "es"]
"""The languages most spoken among people who studied in Japan, and those they share."""
DEAD_OR_MADE = frozenset(
    ["ae", "cu", "eo", "ia", "ie", "io", "la", "mo", "pi", "sa", "sh", "vo", "no"]
)
BEYOND_TWO_LETTERS = [
    "arz",
    "ary",
    "ceb",
    "ckb",
    "hak",
    "hil",
    "ilo",
    "kea",
    "kok",
    "kri",
    "mai",
    "nan",
    "nso",
    "pcm",
    "sat",
    "tet",
    "tpi",
    "yue",
]


def topic_list() -> str:
    """Return the module of topics: of each area the wide ones and the finer ones."""
    areas = [
        {
            "area": area,
            "wide": [each.id for each in _topics(area) if not each.parents],
            "finer": [each.id for each in _topics(area) if each.parents],
        }
        for area in taxonomy.AREAS
    ]
    popular = {role or "": topics for role, topics in POPULAR.items()}
    return (
        HEAD
        + "\n/** @type {{ area: string, wide: string[], finer: string[] }[]} */\n"
        + f"export const AREAS = {_rows(areas)};\n\n"
        + "/** By role; under the empty one for whoever has not told theirs. */\n"
        + "/** @type {Record<string, string[]>} */\n"
        + f"export const POPULAR = {json.dumps(popular)};\n"
    )


def rule_table() -> str:
    """Return the module of role pairs: what is usual, and what may be said of each."""
    pairs = [
        {
            "pair": name,
            "usual": USUAL[name].value,
            "liked": name in USUALLY_LIKED,
            "verdicts": [verdict.value for verdict in verdicts_for(name)],
        }
        for name in ROLE_PAIRS
    ]
    return (
        HEAD
        + f"\nexport const ROLES = {json.dumps([role.value for role in Role])};\n\n"
        + '/** @typedef {import("./protocol.js").RuleChoices} RuleChoices */\n'
        + '/** @typedef {NonNullable<RuleChoices["meets"]>[string]} Verdict */\n'
        + "/** @type {{ pair: string, usual: Verdict, liked: boolean, verdicts: Verdict[] }[]} */\n"
        + f"export const PAIRS = {_rows(pairs)};\n"
    )


def language_list() -> str:
    """Return the module of languages: code, English, Japanese and own name, from CLDR."""
    english, japanese = _names("en"), _names("ja")
    codes = {code for code in english if len(code) == 2} - DEAD_OR_MADE | {
        "no",
        *BEYOND_TWO_LETTERS,
    }
    rows = [
        [code, english[code], japanese[code], _own_name(code)]
        for code in sorted(codes, key=lambda code: english[code])
        if code in japanese
    ]
    return (
        HEAD
        + f"\nexport const COMMON = {json.dumps(COMMON)};\n\n"
        + "/** Code, English, Japanese and own name, which may be empty. */\n"
        + f"/** @type {{string[][]}} */\nexport const LANGUAGES = {_rows(rows)};\n"
    )


def _names(language: str) -> dict[str, str]:
    return {str(code): str(name) for code, name in Locale(language).languages.items()}


def _own_name(code: str) -> str:
    try:
        return _names(code).get(code, "").strip()
    except UnknownLocaleError:
        return ""


def _topics(area: str) -> Iterable[taxonomy.Topic]:
    return (topic for topic in taxonomy.TOPICS if topic.area == area)


def _rows(values: Iterable[object]) -> str:
    lines = ",\n".join(f"  {json.dumps(value, ensure_ascii=False)}" for value in values)
    return f"[\n{lines},\n]"
