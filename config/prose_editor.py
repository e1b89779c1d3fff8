"""The settings of the prose editor: our own extensions, and the HTML that each can make (no more is allowed)."""

from django_prose_editor.config import html_tags
from js_asset import Script, static_lazy

_SPANS = ["colspan", "rowspan"]
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {
        "js": [static_lazy("editorial/prose.js"), static_lazy("editorial/prose-table.js")],
        "extensions": {
            "Abbreviation": html_tags(["abbr"], {"abbr": ["title"]}),
            "Language": html_tags(["span"], {"span": ["lang"]}),
            "BlockLanguage": html_tags(
                [],
                {tag: ["lang"] for tag in ("p", "h3", "h4", "ul", "ol", "li", "blockquote", "table", "th", "td")},
            ),
            "Blockquote": html_tags(["blockquote"], {"blockquote": ["cite"]}),
            "ListItem": html_tags(["li"]),
            "OrderedList": html_tags(["ol"], {"ol": ["start"]}),
            "Link": html_tags(["a"], {"a": ["href", "hreflang", "title"]}),
            "Table": html_tags(["table", "caption", "thead", "tbody", "tr"]),
            "TableHeader": html_tags(["th"], {"th": ["scope", *_SPANS]}),
            "TableCell": html_tags(["td"], {"td": _SPANS}),
            "HTML": html_tags([]),
            "Toolbar": html_tags([]),
        },
    }
]

#: On the edit form an editor is made when its language is shown (see static/editorial/editors.js): a page of thirty
#: sections has ninety of them.
DJANGO_PROSE_EDITOR_PRESETS = {"when_shown": [Script("editorial/editors.js", type="module")]}
