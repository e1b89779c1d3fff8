"""The measured numbers as a Markdown table, each time also as a multiple of the bare view."""

from collections.abc import Mapping
from typing import Any

#: Rows of the table: the key of the measurement, what it is called, and the limits that were set for it:
#: statements, and CPU as a multiple of the bare view (none where no limit was set).
ROWS = (
    ("bare", "Bare Django view, one SELECT, no middleware", None, None),
    ("bare behind startproject's middleware", "The same behind the middleware of `startproject`", None, None),
    ("bare behind the site's middleware", "The same behind the site's middleware", None, None),
    ("home", "Home", None, None),
    ("public page", "Public page", 8, 6.0),
    ("report of 12 chapters", "Annual report, 12 chapters, 36 objectives", 8, None),
    ("list", "List of pages", 10, None),
    ("list, two filters", "List with two filters", 10, None),
    ("list, words", "List narrowed by words", 10, None),
    ("objectives", "Said and done: the tracker", 8, None),
    ("CSV", "CSV of the list under two filters, whole", None, None),
    ("feed", "Atom feed of a kind", None, None),
    ("JSON list", "JSON of a list, twenty documents", 8, None),
    ("PDF", "PDF of the report, made anew (wall limit 1 s)", None, None),
    ("checks", "All checks of the report's texts (CPU limit 100 ms)", None, None),
    ("search", "Search for three words that every text has (French)", 6, None),
    ("search, one result", "Search with one result", 6, None),
    ("search, near miss", "Search with nothing found and a word suggested", 6, None),
    ("edit form", "Open the edit form (three languages)", 25, None),
    ("translation desk, report", "Open the translation desk (report of 12 chapters; wall limit 300 ms)", 30, None),
    ("save", "Save the form", 20, None),
    ("review screen", "Review screen: a revision of eight sections (wall limit 300 ms)", 30, None),
    (
        "diff of 100 sections in three languages",
        "Compare two editions of 100 sections in three languages (wall limit 1 s)",
        None,
        None,
    ),
    ("submit", "Submit", 25, None),
    ("sign_off", "Sign off", 25, None),
    ("publish", "Publish", 25, None),
    ("change list", "Change list", 12, None),
    ("my desk", "My desk, every role, 60 editions in work (wall limit 300 ms)", 15, None),
    ("to review", "To review, 20 editions (wall limit 300 ms)", 15, None),
    ("load", "Publish one document through the engine (wall limit 60 ms)", None, None),
)


def rows(measured: Mapping[str, Any]) -> list[str]:
    """Lines of one Markdown table, for one number of documents."""
    lines = [
        "| what | queries | limit | CPU ms | × bare | limit | wall ms | kB |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for key, name, queries, multiple in ROWS:
        if key in measured:
            row = measured[key]
            lines.append(
                f"| {name} | {row['queries']} | {queries or ''} | {row['cpu']:.1f} | {row['cpu'] / row['bare']:.1f} |"
                f" {f'{multiple:g}' if multiple else ''} | {row['wall']:.1f} | {row['kilobytes']:.0f} |"
            )
    return lines


def server(measured: Mapping[str, Any]) -> list[str]:
    """Lines of the table of the real server."""
    bare = measured["rate"]["bare"]
    lines = ["| what, from one granian worker | requests/s | bare ÷ this |", "| --- | ---: | ---: |"]
    lines += [f"| {name} | {rate:.0f} | {bare / rate:.1f} |" for name, rate in measured["rate"].items()]
    lines += [
        "",
        f"First page {measured['first_page']:.1f} s after the process started (limit 3 s), "
        f"{measured['first_page'] / measured['bare_first_page']:.1f} × the bare view's; "
        f"worker memory after the load {measured['memory']:.0f} MB (limit 100 MB).",
    ]
    return lines
