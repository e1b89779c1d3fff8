"""Broken links of live pages are among the problems of those who can mend them."""

from datetime import datetime

import pytest
from django.urls import reverse

from editorial.models import LinkCheck, LinkOutcome
from tests import builders
from tests.editorial.desk import as_
from tests.editorial.test_checks_links import OUTSIDE, note, take_down
from tests.editorial.test_desks import counted, desk
from tests.people import People

pytestmark = pytest.mark.django_db


def test_who_writes_sees_them_and_is_led_to_their_list(people: People, now: datetime) -> None:
    live = builders.publish(note(people, now, OUTSIDE), people, now)
    take_down(live, now)
    assert counted(people.author, now).problems["links"] == 0
    row = LinkCheck.objects.get(url__endswith="/b")
    row.note(LinkOutcome.MISSING, 404, now=now)
    row.save()
    assert counted(people.author, now).problems["links"] == 3, "one in each language"
    assert "links" not in counted(people.reviewer_ca, now).problems
    [line] = [line for line in desk(people.author, now).problems if line.source.key == "links"]
    assert line.count == 3
    html = as_(people.author).get(reverse("admin:index")).content.decode()
    assert "3 broken links" in html
    assert reverse("admin:editorial_linkuse_changelist") in html
