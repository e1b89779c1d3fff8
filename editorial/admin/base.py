"""What the admin's mixins stand on."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    # The class takes no type parameter at run time.
    ModelAdmin = admin.ModelAdmin

__all__ = ["ModelAdmin"]
