"""The cleaner, the settings and the editor's own scripts speak of the same HTML and the same words."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from django_prose_editor.config import allowlist_from_extensions, js_from_extensions

from editorial.base import languages
from editorial.models import Section
from editorial.richtext import canonical, tree, widget
from editorial.richtext import field as richtext_field

SCRIPTS = Path(settings.BASE_DIR) / "static" / "editorial"
SOURCE = "".join(path.read_text() for path in sorted(SCRIPTS.glob("prose*.js")))
#: Of the editor's own buttons, those that its menu makes for our extensions.
LIBRARY = {
    "paragraph", "heading3", "heading4", "bulletList", "orderedList", "blockquote", "bold", "italic", "subscript",
    "superscript", "unlink", "table:addColumnAfter", "table:deleteColumn", "table:addRowAfter", "table:deleteRow",
    "table:mergeCells", "table:splitCell", "table:deleteTable", "history:undo", "history:redo",
}  # fmt: skip


def test_the_cleaner_allows_what_the_editor_can_make_and_nothing_else() -> None:
    makes = allowlist_from_extensions(richtext_field.EXTENSIONS)
    assert makes["tags"] == richtext_field.TAGS
    written = {tag: set(names) for tag, names in makes["attributes"].items()}
    assert written == {tag: set(names) for tag, names in tree.ATTRIBUTES.items()}


def test_marks_nest_in_the_order_of_the_extensions() -> None:
    """The editor nests marks in the order of its extensions, but for links, which go before all."""
    names = {"Link": "a", "Bold": "strong", "Italic": "em", "Language": "span", "Abbreviation": "abbr"}
    names |= {"Subscript": "sub", "Superscript": "sup"}
    order = [names[name] for name in richtext_field.EXTENSIONS if name in names]
    order.sort(key=lambda tag: tag != "a")
    assert order == list(canonical.MARKS)


def test_every_extension_exists() -> None:
    own = {name for group in settings.DJANGO_PROSE_EDITOR_EXTENSIONS for name in group["extensions"]}
    assert set(re.findall(r"^export const ([A-Z]\w*) =", SOURCE, re.MULTILINE)) == own
    assert own <= set(richtext_field.EXTENSIONS)
    for address in js_from_extensions(richtext_field.EXTENSIONS):
        assert (SCRIPTS / Path(address).name).is_file()


def test_every_word_of_the_editor_is_on_the_page() -> None:
    words = set(widget.editor_words()) - {"languages"}
    assert words >= LIBRARY
    assert words - LIBRARY <= set(re.findall(r'"([\w:]+)"', SOURCE))
    asked = set(re.findall(r'(?:word\(|(?:label|help): |ask\(editor, )"([\w:]+)"', SOURCE))
    for pair in re.findall(r'(?:languageField|size)\("\w+", "(\w+)"(?:, "(\w+)")?\)', SOURCE):
        asked.update(filter(None, pair))
    assert asked <= words


def test_the_form_carries_words_and_scripts_in_the_reader_s_language() -> None:
    field = Section._meta.get_field("body_fr").formfield()
    for code in languages.codes():
        with translation.override(code):
            page = str(field.widget.media)
        assert page.count('id="prose-words"') == 1
        assert "editorial/prose-dialog.js" in page
        assert "editorial/prose.css" in page


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("a<p>b</p>", "<p>a</p><p>b</p>"),
        ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "<p>a</p><p>b</p>"),
        ("<p>a  b <strong> c</strong> </p>", "<p>a b <strong>c</strong></p>"),
        ("<p>a<br></p><p> </p><p><br></p><p>&nbsp;</p>", "<p>a</p>"),
        ("<p>a <br> b</p>", "<p>a<br>b</p>"),
        ("<p><em><strong>a</strong></em><strong>b</strong></p>", "<p><strong><em>a</em>b</strong></p>"),
        ('<p><em lang="fr">a</em></p>', '<p><em><span lang="fr">a</span></em></p>'),
        ("<p><a>a</a><span>b</span><abbr>c</abbr></p>", "<p>abc</p>"),
        ('<p lang="no such">a <a href="/x" hreflang="">b</a></p>', '<p>a <a href="/x">b</a></p>'),
        (
            "<ul><li><p>a</p></li><li></li><li><p>b</p><p>c</p></li></ul>",
            "<ul><li>a</li><li><p>b</p><p>c</p></li></ul>",
        ),
        ("<ul><li><p>a</p><ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul>a<b>b</b><li>c</li></ul>", "<ul><li>a<strong>b</strong></li><li>c</li></ul>"),
        ('<ol start="1"><li>a</li></ol><ol start="x"><li>b</li></ol>', "<ol><li>a</li></ol><ol><li>b</li></ol>"),
        ("<blockquote><p>a</p></blockquote>", "<blockquote>a</blockquote>"),
        ('<blockquote cite="javascript:x">a</blockquote>', "<blockquote>a</blockquote>"),
        ("<li>a</li><caption>b</caption>", "<p>a</p><p>b</p>"),
        ("<ul></ul><table></table><blockquote> </blockquote>", ""),
        ("<table><caption>a</caption></table>", "<p>a</p>"),
        (
            "<table><caption>a <b>b</b>\n</caption><tr><td>c</table>",
            "<table><caption>a b</caption><tbody><tr><td>c</td></tr></tbody></table>",
        ),
        (
            '<table><tr><td></td><th scope="col">a</th></tr><tr><th scope="row">b</th><td><p>1</p></td></tr></table>',
            '<table><thead><tr><td></td><th scope="col">a</th></tr></thead>'
            '<tbody><tr><th scope="row">b</th><td>1</td></tr></tbody></table>',
        ),
        (
            '<table><tr><th rowspan="2">a<th colspan="1" scope="east">b</tr><tr><td>1</tr></table>',
            '<table><tbody><tr><th rowspan="2">a</th><th>b</th></tr><tr><td>1</td></tr></tbody></table>',
        ),
        (
            "<table><tr><td>a<td>b</tr><tr><td>c</tr><tr></tr></table>",
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></tbody></table>",
        ),
        (
            '<table><tr><td rowspan="2">a</tr><tr></tr></table>',
            "<table><tbody><tr><td>a</td></tr></tbody></table>",
        ),
        (
            '<table><tr><td>a<td rowspan="2">b</tr><tr><td colspan="2">c</tr></table>',
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr></tbody></table>",
        ),
    ],
)  # fmt: skip
def test_the_one_spelling(written: str, spelled: str) -> None:
    assert richtext_field.clean(written) == spelled
    assert richtext_field.clean(spelled) == spelled


def test_nesting_has_an_end() -> None:
    deep = richtext_field.clean("<blockquote>" * 3000 + "<p>a</p>")
    assert 1 < deep.count("<blockquote>") < 100
    assert richtext_field.clean(deep) == deep
    assert richtext_field.clean("<b>" * 3000 + "a") == "<p><strong>a</strong></p>"
