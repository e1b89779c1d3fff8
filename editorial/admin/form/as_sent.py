"""What a browser sends of a form's field, for comparing a value with what was typed or putting it in its place."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

#: What a browser sends of one field, by the names of the boxes that the field consists of.
Sent = Mapping[str, list[str]]


def as_sent(field: Any, html_name: str, value: Any) -> dict[str, list[str]]:
    """What a browser would send of a field that shows `value`, by the names of the boxes that the field consists of.

    :param html_name: the name of the field on the form, prefix included.
    :param value: as the field's `prepare_value` gives it.
    """
    widget = field.widget
    if hasattr(widget, "widgets_names"):
        return {
            html_name + suffix: [str((piece if hasattr(part, "choices") else part.format_value(piece)) or "")]
            for suffix, part, piece in zip(widget.widgets_names, widget.widgets, widget.decompress(value), strict=True)
        }
    if isinstance(value, bool):
        return {html_name: ["on"] if value else []}
    if isinstance(value, list | tuple):
        return {html_name: [str(item) for item in value]}
    shown = widget.format_value(value) if hasattr(widget, "format_value") else value
    return {html_name: [str(item) for item in shown] if isinstance(shown, list) else [str(shown or "")]}


def put_as_sent(data: QueryDict, field: Any, html_name: str, value: Any) -> None:
    """Put into `data` what a browser would send of a field that shows `value`."""
    put(data, html_name, as_sent(field, html_name, value))


def put(data: QueryDict, html_name: str, sent: Sent) -> None:
    """Put into `data` what was sent of a field; what was typed there to find something goes."""
    for name, items in sent.items():
        data.setlist(name, items)
    data.pop(f"{html_name}-find", None)
