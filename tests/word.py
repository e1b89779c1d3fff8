"""Small .docx files, put together part by part (ISO/IEC 29500), for tests of the import."""

import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>'
)
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/></w:style>'
    for style, name in (
        ("Titre", "Title"), ("Soustitre", "Subtitle"), ("Titre1", "heading 1"), ("Titre2", "heading 2"),
        ("Titre3", "heading 3"),
    )
)  # fmt: skip
_NUMBERING = (
    f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
#: A picture of which only the place in the text is there.
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="Picture" descr="The two ministers"/><a:graphic '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rId9"/>'
    "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def run(words: str, *properties: str) -> str:
    """A run of text, with properties such as "b" or "i"."""
    said = "".join(f"<w:{name}/>" for name in properties)
    return f'<w:r><w:rPr>{said}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def p(words: str = "", *, style: str = "", inner: str = "", numbered: int = 0) -> str:
    """A paragraph; `style` by its identifier, `numbered` 1 for a bullet and 2 for a number."""
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr>' if numbered else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr>{inner or run(words)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of plain cells."""
    made = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def link(words: str) -> str:
    """A link to the address that `docx` gives."""
    return f'<w:hyperlink r:id="rId8">{run(words)}</w:hyperlink>'


def note(number: int) -> str:
    """The mark of a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def docx(
    *body: str,
    notes: tuple[str, ...] = (),
    address: str = "https://example.org/",
    parts: Mapping[str, bytes] | None = None,
) -> bytes:
    """A document of these paragraphs; `parts` are added or take the place of others, by their name in the package."""
    footnotes = "".join(f'<w:footnote w:id="{n}">{p(words)}</w:footnote>' for n, words in enumerate(notes, 1))
    own = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": _relations(("rId1", "officeDocument", "word/document.xml", "")),
        "word/_rels/document.xml.rels": _relations(
            ("rId1", "styles", "styles.xml", ""), ("rId2", "numbering", "numbering.xml", ""),
            ("rId3", "footnotes", "footnotes.xml", ""), ("rId8", "hyperlink", address, "External"),
            ("rId9", "image", "media/image1.png", ""),
        ),
        "word/styles.xml": f"<w:styles {_W}>{_STYLES}</w:styles>",
        "word/numbering.xml": _NUMBERING,
        "word/footnotes.xml": f"<w:footnotes {_W}>{footnotes}</w:footnotes>",
        "word/document.xml": f"<w:document {_W} {_R}><w:body>{''.join(body)}</w:body></w:document>",
    }  # fmt: skip
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in {**{name: text.encode() for name, text in own.items()}, **(parts or {})}.items():
            archive.writestr(name, value)
    return packed.getvalue()


def _relations(*rows: tuple[str, str, str, str]) -> str:
    made = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"'
        f"{f' TargetMode={chr(34)}{mode}{chr(34)}' if mode else ''}/>"
        for key, kind, target, mode in rows
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'
