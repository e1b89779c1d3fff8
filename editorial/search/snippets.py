"""What a result shows of a text, and which of its words were asked for."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from editorial.base.text_folding import words_with_places

#: A stretch of text as it was written, and whether it is a word that was asked for.
Piece = tuple[str, bool]


@dataclass(frozen=True)
class Hit:
    """One result: what it is, its address, and its title and a passage in pieces. `facets` are "name:value", `names`
    the names that the edition holds.
    """

    kind: str
    slug: str
    title: Sequence[Piece]
    snippet: Sequence[Piece]
    begins: datetime
    facets: Sequence[str]
    names: Mapping[str, Mapping[str, str]]

    def name(self, key: str, language: str) -> str:
        """What the edition says for a row that it refers to, such as "theme:energy"; empty where it holds nothing."""
        return self.names.get(key, {}).get(language, "")

    def values(self, facet: str) -> list[str]:
        """The values that this result has of a facet."""
        return [value for name, _colon, value in (each.partition(":") for each in self.facets) if name == facet]


def hit(row: Mapping[str, Any]) -> Hit:
    """A result made of a row of `find`: positions are those of words in the index, which begin with 1."""
    shift = row["shift"] or 0
    marks = row["lead_marks"] or ()
    title = marked(row["title"] or "", {position - 1 for position in marks if position <= shift})
    in_summary = {position - shift - 1 for position in marks if position > shift}
    # The summary says best what a page is about, unless a passage of the text has more of what was asked for.
    if row["passage"] and (row["stems"] > len(in_summary)):
        snippet = _in_context(marked(row["passage"], set(row["marks"])))
    else:
        snippet = marked(row["summary"] or row["passage"] or "", in_summary if row["summary"] else set())
    return Hit(row["kind"], row["slug"] or "", title, snippet, row["begins"], row["facets"], json.loads(row["names"]))


def marked(text: str, places: Collection[int]) -> list[Piece]:
    """`text` in pieces, the words at `places` (from 0) being marked; the pieces together are the text."""
    if not places:
        return [(text, False)] if text else []
    pieces: list[Piece] = []
    done = 0
    for place, (_word, begin, end) in enumerate(words_with_places(text)):
        if place in places and begin >= done:
            pieces += [(text[done:begin], False)] if begin > done else []
            pieces.append((text[begin:end], True))
            done = end
    return [*pieces, *([(text[done:], False)] if done < len(text) else [])]


def _in_context(pieces: list[Piece]) -> list[Piece]:
    """A passage with an ellipsis where a sentence goes on before or after it."""
    text = "".join(piece for piece, _mark in pieces)
    before = text[:1].islower()
    after = text[-1:].isalnum() or text[-1:] in ",;:"
    return [*([("… ", False)] if before else []), *pieces, *([(" …", False)] if after else [])]
