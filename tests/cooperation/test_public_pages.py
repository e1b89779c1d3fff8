"""What a public page shows of its content."""

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import translation

from cooperation.views.page import rendition
from editorial.workflow import drafts, transitions
from tests.builders import attest_all, country, make_page, publish, revised, section, texts, theme
from tests.cooperation.site import (
    body,
    chapter,
    days,
    figure,
    get,
    group,
    mechanism,
    objective,
    page,
    report,
    uuid,
    withdraw,
    words,
)
from tests.people import People

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("value", "en", "fr", "es"),
    [
        ("23.0000", "23", "23", "23"),
        ("1234567.5000", "1,234,567.5", "1\u00a0234\u00a0567,5", "1\u00a0234\u00a0567,5"),
        ("0.0000", "0", "0", "0"),
        ("-1500.0000", "-1,500", "-1\u00a0500", "-1\u00a0500"),
        ("100", "100", "100", "100"),
        ("0.2500", "0.25", "0,25", "0,25"),
        ("99999999999999.9999", "99,999,999,999,999.9999", None, None),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(value: str, en: str, fr: str | None, es: str | None) -> None:
    for language, expected in {"en": en, "fr": fr, "es": es}.items():
        if expected is not None:
            with translation.override(language):
                assert rendition.number(Decimal(value)) == expected


def test_figures_age_with_the_moment(client: Client, people: People, now: datetime) -> None:
    today = now.date()
    page(
        people,
        now - days(30),
        parts={
            "figure": [
                figure("Stale", value="1500.0000", valid_until=(now - days(3)).date().isoformat()),
                figure("Lasting", value="2.0000", valid_until=today.isoformat(), as_of="2022-07-01"),
                figure("Worded", wording=texts("more than 20%"), unit=texts("of trade"), source=texts("Somebody")),
            ]
        },
    )
    shown = body(get(client, "/fr/pages/border-fr/"))
    rows = dict(re.findall(r'<th role="rowheader" scope="row">(\w+) fr</th>(.*?)</tr>', shown, re.S))
    assert "1\u00a0500" in rows["Stale"]
    stale = words("fr", "No longer current")
    assert stale in rows["Stale"]
    assert stale not in rows["Lasting"]  # it holds to the end of its last day
    assert 'datetime="2022-07-01"' in rows["Lasting"]
    assert "more than 20% fr" in rows["Worded"]
    assert "of trade fr" in rows["Worded"]
    assert "Somebody fr" in rows["Worded"]
    past = body(get(client, f"/fr/pages/border-fr/?at={(now - days(5)).date()}"))
    assert stale not in past


def test_sections_have_anchors_of_their_own(client: Client, people: People, now: datetime) -> None:
    headings = ["Les résultats", "Les résultats", "History", "", "¿¡"]
    parts = [{**section("X"), "heading": dict.fromkeys(("en", "fr", "es"), heading)} for heading in headings]
    page(people, now, parts={"section": parts})
    shown = body(get(client, "/en/pages/border-en/"))
    ids = re.findall(r'\bid="([^"]+)"', shown)
    assert len(ids) == len(set(ids))
    assert {"les-resultats", "les-resultats-2", "history-2", "section", "section-2", "history"} <= set(ids)
    toc = shown.split('class="toc"')[1].split("</nav>")[0]
    linked = re.findall(r'href="#([^"]+)"', toc)
    assert set(linked) <= set(ids)
    assert linked == ["les-resultats", "les-resultats-2", "history-2", "section-2", "history"]  # none without a heading


def test_text_is_shown_as_text_and_rich_text_as_what_was_cleaned(client: Client, people: People, now: datetime) -> None:
    evil = dict.fromkeys(("en", "fr", "es"), "<script>alert(1)</script> & <b>")
    body_ = dict.fromkeys(("en", "fr", "es"), '<p onclick="x()">Hi <strong>there</strong><script>1</script></p>')
    page(people, now, fields={"title": evil, "summary": evil}, parts={"section": [{"heading": evil, "body": body_}]})
    raw = get(client, "/en/pages/border-en/").content.decode()
    assert raw.count("<script") == raw.count('<script type="application/ld+json">') == 1  # a block of data, never run
    assert "&lt;script&gt;" in raw
    assert "<p>Hi <strong>there</strong></p>" in raw


def test_a_page_has_its_place_its_subjects_and_its_neighbours(client: Client, people: People, now: datetime) -> None:
    theme("security")
    country("CA")
    parent = page(people, now, slug="parent")
    page(
        people, now, slug="child", fields={"parent": uuid(parent)},
        parts={"themetag": [{"theme": "security"}], "countrytag": [{"country": "CA"}]},
    )  # fmt: skip
    child = body(get(client, "/fr/pages/child-fr/"))
    trail = child.split('class="breadcrumbs')[1].split("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', trail) == ["/fr/", "/fr/pages/", "/fr/pages/parent-fr/"]
    assert '<span aria-current="page">Child fr</span>' in trail
    facts = child.split('class="meta"')[1].split("</dl>")[0]
    assert '<a href="/fr/pages/?theme=security">Security fr</a>' in facts
    assert "CA fr" in facts
    above = body(get(client, "/fr/pages/parent-fr/"))
    assert '<a href="/fr/pages/child-fr/">Child fr</a>' in above


def test_the_language_switch_and_the_alternates_lead_to_the_same_page(
    client: Client, people: People, now: datetime
) -> None:
    page(people, now)
    shown = body(get(client, "/fr/pages/border-fr/"))
    switch = shown.split('class="languages"')[1].split("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', switch) == ["/en/pages/border-en/", "/es/paginas/border-es/"]
    assert '<link rel="canonical" href="http://testserver/fr/pages/border-fr/">' in shown
    assert '<link rel="alternate" hreflang="es" href="http://testserver/es/paginas/border-es/">' in shown


def test_a_report_shows_chapters_objectives_and_the_years_around(client: Client, people: People, now: datetime) -> None:
    cmp = mechanism(people, now)
    energy, mining = group(people, now, "energy", of=cmp), group(people, now, "mining", of=cmp)
    promise = objective(energy, "Build a line", "under_way")
    report(people, now, 2020, of=cmp, groups=[energy], parts={"objective": [promise]})
    kept = objective(energy, "Finish the line", "done", continues=promise["key"])
    report(
        people, now, 2021, of=cmp,
        parts={"chapter": [chapter(energy)], "objective": [kept, objective(mining, "Dig", "dropped")]},
    )  # fmt: skip
    report(people, now, 2023, of=cmp)
    shown = body(get(client, "/en/annual-reports/report-2021-en/"))
    assert '<section class="section chapter" id="energy-en">' in shown
    assert '<h2><a href="/en/working-groups/energy-en/">Energy en</a></h2>' in shown
    assert "<h4>Heading en</h4><p>Results en</p>" in shown  # under the template's own h3
    # A group without a chapter still has its objectives.
    assert '<section class="section chapter" id="mining-en">' in shown
    assert "Dig en" in shown
    # What is done or dropped is not promised anew.
    assert "Objectives done or dropped" in shown
    assert "Objectives for 2022" not in shown
    earlier = body(get(client, "/en/annual-reports/report-2020-en/"))
    assert "Objectives for 2021" in earlier
    assert "Objectives done or dropped" not in earlier
    assert (
        f'href="/en/annual-reports/report-2020-en/#objective-{promise["key"][:8]}">Continues an objective of 2020'
        in shown
    )
    assert f'id="objective-{promise["key"][:8]}"' in body(get(client, "/en/annual-reports/report-2020-en/"))
    assert re.findall(r'href="([^"]+)" rel="(prev|next)"', shown) == [
        ("/en/annual-reports/report-2020-en/", "prev"),
        ("/en/annual-reports/report-2023-en/", "next"),
    ]
    counts = shown.split('class="counts"')[1].split("</dl>")[0]
    assert re.findall(r"<dt>([^<]+)</dt><dd>(\d)</dd>", counts) == [("Done", "1"), ("Dropped", "1")]
    assert '<a href="/en/mechanisms/partnership-en/">Partnership en</a>' in shown


def test_what_an_objective_continues_is_not_linked_once_it_is_withdrawn(
    client: Client, people: People, now: datetime
) -> None:
    energy = group(people, now - days(9))
    promise = objective(energy, "Build a line")
    first = report(people, now - days(8), 2020, groups=[energy], parts={"objective": [promise]})
    kept = objective(energy, "Finish the line", continues=promise["key"])
    report(people, now - days(8), 2021, groups=[energy], parts={"objective": [kept]})
    withdraw(first, people, now - days(1))
    for path in ("/en/annual-reports/report-2021-en/", "/en/working-groups/energy-en/"):
        shown = body(get(client, path))
        assert "Finish the line" in shown
        assert "report-2020" not in shown
        assert "Continues" not in shown


def test_a_working_group_shows_what_was_said_and_done_year_by_year(
    client: Client, people: People, now: datetime
) -> None:
    cmp = mechanism(people, now - days(9))
    energy, mining = group(people, now - days(9), of=cmp), group(people, now - days(9), "mining")
    promise = objective(energy, "Build a line", "under_way")
    report(people, now - days(8), 2020, of=cmp, groups=[energy], parts={"objective": [promise]})
    kept = objective(energy, "Finish the line", "done", continues=promise["key"])
    report(people, now - days(2), 2021, of=cmp, groups=[energy], parts={"objective": [kept, objective(mining, "Dig")]})
    report(people, now - days(8), 2019, of=cmp, groups=[mining])
    shown = body(get(client, "/fr/groupes-de-travail/energy-fr/"))
    years = shown.split('id="reports"')[1].split("</section>")[0]
    assert re.findall(r'<h3><a href="([^"]+)">', years) == [
        "/fr/rapports-annuels/report-2021-fr/#energy-fr",
        "/fr/rapports-annuels/report-2020-fr/#energy-fr",
    ]
    assert "Finish the line fr" in years
    assert f"/fr/rapports-annuels/report-2020-fr/#objective-{promise['key'][:8]}" in years
    assert "Dig" not in years
    assert 'id="energy-fr"' in body(get(client, "/fr/rapports-annuels/report-2021-fr/"))
    past = body(get(client, f"/fr/groupes-de-travail/energy-fr/?at={(now - days(5)).date()}"))
    assert "Finish the line" not in past
    assert "Build a line fr" in past


def test_a_mechanism_lists_its_groups_and_reports(client: Client, people: People, now: datetime) -> None:
    cmp = mechanism(people, now)
    group(people, now, "mining", of=cmp)
    group(people, now, "energy", of=cmp, active_to=2019)
    group(people, now, "stranger")
    report(people, now, 2020, of=cmp)
    shown = body(get(client, "/en/mechanisms/partnership-en/"))
    assert re.findall(r'href="/en/working-groups/([a-z]+)-en/"', shown) == ["energy", "mining"]
    assert "until 2019" in shown
    assert "/en/annual-reports/report-2020-en/" in shown
    assert "CMP en" in shown
    assert "October 2004 en" in shown


def test_a_group_that_is_no_longer_public_keeps_its_name_without_a_link(
    client: Client, people: People, now: datetime
) -> None:
    energy = group(people, now - days(9))
    report(people, now - days(8), 2020, groups=[energy])
    withdraw(energy, people, now - days(1))
    shown = body(get(client, "/en/annual-reports/report-2020-en/"))
    assert "<h2>Energy en</h2>" in shown
    assert "/en/working-groups/energy-en/" not in shown


def test_a_renamed_group_keeps_the_name_that_was_signed(client: Client, people: People, now: datetime) -> None:
    energy = group(people, now - days(9))
    report(people, now - days(8), 2020, groups=[energy])
    revised(energy, people, now - days(2), title_en="Energy and climate", slug_en="energy-and-climate")
    shown = body(get(client, "/en/annual-reports/report-2020-en/"))
    assert '<a href="/en/working-groups/energy-and-climate/">Energy en</a>' in shown, "the link leads where it is now"
    assert "Energy and climate" not in shown
    past = body(get(client, f"/en/annual-reports/report-2020-en/?at={(now - days(5)).date()}"))
    assert "Energy and climate" not in past
    assert "Energy en" in past


def test_a_name_that_is_not_public_in_a_language_is_not_told_in_it(
    client: Client, people: People, now: datetime
) -> None:
    energy = group(people, now - days(9))
    report(people, now - days(8), 2020, groups=[energy])
    draft = transitions.revise(energy, by=people.author, now=now - days(5))
    with drafts.edit(draft, by=people.author, now=now - days(5)) as row:
        row.title_en, row.title_es = "Energy and climate", "Borrador"
        row.save()
    drafts.grant_exception(draft, "es", by=people.publisher, now=now - days(5), reason="Later.")
    drafts.attest(draft, "fr", by=people.translator_fr, now=now - days(5))
    publish(draft, people, now - days(5), loss_confirmed=True)
    shown = body(get(client, "/es/informes-anuales/report-2020-es/"))
    assert "Borrador" not in shown
    assert "<h2>Energy es</h2>" in shown, "as it was signed"
    report(people, now - days(4), 2021, groups=[energy])
    shown = body(get(client, "/es/informes-anuales/report-2021-es/"))
    assert "Borrador" not in shown
    assert '<h2><span lang="en">Energy and climate</span></h2>' in shown


def test_an_edition_with_only_minor_changes_keeps_the_date_of_the_first(
    client: Client, people: People, now: datetime
) -> None:
    first = publish(make_page(people, now - days(9), slug="border", fields={"minor": True}), people, now - days(9))
    revised(first, people, now - days(2), summary_en="Mended", minor=True)
    shown = body(get(client, "/en/pages/border-en/")).split('class="meta"')[1].split("</dl>")[0]
    assert f'datetime="{(now - days(9)).date()}"' in shown


def test_the_change_history_tells_in_the_language_what_changed(client: Client, people: People, now: datetime) -> None:
    draft = transitions.revise(page(people, now - days(9)), by=people.author, now=now - days(2))
    with drafts.edit(draft, by=people.author, now=now - days(2)) as row:
        row.change_note_en, row.change_note_fr, row.change_note_es = "Adds facts.", "Ajoute des faits.", "Agrega datos."
        row.summary_en = "More"
        row.save()
    attest_all(draft, people, now - days(2))
    revised(publish(draft, people, now - days(2)), people, now, summary_en="More.", minor=True)
    assert "Ajoute des faits." in body(get(client, "/fr/pages/border-fr/"))
    spanish = body(get(client, "/es/paginas/border-es/"))
    assert "Agrega datos." in spanish
    assert "Adds facts." not in spanish
    assert words("es", "Revised.") in spanish


def test_the_headers_let_nothing_stale_be_shown(client: Client, people: People, now: datetime) -> None:
    page(people, now)
    for path in ("/en/", "/en/pages/", "/en/pages/border-en/", "/en/pages/nothing/"):
        response = get(client, path)
        assert response["Cache-Control"] == "no-cache"
        assert response["Content-Language"] == "en"
        assert "Set-Cookie" not in response
        assert "Cookie" not in response.get("Vary", "")


def test_no_page_breaks_the_content_security_policy(client: Client, people: People, now: datetime) -> None:
    cmp = mechanism(people, now)
    energy = group(people, now, of=cmp)
    page(people, now)
    report(people, now, of=cmp, groups=[energy])
    paths = ("/en/", "/en/pages/", "/en/annual-reports/", "/en/pages/border-en/", "/en/annual-reports/report-2021-en/",
             "/en/working-groups/energy-en/", "/en/mechanisms/partnership-en/", "/en/nothing/at/all/")  # fmt: skip
    for path in paths:
        shown = body(get(client, path))
        assert not re.search(r"<script(?! type=.application/ld\+json.>)|<style|\sstyle=|\son\w+=|javascript:", shown), (
            path
        )
        third = [
            link
            for link in re.findall(r'(?:src|href)="([^"]+)"', shown)
            if not re.match(r"/|#|http://testserver/", link)
        ]
        assert third == [], path


def test_dates_are_written_in_the_language(client: Client, people: People, now: datetime) -> None:
    page(people, now, parts={"figure": [figure(value="1", as_of=date(2022, 7, 1).isoformat())]})
    assert "1 juillet 2022" in body(get(client, "/fr/pages/border-fr/"))
    assert "1 de julio de 2022" in body(get(client, "/es/paginas/border-es/"))
