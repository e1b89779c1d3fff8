"""CPU time and SQL statements of each step, in this process, on the database as it is; prints JSON.

With `--load N` it first publishes N more documents, and times that too; with `--multiply N` it copies so many by SQL;
with `--list` it measures the change list alone; with `--paths` nothing: it prints the public addresses that the load
generator asks for.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bench import app, multiply, subject  # in this order: the first sets Django up
from bench.browser import Answer, Browser, filled, typed
from cooperation.demo import bulk
from cooperation.models import AnnualReport
from editorial.admin.review import reading as reading_module
from editorial.base import languages
from editorial.checks.advice import run as content_checks
from editorial.content import canonical, kinds
from editorial.models import Address, Edition
from editorial.states import Verb


class Yardstick:
    """The bare view, asked for beside every step: what else the machine does slows both alike."""

    def __init__(self) -> None:
        self.browser = Browser(app.bare)

    def beside(self, step: Callable[[int], Answer], repeats: int) -> dict[str, Any]:
        """Medians of `repeats` runs of a step, after one that does not count.

        Milliseconds, number of statements, kilobytes, and the bare view's CPU time in the same moments.
        """
        pairs = [(step(number), self.cpu()) for number in range(repeats + 1)][1:]
        return {**summary([answer for answer, _bare in pairs]), "bare": statistics.median(bare for _, bare in pairs)}

    def cpu(self) -> float:
        """What the bare view takes just now, in milliseconds of CPU."""
        return statistics.median(self.browser.get("/bare/").cpu for _ in range(5)) * 1000


def loaded(count: int, now: datetime) -> dict[str, Any]:
    """What it takes to publish one document through the engine, of `count` that are."""
    bare = Yardstick()
    queries = 0

    def note(execute: Any, *given: Any) -> Any:
        nonlocal queries
        queries += 1
        return execute(*given)

    before = bare.cpu()
    with connection.execute_wrapper(note):
        wall, cpu = time.perf_counter(), time.process_time()
        bulk.load(count, now=now)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return {
        "cpu": cpu / count * 1000,
        "wall": wall / count * 1000,
        "queries": round(queries / count),
        "kilobytes": 3 * bulk.SIZE / 1000,
        "bare": statistics.mean([before, bare.cpu()]),
    }


def summary(answers: list[Answer]) -> dict[str, Any]:
    """Medians of several answers to the same question."""
    return {
        "cpu": statistics.median(answer.cpu for answer in answers) * 1000,
        "wall": statistics.median(answer.wall for answer in answers) * 1000,
        "queries": round(statistics.median(len(answer.queries) for answer in answers)),
        "kilobytes": len(answers[-1].body) / 1000,
    }


def page(browser: Browser, path: str) -> Callable[[int], Answer]:
    """The step of asking for one page."""

    def ask(number: int) -> Answer:
        answer = browser.get(path)
        if answer.status != 200:
            raise RuntimeError(f"{path} answered {answer.status}.")
        return answer

    return ask


def paper(now: datetime) -> Callable[[int], Answer]:
    """Setting the report of twelve chapters in type; the CPU time of the process that does so is not seen."""
    edition = AnnualReport.objects.live(now).select_related("document").get(slug_en=bulk.slugs("bench-report")["en"])
    said = canonical.content_of(edition)

    def make(number: int) -> Answer:
        wall, cpu = time.perf_counter(), time.process_time()
        file = kinds.get_kind("annual_report").paper(edition=edition, content=said, language="en", moment=now)
        return Answer(200, file, "", time.process_time() - cpu, time.perf_counter() - wall, [])

    return make


def comparison() -> Callable[[int], Answer]:
    """The step of comparing two editions of a hundred sections in three languages, word by word, as HTML."""
    before, after = subject.long_editions()

    def make(number: int) -> Answer:
        wall, cpu = time.perf_counter(), time.process_time()
        reading = reading_module.reading_of(before, after, shown=languages.codes(), whole=True)
        texts = [version.html for passage in reading.passages for row in passage.rows for version in row.versions]
        body = "".join(texts).encode()
        return Answer(200, body, "", time.process_time() - cpu, time.perf_counter() - wall, [])

    return make


def checks(now: datetime) -> Callable[[int], Answer]:
    """The step of running all checks of content over the report of twelve chapters, in three languages."""
    edition = AnnualReport.objects.live(now).select_related("document").get(slug_en=bulk.slugs("bench-report")["en"])
    said = canonical.content_of(edition)

    def run(number: int) -> Answer:
        wall, cpu = time.perf_counter(), time.process_time()
        with CaptureQueriesContext(connection) as asked:
            found = content_checks.findings(edition, said, now=now)
        told = "\n".join(each.spot.message for each in found).encode()
        return Answer(
            200, told, "", time.process_time() - cpu, time.perf_counter() - wall, [each["sql"] for each in asked]
        )

    return run


class Desk:
    """The people's browsers, and the addresses of the page's admin."""

    def __init__(self, site: Callable[..., Any]) -> None:
        self.staff = bulk.office()
        self.author = Browser.logged_in_as(site, self.staff.author("en"))
        self.reviewer = Browser.logged_in_as(site, self.staff.reviewer("MX"))
        self.publisher = Browser.logged_in_as(site, self.staff.publisher)
        self.jack = Browser.logged_in_as(site, subject.of_every_role(self.staff))

    def change(self, edition: Edition) -> str:
        """The address of an edition's form."""
        return reverse("admin:cooperation_page_change", args=[edition.pk])

    def save(self, edition: Edition, text: str) -> Answer:
        """Open the form, type another summary, save and go on."""
        path = self.change(edition)
        fields = typed(filled(self.author.get(path), mark="summary_en"), "summary_en", text)
        return _done(self.author.post(path, [*fields, ("_continue", "1")]), path)

    def transition(self, browser: Browser, edition: Edition, verb: Verb) -> Answer:
        """Open the page that asks, and confirm; what is signed off is read on the review screen."""
        path = reverse("admin:cooperation_page_transition", args=[edition.pk, verb.value])
        signing = verb == Verb.SIGN_OFF
        asks = reverse("admin:cooperation_page_review", args=[edition.pk]) if signing else path
        return _done(browser.post(path, filled(browser.get(asks), mark="digest" if signing else "version")), path)


def _done(answer: Answer, path: str) -> Answer:
    if answer.status != 302:
        raise RuntimeError(f"{path} answered {answer.status} where a redirect was expected: {answer.body[-3000:]!r}")
    return answer


def everything(desk: Desk, repeats: int, now: datetime) -> dict[str, Any]:
    """Every row of the table but the change list, by name."""
    bare, visitor = Yardstick(), Browser(app.application)
    looked_at = {
        "bare": (Browser(app.bare), "/bare/"),
        "bare behind startproject's middleware": (Browser(app.default), "/bare/"),
        "bare behind the site's middleware": (visitor, "/bare/"),
        "home": (visitor, "/en/"),
        "public page": (visitor, subject.page_path()),
        "report of 12 chapters": (visitor, subject.report(desk.staff, now)),
        "list": (visitor, "/en/pages/"),
        "list, two filters": (visitor, "/en/pages/?theme=security&country=CA"),
        "list, words": (visitor, "/en/pages/?q=governments+share"),
        "objectives": (visitor, "/en/objectives/"),
        "CSV": (visitor, "/en/pages/list.csv?theme=security&country=CA"),
        "feed": (visitor, "/en/pages/feed.atom"),
        "JSON list": (visitor, "/api/v1/documents/page?language=en&page_size=20"),
        "search": (visitor, "/fr/recherche/?q=m%C3%A9thodes+agents+fronti%C3%A8re"),
        "search, one result": (visitor, "/en/search/?q=bench+report"),
        "search, near miss": (visitor, "/en/search/?q=goverments+bordre"),
    }
    found = {name: bare.beside(page(browser, path), 2 * repeats) for name, (browser, path) in looked_at.items()}
    path = subject.behind(desk.staff, now)
    translator = Browser.logged_in_as(app.application, desk.staff.translator("fr"))
    found["translation desk, report"] = bare.beside(page(translator, path), repeats)
    found["PDF"] = bare.beside(paper(now), repeats)
    subject.open_work(desk.staff, now, first=2_000_000 + Address.objects.count())
    found["my desk"] = bare.beside(page(desk.jack, reverse("admin:index")), repeats)
    found["to review"] = bare.beside(page(desk.jack, reverse("admin:desk_review")), repeats)
    found["checks"] = bare.beside(checks(now), repeats)
    # One more of each than is counted: the first warms caches.
    drafts = subject.drafts(repeats + 2, desk.staff, now, first=1_000_000 + Address.objects.count())
    form, *fresh = drafts
    found["edit form"] = bare.beside(page(desk.author, desk.change(form)), repeats)
    review = reverse("admin:cooperation_page_review", args=[subject.revision(desk.staff, now).pk])
    found["review screen"] = bare.beside(page(desk.reviewer, review), repeats)
    found["diff of 100 sections in three languages"] = bare.beside(comparison(), repeats)
    found["save"] = bare.beside(lambda number: desk.save(form, f"Summary {number}."), repeats)
    for verb, browser in (
        (Verb.SUBMIT, desk.author),
        (Verb.SIGN_OFF, desk.reviewer),
        (Verb.PUBLISH, desk.publisher),
    ):
        found[verb.value] = bare.beside(
            lambda number, browser=browser, verb=verb: desk.transition(browser, fresh[number], verb), repeats
        )
    return found


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--load", type=int, default=0)
    parser.add_argument("--multiply", type=int, default=0)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--paths", action="store_true")
    given = parser.parse_args()
    now = timezone.now()
    desk = Desk(app.application)
    found: dict[str, Any] = {}
    if given.paths:
        found = {"public page": subject.page_path(), "report of 12 chapters": subject.report(desk.staff, now)}
        json.dump(found, sys.stdout)
        return
    if given.load:
        found["load"] = loaded(given.load, now)
    if given.multiply:
        multiply.multiply(given.multiply)
    if not given.list:
        found.update(everything(desk, given.repeats, now))
    changelist = reverse("admin:cooperation_page_changelist")
    found["change list"] = Yardstick().beside(page(desk.reviewer, changelist), given.repeats)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
