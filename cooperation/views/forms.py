"""What visitors fill in: a report of a problem, a comment."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from editorial.base import text as plain
from editorial.models import ProblemReason
from editorial.visitors import comments, measure, problems


class VisitorForm(forms.Form):
    """A form of plain text that nobody has to be known for.

    `website` is bait: it is out of sight, and whoever fills it in is a program. What is bound is cleaned of characters
    that nobody sees, so that the form, shown again, can be sent again; `held_unseen` names the fields that held any.
    """

    website = forms.CharField(required=False)

    def __init__(self, data: QueryDict | None = None) -> None:
        self.held_unseen: set[str] = set()
        if data is not None:
            data = data.copy()
            for name, values in list(data.lists()):
                if any(measure.has_unseen(value) for value in values):
                    self.held_unseen.add(name)
                data.setlist(name, [plain.clean(value) for value in values])
        super().__init__(data)

    @property
    def is_bait_taken(self) -> bool:
        """Whether a program filled in what no person sees."""
        return bool(self.data.get("website"))

    def readable(self, name: str, most: int) -> str:
        """The field's value. Raises ValidationError where it lost characters or is longer than `most`."""
        value: str = self.cleaned_data[name]
        if measure.is_unreadable(value):
            raise ValidationError(_("Some characters arrived damaged (they show as �). Please type them again."))
        count = measure.length(value)
        if count > most:
            raise ValidationError(
                ngettext(
                    "Your text is %(over)s character too long: it has %(count)s, and at most %(most)s fit. "
                    "Please shorten it.",
                    "Your text is %(over)s characters too long: it has %(count)s, and at most %(most)s fit. "
                    "Please shorten it.",
                    count - most,
                )
                % {"over": count - most, "count": count, "most": most}
            )
        return value


class ReportForm(VisitorForm):
    """A report of a problem: what is wrong, and where, in a few words."""

    page = forms.CharField(required=False)
    reasons = forms.MultipleChoiceField(
        choices=ProblemReason.choices,
        error_messages={
            "required": gettext_lazy("Tick at least one: what is wrong with the page?"),
            "invalid_choice": gettext_lazy("Choose from the list: what is wrong with the page?"),
        },
    )
    text = forms.CharField(required=False)

    def clean_text(self) -> str:
        """At most 300 characters; invisible ones are left out without a word, since they say nothing."""
        return self.readable("text", problems.MOST)


class CommentForm(VisitorForm):
    """A comment and, if its author wants one, a name to stand under it."""

    name = forms.CharField(required=False)
    text = forms.CharField(
        error_messages={"required": gettext_lazy("Write your comment first: the field is empty.")},
    )

    def clean_name(self) -> str:
        """One short line."""
        return self._text_without_controls("name", comments.MOST_NAME)

    def clean_text(self) -> str:
        """At most 1,500 characters, all of which can be seen: readers trust what they read."""
        return self._text_without_controls("text", comments.MOST)

    def _text_without_controls(self, name: str, most: int) -> str:
        value = self.readable(name, most)
        if name in self.held_unseen:
            raise ValidationError(
                _("Your text held invisible control characters. They are gone now: read it once more, then send it.")
            )
        return value
