"""The longest document that can be kept, opened by several editors at once, while visitors read."""

import http.cookiejar
import re
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from cooperation.demo.people import PASSWORD
from editorial.base.text_limits import MOST_EDITION, MOST_RICH
from tests.browser import site
from tests.degenerate import MARKUP
from tests.drills import load

Record = Callable[[str, str], None]
PATHS = ("/en/", "/fr/pages/", "/es/reuniones/")
LANGUAGES = ("en", "fr", "es")
EDITORS = 3


def _logged_in(address: str, username: str) -> urllib.request.OpenerDirector:
    """Somebody's browser, without its screen."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    page = opener.open(f"{address}/admin/login/", timeout=60).read().decode()
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found is not None
    given = {"csrfmiddlewaretoken": found[1], "username": username, "password": PASSWORD, "next": "/admin/"}
    answer = opener.open(f"{address}/admin/login/", urllib.parse.urlencode(given).encode(), timeout=60)
    assert answer.url == f"{address}/admin/"
    return opener


def _lengthened(database_url: str, text: str) -> str:
    """The path of the form of a draft whose two first sections hold the text in every language."""
    assert len(LANGUAGES) * 2 * len(text) < MOST_EDITION
    with psycopg.connect(database_url) as client:
        found = client.execute(
            "SELECT edition.id, array_agg(section.id) FROM editorial_edition AS edition"
            " JOIN cooperation_page AS page ON page.edition_ptr_id = edition.id"
            " JOIN editorial_section AS section ON section.edition_id = edition.id"
            " WHERE edition.state = 'draft' GROUP BY edition.id HAVING count(*) >= 2 LIMIT 1"
        ).fetchone()
        assert found is not None
        columns = ", ".join(f"body_{language} = %(text)s" for language in LANGUAGES)
        client.execute(
            f"UPDATE editorial_section SET {columns} WHERE id = ANY(%(ids)s)", {"text": text, "ids": found[1][:2]}
        )
    return f"/admin/cooperation/page/{found[0]}/change/"


@pytest.mark.parametrize("name", ["sentences", "'1 '…", "a table of many rows"])
def test_visitors_beside_the_longest_document(database_url: str, data: Path, record_result: Record, name: str) -> None:
    text = MARKUP[name](MOST_RICH - 1000)
    form = _lengthened(database_url, text)
    with site.serve(database_url, data) as address:
        editors = [_logged_in(address, "author.ca") for _editor in range(EDITORS)]
        alone = _waits(address, until=lambda: time.sleep(5))
        took: list[float] = []

        def opened(editor: urllib.request.OpenerDirector) -> None:
            begin = time.monotonic()
            with editor.open(address + form, timeout=300) as answer:
                assert answer.status == 200
                answer.read()
            took.append(time.monotonic() - begin)

        threads = [threading.Thread(target=opened, args=(editor,)) for editor in editors]

        def all_opened() -> None:
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

        beside = _waits(address, until=all_opened)
    assert len(took) == EDITORS
    record_result(
        f"The longest document that can be kept ({name}), opened by {EDITORS} editors at once",
        f"opened after {max(took):.1f} s; a visitor waited {beside:.2f} s at most meanwhile, {alone:.2f} s before",
    )
    assert beside < max(1.0, 10 * alone)


def _waits(address: str, *, until: Callable[[], None]) -> float:
    """The longest that one visitor, who asks again and again, waits for a page while something else happens;
    seconds."""
    over, longest = threading.Event(), [0.0]

    def visit() -> None:
        turn = 0
        while not over.is_set():
            begin = time.monotonic()
            assert load.once(address, PATHS[turn % len(PATHS)]) == "200"
            longest[0] = max(longest[0], time.monotonic() - begin)
            turn += 1

    visitor = threading.Thread(target=visit)
    visitor.start()
    try:
        until()
    finally:
        over.set()
        visitor.join()
    return longest[0]
