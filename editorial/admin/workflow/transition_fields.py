"""Form fields that transitions need: an instant on a chosen clock, and another page by its address."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.base import clock
from editorial.base.dates.bounds import check_day, check_plan
from editorial.base.dates.safe import in_zone
from editorial.models import Address, Document


def zones() -> list[tuple[str, Any]]:
    """(IANA zone, label) of the clocks on which staff may choose an instant."""
    return [(name, label) for label, name in settings.DESK_TIME_ZONES]


class MomentWidget(forms.MultiWidget):
    """A date, a time and the place whose clock they are read on; each with its own label."""

    template_name = "editorial/admin/_moment_widget.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            "date": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "time": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "zone": forms.Select(choices=zones()),
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: Any) -> list[Any]:
        """An instant on the first of the clocks."""
        zone = zones()[0][0]
        if not isinstance(value, datetime):
            return [None, None, zone]
        local = in_zone(value, ZoneInfo(zone))
        return [local.date(), local.time(), zone]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Names the three inputs."""
        context = super().get_context(name, value, attrs)
        labels = (_("Date"), _("Time"), _("On the clock of"))
        for subwidget, label in zip(context["widget"]["subwidgets"], labels, strict=True):
            subwidget["label"] = label
        return context


class MomentField(forms.MultiValueField):
    """An instant, given as a date and a time on the clock of a place; cleans to an aware datetime or None."""

    widget = MomentWidget
    default_error_messages = {
        "half": gettext_lazy("Give both the date and the time."),
        "incomplete": gettext_lazy("Give both the date and the time."),
        "skipped": gettext_lazy("The clocks of this place skip that hour in that night. Choose another time."),
        "twice": gettext_lazy("That hour comes twice in that night in this place. Give it in UTC."),
    }

    def __init__(self, **kwargs: Any) -> None:
        required = kwargs.get("required", True)
        fields = (
            forms.DateField(required=required),
            forms.TimeField(required=required),
            forms.ChoiceField(choices=zones()),
        )
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[Any]) -> datetime | None:
        """Raises ValidationError for half an instant, one that does not exist, exists twice or is out of bounds."""
        day, hour, zone = data_list or (None, None, None)
        if not day and hour is None:
            return None
        if not isinstance(day, date) or not isinstance(hour, time):
            raise ValidationError(self.error_messages["half"], code="half")
        if not self.disabled:  # what a person may not change, they need not mend
            check_day(day)
        instant = self._instant(day, hour, ZoneInfo(str(zone)))
        if not self.disabled:
            check_plan(instant, now=clock.now())
        return instant

    def _instant(self, day: date, hour: time, zone: ZoneInfo) -> datetime:
        local = datetime.combine(day, hour, tzinfo=zone)
        if local.utcoffset() != local.replace(fold=1).utcoffset():
            utc = ZoneInfo("UTC")
            real = in_zone(in_zone(local, utc), zone).replace(tzinfo=None) == datetime.combine(day, hour)
            code = "twice" if real else "skipped"
            raise ValidationError(self.error_messages[code], code=code)
        return local


class AddressField(forms.CharField):
    """A document, given by any public address that it has or had; cleans to a `Document` or None."""

    default_error_messages = {
        "unknown": gettext_lazy("No page of this site has this address. Copy it from the browser's address bar."),
    }

    def clean(self, value: Any) -> Any:
        """Raises ValidationError for an address that was never allotted."""
        text = super().clean(value)
        if not text:
            return None
        found = self.find(text)
        if found is None:
            raise ValidationError(self.error_messages["unknown"], code="unknown")
        return found

    @staticmethod
    def find(text: str) -> Document | None:
        """The document that has or had this public address, if any."""
        try:
            path = urlsplit(text).path
        except ValueError:  # no address at all, such as “http://[”
            return None
        language, _slash, rest = unquote(path).strip("/").partition("/")
        addresses = Address.objects.filter(language=language, path__lower=rest.replace("\x00", "").lower())
        address = addresses.order_by("is_exact").select_related("document").first()
        return address.document if address else None
