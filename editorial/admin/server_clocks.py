"""Which machines' clocks are off: a list for whoever keeps them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from editorial.admin.labels import moment
from editorial.models import ServerClock


@admin.register(ServerClock)
class ServerClockAdmin(admin.ModelAdmin[ServerClock]):
    """Read only: the machines write it."""

    list_display = ("host", "behind", "shown_until")
    list_display_links = None
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never: see the class."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never: see the class."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never: see the class."""
        return False

    @admin.display(description=_("seconds behind the database"), ordering="seconds")
    def behind(self, row: ServerClock) -> str:
        """To a tenth; negative where it is ahead."""
        return f"{row.seconds:+.1f}"

    @admin.display(description=_("said so until"), ordering="until")
    def shown_until(self, row: ServerClock) -> str:
        """On the clocks of staff."""
        return moment(row.until)
