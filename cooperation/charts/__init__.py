"""Charts as shapes: data in, numbers for SVG out; templates of `cooperation/charts/` draw them, each with a table.

`scale` finds round values for an axis, `columns` makes stacked columns over years, `bars` a stacked bar for each row of
a table, `lines` a line over years. Each gives None where there is nothing to draw. Shapes carry numbers as SVG writes
them (`px`) and labels as the active language writes them (`said`).

A series is told apart by its pattern as well as its colour (WCAG 1.4.1), and every number stands in the table.
"""
