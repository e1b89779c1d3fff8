"""Charts: data becomes shapes that fit their drawing, nothing is divided by nothing, and every number is in a table."""

from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cooperation.charts.bars import bars
from cooperation.charts.columns import HEIGHT, WIDTH, Series, columns
from cooperation.charts.lines import line
from cooperation.charts.scale import Axis, number_text, px, ticks

TWO = [Series("done", "Done"), Series("planned", "Planned")]
NUMBERS = st.decimals(-(10**12), 10**12, places=4)


@given(NUMBERS, NUMBERS, st.booleans())
def test_marks_are_few_and_hold_all_values(a: Decimal, b: Decimal, whole: bool) -> None:
    least, most = sorted((a, b))
    found = ticks(least, most, whole=whole)
    assert found[0] <= least
    assert found[-1] >= most
    assert 2 <= len(found) <= 7
    axis = Axis(found, 0, 100)
    assert 0 <= axis.place(least) <= axis.place(most) <= 100


@given(
    st.dictionaries(st.integers(1, 9999), st.dictionaries(st.sampled_from(["done", "planned"]), st.integers(-3, 10**9)))
)
def test_columns_stay_in_their_drawing(counts: dict[int, dict[str, int]]) -> None:
    chart = columns("c", "Title", TWO, counts)
    if not any(value > 0 for row in counts.values() for value in row.values()):
        assert chart is None
        return
    assert chart is not None
    for column in chart["columns"]:
        assert 0 <= float(column["x"]) <= float(column["x"]) + float(column["width"]) <= WIDTH + 0.2
        for part in column["segments"]:
            assert 0 <= float(part["y"]) <= float(part["y"]) + float(part["height"]) <= HEIGHT


def test_nothing_makes_no_chart() -> None:
    assert columns("c", "Title", TWO, {}) is None
    assert columns("c", "Title", TWO, {2020: {}}) is None
    assert columns("c", "Title", [], {2020: {"done": 1}}) is None
    assert bars("c", "Title", TWO, []) is None
    assert bars("c", "Title", TWO, [("Group", None, {"done": 0})]) is None
    assert line("c", "Title", "", []) is None
    assert line("c", "Title", "", [(2020, Decimal(3))]) is None
    assert line("c", "Title", "", [(2020, Decimal(3)), (2021, Decimal(3))]) is None


def test_a_year_without_anything_keeps_its_place_and_a_series_without_anything_is_left_out() -> None:
    chart = columns("c", "Title", TWO, {2019: {"done": 1}, 2021: {"done": 3}})
    assert chart is not None
    assert [column["label"] for column in chart["columns"]] == ["2019", "2020", "2021"]
    assert [one["key"] for one in chart["series"]] == ["done"]
    assert [row["label"] for row in chart["table"]["rows"]] == ["2021", "2019"]


def test_a_line_of_equal_or_negative_values() -> None:
    for values in ([5, 5, 5], [0, 0, 0], [-3, 4], [Decimal("0.0001"), Decimal("0.0002")]):
        chart = line("c", "Title", "km", [(2020 + n, Decimal(value)) for n, value in enumerate(values)])
        assert chart is not None
        assert all(0 <= float(point["y"]) <= HEIGHT for point in chart["points"])


def test_places_are_written_for_svg_and_numbers_for_readers() -> None:
    with translation.override("fr"):
        assert px(1234.56) == "1234.6"
        assert px(Decimal("3")) == "3"
        assert number_text(Decimal("1234.5000")).replace("\u202f", " ").replace("\xa0", " ") == "1 234,5"
        assert number_text(7) == "7"
    with translation.override("en"):
        assert number_text(1234) == "1,234"


CHARTS: list[tuple[str, dict[str, Any] | None]] = [
    ("_columns", columns("c", "A <b> & title", TWO, {2020: {"done": 1, "planned": 2}, 2021: {"done": 4}})),
    (
        "_bars",
        bars("b", "A <b> & title", TWO, [("One & <two>", "/x/?a=1&b=2", {"done": 1}), ("Two", None, {"planned": 3})]),
    ),
    ("_line", line("l", "A <b> & title", "km", [(2020, Decimal("1.5")), (2021, Decimal(3))])),
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize(("name", "chart"), CHARTS)
def test_a_drawing_has_a_name_a_description_a_table_and_no_style(
    name: str, chart: dict[str, Any], language: str
) -> None:
    with translation.override(language):
        html = render_to_string(f"cooperation/charts/{name}.html", {"chart": chart, "heading": "Year"})
    tree = ElementTree.fromstring(f"<div>{html}</div>")  # well formed, and all that is written is escaped
    drawings = [one for one in tree.iter("svg") if one.get("role") == "img"]
    assert drawings
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    for drawing in drawings:
        named = drawing.get("aria-labelledby", "").split()
        assert [one.tag for one in drawing if one.get("id") in named] == ["title", "desc"]
    assert all(one.get("role") == "img" or one.get("aria-hidden") == "true" for one in tree.iter("svg"))
    assert not [one for one in tree.iter() if "style" in one.attrib or any(key.startswith("on") for key in one.attrib)]
    table = next(tree.iter("table"))
    assert table.find("caption") is not None
    numbers = {"".join(cell.itertext()).split()[-1] for cell in table.iter("td") if "".join(cell.itertext()).strip()}
    assert {"3"} <= numbers
    for place in (
        value for one in tree.iter("rect") for key, value in one.attrib.items() if key in ("x", "y", "width", "height")
    ):
        assert "," not in place


def test_every_fill_names_a_pattern_that_is_there() -> None:
    for name, chart in CHARTS:
        html = render_to_string(f"cooperation/charts/{name}.html", {"chart": chart, "heading": "Year"})
        tree = ElementTree.fromstring(f"<div>{html}</div>")
        there = {f"url(#{one.get('id')})" for one in tree.iter("pattern")}
        assert {one.get("fill") for one in tree.iter("rect") if one.get("fill")} <= there
