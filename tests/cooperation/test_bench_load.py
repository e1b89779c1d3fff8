"""`manage.py bench_load N` publishes N documents of the promised size."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from cooperation.demo import bulk
from editorial.base import languages
from editorial.content import canonical
from editorial.models import Address, Edition
from editorial.states import State
from editorial.workflow import audit

pytestmark = pytest.mark.django_db


def test_it_publishes_documents_in_three_languages() -> None:
    printed = StringIO()
    call_command("bench_load", "2", stdout=printed)
    assert "2 documents" in printed.getvalue()
    editions = list(Edition.objects.live(timezone.now()).select_related("document"))
    assert len(editions) == 2
    for edition in editions:
        said = canonical.content_of(edition)
        for code in languages.codes():
            size = sum(map(len, canonical.prose(said, code).values()))
            assert 0.9 * bulk.SIZE < size < 1.2 * bulk.SIZE
        assert edition.state == State.PUBLISHED
        assert set(edition.language_status.values()) == {"current"}
    assert list(audit.verify()) == []


def test_a_second_load_goes_on_counting() -> None:
    assert bulk.load(1, now=timezone.now()) == 1
    assert bulk.load(1, now=timezone.now()) == 2
    assert Address.objects.filter(path="pages/bench-000002-en").exists()


def test_the_same_number_makes_the_same_text() -> None:
    assert bulk.page(7) == bulk.page(7)
    assert bulk.page(7) != bulk.page(8)


def test_it_is_for_local_sites_only(settings: Any) -> None:
    settings.LOCAL = False
    with pytest.raises(CommandError, match="local site"):
        call_command("bench_load", "1")


def test_it_wants_at_least_one() -> None:
    with pytest.raises(CommandError, match="at least 1"):
        call_command("bench_load", "0")
