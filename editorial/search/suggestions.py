"""“Did you mean”: the words of live texts that are nearest to a word that no live text has."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from editorial.search import stemming
from editorial.search.find import in_time, parse
from editorial.search.question import Question, Term, parse_question

#: How many words of a question are looked into; how long one must be to have a near miss.
_MOST, _SHORTEST = 6, 4
_LIVE = """
EXISTS (
    SELECT 1 FROM editorial_searchentry WHERE language = %(language)s AND vector @@ {query}
        AND begins <= %(moment)s AND (ends IS NULL OR ends > %(moment)s)
)"""
_UNKNOWN = f"""
SELECT place FROM unnest(%(words)s::text[]) WITH ORDINALITY AS asked(word, place)
WHERE NOT {_LIVE.format(query="plainto_tsquery(%(config)s::regconfig, asked.word)")}
"""
_NEAR = f"""
SELECT asked.place, guess.word, guess.written
FROM jsonb_to_recordset(%(asked)s::jsonb) AS asked(place integer, near text[])
CROSS JOIN LATERAL (
    SELECT word, written FROM editorial_searchword AS known
    WHERE known.language = %(language)s AND known.near && asked.near LIMIT 60
) AS guess
WHERE {_LIVE.format(query="plainto_tsquery(%(config)s::regconfig, guess.word)")}
"""


def suggest(question: Question, *, moment: datetime) -> str:
    """The question with each word that nothing live has replaced by the nearest that something has; empty for none.

    What is suggested has been tried: something is found with it at `moment`. At most four statements. Raises TooSlow.
    """
    words = [term for term in question.terms if not term.out and _may_be_mistyped(term)][:_MOST]
    if not words or question.is_too_long:
        return ""
    with in_time():
        better = _better(question, words, moment)
        if better is None:
            return ""
        again = parse_question(better, question.language)
        return better if not again.is_too_long and _answered(again, moment) else ""


def _may_be_mistyped(term: Term) -> bool:
    return not term.phrase and " " not in term.folded and len(term.folded) >= _SHORTEST


def _better(question: Question, words: Sequence[Term], moment: datetime) -> str | None:
    config = stemming.config(question.language)
    given: dict[str, Any] = {"language": question.language, "config": config, "moment": moment}
    ready = [stemming.ready(term.folded, question.language) for term in words]
    with connection.cursor() as cursor:
        cursor.execute(_UNKNOWN, {**given, "words": ready})
        unknown = [place - 1 for (place,) in cursor.fetchall()]
        if not unknown:
            return None
        asked = [{"place": place, "near": sorted(near_spellings(words[place].folded))} for place in unknown]
        cursor.execute(_NEAR, {**given, "asked": json.dumps(asked)})
        guesses: dict[int, list[tuple[str, str]]] = {}
        for place, word, written in cursor.fetchall():
            guesses.setdefault(place, []).append((word, written))
    text = question.text
    for place in sorted(guesses, reverse=True):
        term = words[place]
        _word, written = min(guesses[place], key=lambda guess: (distance(term.folded, guess[0]), guess))
        text = text[: term.begin] + written + text[term.end :]
    return text if guesses else None


def _answered(question: Question, moment: datetime) -> bool:
    parsed = parse(question)
    if parsed.only_out or not parsed.query:
        return False
    given: dict[str, Any] = {"language": question.language, "moment": moment, "query": parsed.query}
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + _LIVE.format(query="%(query)s::tsquery"), given)
        return bool(cursor.fetchone()[0])


def near_spellings(word: str) -> set[str]:
    """`word` and what is left of it without one letter, of long words without two; known words have such sets too."""
    once = {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
    if len(word) < 7:
        return once
    return once | {less[:place] + less[place + 1 :] for less in once - {word} for place in range(len(less))}


def distance(one: str, other: str) -> int:
    """How many letters must be added, left out, changed or swapped with the next (Damerau and Levenshtein, the
    “optimal string alignment” form)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
