"""Syllables of a word, counted by its letters: right for most words, which is all that an average needs."""

import re
from collections.abc import Callable
from functools import lru_cache

_EN_VOWELS = re.compile(r"[aeiouy]+")
_EN_SILENT = re.compile(r"(?:[^laeiouy]es|[^laeiouydt]ed|[^l]e|(?<=[aeiouy])le)$")
_EN_SPLIT = re.compile(r"ia(?!n\b|l\b)|(?<![cts])io(?!u)|eo(?!u)|iu|ua|ying|ii")
_FR_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+")
_FR_MUTE = re.compile(r"(?<=[^aeiouyàâäéèêëîïôöùûü])(?:es?|ent)$|(?<=[aiouyéu])es?$")
_FR_SPLIT = re.compile(r"é[aoui]|[ïëü]|(?<=[bcdfgptv][lr])i[aeoé]|ao(?!û)|éé")
_ES_WEAK = "iuüy"
_ES_STRONG = "aeoáéíóú"


def _english(word: str) -> int:
    count = len(_EN_VOWELS.findall(word))
    if count > 1 and _EN_SILENT.search(word):
        count -= 1
    return count + len(_EN_SPLIT.findall(word))


def _french(word: str) -> int:
    # An e that ends a word, alone or before s or nt, is silent; the one of “cette” in a sentence counts in verse only.
    stem = re.sub(r"qu|gu(?=[eéèi])", "k", word)
    nouns = not stem.endswith("illent") and stem.endswith(("ment", "cent", "dent", "gent", "lent", "vent", "nent"))
    heard = stem if nouns else _FR_MUTE.sub("", stem)
    heard = heard if _FR_VOWELS.search(heard) else stem
    return len(_FR_VOWELS.findall(heard)) + sum(1 for found in _FR_SPLIT.finditer(heard) if found.start() > 0)


def _spanish(word: str) -> int:
    # A run of vowels is one syllable but for two strong ones side by side; an accent on i or u makes it strong.
    word = re.sub(r"qu(?=[eéií])|gu(?=[eéií])", "k", word)
    word = re.sub(r"y(?=[aeiouáéíóú])", "j", word)
    count = sum(1 for letter in word if letter in _ES_STRONG)
    # Weak vowels without a strong one beside them: “muy”, “ciudad” (iu), “país” is strong by its accent.
    for run in re.findall(rf"[{_ES_WEAK}{_ES_STRONG}]+", word):
        if not any(letter in _ES_STRONG for letter in run):
            count += 1
    return count


_COUNTERS: dict[str, Callable[[str], int]] = {"en": _english, "fr": _french, "es": _spanish}


#: Letters of the longest word that is kept with its count: what is longer is no word that comes again.
_KEPT = 40


def count(word: str, language: str) -> int:
    """Syllables of `word` (letters only) in "en", "fr" or "es"; at least one. Raises KeyError for another language."""
    return _known(word, language) if len(word) <= _KEPT else _count(word, language)


def _count(word: str, language: str) -> int:
    return max(1, _COUNTERS[language](word.lower()))


_known = lru_cache(maxsize=20_000)(_count)
