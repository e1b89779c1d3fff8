"""Attachments on the edit form: a file is sent, checked and kept; its title is typed."""

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.admin.form.inlines import PartForm, PartInline
from editorial.base.files import filenames, media_types, store
from editorial.models import Attachment

_SALT = "editorial.attachment"
#: What is known of a file that was taken in (see `files.Kept`).
_FACTS = ("file", "sha256", "size", "media_type")


class AttachmentForm(PartForm):
    """A file with its title; a sound file is kept at once, so that another field's error does not lose it."""

    upload = forms.FileField(required=False, label=gettext_lazy("File"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["upload"].help_text = _("Accepted: %(types)s.") % {"types": media_types.accepted()}
        self.fields["upload"].disabled = not self.scope.shared
        self.kept: dict[str, Any] | None = self._kept_earlier()
        # The name follows from the upload.
        self.fields["file"].required = False

    @property
    def kept_token(self) -> str:
        """What tells the next request which file was taken in already; empty if none was."""
        return signing.dumps(self.kept, salt=_SALT) if self.kept else ""

    @property
    def kept_name(self) -> str:
        """The name of the file that was taken in with an earlier try."""
        return str(self.kept["file"]) if self.kept else ""

    def _kept_earlier(self) -> dict[str, Any] | None:
        if not self.is_bound:
            # A row that is shown but not saved (see `editorial.admin.conflicts.content`) brings its file along.
            unsaved = self.before and self.before["key"] not in self.stored
            return {name: self.before[name] for name in _FACTS} if unsaved and self.before["sha256"] else None
        token = self.data.get(self.add_prefix("kept"))
        try:
            return dict(signing.loads(token, salt=_SALT)) if token and self.scope.shared else None
        except signing.BadSignature:
            return None

    def clean_upload(self) -> Any:
        """Keep the file, or say at the field why not."""
        upload = self.cleaned_data["upload"]
        if upload:
            try:
                self.kept = vars(store.keep_upload(upload))
            except store.Refused as refused:
                raise ValidationError(str(refused)) from refused
        return upload

    def clean(self) -> dict[str, Any]:
        """A new row needs a file; the name under which it is offered is the file's own unless another is given."""
        cleaned = super().clean()
        if not self.before and not self.kept and "upload" not in self.errors and self.has_changed():
            self.add_error("upload", _("Choose a file."))
        if self.kept and (not cleaned.get("file") or cleaned.get("upload")):
            cleaned["file"] = self.kept["file"]
        elif self.before and not cleaned.get("file"):
            cleaned["file"] = self.before["file"]
        self._check_name(cleaned)
        return cleaned

    def _check_name(self, cleaned: dict[str, Any]) -> None:
        """Refuse, at its field, a name that was typed and that a file of this sort cannot have."""
        media_type = (self.kept or self.before or {}).get("media_type")
        if media_type and "file" in self.changed_data and "file" in cleaned:
            fault = filenames.fault(cleaned["file"], media_type)
            if fault:
                self.add_error("file", fault)

    def has_changed(self) -> bool:
        """A file taken in earlier counts."""
        return bool(self.kept) or super().has_changed()

    def row(self) -> dict[str, Any]:
        """The facts of the file are never typed."""
        row = super().row()
        if self.kept:
            row.update(self.kept, file=self.cleaned_data.get("file") or self.kept["file"])
        return row


ATTACHMENTS = PartInline(Attachment, ("title", "file", "language"), form=AttachmentForm)
