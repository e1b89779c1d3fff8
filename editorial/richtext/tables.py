"""The shape of a table: a rectangle of cells, with header rows at its head."""

from dataclasses import dataclass

from editorial.richtext.tree import Element

#: No cell spans more columns or rows than this.
WIDEST = 100
#: A table may cover so many places for each of its cells, and this many more. Whatever is more ragged, such as a row of
#: a thousand cells among a thousand rows of one, would be a million empty cells: its cells are stacked instead.
_PLACES_EACH, _PLACES_MORE = 10, 500


@dataclass
class Cell:
    """A `th` or `td` with what stands in it, and how many columns and rows it spans."""

    element: Element
    inner: str
    columns: int = 1
    rows: int = 1

    def __str__(self) -> str:
        spans = {"colspan": self.columns, "rowspan": self.rows}
        self.element.attributes.update({name: str(span) if span > 1 else "" for name, span in spans.items()})
        return f"{self.element.opening()}{self.inner}</{self.element.tag}>"

    @property
    def heads_column(self) -> bool:
        """Whether it may stand in a header row: a header, but not of a row, or an empty corner."""
        if self.element.tag == "td":
            return not self.inner
        return self.element.attributes.get("scope") not in ("row", "rowgroup")


def without_empty(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows that hold a cell; those that a cell of another row spanned are taken from its span."""
    for place, row in enumerate(rows):
        for cell in row:
            cell.rows = sum(1 for spanned in rows[place : place + cell.rows] if spanned)
    return [row for row in rows if row]


def squared(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The rows as a rectangle: no cell over another, none beyond the last row, none missing."""
    cells = [cell for row in rows for cell in row]
    most = _PLACES_EACH * len(cells) + _PLACES_MORE
    spanned = sum(cell.columns * min(cell.rows, len(rows)) for cell in cells)
    places = _places(rows) if spanned <= most else None
    if places is None:
        for cell in cells:
            cell.columns = cell.rows = 1
        places = [len(row) for row in rows]
    width = max(places, default=0)
    if width * len(rows) > most:
        for cell in cells:
            cell.columns = cell.rows = 1
        return [[cell] for cell in cells]
    for row, filled in zip(rows, places, strict=True):
        row += [Cell(Element("td"), "") for _missing in range(width - filled)]
    return rows


def _places(rows: list[list[Cell]]) -> list[int] | None:
    """How many columns are filled in each row; None if two cells would lie on one place."""
    taken: list[set[int]] = [set() for _row in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in taken[number]:
                column += 1
            cell.rows = min(cell.rows, len(rows) - number)
            covered = set(range(column, column + cell.columns))
            for spanned in taken[number : number + cell.rows]:
                if spanned & covered:
                    return None
                spanned |= covered
    return [len(filled) for filled in taken]


def head(rows: list[list[Cell]]) -> int:
    """How many leading rows are header rows; none of their cells may reach into the body."""
    found = reach = 0
    for number, row in enumerate(rows):
        if not all(cell.heads_column for cell in row) or not any(cell.element.tag == "th" for cell in row):
            break
        reach = max([reach, *[number + cell.rows for cell in row]])
        if reach <= number + 1:
            found = number + 1
    return found
