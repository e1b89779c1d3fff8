"""Giving the work on an edition to somebody, from the review screen."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.base.dates.bounds import check_day
from editorial.models import Edition, User
from editorial.states import Verb
from editorial.workflow import assignment
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions


class AssignForm(forms.Form):
    """To whom, by when, and why; nobody is an answer too."""

    to = forms.ChoiceField(label=gettext_lazy("To"), required=False)
    due = forms.DateField(
        label=gettext_lazy("Due (optional)"),
        required=False,
        validators=[check_day],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    reason = forms.CharField(
        label=gettext_lazy("Remark (optional)"), required=False, widget=forms.Textarea(attrs={"rows": 2, "cols": 40})
    )

    def __init__(self, *args: Any, people: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "auto_id": "assign_%s"})
        self.people = {str(person.pk): person for person in people}
        named = [
            (key, f"{person} ({person.party})" if person.party else str(person)) for key, person in self.people.items()
        ]
        self.fields["to"].choices = [("", _("Nobody in particular")), *named]  # type: ignore[attr-defined]

    def arguments(self) -> dict[str, Any]:
        """What `assigning.assign` takes beside the edition, the person and the clock."""
        given = self.cleaned_data
        return {"to": self.people.get(given["to"]), "due": given["due"], "reason": given["reason"]}


def offered(edition: Edition, *, by: User, now: datetime) -> bool:
    """Whether this person may give the work to anybody, be it to themselves."""
    return not permissions.problems(Verb.ASSIGN, Attempt(edition, by, now, to=by))


def form_for(edition: Edition, data: Any = None, *, by: User, now: datetime) -> AssignForm:
    """The form with all who can do what the edition needs next."""
    return AssignForm(data, people=assignment.candidates(edition, by=by, now=now))


def assigned_message(edition: Edition, to: User | None) -> str:
    """What has happened, in words, for the message after it."""
    if to is None:
        return _("Nobody in particular is asked any more.")
    return _("Given to: %(person)s.") % {"person": to}
