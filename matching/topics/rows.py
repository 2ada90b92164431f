"""How a topic is written down: one plain tuple, so that Python loads all of them from its cache
at once.

A row is its id, the ids of its parents (none for a topic that stands directly below its area), its
label in each of `LANGUAGES`, and further names to be found by, separated by `|`: other words,
romaji, abbreviations, in any language. Width, case, accents, kana and traditional characters need
no names of their own (see `matching.finding.folding`).

A label must read well in the middle of a sentence (small letters, a noun, no full stop) and fit a
chip on a phone. An id, once used, keeps its meaning: profiles store nothing else.
"""

from __future__ import annotations

from typing import TypeAlias

LANGUAGES = ("en", "ja", "zh", "ko", "vi", "id", "th")

Row: TypeAlias = tuple[str, str, str, str, str, str, str, str, str, str]
Labels: TypeAlias = tuple[str, str, str, str, str, str, str]
