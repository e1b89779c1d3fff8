"""What is given with a step of a release. The rules are the engine's; the forms only read."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.workflow.transition_fields import MomentField
from editorial.admin.workflow.transition_forms import LossField
from editorial.models import Release
from editorial.releases import Step


class StepForm(forms.Form):
    """No more than the version of the release that was on the screen.

    :param languages_lost: the languages in which the public could no longer read some document of the release.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, languages_lost: Sequence[str] = (), **kwargs: Any) -> None:
        self.languages_lost = languages_lost
        super().__init__(*args, **kwargs)

    def arguments(self) -> dict[str, Any]:
        """What the engine's function takes beside the release, the person and the clock."""
        return {"version": self.cleaned_data["version"]}

    @classmethod
    def on(cls, release: Release) -> dict[str, Any]:
        """What the form says when it is opened."""
        return {"version": release.version}


class ReasonForm(StepForm):
    """A reason, which goes on record with every edition."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), required=False, widget=forms.Textarea(attrs={"rows": 3, "cols": 60})
    )

    def arguments(self) -> dict[str, Any]:
        return {**super().arguments(), "reason": self.cleaned_data["reason"]}


class OptionalReasonForm(ReasonForm):
    """A reason that may be left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Reason (optional)")


class PublishForm(StepForm):
    """Where the public would lose a language by it, that this is meant; otherwise nothing is asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.languages_lost:
            self.fields["loss_confirmed"] = LossField(
                _("I mean it: the public can no longer read some of these documents in: %(languages)s"),
                self.languages_lost,
            )

    def arguments(self) -> dict[str, Any]:
        return {**super().arguments(), "loss_confirmed": self.cleaned_data.get("loss_confirmed", False)}


class ScheduleForm(PublishForm):
    """The instant at which all of it becomes public."""

    at = MomentField(label=gettext_lazy("Becomes public"))

    def arguments(self) -> dict[str, Any]:
        return {**super().arguments(), "at": self.cleaned_data["at"]}

    @classmethod
    def on(cls, release: Release) -> dict[str, Any]:
        """The planned instant, to begin with."""
        return {**super().on(release), "at": release.planned_for}


class DescribeForm(StepForm):
    """The working title, a note, and the instant that is hoped for."""

    title = forms.CharField(
        label=gettext_lazy("Working title"),
        max_length=200,
        help_text=gettext_lazy("For staff only, in whatever language you work in; the public never sees it."),
    )
    note = forms.CharField(
        label=gettext_lazy("Note (optional)"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 60}),
        help_text=gettext_lazy("What it is about and what it waits for."),
    )
    planned_for = MomentField(
        label=gettext_lazy("Planned for (optional)"),
        required=False,
        help_text=gettext_lazy("When it should appear. It appears only once a publisher publishes or schedules it."),
    )

    def arguments(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            **super().arguments(), "title": given["title"], "note": given["note"], "planned_for": given["planned_for"],
        }  # fmt: skip

    @classmethod
    def on(cls, release: Release) -> dict[str, Any]:
        """What it says now."""
        return {
            **super().on(release), "title": release.title, "note": release.note, "planned_for": release.planned_for,
        }  # fmt: skip


FORMS: dict[Step, type[StepForm]] = {
    Step.DESCRIBE: DescribeForm,
    Step.FREEZE: StepForm,
    Step.UNFREEZE: ReasonForm,
    Step.PUBLISH: PublishForm,
    Step.SCHEDULE: ScheduleForm,
    Step.UNSCHEDULE: StepForm,
    Step.DISSOLVE: OptionalReasonForm,
}
