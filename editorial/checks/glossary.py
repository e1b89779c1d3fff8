"""Hints from the glossary: a term of the source that the translation says otherwise than the partnership does.

Words are compared as the search compares them, without case, accents and hyphens, and by their stems, so that plurals
and other endings are the same word. A hint advises; nothing is ever refused because of one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.text_folding import fold
from editorial.models import GlossaryTerm
from editorial.models.glossaryterm import lines
from editorial.richtext import field

#: Endings of plurals and of gender and what they become, by language, the longest first; a stem keeps at least three
#: letters. Coarser than the search's stemmers, and the same on both sides, which is all that is asked of it.
_ENDINGS = {
    "en": {"ies": "", "ss": "ss", "es": "", "s": "", "y": "", "e": ""},
    "fr": {
        "elles": "", "elle": "", "eaux": "eau", "ales": "", "aux": "", "ale": "", "als": "", "els": "", "ees": "",
        "al": "", "el": "", "ee": "", "es": "", "e": "", "s": "", "x": "",
    },
    "es": {"ciones": "", "cion": "", "es": "", "os": "", "as": "", "e": "", "o": "", "a": "", "s": ""},
}  # fmt: skip
_SHORTEST = 3
#: How rich text is told from a plain line that holds a “<”.
_MARKUP = re.compile(r"</(?:p|h3|h4|ul|ol|blockquote|table)>|<br>")
#: Words that may stand or be missing between the words of a term, such as an article: they are not compared.
_SMALL = {
    "en": frozenset({"the", "a", "an", "s"}),
    "fr": frozenset({"le", "la", "les", "l", "un", "une", "des", "du", "de", "d"}),
    "es": frozenset({"el", "la", "los", "las", "un", "una", "de", "del"}),
}

Words = tuple[str, ...]


@dataclass(frozen=True)
class Hint:
    """A term that occurs in the source, what the glossary says for it in the target, and what was found instead.

    `found` is a form that must not be used; empty where the target just says none of the forms that it should.
    """

    term: str
    wanted: tuple[str, ...]
    found: str = ""
    note: str = ""

    @property
    def sentence(self) -> SafeString:
        """The hint in the reader's language."""
        wanted = format_html("<strong>{}</strong>", _(" or ").join(self.wanted))
        if self.found:
            text = _("“%(term)s” is %(wanted)s in the glossary; do not use “%(found)s”.")
        else:
            text = _("“%(term)s” is %(wanted)s in the glossary.")
        return format_html(
            text.replace("%(term)s", "{term}").replace("%(wanted)s", "{wanted}").replace("%(found)s", "{found}"),
            term=self.term, wanted=wanted, found=self.found,
        )  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One term in two languages, ready to be looked for."""

    term: str
    source: tuple[Words, ...]
    source_acronym: str
    wanted: tuple[str, ...]
    target: tuple[Words, ...]
    target_acronym: str
    forbidden: tuple[tuple[str, Words], ...]
    note: str


class Terms:
    """The glossary between two languages: read once, asked for every field of a screen."""

    def __init__(self, rows: Iterable[GlossaryTerm], source_language: str, language: str) -> None:
        self.source_language, self.language = source_language, language
        self.entries = [entry for row in rows if (entry := _entry(row, source_language, language))]

    @classmethod
    def between(cls, source_language: str, language: str) -> "Terms":
        """All terms as the database has them; one query."""
        return cls(GlossaryTerm.objects.order_by("pk"), source_language, language)

    @cached_property
    def _by_first(self) -> dict[str, list[tuple[Words, Entry]]]:
        found: dict[str, list[tuple[Words, Entry]]] = {}
        for entry in self.entries:
            for form in entry.source:
                found.setdefault(form[0], []).append((form, entry))
        return found

    def occurring(self, source: str) -> list[Entry]:
        """The terms that a source text says, in the order in which it does; of two in one place the longer."""
        text = _plain(source)
        words = _words(text, self.source_language)
        found: dict[int, tuple[int, Entry]] = {}
        place = 0
        while place < len(words):
            here = [each for each in self._by_first.get(words[place], ()) if _at(words, place, each[0])]
            if here:
                form, entry = max(here, key=lambda each: len(each[0]))
                found.setdefault(id(entry), (place, entry))
                place += len(form)
            else:
                place += 1
        for entry in self.entries:
            if entry.source_acronym and _says_acronym(text, entry.source_acronym):
                found.setdefault(id(entry), (len(words), entry))
        return [entry for _place, entry in sorted(found.values(), key=lambda each: each[0])]

    def hints(self, source: str, target: str) -> list[Hint]:
        """What the glossary has to say about a translation; nothing about one that is yet to be written."""
        text = _plain(target)
        if not text:
            return []
        words = _words(text, self.language)
        found = []
        for entry in self.occurring(source):
            used = [place for form in entry.target for place in _places(words, form)]
            said = bool(used) or bool(entry.target_acronym and _says_acronym(text, entry.target_acronym))
            wrong = next((form for form, form_words in entry.forbidden if _apart(words, form_words, entry.target)), "")
            if wrong or not said:
                found.append(Hint(entry.term, entry.wanted, wrong, entry.note))
        return found


def hints(source: str, target: str, *, source_language: str, language: str, terms: Terms | None = None) -> list[Hint]:
    """Where `target` says a term of `source` otherwise than the glossary.

    :param source: plain text or rich text, as `target`.
    :param terms: the glossary between the two languages, where it is at hand.
    """
    return (terms or Terms.between(source_language, language)).hints(source, target)


def _entry(row: Any, source_language: str, language: str) -> Entry | None:
    """A row of the glossary between two languages; none where it lacks either."""
    term, wanted = (languages.value(row, "term", code) or "" for code in (source_language, language))
    if not term or not wanted:
        return None
    acronyms = [languages.value(row, "acronym", code) or "" for code in (source_language, language)]
    forms = [term, *lines(languages.value(row, "variants", source_language) or "")]
    targets = [wanted, *lines(languages.value(row, "variants", language) or "")]
    wrong = lines(languages.value(row, "forbidden", language) or "")
    source = tuple(words for form in forms if (words := _words(form, source_language)))
    target = tuple(words for form in targets if (words := _words(form, language)))
    shown = (wanted, acronyms[1]) if acronyms[1] and acronyms[1] != wanted else (wanted,)
    forbidden = tuple((form, words) for form in wrong if (words := _words(form, language)))
    return Entry(term, source, acronyms[0], shown, target, acronyms[1], forbidden, row.note)


def _plain(text: str) -> str:
    return field.plain(text) if _MARKUP.search(text) else text


def _words(text: str, language: str) -> Words:
    """The stems of a text's words in their order, without the small ones; all of them where there are only such."""
    folded = fold(text).split()
    small = _SMALL.get(language, frozenset())
    return tuple(_stem(word, language) for word in folded if word not in small) or tuple(folded)


@lru_cache(maxsize=8192)
def _stem(word: str, language: str) -> str:
    """What a word has in common with its plural and its other gender."""
    for ending, instead in _ENDINGS.get(language, {"s": ""}).items():
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _SHORTEST:
            return word[: -len(ending)] + instead
    return word


def _at(words: Sequence[str], place: int, form: Words) -> bool:
    return tuple(words[place : place + len(form)]) == form


def _places(words: Sequence[str], form: Words) -> Iterator[range]:
    for place, word in enumerate(words):
        if word == form[0] and _at(words, place, form):
            yield range(place, place + len(form))


def _apart(words: Sequence[str], form: Words, accepted: Iterable[Words]) -> bool:
    """Whether a form stands anywhere but within one that is right, as “groupe” does in “groupe de travail”."""
    right = {place for each in accepted for span in _places(words, each) if len(each) > len(form) for place in span}
    return any(not set(span) <= right for span in _places(words, form))


def _says_acronym(text: str, acronym: str) -> bool:
    """Whether an acronym stands in a text as it is written: “IT” is not “it”."""
    return re.search(rf"(?<!\w){re.escape(acronym)}(?!\w)", text) is not None
