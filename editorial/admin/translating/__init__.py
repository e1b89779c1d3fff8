"""The screens on which translators work; `editorial.translating` does the work."""

from editorial.admin.translating import links  # noqa: F401  # it registers the way to the screen
