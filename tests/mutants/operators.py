"""Every small fault that can be put into a module: one changed, swapped or missing thing each."""

import ast
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_CALLS = {"sorted": "list", "min": "max", "max": "min", "any": "all", "all": "any"}
#: Calls whose keyword arguments narrow a question: each is left out once.
_NARROWING = {"filter", "exclude"}


@dataclass(frozen=True)
class Mutant:
    """One fault in one module.

    `place` counts the candidates of the module; `name` says the fault in words that outlive moved lines.
    """

    path: str
    place: int
    line: int
    name: str

    @property
    def source(self) -> str:
        """The text of the module with the fault."""
        tree = ast.parse((ROOT / self.path).read_text())
        return ast.unparse(ast.fix_missing_locations(_Mutator(self.place).visit(tree)))


def mutants_of(path: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines.

    :param path: from the root of the repository, such as "editorial/states.py".
    """
    mutator = _Mutator(None)
    mutator.visit(ast.parse((ROOT / path).read_text()))
    seen: Counter[str] = Counter()
    found = []
    for place, (line, told) in enumerate(mutator.candidates):
        seen[told] += 1
        name = f"{path} {told}" if seen[told] == 1 else f"{path} {told} ({seen[told]})"
        found.append(Mutant(path, place, line, name))
    return found


def unmutated(path: str) -> str:
    """The text of a module without a fault, written as that of its mutants is."""
    return ast.unparse(ast.parse((ROOT / path).read_text()))


class _Mutator(ast.NodeTransformer):
    """Counts the candidates of a tree and changes the one at `place`; with none it only lists them."""

    def __init__(self, place: int | None) -> None:
        self.place, self.candidates = place, list[tuple[int, str]]()
        self.inside: list[str] = []

    def _chosen(self, node: ast.AST, told: str) -> bool:
        where = ".".join(self.inside) or "module"
        self.candidates.append((getattr(node, "lineno", 0), f"{where}: {told}"))
        return self.place == len(self.candidates) - 1

    # What is not behaviour is passed over.

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.inside.append(node.name)
        node.body = self._statements(node.body)
        self.inside.pop()
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        if node.name == "Meta":
            return node
        self.inside.append(node.name)
        node.body = self._statements(node.body)
        self.inside.pop()
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        if isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            return node
        return self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> ast.AST:
        return node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST:
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return node

    # Statements.

    def _statements(self, body: list[ast.stmt]) -> list[ast.stmt]:
        return [each for statement in body if (each := self.visit(statement)) is not None] or [ast.Pass()]

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        if isinstance(node.value, ast.Constant):
            return node
        if self._chosen(node, f"without `{_short(node)}`"):
            return ast.copy_location(ast.Pass(), node)
        return self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        if self._chosen(node, f"without `{_short(node)}`"):
            return ast.copy_location(ast.Pass(), node)
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return node
        if not isinstance(node.test, ast.Compare | ast.UnaryOp) and self._chosen(node, f"if not `{_short(node.test)}`"):
            node.test = ast.UnaryOp(ast.Not(), node.test)
            return node
        return self.generic_visit(node)

    # Expressions.

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        if not isinstance(node.test, ast.Compare | ast.UnaryOp) and self._chosen(node, f"if not `{_short(node.test)}`"):
            node.test = ast.UnaryOp(ast.Not(), node.test)
            return node
        return self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        other = _COMPARISONS.get(type(node.ops[0]))
        if len(node.ops) == 1 and other is not None:
            changed = ast.Compare(node.left, [other()], node.comparators)
            if self._chosen(node, f"`{_short(node)}` → `{_short(changed)}`"):
                return ast.copy_location(changed, node)
        return self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        for place, operand in enumerate(node.values):
            if self._chosen(operand, f"`{_short(node)}` without `{_short(operand)}`"):
                left = node.values[:place] + node.values[place + 1 :]
                return left[0] if len(left) == 1 else ast.copy_location(ast.BoolOp(node.op, left), node)
        return self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        if isinstance(node.op, ast.Not) and self._chosen(node, f"`{_short(node)}` without `not`"):
            return node.operand
        return self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        if isinstance(node.op, ast.Mod) and isinstance(node.left, ast.Call | ast.Constant):
            return node  # words with values
        if isinstance(node.op, ast.Add | ast.Sub) and not _is_sequence(node):
            other = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
            changed = ast.BinOp(node.left, other, node.right)
            if self._chosen(node, f"`{_short(node)}` → `{_short(changed)}`"):
                return ast.copy_location(changed, node)
        return self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if isinstance(node.value, bool):
            if self._chosen(node, f"{node.value} → {not node.value}"):
                return ast.copy_location(ast.Constant(not node.value), node)
        elif isinstance(node.value, int) and self._chosen(node, f"{node.value} → {node.value + 1}"):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in ("_", "gettext", "ngettext", "pgettext", "cast", "TypeVar"):
            return node
        if (
            isinstance(node.func, ast.Name)
            and name in _CALLS
            and self._chosen(node, f"`{_short(node)}` by {_CALLS[name]}")
        ):
            keywords = [] if name == "sorted" else node.keywords
            return ast.copy_location(ast.Call(ast.Name(_CALLS[name], ast.Load()), node.args, keywords), node)
        if name in _NARROWING:
            for place, keyword in enumerate(node.keywords):
                if keyword.arg and self._chosen(node, f"{name} without `{keyword.arg}={_short(keyword.value)}`"):
                    keywords = node.keywords[:place] + node.keywords[place + 1 :]
                    return ast.copy_location(ast.Call(node.func, node.args, keywords), node)
        return self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        for place, condition in enumerate(node.ifs):
            if self._chosen(condition, f"without `if {_short(condition)}`"):
                node.ifs = node.ifs[:place] + node.ifs[place + 1 :]
                return node
        return self.generic_visit(node)

    def _elements(self, node: ast.List | ast.Tuple | ast.Set) -> ast.AST:
        # Of a list of several things, each is left out once; a tuple of two is often a pair.
        if isinstance(getattr(node, "ctx", ast.Load()), ast.Load) and len(node.elts) > (
            1 if isinstance(node, ast.List) else 2
        ):
            for place, element in enumerate(node.elts):
                if self._chosen(element, f"`{_short(node)}` without `{_short(element)}`"):
                    node.elts = node.elts[:place] + node.elts[place + 1 :]
                    return node
        return self.generic_visit(node)

    visit_List = visit_Tuple = visit_Set = _elements

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        if self.inside and not isinstance(node.slice, ast.Constant):
            return self.generic_visit(node)
        node.value = self.visit(node.value)
        return node


def _is_sequence(node: ast.BinOp) -> bool:
    return any(
        isinstance(side, ast.List | ast.Tuple | ast.Constant | ast.JoinedStr)
        and not (isinstance(side, ast.Constant) and isinstance(side.value, int))
        for side in (node.left, node.right)
    )


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 70 else f"{text[:67]}…"
