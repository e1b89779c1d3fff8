"""How each language's words are brought to their stems: PostgreSQL's configurations, and what folding took away."""

import re

#: PostgreSQL's text search configuration of each language; any other is searched word by word.
_CONFIGS = {"en": "english", "fr": "french", "es": "spanish"}
#: The stemmers know endings by their accents, which folding takes. Where an ending without its accent cannot be
#: anything else, it is given back: every Spanish word in -ion is one in -ión, every French one in -ee one in -ée.
_ENDINGS = {"fr": (re.compile(r"ee(s?)\b"), r"ée\1"), "es": (re.compile(r"ion\b"), "ión")}


def config(language: str) -> str:
    """The name of the text search configuration of a language."""
    return _CONFIGS.get(language, "simple")


def ready(folded: str, language: str) -> str:
    """A folded text as the language's stemmer wants it. The number of its words and their order stay."""
    if language not in _ENDINGS:
        return folded
    ending, accented = _ENDINGS[language]
    return ending.sub(accented, folded)
