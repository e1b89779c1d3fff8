"""A notice from its first draft to the public: run as a program in a project to which docs/new-kind.md was applied."""

import os
import sys
from datetime import timedelta
from typing import Any

import django
import pytest
from django.conf import settings


def journey() -> None:
    """Draft, refusal, completion, publication, page, list, form; raises AssertionError where one fails."""
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.utils import timezone

    from editorial.content import canonical
    from editorial.workflow import drafts, transitions
    from editorial.workflow.rules.permissions import NotAllowed
    from tests.attacks import refused
    from tests.browserless import fields_of
    from tests.builders import attest_all, fresh, publish, texts
    from tests.builders import make as make_draft
    from tests.cooperation import register
    from tests.cooperation.site import group, uuid
    from tests.people import make_people

    call_command("check", verbosity=0)
    call_command("makemigrations", check=True, verbosity=0)
    people, now = make_people(), timezone.now() - timedelta(minutes=1)
    register.tables()
    host = group(people, now)
    parts: dict[str, Any] = {
        "speaker": [{"name": "A. Speaker", "organization": "ministry"}],
        "themetag": [{"theme": "trade"}],
    }
    fields = {"place": texts("Hall"), "day": None, "host": uuid(host)}
    edition = make_draft("notice", people, now, slug="talk", fields=fields, parts=parts)
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(edition, by=people.author, now=now)
    assert [reason.code for reason in refusal.value.reasons] == ["notice_day"]
    with drafts.edit(fresh(edition), by=people.author, now=now) as row:
        row.day = "2031-05"
        row.save()
    attest_all(fresh(edition), people, now)
    publish(fresh(edition), people, now)
    client = Client()
    page = client.get("/en/notices/talk-en/").content.decode()
    for text in ("Hall en", "May 2031", "Energy en", "A. Speaker", "Ministry en", "Trade en"):
        assert text in page, text
    assert "/fr/avis/talk-fr/" in client.get("/fr/avis/?theme=trade&year=2031").content.decode()
    assert "/es/avisos/talk-es/" not in client.get("/es/avisos/?year=2030").content.decode()
    with refused("cannot change"), connection.cursor() as cursor:
        cursor.execute("UPDATE cooperation_speaker SET name = 'Another'")
    revision = transitions.revise(fresh(edition), by=people.author, now=timezone.now())
    client.force_login(people.author, backend="editorial.web.backends.StaffBackend")
    form = f"/admin/cooperation/notice/{revision.pk}/change/"
    data = {**fields_of(client.get(form)), "speaker-0-name": "B. Speaker", "_continue": "1"}
    assert client.post(form, data).status_code == 302
    assert canonical.content_of(fresh(revision))["parts"]["speaker"][0]["name"] == "B. Speaker"


def main() -> None:
    """Run the journey in a database of its own, which begins as a copy of the one that is named and goes afterwards."""
    own = {"NAME": f"test_notice_{os.getpid()}", "TEMPLATE": sys.argv[1]}
    settings.DATABASES["default"].setdefault("TEST", {}).update(own)
    django.setup()
    from django.db import connection
    from django.test.utils import setup_test_environment

    from editorial.guards import past

    setup_test_environment()
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0)
    past.let_every_instant_be_now()
    try:
        journey()
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)
    sys.stdout.write("A notice went all the way.\n")


if __name__ == "__main__":
    main()
