"""The house keeps its shape: who imports whom, who writes a state, where public queries start."""

import ast
import inspect
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from editorial import states
from editorial.content import kinds
from editorial.management.commands.states import as_markdown
from editorial.workflow import drafts, transitions
from editorial.workflow.rules import permissions

ROOT = Path(__file__).resolve().parent.parent


def modules(folder: str) -> Iterator[tuple[Path, ast.Module]]:
    """Every Python file of a folder, parsed; migrations are made by machine and left out."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        if "migrations" not in path.parts:
            yield path, ast.parse(path.read_text())


def test_the_engine_names_nothing_of_the_subject() -> None:
    """Not by import, and not by the back door of an app label in a string either."""
    guilty = [
        path.name
        for path, tree in modules("editorial")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("cooperation.")
    ]
    assert guilty == []


def state_writes(tree: ast.Module) -> Iterator[int]:
    """Lines that write an edition's state: `x.state = …`, `update(state=…)`, `{"state": …}` in an update, setattr."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Attribute) and target.attr in {"state", "live_during"}:
                    yield node.lineno
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            writing = name in {"update", "create", "bulk_create", "update_or_create", "_update", "_move"}
            if writing and any(keyword.arg in {"state", "live_during"} for keyword in node.keywords):
                yield node.lineno
            if (
                name == "setattr"
                and len(node.args) > 1
                and getattr(node.args[1], "value", "") in {"state", "live_during"}
            ):
                yield node.lineno


#: The transitions, and how they place live periods one after the other.
WRITERS_OF_STATES = {"transitions.py", "live_period_changes.py"}


def test_only_transitions_write_a_state() -> None:
    guilty = [
        f"{path.relative_to(ROOT)}:{line}"
        for folder in ("editorial", "cooperation", "config")
        for path, tree in modules(folder)
        for line in state_writes(tree)
        if path.name not in WRITERS_OF_STATES
    ]
    assert guilty == []


def test_the_search_for_state_writes_finds_them() -> None:
    """The test above can fail: it sees each way of writing a state."""
    ways = ["edition.state = 'x'", "q.update(state='x')", "setattr(edition, 'state', 'x')", "e.live_during = None"]
    for way in ways:
        assert list(state_writes(ast.parse(way))) == [1], way


@pytest.mark.parametrize("verb", sorted(states.TRANSITIONS))
def test_transitions_take_who_and_when_by_keyword(verb: states.Verb) -> None:
    signature = inspect.signature(getattr(transitions, verb.value))
    assert next(iter(signature.parameters)) == "edition"
    for name, parameter in list(signature.parameters.items())[1:]:
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY, f"{verb}({name})"
    assert {"by", "now"} <= set(signature.parameters)


#: What reads the clock below the views: bodies of jobs, which nobody calls with a time, and the age of files on a disk.
READ_THE_CLOCK = {
    "editorial/base/clock.py", "editorial/base/files/storage.py", "editorial/base/jobs.py",
    "editorial/checks/link_jobs.py", "editorial/notices/jobs.py",
}  # fmt: skip
#: What writes words in the reader's language, which Django keeps for gettext.
READ_THE_LANGUAGE = {
    "editorial/collaboration/remarks/listing.py", "editorial/comparison/linediff.py", "editorial/content/wording.py",
    "editorial/notices/emails.py", "editorial/notices/texts.py", "editorial/richtext/widget.py",
}  # fmt: skip
CLOCKS = {
    "clock.now",
    "timezone.now",
    "timezone.localdate",
    "timezone.localtime",
    "datetime.now",
    "datetime.today",
    "date.today",
    "time.time",
}
LANGUAGES = {"get_language", "translation.get_language"}
#: Screens, commands and addresses: here time, person and language are read, to be passed in.
VIEW_LAYER = {"admin", "web", "management", "templatetags", "admin_site.py"}


def test_the_engine_reads_no_clock_and_no_current_language() -> None:
    """Time, person and language are passed in below the view layer."""
    found: dict[str, set[str]] = {"clock": set(), "language": set()}
    looked_at = 0
    for path, tree in modules("editorial"):
        if VIEW_LAYER & set(path.relative_to(ROOT).parts):
            continue
        looked_at += 1
        calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        if calls & CLOCKS:
            found["clock"].add(path.relative_to(ROOT).as_posix())
        if calls & LANGUAGES:
            found["language"].add(path.relative_to(ROOT).as_posix())
    assert looked_at > 200, "these tests look in the wrong place"
    assert found == {"clock": READ_THE_CLOCK, "language": READ_THE_LANGUAGE}


#: Folders with one file for each table, check or kind, which a colleague looks up by name.
ONE_FILE_EACH = {"editorial/models", "editorial/checks/advice"}
MOST_MODULES = 16


def test_folders_can_be_taken_in_at_a_glance() -> None:
    counts: dict[str, int] = {}
    for folder in ("editorial", "cooperation", "config"):
        for path, _tree in modules(folder):
            if path.name != "__init__.py":
                name = path.parent.relative_to(ROOT).as_posix()
                counts[name] = counts.get(name, 0) + 1
    assert counts["editorial"] <= 8
    assert {name: count for name, count in counts.items() if count > MOST_MODULES and name not in ONE_FILE_EACH} == {}


def test_every_package_says_what_lives_there() -> None:
    silent = [
        path.parent.relative_to(ROOT).as_posix()
        for folder in ("editorial", "cooperation", "config")
        for path, tree in modules(folder)
        if path.name == "__init__.py" and not ast.get_docstring(tree)
    ]
    assert [name for name in silent if not name.endswith("commands")] == []


def imports_of(path: Path, tree: ast.Module, known: set[str]) -> set[str]:
    """The modules among `known` that a file imports anywhere in it: lazily and for types too."""
    here = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module or ""}
    # `from package import module` needs the module; the package is run first in any case.
    deepest = {name for name in found & known if not any(other.startswith(f"{name}.") for other in found & known)}
    return deepest - {here}


def test_no_module_needs_itself_in_a_roundabout_way() -> None:
    """No circle of imports, file by file; the layers between packages are held by `.importlinter`."""
    trees = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): (path, tree)
        for folder in ("editorial", "cooperation", "config")
        for path, tree in modules(folder)
    }
    graph = {name: imports_of(path, tree, set(trees)) for name, (path, tree) in trees.items()}
    order = TopologicalSorter(graph)
    try:
        order.prepare()
    except CycleError as found:
        pytest.fail(f"These import each other in a circle: {' → '.join(found.args[1])}")


def test_the_search_for_imports_sees_every_form_of_them() -> None:
    known = {"editorial.states", "editorial.base", "editorial.base.text"}
    forms = [
        "import editorial.states", "from editorial import states", "from editorial.states import State",
        "def f():\n    from editorial import states", "if TYPE_CHECKING:\n    from editorial.states import State",
    ]  # fmt: skip
    for form in forms:
        assert imports_of(ROOT / "editorial" / "x.py", ast.parse(form), known) == {"editorial.states"}, form
    assert imports_of(ROOT / "x.py", ast.parse("from editorial.base import text"), known) == {"editorial.base.text"}


EDITIONS = {"Edition", "SearchEntry", "model", *(kind.model.__name__ for kind in kinds.all_kinds())}


def edition_queries(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, first question) of every query on editions: the name that follows `Page.objects`, or "" for none."""
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}:
            owner = node.value.id if isinstance(node.value, ast.Name) else getattr(node.value, "attr", "")
            if owner in EDITIONS:
                parent = parents[node]
                yield node.lineno, parent.attr if isinstance(parent, ast.Attribute) else ""


def public_modules() -> Iterator[tuple[Path, ast.Module]]:
    """The modules that answer visitors: views, and what they ask with."""
    for path, tree in modules("cooperation"):
        if {"views", "lists", "data", "tracker"} & set(path.relative_to(ROOT).parts) or path.name == "filters.py":
            yield path, tree


def test_public_queries_start_from_a_moment() -> None:
    """No public view asks for editions but through `.live(moment)`, or `.begun(moment)` for the change history."""
    found = [(path, *query) for path, tree in public_modules() for query in edition_queries(tree)]
    assert found, "no public query was found: this test looks in the wrong place"
    assert [f"{path.relative_to(ROOT)}:{line}" for path, line, asked in found if asked not in {"live", "begun"}] == []


#: The public views that take something from visitors. Each is under `letterbox`, whose docstring says why no CSRF
#: token.
LETTERBOXES = {"cooperation/views/comments.py", "cooperation/views/problems.py", "editorial/web/guests/views.py"}


def views_without_an_account() -> Iterator[tuple[str, ast.Module]]:
    """Every module that answers people without an account, by its path: the public's, and those of guests."""
    for path, tree in public_modules():
        yield str(path.relative_to(ROOT)), tree
    for folder in ("editorial/web/guests", "editorial/visitors"):
        for path, tree in modules(folder):
            yield str(path.relative_to(ROOT)), tree


def test_only_letterboxes_take_anything_from_visitors() -> None:
    """Every other public view is `public`: it answers GET and HEAD and changes nothing."""
    decorated: dict[str, set[str]] = {"letterbox": set(), "csrf_exempt": set()}
    reading = set()
    for path, tree in views_without_an_account():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                for name in {ast.unparse(each) for each in node.decorator_list} & set(decorated):
                    decorated[name].add(path)
            if isinstance(node, ast.Attribute) and node.attr in {"POST", "body", "FILES"}:
                reading.add(path)
    assert decorated["letterbox"] == LETTERBOXES
    assert reading <= LETTERBOXES
    assert decorated["csrf_exempt"] == {"cooperation/views/request/decorators.py", "editorial/visitors/public_form.py"}


def test_what_visitors_say_is_stored_through_the_engine_alone() -> None:
    """Nobody but `editorial.visitors` writes a report or a comment: what could name its sender is taken out there."""
    guilty = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in ("editorial", "cooperation")
        for path, tree in modules(folder)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and re.match(r"(Problem|Comment|Discussion|Handling|Quota)(\.objects\..*create|\()", ast.unparse(node))
        and path.parent.name != "visitors"
    ]
    assert guilty == []


def test_the_search_for_public_queries_finds_them() -> None:
    assert list(edition_queries(ast.parse("Page.objects.filter(x=1)"))) == [(1, "filter")]
    assert list(edition_queries(ast.parse("f(kind.model._default_manager)"))) == [(1, "")]


def test_the_page_of_states_is_up_to_date() -> None:
    assert (ROOT / "docs" / "states.md").read_text() == as_markdown(), "run `make states`"


#: Verbs that move no edition and change no content: they are recorded on it, and their rules are with their feature.
OF_FEATURES = (
    states.Verb.ADD_TO_RELEASE,
    states.Verb.TAKE_FROM_RELEASE,
    states.Verb.FREEZE,
    states.Verb.UNFREEZE,
    states.Verb.EXPORT,
    states.Verb.KEEP_NAME,
)


#: What is never asked for by itself: it comes with a new document, and with a change of the rules of signature.
BY_THEMSELVES = (states.Verb.CREATE, states.Verb.COMPLETE_REVIEW)


def test_every_verb_has_rules_or_a_row() -> None:
    for verb in states.Verb:
        placed = (
            *states.TRANSITIONS, *permissions.EDITING, *permissions.ORGANISING, *states.TALKING, *OF_FEATURES,
            *BY_THEMSELVES,
        )  # fmt: skip
        assert placed.count(verb) == 1


def test_public_functions_of_the_engine_say_what_they_are_for() -> None:
    for module in (transitions, drafts, permissions, states):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if not name.startswith("_") and function.__module__ == module.__name__:
                assert inspect.getdoc(function), f"{module.__name__}.{name}"


def test_nothing_names_this_machine_or_a_registry() -> None:
    """Lock files and sources pin versions and hashes, never addresses; paths are relative."""
    told = re.compile(r"/root/|files\.pythonhosted|pypi\.org|registry\.npmjs|deb\.debian")
    guilty = []
    for path in [*ROOT.glob("*.*"), *ROOT.glob("docs/**/*.md"), *ROOT.glob(".ci/*"), ROOT / "Makefile"]:
        if path.is_file() and path.suffix not in {".png", ".jpg"} and told.search(path.read_text()):
            guilty.append(path.name)
    assert guilty == []
