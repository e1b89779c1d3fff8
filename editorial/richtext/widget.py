"""The prose editor on a form: what it loads beside its own files, and its words in the reader's language."""

from functools import lru_cache
from typing import Any

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django_prose_editor.widgets import AdminProseEditorWidget
from js_asset import JSON, ImportMap, Media

from editorial.base import languages


class ProseWidget(AdminProseEditorWidget):
    """The editor with the house's extensions (static/editorial/richtext/widget*.js)."""

    @property
    def media(self) -> Any:
        return super().media + _media(get_language() or "")


@lru_cache
def _media(_language: str) -> Media:
    """The same object for every editor of a page, so that a hundred cost no more than one."""
    return Media(
        css={"all": ["editorial/prose.css"]},
        js=[JSON(editor_words(), id="prose-words")],
        importmap=ImportMap({"editorial/prose-dialog": "editorial/prose-dialog.js"}),
    )


def editor_words() -> dict[str, Any]:
    """What the editor says, by the keys that its scripts use, in the present language.

    Buttons go by the names that the menu gives them; "languages" holds the names of the content languages by code.
    """
    return {**_buttons(), **_dialogs(), "languages": {code: str(languages.name(code)) for code in languages.codes()}}


def _buttons() -> dict[str, str]:
    return {
        "toolbar": _("Formatting"),
        "paragraph": _("Paragraph"),
        "heading3": _("Heading"),
        "heading4": _("Smaller heading"),
        "bulletList": _("List"),
        "orderedList": _("Numbered list"),
        "orderedList:start": _("First number of the list"),
        "blockquote": _("Quotation"),
        "blockquote:source": _("Source of the quotation"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "subscript": _("Subscript"),
        "superscript": _("Superscript"),
        "language": _("Passage in another language"),
        "abbreviation": _("Abbreviation"),
        "link": pgettext("editor", "Link"),
        "unlink": _("Remove the link"),
        "table": _("Insert a table"),
        "table:caption": _("Caption of the table"),
        "table:columnHeaders": _("Column headers"),
        "table:rowHeaders": _("Row headers"),
        "table:addColumnAfter": _("Add a column"),
        "table:deleteColumn": _("Remove the column"),
        "table:addRowAfter": _("Add a row"),
        "table:deleteRow": _("Remove the row"),
        "table:mergeCells": _("Merge the cells"),
        "table:splitCell": _("Split the cell"),
        "table:deleteTable": _("Remove the table"),
        "history:undo": _("Undo"),
        "history:redo": _("Redo"),
        "html": _("Edit as HTML"),
    }


def _dialogs() -> dict[str, str]:
    return {
        "accept": pgettext("editor", "Apply"),
        "cancel": _("Cancel"),
        "emptyRemoves": _("Leave it empty to remove it."),
        "languageCode": _("Language of the passage"),
        "languageHelp": _("A code such as fr or es-MX. Leave it empty to remove it."),
        "abbreviationLong": _("What it stands for"),
        "quoteSource": _("Address of the source"),
        "quoteSourceHelp": _("It begins with https://. Readers do not see it; name the source in the text too."),
        "listStart": _("The list begins with"),
        "linkAddress": pgettext("editor", "Address"),
        "linkTitle": _("Explanation (optional)"),
        "linkLanguage": _("Language of the page that it leads to (optional)"),
        "linkLanguageHelp": _("A code such as fr or es-MX, if it is another language than that of this text."),
        "linkRefused": _("An address begins with https://, mailto:, tel: or, on this site, with a slash."),
        "htmlSource": pgettext("editor", "HTML"),
        "htmlHelp": _("What the editor does not know is left out."),
        "tableCaptionText": pgettext("table", "Caption"),
        "tableCaptionHelp": _("What the table shows, in a few words."),
        "tableRows": pgettext("table", "Rows"),
        "tableColumns": pgettext("table", "Columns"),
        "tableHead": _("The first row holds the column headers"),
    }
