"""One kind of content with a field of its own, a reference and a part."""

from django.db import models

from editorial.base.text import LineField
from editorial.guards.common import kind_of_content
from editorial.models import Document, Edition, Part


class Note(Edition):
    """A note: a translated motto, a day, and perhaps another document that it is about."""

    motto = LineField(max_length=100, blank=True)
    day = models.DateField(null=True, blank=True)
    about = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        triggers = kind_of_content()


class Item(Part):
    """A line of a note."""

    text = LineField(max_length=100)
    amount = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)

    class Meta(Part.Meta):
        pass
