"""Sets a document in type: JSON on standard input, a PDF on standard output. Runs in a process of its own.

The typesetter keeps some 40 MB once it was used, more than a web worker can spare, and a fault in it would end the
process. So neither Django nor anything else of the house is imported here; `cooperation.pdf.typesetting` starts it.

Input: {"template": path, "data": str, "fonts": path, "timestamp": seconds since 1970, "known": str}.
`data` is handed to the template as it is. `known` are characters that the fonts are known to have.
"""

import json
import sys
from typing import Any

import typst

#: Stands for a character that no font has.
MISSING = "\u25a1"


def typeset(asked: dict[str, Any]) -> bytes:
    """The PDF (PDF/UA-1, tagged). Raises `typst.TypstError`."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[asked["fonts"]])

    def compiled(data: str) -> bytes:
        return typst.compile(
            asked["template"],
            font_paths=fonts,
            sys_inputs={"data": data},
            pdf_standards=["ua-1"],
            timestamp=asked["timestamp"],
        )

    try:
        return compiled(asked["data"])
    except typst.TypstError as fault:
        if "could not be displayed" not in str(fault):
            raise
    # PDF/UA forbids text that no glyph shows; a box in its place is better than no report at all.
    shown = set(asked["known"])
    kept = "".join(character if character in shown else MISSING for character in asked["data"])
    return compiled(kept)


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(json.load(sys.stdin.buffer)))
