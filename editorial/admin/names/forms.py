"""The forms by which a change of a name, or an end, is proposed."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from editorial.admin.workflow.transition_fields import MomentField
from editorial.base import languages
from editorial.base.reasons import Reason
from editorial.content import names as content_names
from editorial.models import NamePeriod, ReferenceRow
from editorial.staff import renaming


class _ProposalForm(forms.Form):
    """What both have: from when, and why."""

    at = MomentField(
        required=False,
        label=pgettext_lazy("of a name", "From"),
        help_text=gettext_lazy("Leave it empty for the moment at which a second person confirms it."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Such as the law or letter by which it changed. Goes on record."),
    )

    def refuse(self, reasons: Iterable[Reason]) -> None:
        """Show what the engine has against it, at the field that it is about where there is one."""
        for reason in reasons:
            self.add_error(reason.code if reason.code in self.fields else None, str(reason))


class RenameForm(_ProposalForm):
    """New names of a row in all languages."""

    field_order: Any = None

    def __init__(self, *args: Any, row: ReferenceRow, present: NamePeriod | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._table = row.key.partition(":")[0]
        model = content_names.reference_tables()[self._table]
        own: dict[str, forms.Field] = {}
        for name in renaming.name_fields(self._table):
            for code in languages.codes():
                column: Any = model._meta.get_field(languages.column(name, code))
                field: Any = model._meta.get_field(name)
                said = (present.names if present else {}).get(name, {}).get(code, "")
                own[column.name] = forms.CharField(
                    label=_("%(field)s in %(language)s")
                    % {"field": capfirst(str(field.verbose_name)), "language": languages.name(code)},
                    max_length=column.max_length,
                    required=name == "name",
                    error_messages={
                        "required": _("Give the name in %(language)s too: it changes in all languages at once.")
                        % {"language": languages.name(code)}
                    },
                    initial=said,
                    widget=forms.TextInput(attrs={"lang": code}),
                )
        self.fields = {**own, **self.fields}

    def names(self) -> dict[str, dict[str, str]]:
        """What was given, by field and language."""
        return {
            name: {code: self.cleaned_data[languages.column(name, code)] for code in languages.codes()}
            for name in renaming.name_fields(self._table)
        }


class EndForm(_ProposalForm):
    """A row that ends, and what to see instead."""

    then_see = forms.ModelChoiceField(
        ReferenceRow.objects.none(),
        required=False,
        label=gettext_lazy("Then see"),
        help_text=gettext_lazy("What took its place, if anything did."),
    )

    def __init__(self, *args: Any, row: ReferenceRow, labels: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        table = row.key.partition(":")[0]
        field: Any = self.fields["then_see"]
        field.queryset = ReferenceRow.objects.filter(key__startswith=f"{table}:").exclude(pk=row.pk)
        field.label_from_instance = lambda each: labels.get(each.key, each.key)
