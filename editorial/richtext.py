"""Rich text: one list of allowed HTML, applied on every path to the database."""

import re
from typing import Any

import nh3
from django.db import models
from django_prose_editor.fields import ProseEditorField

from editorial import text

#: What an editor may write; the editor's buttons follow it. Headings start at h3: the page has the h1, sections the h2.
EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "Heading": {"levels": [3, 4]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    # Without "protocols": the editor would register them anew, with a warning, for every field; `clean` has the last word.
    "Link": {"enableTarget": False},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "History": True,
    "HTML": True,
}

_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title", "hreflang"},
    "abbr": {"title"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
    "blockquote": {"cite"},
    "*": {"lang"},
}
_TAGS = set(
    "p h3 h4 ul ol li strong em sub sup a blockquote br abbr span cite dl dt dd"
    " table caption thead tbody tfoot tr th td".split()
)
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags={"script", "style", "template", "title", "noscript", "iframe", "object", "svg", "math"},
    attributes=_ATTRIBUTES,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    strip_comments=True,
)
_EMPTY = re.compile(r"\A(?:\s|&nbsp;|<(p|h3|h4|ul|ol|li|blockquote|br)>|</(p|h3|h4|ul|ol|li|blockquote)>)*\Z")
_RENAMED = (("b", "strong"), ("i", "em"), ("h2", "h3"), ("h1", "h3"), ("h5", "h4"), ("h6", "h4"))


def clean(html: str) -> str:
    """`html` with only what the house allows; text without any visible content becomes the empty string.

    Scripts, styles, event attributes and `javascript:` links go with what they hold; unknown elements go but leave
    their text. Idempotent, so that a text keeps its digest however often it is saved.
    """
    for _attempt in range(_ATTEMPTS):
        cleaned = _clean_once(html)
        if cleaned == html:
            return html
        html = cleaned
    # Markup so broken that it never settles: keep its words.
    return _clean_once(nh3.clean_text(plain(html)))


#: How often a text is cleaned until it stays as it is; well-formed text needs two rounds, the second to see that.
_ATTEMPTS = 8


def _clean_once(html: str) -> str:
    """One round: an unseen character written as an entity shows itself only after it, and so needs another."""
    html = text.clean(html)
    for old, new in _RENAMED:
        html = re.sub(rf"<(/?){old}(?=[\s>/])", rf"<\1{new}", html, flags=re.IGNORECASE)
    html = _CLEANER.clean(html).strip()
    return "" if _EMPTY.match(html) else html


def plain(html: str) -> str:
    """The text of `html` without markup, words of neighbouring blocks kept apart; for search, counts and digests of prose."""
    spaced = re.sub(r"</(?:p|h\d|li|td|th|caption|blockquote|dt|dd)>|<br\s*/?>", r"\g<0> ", html)
    stripped = nh3.clean(spaced, tags=set())
    import html as html_module

    return re.sub(r"\s+", " ", html_module.unescape(stripped)).strip()


class RichTextField(ProseEditorField):
    """HTML written in the prose editor and cleaned by `clean` whichever way it reaches the database."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("extensions", dict(EXTENSIONS))
        kwargs["sanitize"] = clean
        super().__init__(*args, **kwargs)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = clean(value)
            setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if isinstance(value, str):
            value = clean(value)
        return super().get_db_prep_save(value, connection)
