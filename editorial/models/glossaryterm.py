"""The terms of the partnership, and how they are said in every language."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.base.text import LineField, clean, clean_line


class LinesField(models.TextField):  # type: ignore[type-arg]  # generic only in the stubs
    """Several short texts, one a line; empty lines and repetitions go."""

    def get_prep_value(self, value: object) -> object:
        value = super().get_prep_value(value)
        return "\n".join(lines(value)) if isinstance(value, str) else value


def lines(text: str) -> list[str]:
    """The lines of a text that say something, each once."""
    return list(dict.fromkeys(line for line in map(clean_line, clean(text).split("\n")) if line))


class GlossaryTerm(models.Model):
    """One term in every language: how it is said, how else it may be said, its acronym, and what not to say.

    It is no content: it is neither signed nor published. `key` is its lasting identity, by which a table of terms that
    comes back from a translator finds it again.
    """

    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    term = LineField(_("term"), max_length=150, blank=True)
    acronym = LineField(_("acronym"), max_length=30, blank=True)
    variants = LinesField(
        _("other forms"),
        blank=True,
        help_text=_("What may be said as well, one a line. Plurals need no line of their own."),
    )
    forbidden = LinesField(_("do not use"), blank=True, help_text=_("What must not be said instead, one a line."))
    note = models.TextField(
        _("note"),
        blank=True,
        max_length=1000,
        help_text=_("For translators: when it is used, and where it comes from."),
    )
    changed_at = models.DateTimeField(_("last change"), editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False, verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["term_en", "id"]

    def __str__(self) -> str:
        for code, _name in settings.LANGUAGES:
            text: str = getattr(self, f"term_{code}", "") or ""
            if text:
                return text
        return str(self.key)[:8]
