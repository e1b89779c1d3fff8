"""What is asked before something is done to many editions."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from editorial.admin.form.widgets import DateInput, ReferenceSelect
from editorial.base.dates.bounds import check_day
from editorial.models import BulkWork, Edition, User
from editorial.workflow.roles import eligibility

_LONGEST = 500


class BulkForm(forms.Form):
    """The values of one piece of work; the editions and the identity of the run stand beside it."""

    required_css_class = "required"
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=_LONGEST, widget=forms.Textarea({"rows": 3, "cols": 60})
    )

    def __init__(self, *args: Any, editions: Sequence[Edition] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.editions = editions

    def given(self) -> dict[str, Any]:
        """The values as `editorial.bulk` takes them."""
        return dict(self.cleaned_data)

    def in_words(self) -> str:
        """The values in words, for the report."""
        return str(self.cleaned_data.get("reason", ""))


class AssignForm(BulkForm):
    """The form that gives editions to a person, with a due date."""

    to = forms.TypedChoiceField(label=_("Person"), coerce=int, required=False, empty_value=None, widget=ReferenceSelect)
    due = forms.DateField(label=_("Due on"), required=False, widget=DateInput, validators=[check_day])
    field_order = ("to", "due", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.pk: person for person in self._able()}
        named = [(key, f"{one} — {one.party}" if one.party else str(one)) for key, one in self.people.items()]
        field: Any = self.fields["to"]
        field.choices = [("", _("Nobody any longer")), *named]
        self.fields["reason"].help_text = _("Shown to the person, and kept in the history.")

    def _able(self) -> list[User]:
        """Everybody with a role in which to do something; for one edition alone, those who can do what it needs.

        What was sent is not narrowed: if the edition moved meanwhile, the engine says why it is no longer their turn.
        """
        able = eligibility.able_people()
        if self.is_bound or len(self.editions) != 1:
            return [person for person, _may in able]
        need = eligibility.Need(self.editions[0])
        return [person for person, may in able if not list(eligibility.reasons(need, person, may))]

    def given(self) -> dict[str, Any]:
        values = super().given()
        return {**values, "to": self.people[values["to"]] if values["to"] else None}

    def in_words(self) -> str:
        values = self.given()
        parts = [values["to"] or _("Nobody any longer"), values["due"] and values["due"].isoformat(), values["reason"]]
        return " · ".join(str(part) for part in parts if part)


class ReviewByForm(BulkForm):
    """The form that sets when pages are to be read again."""

    review_by = forms.DateField(
        label=_("Review by"),
        required=False,
        widget=DateInput,
        validators=[check_day],
        help_text=_("Empty: nobody needs to read it again."),
    )
    field_order = ("review_by", "reason")

    def in_words(self) -> str:
        values = self.cleaned_data
        parts = [values["review_by"].isoformat() if values["review_by"] else "—", values["reason"]]
        return " · ".join(part for part in parts if part)


class RemindForm(BulkForm):
    """The form of a reminder: its words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Message")
        self.fields["reason"].help_text = _(
            "Sent to those who were asked, else to those whose turn it is, each as they wish to be told."
        )


FORMS: dict[BulkWork, type[BulkForm]] = {
    BulkWork.ASSIGN: AssignForm,
    BulkWork.SET_REVIEW_BY: ReviewByForm,
    BulkWork.REMIND: RemindForm,
}
