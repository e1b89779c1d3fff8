"""CPU time and SQL statements of each step, in this process, on the database as it is; prints JSON.

`python -m bench.measure REPEATS` for everything; with `--list` for the change list alone; with `--paths` it measures
nothing and prints the public addresses that the load generator asks for.
"""

import json
import statistics
import sys
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from bench import app, subject  # in this order: the first sets Django up
from bench.browser import Answer, Browser, filled, typed
from cooperation.demo import bulk
from editorial.models import Address, Edition
from editorial.states import Verb


def summary(answers: list[Answer]) -> dict[str, Any]:
    """Medians of several runs of one step: milliseconds, number of statements, kilobytes."""
    return {
        "cpu": statistics.median(answer.cpu for answer in answers) * 1000,
        "wall": statistics.median(answer.wall for answer in answers) * 1000,
        "queries": round(statistics.median(len(answer.queries) for answer in answers)),
        "kilobytes": len(answers[-1].body) / 1000,
    }


def pages(browser: Browser, path: str, repeats: int) -> dict[str, Any]:
    """A page that is asked for again and again, after a few times that do not count."""
    answers = [browser.get(path) for _ in range(repeats + 3)][3:]
    for answer in answers:
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}.")
    return summary(answers)


class Desk:
    """The people's browsers, and the addresses of the page's admin."""

    def __init__(self, site: Callable[..., Any]) -> None:
        self.staff = bulk.office()
        self.author = Browser.of(site, self.staff.author("en"))
        self.reviewer = Browser.of(site, self.staff.reviewer("MX"))
        self.publisher = Browser.of(site, self.staff.publisher)

    def change(self, edition: Edition) -> str:
        """The address of an edition's form."""
        return reverse("admin:cooperation_page_change", args=[edition.pk])

    def save(self, edition: Edition, text: str) -> Answer:
        """Open the form, type another summary, save and go on."""
        path = self.change(edition)
        fields = typed(filled(self.author.get(path), mark="summary_en"), "summary_en", text)
        return _done(self.author.post(path, [*fields, ("_continue", "1")]), path)

    def transition(self, browser: Browser, edition: Edition, verb: Verb) -> Answer:
        """Open the page that asks, and confirm."""
        path = reverse("admin:cooperation_page_transition", args=[edition.pk, verb.value])
        return _done(browser.post(path, filled(browser.get(path), mark="version")), path)


def _done(answer: Answer, path: str) -> Answer:
    if answer.status != 302:
        raise RuntimeError(f"{path} answered {answer.status} where a redirect was expected: {answer.body[-3000:]!r}")
    return answer


def changelist(desk: Desk, repeats: int) -> dict[str, Any]:
    """The list of all pages, as a reviewer sees it."""
    return pages(desk.reviewer, reverse("admin:cooperation_page_changelist"), repeats)


def everything(desk: Desk, repeats: int, now: datetime) -> dict[str, Any]:
    """Every row of the table but the change list, by name."""
    visitor = Browser(app.application)
    found = {
        "bare": pages(Browser(app.bare), "/bare/", repeats * 5),
        "bare with the site's middleware": pages(visitor, "/bare/", repeats * 5),
        "public page": pages(visitor, subject.page_path(), repeats),
        "report of 12 chapters": pages(visitor, subject.report(desk.staff, now), repeats),
        "home": pages(visitor, "/en/", repeats),
    }
    first = 1_000_000 + Address.objects.count()
    # One more than is counted: the first of each step warms caches.
    drafts = subject.drafts(repeats + 1, desk.staff, now, first=first)
    found["edit form"] = pages(desk.author, desk.change(drafts[0]), repeats)
    found["save"] = summary([desk.save(drafts[0], f"Summary {number}.") for number in range(repeats + 1)][1:])
    steps = (
        (Verb.SUBMIT, desk.author),
        (Verb.SIGN_OFF, desk.reviewer),
        (Verb.PUBLISH, desk.publisher),
    )
    fresh = drafts[1:]
    for verb, browser in steps:
        found[verb.value] = summary([desk.transition(browser, edition, verb) for edition in fresh][1:])
    return found


def main() -> None:
    """See the module."""
    repeats = int(sys.argv[1])
    now = timezone.now()
    desk = Desk(app.application)
    if "--paths" in sys.argv:
        paths = {"public page": subject.page_path(), "report of 12 chapters": subject.report(desk.staff, now)}
        json.dump(paths, sys.stdout)
        return
    found = {} if "--list" in sys.argv else everything(desk, repeats, now)
    found["change list"] = changelist(desk, repeats)
    found["editions"] = Edition.objects.count()
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
