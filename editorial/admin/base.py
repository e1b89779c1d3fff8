"""What the admin's mixins stand on."""

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin
from django.http import HttpRequest

from editorial.models import User

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    # The class takes no type parameter at run time.
    ModelAdmin = admin.ModelAdmin

__all__ = ["ModelAdmin", "person"]


def person(request: HttpRequest) -> User:
    """Who is at work; the admin lets nobody in who is not logged in."""
    return cast(User, request.user)
