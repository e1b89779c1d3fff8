"""Publishing and searching at once: nobody waits for ever, nothing half published is found."""

import threading
from datetime import datetime
from typing import Any

import pytest
from django.db import connection, transaction

from editorial.models import SearchWord
from editorial.search import index
from editorial.search.find import find
from editorial.search.question import parse_question
from editorial.workflow import transitions
from tests.builders import approve, make_note
from tests.people import People

pytestmark = pytest.mark.django_db(transaction=True)


def in_thread(work: Any, faults: list[BaseException]) -> threading.Thread:
    """Start `work` in a thread with a connection of its own."""

    def run() -> None:
        try:
            work()
        except BaseException as fault:
            faults.append(fault)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_what_is_being_published_is_found_only_once_it_is(people: People, now: datetime) -> None:
    approved = approve(make_note(people, now, slug="zeppelin"), people, now)
    seen: list[int] = []
    faults: list[BaseException] = []
    question = parse_question("zeppelin", "en")
    with transaction.atomic():
        transitions.publish(approved, by=people.publisher, now=now)
        in_thread(lambda: seen.append(find(question, moment=now).total), faults).join(20)
    in_thread(lambda: seen.append(find(question, moment=now).total), faults).join(20)
    assert faults == []
    assert seen == [0, 1]


def test_two_that_publish_the_same_new_words_and_a_rebuild_do_not_block_each_other(
    people: People, now: datetime
) -> None:
    drafts = [approve(make_note(people, now, slug=f"zeppelin-{number}"), people, now) for number in range(6)]
    faults: list[BaseException] = []

    def publish(some: list[Any]) -> None:
        with transaction.atomic():
            for each in some:
                transitions.publish(each, by=people.publisher, now=now)

    threads = [
        in_thread(lambda: publish(drafts[:3]), faults),
        in_thread(lambda: publish(drafts[:2:-1]), faults),
        in_thread(index.rebuild, faults),
    ]
    for thread in threads:
        thread.join(60)
    assert faults == []
    assert find(parse_question("zeppelin", "fr"), moment=now).total == 6
    index.rebuild()
    assert SearchWord.objects.filter(language="fr", word="zeppelin").count() == 1
