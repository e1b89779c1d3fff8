"""Where charts stand: reports, groups, meetings; and figures that successive reports state."""

from datetime import datetime

import lxml.html
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders import country, make, publish
from tests.cooperation.site import body, days, figure, get, group, mechanism, objective, report
from tests.people import People

pytestmark = pytest.mark.django_db


def drawings(client: Client, path: str) -> list[str]:
    """The names of the drawings on a page."""
    page = lxml.html.fromstring(get(client, path).content.decode())
    return [title.text for title in page.xpath("//svg[@role='img']/title")]


def test_a_figure_that_reports_state_year_after_year_becomes_a_line(
    client: Client, people: People, now: datetime
) -> None:
    cmp, other = mechanism(people, now - days(9)), mechanism(people, now - days(9), slug="other")
    for number, year in enumerate((2019, 2020, 2021)):
        rows = [figure("Projects", value=str(number + 1)), figure("Once only", value="7") if year == 2021 else figure()]
        report(people, now - days(5), year, of=cmp, parts={"figure": rows[: 2 if year == 2021 else 1]})
    report(people, now - days(5), 2018, slug="theirs", of=other, parts={"figure": [figure("Projects", value="99")]})
    path = "/en/annual-reports/report-2021-en/"
    assert drawings(client, path) == ["Projects en"]
    page = lxml.html.fromstring(get(client, path).content.decode())
    cells = [cell.text_content() for cell in page.xpath("//*[@id='figures-years']//td")]
    assert cells == ["3", "2", "1"]
    # A report knew nothing of those after it.
    older = lxml.html.fromstring(get(client, "/en/annual-reports/report-2020-en/").content.decode())
    assert [cell.text_content() for cell in older.xpath("//*[@id='figures-years']//td")] == ["2", "1"]
    assert drawings(client, "/en/annual-reports/report-2019-en/") == []
    with CaptureQueriesContext(connection) as asked:
        get(client, path)
    assert len(asked) <= 8


def test_a_report_shows_its_groups_and_a_group_its_years(client: Client, people: People, now: datetime) -> None:
    groups = [group(people, now - days(9), name) for name in ("energy", "mining")]
    for year in (2020, 2021):
        rows = [objective(one, f"Do {year}", "done") for one in groups]
        report(people, now - days(5), year, groups=groups, parts={"objective": rows})
    assert drawings(client, "/en/annual-reports/report-2021-en/") == ["Energy en", "Mining en"]
    assert drawings(client, "/fr/groupes-de-travail/energy-fr/") != []
    assert len(drawings(client, "/en/working-groups/energy-en/")) == 1


def test_meetings_by_host_and_year(client: Client, people: People, now: datetime) -> None:
    assert drawings(client, "/en/meetings/") == []
    country("CA")
    country("MX")
    for number, (day, host) in enumerate(
        (("2020-05-01", "CA"), ("2021-05-01", "MX"), ("2021-06-01", "MX"), ("2021-07-01", None))
    ):
        fields = {"starts_on": day, "host_country": host}
        publish(make("meeting", people, now, slug=f"m{number}", fields=fields), people, now)
    with CaptureQueriesContext(connection) as asked:
        get(client, "/en/meetings/")
    assert len(asked) <= 8
    page = lxml.html.fromstring(get(client, "/en/meetings/").content.decode())
    rows = [
        [cell.text_content().split()[-1] for cell in row] for row in page.xpath("//*[@class='chart-table']//tbody/tr")
    ]
    assert rows == [["2021", "2", "0", "1", "3"], ["2020", "0", "1", "0", "1"]]
    assert "MX en" in body(get(client, "/en/meetings/"))
