"""Rich text: one list of allowed HTML, applied on every path to the database."""

import re
from functools import lru_cache
from typing import Any

import nh3
from django.db import models
from django_prose_editor.fields import ProseEditorField

from editorial.base import html_bounds, text, text_limits
from editorial.richtext import canonical, tree
from editorial.richtext.widget import ProseWidget

#: What an editor may write, by the editor's extensions; static/editorial/richtext/widget.js and prose-table.js hold
#: those that the editor lacks or that would lose something. Headings start at h3: the page has the h1, sections the h2.
EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "Language": True,
    "Abbreviation": True,
    "Subscript": True,
    "Superscript": True,
    "BlockLanguage": True,
    "Heading": {"levels": [3, 4]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    # Without "protocols": the editor would register them for every field, with a warning; `clean` decides.
    "Link": {"enableTarget": False},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "History": True,
    "HTML": True,
    # Buttons only: the editor's drop-down lists cannot be opened by keyboard.
    "Menu": {
        "groups": [
            {"group": group}
            for group in (
                "blockType -lists", "lists", "nodes -blockType -lists", "marks", "link", "table", "history", "utility",
            )
        ]
    },
    "Toolbar": True,
}  # fmt: skip

#: The elements that are kept. Those of a table's inside have no extension of their own.
TAGS = {*canonical.LINES, *canonical.MARKS, *tree.ATTRIBUTES, "br", "caption", "thead", "tbody", "tr"}
#: The attributes that are kept. Any inline element may say its language; the canonical spelling makes a `span` of that.
ATTRIBUTES = {tag: {*tree.ATTRIBUTES.get(tag, ()), *(("lang",) if tag in canonical.MARKS else ())} for tag in TAGS}
_CLEANER = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags={"script", "style", "template", "title", "noscript", "iframe", "object", "svg", "math"},
    attributes=ATTRIBUTES,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    strip_comments=True,
)
_RENAMED = {"b": "strong", "i": "em", "h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"} | dict.fromkeys(
    ("address", "article", "aside", "dd", "div", "dt", "figcaption", "figure", "footer", "header", "main", "section"),
    "p",
)
_OTHER_NAME = re.compile(rf"<(/?)({'|'.join(_RENAMED)})(?=[\s/>])", re.IGNORECASE)


def clean(html: str) -> str:
    """`html` with only what the house allows, in its one spelling; text without any visible content becomes empty.

    Scripts, styles, event attributes and `javascript:` links go with what they hold; unknown elements go but leave
    their text. Idempotent, so that a text keeps its digest however often it is saved, and so that what the editor makes
    of a clean text is, cleaned again, that very text.
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


@lru_cache(maxsize=128)
def _clean_once(html: str) -> str:
    """One round: an unseen character written as an entity shows itself only after it, and so needs another.

    Kept for a while, since a text is cleaned several times on its way: by the form, the model and the database.
    """
    html = _OTHER_NAME.sub(lambda found: f"<{found[1]}{_RENAMED[found[2].lower()]}", text.clean(html))
    return canonical.respell(_CLEANER.clean(html_bounds.bounded(html)))


def plain(html: str) -> str:
    """The text of `html` without markup, blocks kept apart by spaces; for search, counts and digests of prose."""
    spaced = re.sub(r"</(?:p|h\d|li|td|th|caption|blockquote)>|<br\s*/?>", r"\g<0> ", html)
    stripped = nh3.clean(html_bounds.bounded(spaced), tags=set())
    import html as html_module

    return re.sub(r"\s+", " ", html_module.unescape(stripped)).strip()


class RichTextField(ProseEditorField):
    """HTML written in the prose editor and cleaned by `clean` whichever way it reaches the database."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("extensions", dict(EXTENSIONS))
        kwargs["sanitize"] = clean
        super().__init__(*args, **kwargs)

    def clean(self, value: Any, model_instance: "models.Model | None") -> Any:
        """As it is kept. Raises ValidationError for a text that is too long, before it is parsed and after."""
        text_limits.check_rich(value or "")
        value = super().clean(value, model_instance)
        text_limits.check_rich(value or "")
        return value

    def formfield(self, **kwargs: Any) -> Any:
        """The house's editor, whatever widget a form has for long texts."""
        return super().formfield(**{**kwargs, "widget": ProseWidget})

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
