"""Title, summary and sections, out of the blocks that are content."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from editorial.base import text_limits
from editorial.importing import boilerplate, plain
from editorial.importing.blocks import Block, Reading
from editorial.importing.report import Report, shortened
from editorial.richtext import field as richtext_field

#: What a title, a summary and a heading hold, in characters (see `Edition` and `Section`).
TITLE, SUMMARY, HEADING = 200, 500, 200
#: A summary that is made of the beginning of the text is no longer than this where its sentences allow.
_BEGINNING = 320
_SENTENCE = re.compile(r"(?<=[.!?…])[\s\u00a0]+(?=[A-ZÀ-ÝÑ¿¡«“\"(])")
_CLAUSE = re.compile(r"[,;:]\s|\s[–—]\s")


@dataclass
class Part:
    """A section to be: its heading (plain text) and its text (clean rich text); either may be empty."""

    heading: str = ""
    body: str = ""
    blocks: int = 0


@dataclass
class Outline:
    """One language's version of a draft to be, and what had to be decided to make it."""

    title: str = ""
    summary: str = ""
    parts: list[Part] = field(default_factory=list)
    report: Report = field(default_factory=Report)


def outline_of(reading: Reading, *, keep: Collection[int] = ()) -> Outline:
    """What a reading becomes.

    :param keep: places of blocks that an editor wants back although they were left out.
    """
    made = Outline()
    kept = [block for place, block in enumerate(reading.blocks) if not block.left or place in keep]
    rest = _title(made, reading, kept)
    rest = _without_repetition(made, rest)
    rest = _headings_of_bold(rest)
    rest = _summary(made, reading, rest)
    _parts(made, rest)
    return made


# Title


def _title(made: Outline, reading: Reading, kept: list[Block]) -> list[Block]:
    """Find the title and give back the other blocks."""
    found = _heading_for_title(kept, reading)
    if found is not None:
        _set_title(made, found.text)
        return [block for block in kept if block is not found]
    named = re.split(r"\s+[|·»]\s+", reading.title)[0].strip()
    first = kept[0] if kept else None
    if first is not None and not first.level and first.html.startswith("<p") and plain.is_like_a_heading(first.text):
        made.title = first.text
        return kept[1:]
    if named:
        _set_title(made, named)
    elif (
        first is not None and not first.level and first.html.startswith("<p") and not re.search(r"[.!?]\s", first.text)
    ):
        # A release that begins with its lead: the first clause is a title to start from.
        _set_title(made, first.text, guessed=True)
    else:
        made.title = shortened(re.sub(r"[_\s]+", " ", reading.name.rsplit(".", 1)[0]).strip(), TITLE)
        made.report.add("title_missing", made.title)
    return kept


def _heading_for_title(kept: list[Block], reading: Reading) -> Block | None:
    """The heading that is the title: what the file calls itself, the only one of level one, or the first of all."""
    named = boilerplate.named_heading(reading.title, kept)
    if named is not None:
        # Before a first-level heading: on many a site that is the site's own name.
        return named
    tops = [block for block in kept if block.level == 1]
    if len(tops) == 1:
        return tops[0]
    # Some sites set the title above what they call their main text.
    above = [block for block in reading.blocks if block.level == 1 and block.left in ("header", "outside")]
    if len(above) == 1 and not tops:
        return above[0]
    first = kept[0] if kept else None
    return first if first is not None and first.level else None


def _set_title(made: Outline, words: str, *, guessed: bool = False) -> None:
    if len(words) <= TITLE and not guessed:
        made.title = words
        return
    clauses = [match.start() for match in _CLAUSE.finditer(words) if 20 <= match.start() <= TITLE]
    made.title = words[: clauses[-1]].strip() if clauses else shortened(words, TITLE)
    made.report.add("title_guessed" if guessed else "title_cut", words)


def _without_repetition(made: Outline, blocks: list[Block]) -> list[Block]:
    """Pages repeat their title above their text; so do texts copied from them."""
    title = boilerplate.fold(made.title)
    repeated = [block for block in blocks[:3] if boilerplate.fold(block.text) == title]
    for block in repeated:
        made.report.add("repeated_title", block.text)
    return [block for block in blocks if not any(block is each for each in repeated)]


# Headings


def _headings_of_bold(blocks: list[Block]) -> list[Block]:
    """In a text without any heading, a line all in bold is one."""
    if any(block.level for block in blocks):
        return blocks
    found = []
    for place, block in enumerate(blocks):
        bold = re.fullmatch(r"<p>(?:<strong>.*</strong>)</p>", block.html) and block.html.count("<strong>") == 1
        if bold and place + 1 < len(blocks) and plain.is_like_a_heading(block.text.rstrip(":")):
            found.append(Block(block.text.rstrip(": "), level=2, guessed=True))
        else:
            found.append(block)
    return found


# Summary


def _summary(made: Outline, reading: Reading, blocks: list[Block]) -> list[Block]:
    """Set the summary; a lead that is wholly in it does not stand in the text once more."""
    if len(reading.description) >= 20:
        _set_summary(made, reading.description)
        return blocks
    first = next((block for block in blocks if not block.level and block.html.startswith("<p")), None)
    if first is None:
        return blocks
    before = blocks[: next(n for n, block in enumerate(blocks) if block is first)]
    lead = not before and len(first.text) <= SUMMARY and not first.text.rstrip().endswith((".", ":", "!", "?", "»"))
    if lead and len(first.text) >= 40 and len(blocks) > 1:
        made.summary = first.text
        return [block for block in blocks if block is not first]
    sentences = _SENTENCE.split(first.text)
    chosen = sentences[0]
    for sentence in sentences[1:]:
        if len(chosen) + len(sentence) + 1 > _BEGINNING:
            break
        chosen = f"{chosen} {sentence}"
    made.report.add("summary_copied")
    _set_summary(made, chosen)
    return blocks


def _set_summary(made: Outline, words: str) -> None:
    made.summary = shortened(words, SUMMARY)
    if made.summary != words:
        made.report.add("summary_cut", words)


# Sections


def _parts(made: Outline, blocks: list[Block]) -> None:
    """A section at each heading of the highest level; lower ones stand in its text as h3 and h4."""
    top = min((block.level for block in blocks if block.level), default=0)
    part, bodies, length = Part(), list[str](), 0

    def end() -> None:
        part.body = richtext_field.clean("".join(bodies))
        if part.heading or part.body:
            made.parts.append(part)
        if part.heading and not part.body:
            made.report.add("bare_headings", part.heading)

    for block in blocks:
        if block.guessed:
            made.report.add("headings_guessed", block.text)
        if block.level == top and block.level:
            end()
            part, bodies = Part(heading=shortened(block.text, HEADING)), []
            if len(block.text) > HEADING:
                made.report.add("heading_cut", block.text)
                bodies.append(richtext_field.clean(f"<p>{plain.linked(block.text)}</p>"))
        elif block.level:
            tag = "h3" if block.level == top + 1 else "h4"
            bodies.append(f"<{tag}>{plain.linked(block.text)}</{tag}>")
        else:
            if length + len(block.html) > text_limits.MOST_RICH:
                made.report.add("section_divided", block.text)
                end()
                part, bodies = Part(), []
            bodies.append(block.html)
        # Counted and not summed again: a file may hold a hundred thousand passages.
        length = length + len(bodies[-1]) if len(bodies) > 1 else sum(map(len, bodies))
        part.blocks += 1
    end()
