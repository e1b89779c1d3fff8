"""The admin's addresses of an edition: the same words as the verbs."""

from typing import Any

from django.urls import reverse

from editorial.content import kinds
from editorial.models import Edition


def screen_url(edition: Edition, name: str, *args: Any, site: str = "admin") -> str:
    """The address of a screen of this edition in its kind's admin.

    :param name: "change", "history", "preview", "transition"…
    :param args: what the address needs after the edition's primary key.
    """
    meta = kinds.get_kind(edition.document.kind).model._meta
    return reverse(f"{site}:{meta.app_label}_{meta.model_name}_{name}", args=(edition.pk, *args))


def kind_name(edition: Edition) -> str:
    """What the edition's kind of content is called, in the reader's language."""
    return str(kinds.get_kind(edition.document.kind).model._meta.verbose_name)
