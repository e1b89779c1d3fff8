"""What became of everything that is not in the draft, by code; the words follow in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from editorial.base import languages, text

#: Examples kept of each finding, and their length in characters: the report goes on record with the draft's event.
_EXAMPLES = 6
_LENGTH = 160


@dataclass
class Finding:
    """Something that was dropped or decided, how often, and a few examples in the source's own words."""

    code: str
    count: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """What an editor reads."""
        return SENTENCES[self.code](self.count) % {"count": self.count}

    @property
    def examples_in_words(self) -> list[str]:
        """The examples as an editor reads them: codes by name, words as they stand in the source."""
        if self.code == "other_language":
            return [languages.name(code) for code in self.examples]
        if self.code == "type_differs":
            return [format_name(code) for code in self.examples]
        return self.examples

    @property
    def to_do(self) -> bool:
        """Whether an editor should look at the draft because of it."""
        return self.code in TO_DO


@dataclass(frozen=True)
class Fact:
    """Something that the source states about itself and that a draft has no place for, such as a date modified."""

    code: str
    value: str

    @property
    def label(self) -> str:
        """What sort of fact it is."""
        return str(FACTS.get(self.code, self.code))


@dataclass
class Report:
    """Findings and facts of one file."""

    findings: dict[str, Finding] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)

    def add(self, code: str, example: str = "", *, count: int = 1) -> None:
        """Count one more (or `count` more) of a finding, with an example."""
        if count < 1:
            return
        found = self.findings.setdefault(code, Finding(code))
        found.count += count
        example = shortened(text.clean(example), _LENGTH)
        if example and example not in found.examples and len(found.examples) < _EXAMPLES:
            found.examples.append(example)

    def merged(self, other: "Report") -> "Report":
        """This report and then the other one's."""
        both = Report(dict(self.findings), [*self.facts, *(fact for fact in other.facts if fact not in self.facts)])
        both.findings.update(other.findings)
        return both

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        found = [{"code": f.code, "count": f.count, "examples": f.examples} for f in self.findings.values()]
        return {"findings": found, "facts": [{"code": fact.code, "value": fact.value} for fact in self.facts]}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Report":
        """What `as_json` made; codes that are no longer known are passed over."""
        found = [Finding(**finding) for finding in value["findings"] if finding["code"] in SENTENCES]
        return cls({finding.code: finding for finding in found}, [Fact(**fact) for fact in value["facts"]])


def format_name(code: str) -> str:
    """What people call a format ("docx", "html" or "text")."""
    return {"docx": _("Word document"), "html": _("web page"), "text": _("plain text")}.get(code, code)


def shortened(words: str, length: int) -> str:
    """`words` on one line, cut at a word's end with an ellipsis where it is longer than `length` characters."""
    words = " ".join(words.split())
    if len(words) <= length:
        return words
    cut = words[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut).rstrip(" ,;:–—-") + "…"


#: Why a block is left out, by code.
LEFT_OUT: dict[str, Any] = {
    "skip": gettext_lazy("Skip links and names of page areas"),
    "menu": pgettext_lazy("website", "Menus"),
    "breadcrumb": gettext_lazy("Breadcrumbs"),
    "search": gettext_lazy("Search boxes"),
    "language": gettext_lazy("Language switches"),
    "toc": gettext_lazy("Tables of contents: the public page makes its own"),
    "share": gettext_lazy("Share and print buttons"),
    "feedback": gettext_lazy("“Report a problem” forms"),
    "cookie": gettext_lazy("Cookie notices"),
    "date": gettext_lazy("Dates of the page itself"),
    "comments": gettext_lazy("Readers’ comments"),
    "logo": gettext_lazy("Names of logos and pictures"),
    "header": gettext_lazy("The site’s header"),
    "footer": gettext_lazy("The site’s footer"),
    "aside": gettext_lazy("Side columns"),
    "outside": gettext_lazy("What stands outside the page’s main text"),
    "hidden": gettext_lazy("What the page hid"),
    "footnotes": gettext_lazy("Footnotes and endnotes"),
}

FACTS: dict[str, Any] = {
    "modified": gettext_lazy("Date modified"),
    "published": gettext_lazy("Date published"),
    "date": gettext_lazy("Date in the text"),
    "dateline": gettext_lazy("Dateline"),
    "source": gettext_lazy("Source named in the text"),
    "author": gettext_lazy("Author"),
    "address": gettext_lazy("Address of the page"),
    "title": gettext_lazy("Title of the file"),
}

#: What an editor should look after before the draft is submitted.
TO_DO = frozenset({
    "mojibake", "encoding", "title_missing", "title_cut", "title_guessed", "summary_copied", "summary_cut",
    "heading_cut", "section_divided", "bare_headings", "headings_guessed", "hidden_addresses", "relative_links",
    "slug_taken",
    "other_language", "type_differs", "all_left_out", "images", "equations", "drawings", "deleted",
})  # fmt: skip

#: The sentence of each finding for a count; "%(count)s" is filled in afterwards.
SENTENCES: dict[str, Callable[[int], str]] = {
    "images": lambda n: ngettext("%(count)s image was dropped.", "%(count)s images were dropped.", n),
    "scripts": lambda n: ngettext("%(count)s script was dropped.", "%(count)s scripts were dropped.", n),
    "styles": lambda n: ngettext("%(count)s style sheet was dropped.", "%(count)s style sheets were dropped.", n),
    "embedded": lambda n: ngettext(
        "%(count)s embedded thing (video, frame, drawing) was dropped.",
        "%(count)s embedded things (videos, frames, drawings) were dropped.",
        n,
    ),
    "controls": lambda n: ngettext(
        "%(count)s form field or button was dropped.", "%(count)s form fields and buttons were dropped.", n
    ),
    "comments": lambda n: ngettext("%(count)s comment was dropped.", "%(count)s comments were dropped.", n),
    "marks": lambda n: ngettext(
        "%(count)s footnote mark was taken out of the text.", "%(count)s footnote marks were taken out of the text.", n
    ),
    "deleted": lambda n: ngettext(
        "%(count)s tracked deletion was carried out: what it strikes is not in the draft.",
        "%(count)s tracked deletions were carried out: what they strike is not in the draft.",
        n,
    ),
    "page_edges": lambda n: ngettext(
        "%(count)s page header or footer was dropped.", "%(count)s page headers and footers were dropped.", n
    ),
    "drawings": lambda n: ngettext(
        "%(count)s chart or drawing was dropped.", "%(count)s charts and drawings were dropped.", n
    ),
    "equations": lambda n: ngettext("%(count)s equation was dropped.", "%(count)s equations were dropped.", n),
    "macros": lambda n: _("Macros were dropped."),
    "empty_headings": lambda n: ngettext(
        "%(count)s empty heading was dropped.", "%(count)s empty headings were dropped.", n
    ),
    "anchors": lambda n: ngettext(
        "%(count)s link within the page became plain text.", "%(count)s links within the page became plain text.", n
    ),
    "relative_links": lambda n: ngettext(
        "%(count)s link named no site and became plain text; link it anew.",
        "%(count)s links named no site and became plain text; link them anew.",
        n,
    ),
    "unsafe_links": lambda n: ngettext(
        "%(count)s link that runs code or opens a file became plain text.",
        "%(count)s links that run code or open files became plain text.",
        n,
    ),
    "encoding": lambda n: _(
        "The file does not say how its letters are encoded, or says it wrongly; they were read as the encoding "
        "named here. Look at the"
        " accents."
    ),
    "decoded": lambda n: _(
        "Its letters are encoded in another way than is usual today; they were read as the encoding named here."
    ),
    "mojibake": lambda n: ngettext(
        "%(count)s place looks as if its accents were broken before it came here.",
        "%(count)s places look as if their accents were broken before they came here.",
        n,
    ),
    "type_differs": lambda n: _("The file is not of the type that its name says; it was read as what it is."),
    "other_language": lambda n: _("The file seems to be in another language than the one you chose."),
    "headings_guessed": lambda n: ngettext(
        "%(count)s line was taken for a heading.", "%(count)s lines were taken for headings.", n
    ),
    "bare_headings": lambda n: ngettext(
        "%(count)s heading has nothing below it.", "%(count)s headings have nothing below them.", n
    ),
    "repeated_title": lambda n: ngettext(
        "The title stood there once more and was dropped.",
        "The title stood there %(count)s times more and was dropped.",
        n,
    ),
    "title_missing": lambda n: _("The file has no title; its name was taken instead."),
    "title_guessed": lambda n: _("The file has no heading to be its title; it was made of its first line."),
    "title_cut": lambda n: _("The title was too long and was cut; this is the whole of it."),
    "heading_cut": lambda n: ngettext(
        "%(count)s heading was too long and was cut; the whole of it stands below it.",
        "%(count)s headings were too long and were cut; the whole of each stands below it.",
        n,
    ),
    "section_divided": lambda n: ngettext(
        "A section was longer than one field holds; it goes on in another one. Give it a heading.",
        "Sections were longer than one field holds; %(count)s times a text goes on in another one. Give them headings.",
        n,
    ),
    "summary_copied": lambda n: _("The file has no summary; it was made of the beginning of the text. Rewrite it."),
    "summary_cut": lambda n: _("The summary was too long and was cut; this is the whole of it."),
    "hidden_addresses": lambda n: ngettext(
        "%(count)s e-mail address was hidden in the source. Type it anew.",
        "%(count)s e-mail addresses were hidden in the source. Type them anew.",
        n,
    ),
    "slug_taken": lambda n: _("Another document has the address that the title would make. Choose a slug."),
    "all_left_out": lambda n: _("Nothing looked like content, so nothing was left out. Look at the draft closely."),
}
