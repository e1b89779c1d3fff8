"""What the people of the demo were told lately, and what they watch, so that no bell is silent."""

from datetime import datetime

from cooperation.demo.stories import Office
from editorial.models import Event
from editorial.notices import letters, reading, reminders, watching

#: Who watches which documents.
WATCHED = {
    "author.ca": ("migration", "energy"),
    "author.mx": ("defence", "migration"),
    "translator.fr": ("defence",),
    "administrator": ("migration",),
}
#: Who has read everything.
ATTENTIVE = ("translator.en", "reviewer2.ca")


def tell(office: Office, *, now: datetime) -> None:
    """Do what a worker would have done about the steps of the last days, and remind of what is due."""
    people = office.people.users
    for username, keys in WATCHED.items():
        for key in keys:
            watching.watch(office.documents[key], by=people[username], now=now)
    for pk in Event.objects.filter(at__gt=now - letters.NEWS).order_by("pk").values_list("pk", flat=True):
        letters.tell_of_event(event=pk)
    reminders.remind(now=now)
    for username in ATTENTIVE:
        reading.mark_read(people[username], now=now)
