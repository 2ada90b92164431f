"""Free text finds topics: a word, the beginning of one, a misspelling, or a whole sentence in any of
the seven languages.

One rule: a name that stands in the text counts by how much it tells (long and rare names much, short
and common ones little), and what is left of the text may still hint at topics by its single words.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from matching.finding.folding import fold, is_kana, kana_words, katakana, sound
from matching.finding.names import NAMES, STOP_WORDS, Name, by_sound, rarity, shingles, words
from matching.finding.nearby import same_but_for_slips

MOST_LETTERS = 200
"""What is longer is cut: nobody describes an interest at greater length."""

_WHOLE, _BEGINS, _BEGINS_WORD, _HOLDS = 12.0, 9.0, 8.0, 7.0
_SOUNDS = 10.0
_STANDS_IN = 3.0
_HINT = 0.5
_SLIP = 0.6
_MAIN_NAME = 0.4
_OWN_LANGUAGE = 0.3
_LEAST = 1.0
_NEXT_TO_BEST = 0.2
"""What is worth less than this share of the best is noise: one common syllable, no meaning."""
_SHORT_WORD = 3
_SHORT_KANA = 3
_LONG_SOUND = 5


def find(text: str, language: str | None = None, limit: int = 8) -> list[str]:
    """Return the ids of the topics that a text is about, the likeliest first.

    `language` is what the writer most likely writes in: it only decides between equals.
    """
    cut = text[:MOST_LETTERS]
    query = fold(cut)
    if not query:
        return []
    worth: dict[str, float] = {}
    for topic, value in _as_typed(query, language):
        worth[topic] = max(worth.get(topic, 0.0), value)
    for topic, value in (*_standing(query, katakana(cut), language), *_hints(query)):
        worth[topic] = worth.get(topic, 0.0) + value
    order = sorted((-value, _PLACE[topic], topic) for topic, value in worth.items())
    least = max(_LEAST, _NEXT_TO_BEST * max(worth.values(), default=0.0))
    return [topic for value, _, topic in order if -value >= least][:limit]


_PLACE = {topic: place for place, topic in enumerate(dict.fromkeys(name.topic for name in NAMES))}


def _as_typed(query: str, language: str | None) -> Iterable[tuple[str, float]]:
    """The text as a name that is being written."""
    for name in NAMES:
        value = _typed(query, name)
        if value:
            yield name.topic, value + _favour(name, language)
    heard = sound(query)
    if len(heard) >= _SHORT_WORD:
        yield from ((topic, _SOUNDS) for topic in by_sound().get(heard, ()))


def _typed(query: str, name: Name) -> float:
    text = name.text
    if query not in text:
        return 0.0
    if text == query:
        return _WHOLE
    share = len(query) / len(text)
    if name.solid:
        return (_BEGINS if text.startswith(query) else _HOLDS) + share
    if len(query) == 1:
        return 0.0
    if text.startswith(query):
        return _BEGINS + share
    return _BEGINS_WORD + share if f" {query}" in text else 0.0


def _standing(query: str, foreign: set[str], language: str | None) -> Iterable[tuple[str, float]]:
    """Names that stand in the text; of each topic the one that tells most.

    `foreign`: the words in katakana. A short kana name is taken for a word only as one of these, for
    in hiragana its letters may be any ending: `tai` is Thailand, and what one wishes to do.
    """
    best: dict[str, float] = {}
    padded, run = f" {query} ", query.replace(" ", "")
    for name in NAMES:
        if name.solid:
            stands = name.text in run or name.text in query
            if stands and len(name.text) <= _SHORT_KANA and is_kana(name.text):
                stands = name.text in foreign
        else:
            stands = f" {name.text} " in padded and name.text not in STOP_WORDS
        if stands:
            value = _STANDS_IN + name.weight + _favour(name, language)
            best[name.topic] = max(best.get(name.topic, 0.0), value)
    for topic in _heard(query):
        best[topic] = max(best.get(topic, 0.0), _STANDS_IN + _MAIN_NAME)
    return best.items()


def _heard(query: str) -> Iterable[str]:
    """Topics whose romaji name sounds in what is written in kana."""
    spoken = [sound(word) for word in kana_words(query)]
    if not spoken:
        return
    for heard, topics in by_sound().items():
        if len(heard) >= _LONG_SOUND and heard.isascii() and any(heard in each for each in spoken):
            yield from topics


def _hints(query: str) -> Iterable[tuple[str, float]]:
    """What single words (or runs of letters, in scripts without spaces) say about topics."""
    best: dict[tuple[str, str], float] = {}
    for part in shingles(query):
        for known, likeness in _like(part):
            for topic, share in words()[known].items():
                value = _HINT * rarity(known) * likeness * share
                best[topic, part] = max(best.get((topic, part), 0.0), value)
    for (topic, _), value in best.items():
        yield topic, value


@lru_cache(maxsize=2048)
def _like(part: str) -> tuple[tuple[str, float], ...]:
    """Words of names that a word of the text may be, and how surely."""
    if part in words():
        return ((part, 1.0),)
    if len(part) <= _SHORT_WORD or not part.isascii():
        return ()
    return tuple((each, _SLIP) for each in same_but_for_slips(part))


def _favour(name: Name, language: str | None) -> float:
    return (_MAIN_NAME if name.label else 0.0) + (
        _OWN_LANGUAGE if language and name.language == language else 0.0
    )
