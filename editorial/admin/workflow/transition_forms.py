"""One small form per verb: what the person gives with it. The rules are the engine's; the forms only read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.workflow.transition_fields import AddressField, MomentField
from editorial.base import languages
from editorial.content.parity import Parity
from editorial.models import Edition
from editorial.workflow import live_periods
from editorial.workflow.rules import changes


class TransitionForm(forms.Form):
    """No more than the version of the edition that was on the screen.

    `arguments` are the keyword arguments with which the engine's function is called.

    :param now: the time on the page.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, edition: Edition, now: datetime, **kwargs: Any) -> None:
        self.edition, self.now = edition, now
        super().__init__(*args, **kwargs)
        for name, value in self.on_screen(edition).items():
            self.fields[name].initial = value

    @classmethod
    def on_screen(cls, edition: Edition) -> dict[str, Any]:
        """The hidden values that tell what the person saw."""
        return {"version": edition.version}

    def arguments(self) -> dict[str, Any]:
        """What the engine's function takes beside the edition, the person and the clock."""
        return {}


class ReasonForm(TransitionForm):
    """A reason, which goes on record."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), required=False, widget=forms.Textarea(attrs={"rows": 4, "cols": 60})
    )

    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}


class OptionalReasonForm(ReasonForm):
    """A reason that may be left out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Reason (optional)")


class SubmitForm(ReasonForm):
    """Why it passes as a minor change, where it says something new; otherwise nothing is asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = changes.substantive(self.edition)
        if not found:
            del self.fields["reason"]
            return
        self.fields["reason"].label = _("Why it is a minor change")
        self.fields["reason"].help_text = _(
            "It says something new: %(places)s. Without a reason it cannot be submitted as minor. "
            "Reviewers read it; the"
            " public does not."
        ) % {"places": changes.places_phrase(found)}

    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data.get("reason", "")}


class RemarkForm(ReasonForm):
    """What should be changed, for the authors."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("What should change, and why")


class LossField(forms.BooleanField):
    """A box to be ticked by whoever takes a language away from the public: `label` has a place for the `languages`."""

    def __init__(self, label: str, languages_lost: Sequence[str]) -> None:
        super().__init__(
            label=label % {"languages": languages.names(languages_lost)},
            error_messages={
                "required": _(
                    "Tick this to go on, or go back: end the exception, and have the translation completed first."
                )
            },
        )


class PublishForm(TransitionForm):
    """Where the public would lose a language by it, that this is meant; otherwise nothing is asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        losses = live_periods.losses(self.edition, now=self.now)
        lost = [code for code in languages.codes() if any(code in codes for _edition, codes in losses)]
        if lost:
            label = _("I mean it: the public can no longer read this document in: %(languages)s")
            self.fields["loss_confirmed"] = LossField(label, lost)

    def arguments(self) -> dict[str, Any]:
        return {**super().arguments(), "loss_confirmed": self.cleaned_data.get("loss_confirmed", False)}


class UrgencyForm(PublishForm, ReasonForm):
    """Why this cannot wait for the signatures."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = _("Why it cannot wait for the signatures")


class SignOffForm(TransitionForm):
    """The digest of the text that was read, and a remark."""

    digest = forms.CharField(widget=forms.HiddenInput, required=False)
    remark = forms.CharField(
        label=gettext_lazy("Remark (optional)"), required=False, widget=forms.Textarea(attrs={"rows": 3, "cols": 60})
    )

    @classmethod
    def on_screen(cls, edition: Edition) -> dict[str, Any]:
        return {**super().on_screen(edition), "digest": edition.digest}

    def arguments(self) -> dict[str, Any]:
        return {"digest": self.cleaned_data["digest"], "remark": self.cleaned_data["remark"]}


class ExplainedForm(TransitionForm):
    """An explanation for the public in every content language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code in languages.codes():
            self.fields[languages.column("explanation", code)] = forms.CharField(
                label=_("Explanation for the public in %(language)s") % {"language": languages.name(code)},
                required=False,
                widget=forms.Textarea(attrs={"rows": 3, "cols": 60, "lang": code}),
            )

    def explanation(self) -> dict[str, str]:
        """What was written, by language code."""
        return {code: self.cleaned_data[languages.column("explanation", code)] for code in languages.codes()}


class ScheduleForm(PublishForm, ExplainedForm):
    """When it becomes public, and perhaps when and why it ceases to be."""

    at = MomentField(label=gettext_lazy("Becomes public"))
    until = MomentField(
        label=gettext_lazy("Is withdrawn (optional)"),
        required=False,
        help_text=gettext_lazy("Leave it empty if no end is known. With an end, explain it below in every language."),
    )

    def arguments(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            **super().arguments(), "at": given["at"], "until": given["until"], "explanation": self.explanation(),
        }  # fmt: skip


class RescheduleForm(TransitionForm):
    """When it becomes public instead."""

    at = MomentField(label=gettext_lazy("Becomes public"))

    def arguments(self) -> dict[str, Any]:
        return {"at": self.cleaned_data["at"]}


class WithdrawForm(ExplainedForm):
    """When and why it ceases to be public, and where visitors go instead."""

    at = MomentField(
        label=gettext_lazy("When"), required=False, help_text=gettext_lazy("Leave it empty to withdraw it at once.")
    )
    redirect_to = AddressField(
        label=gettext_lazy("See instead (optional)"),
        required=False,
        help_text=gettext_lazy("The address of another page of this site, such as /en/pages/security/."),
    )
    field_order = ("version", "at")

    def arguments(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"at": given["at"], "explanation": self.explanation(), "redirect_to": given["redirect_to"]}


class LanguageForm(TransitionForm):
    """One of the edition's languages."""

    language = forms.ChoiceField(label=gettext_lazy("Language"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [(code, languages.name(code)) for code in self.codes()]  # type: ignore[attr-defined]

    def codes(self) -> list[str]:
        """The languages for which an exception was granted."""
        return list(self.edition.excepted_languages)

    def arguments(self) -> dict[str, Any]:
        return {"language": self.cleaned_data["language"]}


class GrantForm(LanguageForm, ReasonForm):
    """A language to leave out for now, and why."""

    field_order = ("version", "language", "reason")

    def codes(self) -> list[str]:
        """All but those for which an exception was granted already; those that are not ready come first."""
        status = self.edition.language_status
        left = [code for code in languages.codes() if code not in self.edition.excepted_languages]
        return sorted(left, key=lambda code: (code == self.edition.source_language, status.get(code) == Parity.CURRENT))

    def arguments(self) -> dict[str, Any]:
        return {**LanguageForm.arguments(self), **ReasonForm.arguments(self)}
