"""An annual report, its chapters by working group, and the objectives that it sets."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.base import languages
from editorial.base.dates.bounds import check_year
from editorial.base.sort_keys import Words
from editorial.base.text import LineField
from editorial.guards.common import kind_of_content
from editorial.guards.dates import dates_of_kind
from editorial.models import Document, Edition, Part
from editorial.richtext.field import RichTextField


def _group() -> "models.ForeignKey[Document | None]":
    return models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"kind": "working_group"},
        verbose_name=_("working group"),
    )


class AnnualReport(Edition):
    """What a mechanism did in a year: a message, sections, and a chapter for each working group."""

    mechanism = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        limit_choices_to={"kind": "mechanism"},
        verbose_name=_("mechanism"),
    )
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, validators=[check_year], help_text=_("The year that is reported on.")
    )
    message = RichTextField(_("message of the co-chairs"), blank=True)

    class Meta:
        verbose_name = _("annual report")
        verbose_name_plural = _("annual reports")
        triggers = [*kind_of_content(), dates_of_kind("year")]
        indexes = [models.Index(fields=["year"], name="cooperation_annualreport_year")]


class Chapter(Part):
    """What one working group achieved in the year."""

    group = _group()
    results = RichTextField(_("results"), blank=True)

    class Meta(Part.Meta):
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")
        constraints = [
            *Part.Meta.constraints,
            models.UniqueConstraint(fields=["edition", "group"], name="cooperation_chapter_once_per_group"),
        ]


class Objective(Part):
    """A promise: what a working group set out to do, how it stands, and which earlier promise it continues.

    It belongs to the report's chapter of the same group. `continues` is the key of the objective of an earlier
    year, which stays the same through all editions of that report. A draft may leave the status to be chosen.
    """

    class Status(models.TextChoices):
        """How an objective stands when the report appears."""

        PLANNED = "planned", _("Planned")
        UNDER_WAY = "under_way", _("Under way")
        DONE = "done", _("Done")
        DROPPED = "dropped", _("Dropped")

    #: Statuses of an objective for which something is still to be done.
    OPEN = (Status.PLANNED.value, Status.UNDER_WAY.value)

    group = _group()
    text = LineField(_("objective"), max_length=500)
    status = models.CharField(
        pgettext_lazy("of an objective", "status"),
        max_length=20,
        choices=Status.choices,
        default=Status.PLANNED,
        blank=True,
    )
    continues = models.UUIDField(_("continues"), null=True, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")
        # An objective is looked up by its key, its words and what continues it (see `cooperation.tracker`).
        indexes = [
            models.Index(fields=["key"], name="cooperation_objective_by_key"),
            models.Index(
                fields=["continues"],
                condition=models.Q(continues__isnull=False),
                name="cooperation_objective_next",
            ),
            *(
                # Written seldom and asked often: without a list of entries yet to be put in.
                GinIndex(
                    Words(languages.column("text", code)),
                    name=f"cooperation_objective_words_{code}",
                    fastupdate=False,
                )
                for code in languages.codes()
            ),
        ]

    def __str__(self) -> str:
        return self.text or super().__str__()
