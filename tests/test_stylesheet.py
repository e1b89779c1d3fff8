"""The stylesheets stay one design system:
tokens for colours and sizes, logical properties, no rule that nothing uses."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CSS = ROOT / "static" / "css"
PUBLIC = [ROOT / "templates" / "base.html", *(ROOT / "templates" / "cooperation").rglob("*.html")]
#: Classes that our programs write and not our templates.
CODE = [*(ROOT / "cooperation").rglob("*.py"), *(ROOT / "editorial").rglob("*.py")]


def plain(name: str) -> str:
    """A stylesheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", (CSS / name).read_text(), flags=re.DOTALL)


def declarations(name: str) -> list[tuple[str, str]]:
    """(property, value) of every declaration of a stylesheet."""
    return re.findall(r"[{;]\s*(-?[a-z-]+)\s*:\s*([^;{}]+?)\s*(?=[;}])", plain(name))


def selectors(name: str) -> str:
    """All that stands before a brace."""
    return "\n".join(re.findall(r"([^{};]+)\{", plain(name)))


def test_every_colour_of_the_public_site_is_a_token() -> None:
    stray = re.compile(r"#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|white|black|gr[ae]y|red)\b")
    assert [(name, value) for name, value in declarations("site.css") if stray.search(value)] == []


def test_sizes_of_text_are_tokens() -> None:
    known = re.compile(r"var\(--text-|^inherit$|^[\d.]+(em|pt)$")
    assert [value for name, value in declarations("site.css") if name == "font-size" and not known.search(value)] == []


@pytest.mark.parametrize("name", ["site.css", "tokens.css"])
def test_no_rule_knows_left_from_right(name: str) -> None:
    physical = re.compile(
        r"^(left|right|(margin|padding|border)-(left|right)(-\w+)?|border-(top|bottom)-(left|right)-radius)$"
    )
    found = [each for each, _value in declarations(name) if physical.match(each)]
    found += [
        value
        for each, value in declarations(name)
        if each in {"text-align", "float", "clear"} and re.search("left|right", value)
    ]
    assert found == []


def test_every_token_that_is_used_is_there() -> None:
    made = {name for sheet in ("tokens.css", "site.css") for name in re.findall(r"(--[\w-]+)\s*:", plain(sheet))}
    used = {name for sheet in ("tokens.css", "site.css") for name in re.findall(r"var\((--[\w-]+)\)", plain(sheet))}
    assert used - made == set()


def test_every_token_that_is_there_is_used() -> None:
    sheets = "".join(path.read_text() for path in [*CSS.glob("*.css"), *(ROOT / "static" / "editorial").glob("*.css")])
    made = set(re.findall(r"^\s*(--[\w-]+)\s*:", plain("tokens.css"), re.MULTILINE))
    assert {name for name in made if f"var({name}" not in sheets} == set()


def test_no_rule_is_dead() -> None:
    """Every class of the public stylesheet is in a public template, or in a program that writes HTML."""
    written = "\n".join(path.read_text() for path in PUBLIC)
    words = set(re.findall(r"[\w-]+", " ".join(re.findall(r"class=[^>]*|block body_class %}[^{]*", written))))
    # Such as class="status-{{ objective.status }}": the start is in a template, the rest one of our choices.
    starts = tuple(re.findall(r"([a-z]+-)\{\{", written))
    programs = "\n".join(path.read_text() for path in CODE)
    values = set(re.findall(r'"(\w+)"', programs))
    numbered = tuple(re.findall(r'f"([a-z]+-)\{', programs))
    dead = [
        name
        for name in sorted(set(re.findall(r"\.([a-z][\w-]*)", selectors("site.css"))))
        if name not in words
        and f'"{name}"' not in programs
        and not any(
            name.startswith(start)
            and (name.removeprefix(start) in values or name.removeprefix(start).startswith(numbered))
            for start in starts
        )
        and not re.search(rf'class=\\?"[^"]*\b{re.escape(name)}\b', programs)
    ]
    assert dead == []


def test_every_class_of_a_sheet_stands_in_one_section() -> None:
    """The sheet's braces are even, so that no merge has laid one rule into another."""
    depth = 0
    for number, line in enumerate((CSS / "site.css").read_text().splitlines(), start=1):
        depth += line.count("{") - line.count("}")
        assert depth <= 3, f"line {number}"
        assert not line.startswith("/* ----") or depth == 0, f"line {number}: a section inside a rule"
    assert depth == 0
