"""What somebody typed into the search box, as PostgreSQL is asked for it."""

import re
from dataclasses import dataclass

from editorial.base.text_folding import fold
from editorial.search import stemming

#: Characters of the longest question.
LONGEST = 170
#: A word or a phrase in quotation marks, perhaps with a dash before it. Keyboards and texts have many of each.
_TERM = re.compile(
    r"([-\u2010-\u2015\u2212\ufe63\uff0d]?)(?:[\"“”„«»\uff02]([^\"“”„«»\uff02]*)(?:[\"“”„«»\uff02]|$)|([^\s\"“”„«»\uff02]+))"
)


@dataclass(frozen=True)
class Term:
    """A word, or a phrase of several; `out` when results must not have it. `begin` and `end`: where it was typed."""

    folded: str
    phrase: bool
    out: bool
    begin: int
    end: int


@dataclass(frozen=True)
class Question:
    """A question in a language, with what was typed."""

    text: str
    language: str
    terms: tuple[Term, ...]

    @property
    def websearch(self) -> str:
        """The question in the syntax of `websearch_to_tsquery`, folded: words, "phrases", or, -words."""
        return stemming.ready(" ".join(_spelled(term) for term in self.terms), self.language)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed that could be looked for."""
        return not self.terms

    @property
    def is_too_long(self) -> bool:
        """Whether it is longer than a question may be; it is not looked into then."""
        return len(self.text) > LONGEST


def parse_question(text: str, language: str) -> Question:
    """The question in `text`; whatever it is, there is one, perhaps an empty one."""
    text = text.strip()
    terms = []
    for found in _TERM.finditer(text) if len(text) <= LONGEST else ():
        dash, phrase, word = found.groups()
        folded = fold(phrase if phrase is not None else word)
        if folded:
            terms.append(Term(folded, phrase is not None, bool(dash), found.start(), found.end()))
    return Question(text, language, tuple(terms))


def _spelled(term: Term) -> str:
    several = " " in term.folded
    quoted = f'"{term.folded}"' if term.phrase or (term.out and several) else term.folded
    return f"-{quoted}" if term.out else quoted
