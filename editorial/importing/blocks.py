"""What every format is read into: headings and passages, one after the other."""

from dataclasses import asdict, dataclass, field
from typing import Any

from editorial.importing.report import Fact, Report


@dataclass
class Block:
    """A heading or a passage (a paragraph, a list, a table, a quotation).

    `level` is 1 to 6 for a heading and 0 for a passage; `html` is a passage as clean rich text; `text` is what either
    says. `region` is where the source's markup says that it stands ("menu", "footer"…), empty for its main text.
    `links` tells a list of nothing but links; `run` counts the lines that stand together without an empty line between
    them (plain text only). `guessed` marks a heading that nothing but its shape tells. `left` is why the block is left
    out, empty for one that is content.
    """

    text: str
    html: str = ""
    level: int = 0
    region: str = ""
    links: bool = False
    run: int = 1
    guessed: bool = False
    left: str = ""


@dataclass
class Reading:
    """One file, read: its blocks, what it says about itself, and what was dropped on the way.

    `format` is "docx", "html" or "text"; `sha256` is of the file's bytes, in hexadecimal; `title` and `description` are
    what the file says of itself outside its text; `language` is the one that it names (BCP 47), if it names one.
    """

    name: str
    format: str
    sha256: str
    title: str = ""
    description: str = ""
    language: str = ""
    blocks: list[Block] = field(default_factory=list)
    report: Report = field(default_factory=Report)

    def as_json(self) -> dict[str, Any]:
        """All of it in plain values, for keeping between two requests."""
        return {**asdict(self), "report": self.report.as_json()}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Reading":
        """What `as_json` made."""
        blocks = [Block(**block) for block in value["blocks"]]
        return cls(**{**value, "blocks": blocks, "report": Report.from_json(value["report"])})

    def tell(self, code: str, value: str) -> None:
        """Note a fact that the source states, once."""
        fact = Fact(code, " ".join(value.split())[:200])
        if fact.value and fact not in self.report.facts:
            self.report.facts.append(fact)
