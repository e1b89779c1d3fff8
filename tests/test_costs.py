"""What every check, comparison, fold and import costs: ten times the text, at most fifteen times the CPU time.

Each function goes through the texts of `tests.degenerate`. A new check of content is here by itself; what else reads
texts of anybody's length is listed in `tests.costs`, and the modules that it must name are looked for below.
"""

import ast
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from editorial.checks.advice import registry
from editorial.richtext import field
from tests import costs
from tests.costs import FUNCTIONS, Function
from tests.degenerate import MARKUP, PAIRS, PLAIN, dearer, pair

#: Characters of the shorter text: enough that ten times as much shows a square, and few enough for a quick test.
LENGTH = 800

_JOINED: dict[str, dict[str, Callable[[list[str]], str]]] = {
    "lines": {"a line": " ".join, "lines": "\n".join},
    "rich": {
        "a paragraph": lambda words: f"<p>{' '.join(words)}</p>",
        "paragraphs": lambda words: "".join(f"<p>{word}</p>" for word in words),
        "a list": lambda words: f"<ul>{''.join(f'<li>{word}</li>' for word in words)}</ul>",
        "a table": lambda words: (
            f"<table><tbody>{''.join(f'<tr><td>{word}</td><td>a</td></tr>' for word in words)}</tbody></table>"
        ),
    },
}  # fmt: skip
_MARKUP_ALONE = {name: make for name, make in MARKUP.items() if name not in PLAIN}


@lru_cache(maxsize=1000)
def _rich(name: str, length: int) -> str:
    """One of the texts as rich text in the house's spelling."""
    return field.clean(MARKUP[name](length))


@lru_cache(maxsize=1000)
def _content(name: str, length: int) -> Any:
    return (
        costs.content_of("x", rich=_rich(name, length))
        if name in _MARKUP_ALONE
        else costs.content_of(PLAIN[name](length))
    )


def _texts(takes: str) -> dict[str, Callable[[int, int], Any]]:
    """Everything that a function is given, by name; the number at the end makes each run's text a new one."""
    if takes == "plain":
        return {name: (lambda n, run, make=make: f"{make(n)} {run}") for name, make in PLAIN.items()}
    if takes == "markup":
        return {name: (lambda n, run, make=make: f"{make(n)}<p>{run}</p>") for name, make in MARKUP.items()}
    if takes == "clean":
        return {name: (lambda n, run, name=name: f"{_rich(name, n)}<p>{run}</p>") for name in MARKUP}
    found: dict[str, Callable[[int, int], Any]] = {}
    for how, join in _JOINED[takes].items():
        end = "<p>{}</p>" if takes == "rich" else " {}"
        for name in PAIRS:
            found[f"{name}, {how}"] = lambda n, run, name=name, join=join, end=end: tuple(
                # Most of a rich text's characters are markup then.
                text + end.format(run)
                for text in pair(name, n // 3 if takes == "rich" else n, join)
            )
    for name in _MARKUP_ALONE if takes == "rich" else PLAIN:
        # Against itself, cut in the middle, with a word more.
        found[name] = lambda n, run, name=name: (
            (_rich(name, n), f"{_rich(name, n // 2)}<p>{run}</p>")
            if takes == "rich"
            else (PLAIN[name](n), f"{PLAIN[name](n // 2)} {run}")
        )
    return found


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_a_function_costs_no_more_than_its_text_grows(function: Function) -> None:
    told = {name: dearer(function.call, make, LENGTH) for name, make in _texts(function.takes).items()}
    assert not {name: cost for name, cost in told.items() if cost}


@pytest.mark.parametrize("check", registry.all_checks(), ids=lambda check: check.name)
def test_a_check_costs_no_more_than_its_text_grows(check: registry.Check) -> None:
    call = costs.checked(check.name)
    told = {name: dearer(call, lambda n, _run, name=name: _content(name, n), LENGTH) for name in MARKUP}
    assert not {name: cost for name, cost in told.items() if cost}


def test_the_measure_tells_a_square_from_a_line() -> None:
    assert not dearer(lambda n: sum(range(1000 * n)), lambda n, _run: n, LENGTH)
    assert dearer(lambda n: sum(range(n * n // 12)), lambda n, _run: n, LENGTH // 2)


_TAKES_APART = {
    "re",
    "nh3",
    "difflib",
    "html.parser",
    "xml.etree",
    "xml.parsers",
    "xml.sax.saxutils",
    "editorial.base.sequences",
}


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return found


def test_no_module_that_takes_texts_apart_is_forgotten() -> None:
    """Whoever begins to use regular expressions or a parser says where its cost is measured,
    or why it cannot be large."""
    root = Path(__file__).parent.parent
    using = {
        ".".join(path.relative_to(root).with_suffix("").parts)
        for app in ("editorial", "cooperation")
        for path in (root / app).rglob("*.py")
        if not {"migrations", "demo", "management"} & set(path.parts) and _imported(path) & _TAKES_APART
    }
    # The checks are found by their registry.
    using = {name for name in using if not name.startswith("editorial.checks.advice.")}
    assert using == costs.COVERED | costs.SHORT.keys()
