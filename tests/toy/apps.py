"""The toy subject as a Django app."""

from django.apps import AppConfig


class ToyConfig(AppConfig):
    name = "tests.toy"
    label = "toy"

    def ready(self) -> None:
        """Register the toy kind."""
        from editorial.content.kinds import Kind, register
        from editorial.models import Figure, Section
        from tests.toy.binding import countries_of_items
        from tests.toy.models import Item, Note

        register(
            Kind(
                key="note",
                model=Note,
                segments={"en": "notes", "fr": "notes-fr", "es": "notas"},
                parts=(Section, Item, Figure),
                binds=countries_of_items,
            )
        )
