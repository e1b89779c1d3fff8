"""What the classes of the admin stand on."""

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse

from editorial.models import User

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    # The class takes no type parameter at run time.
    ModelAdmin = admin.ModelAdmin

__all__ = ["Desk", "ModelAdmin", "ReadOnlyAdmin", "is_key", "person"]


def person(request: HttpRequest) -> User:
    """Who is at work; the admin lets nobody in who is not logged in."""
    return cast(User, request.user)


def is_key(value: str) -> bool:
    """Whether a word of an address or a form can be a primary key."""
    return value.isascii() and value.isdigit() and len(value) < 19


class ReadOnlyAdmin(ModelAdmin):
    """Rows that the engine alone makes, changes and forgets: Django's forms write none of them."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody."""
        return False


class Desk(ReadOnlyAdmin):
    """Screens of our own in the place of Django's list and form, for all who have one `permission` of the engine."""

    permission = "view_edition"

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Who may see the desk finds it on the first page."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Everybody active with the desk's permission."""
        return request.user.is_active and request.user.has_perm(f"editorial.{self.permission}")

    def admit(self, request: HttpRequest) -> None:
        """Raise PermissionDenied for everybody else."""
        if not self.has_view_permission(request):
            raise PermissionDenied

    def address(self, screen: str = "changelist", *args: Any) -> str:
        """The address of one of the desk's screens."""
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{screen}"
        return reverse(name, args=args, current_app=self.admin_site.name)
