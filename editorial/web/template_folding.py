"""Templates that are compiled once a language: what cannot change between two pages is put in when they are loaded.

A public page holds some thirty `{% translate %}` of fixed texts and half a dozen `{% static %}`; Django looks each of
them up again for every reader. This loader answers them when it compiles a template, once for each language in which
the template is asked for, puts included templates in their place, and joins the texts around them. What is left are
variables, a hundred a page and nearly all of them texts, which take a shorter way than Django's.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from django.template import Context, Template
from django.template.base import (
    FilterExpression,
    Node,
    NodeList,
    TextNode,
    Variable,
    VariableNode,
    render_value_in_context,
)
from django.template.defaulttags import CommentNode, IfNode, LoadNode
from django.template.engine import Engine
from django.template.loader_tags import IncludeNode
from django.template.loaders import cached
from django.templatetags.i18n import BlockTranslateNode, LanguageNode, TranslateNode
from django.templatetags.static import StaticNode
from django.utils.safestring import SafeString
from django.utils.translation import get_language


class TextVariable(VariableNode):
    """A variable as Django's own, but for texts: no time zone, no thousands separator, only escaping."""

    def __init__(self, node: VariableNode) -> None:
        # The whole node, so that Django's page of errors still finds the line in the source.
        self.__dict__.update(node.__dict__)

    def render(self, context: Context) -> str:
        try:
            value = self.filter_expression.resolve(context)
        except UnicodeDecodeError:
            return ""
        kind = type(value)
        if kind is SafeString:
            return str(value)
        if kind is str and context.autoescape:
            return escape(value)
        return render_value_in_context(value, context)


class Settled(NodeList):
    """The nodes of a template that is folded and changes no more; Django looks for its blocks again for every page."""

    def __init__(self, nodes: NodeList) -> None:
        super().__init__(nodes)
        self.contains_nontext = nodes.contains_nontext
        self._found: dict[type[Node], list[Node]] = {}

    def get_nodes_by_type(self, nodetype: type[Node]) -> list[Any]:
        if nodetype not in self._found:
            self._found[nodetype] = super().get_nodes_by_type(nodetype)
        return self._found[nodetype]


class Loader(cached.Loader):
    """Django's cached loader, which keeps the templates under `folded` for each language and folds their constants.

    :param loaders: the loaders that find the sources, as for Django's own.
    :param folded: beginnings of the names of templates that are folded; all others are compiled once for all languages.

    A folded template must be rendered in the language in which it was asked for, as `render_to_string` does. What a
    template that is included without `with` sets by `as` stays set behind it.
    """

    def __init__(self, engine: Engine, loaders: Sequence[Any], folded: Sequence[str]) -> None:
        self.folded = tuple(folded)
        super().__init__(engine, loaders)

    def cache_key(self, template_name: str, skip: Any = None) -> str:
        key = super().cache_key(template_name, skip)
        return f"{get_language()}:{key}" if template_name.startswith(self.folded) else key

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        known = self.cache_key(template_name, skip) in self.get_template_cache
        template = super().get_template(template_name, skip)
        if not known and template_name.startswith(self.folded):
            fold(template.nodelist, engine=self.engine)
            template.nodelist = Settled(template.nodelist)
        return template


def fold(nodes: NodeList, *, engine: Engine) -> None:
    """Put text in the place of every node under `nodes` that says the same on every page in the active language, and
    their nodes in the place of templates that are included by name alone."""
    kept: list[Node] = []
    for node in _spread(nodes, engine):
        if isinstance(node, LoadNode | CommentNode):
            continue
        text = node.s if isinstance(node, TextNode) else _constant(node, engine)
        if text is None:
            _fold_below(node, engine)
            kept.append(TextVariable(node) if type(node) is VariableNode else node)
        elif kept and isinstance(kept[-1], TextNode):
            kept[-1] = TextNode(kept[-1].s + text)
        else:
            kept.append(TextNode(text))
    nodes[:] = kept


def _spread(nodes: NodeList, engine: Engine) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, IncludeNode) and not node.extra_context and not node.isolated_context:
            name = node.template.var
            if isinstance(name, str) and not name.startswith(".") and not node.template.filters:
                yield from engine.get_template(name).nodelist
                continue
        yield node


def _fold_below(node: Node, engine: Engine) -> None:
    if isinstance(node, LanguageNode):
        return  # what stands in it is in another language
    if isinstance(node, IfNode):
        for _condition, nodes in node.conditions_nodelists:
            fold(nodes, engine=engine)
        return
    for name in node.child_nodelists:
        below = getattr(node, name, None)
        if isinstance(below, NodeList):
            fold(below, engine=engine)


def _constant(node: Node, engine: Engine) -> str | None:
    """What `node` says on every page; none if that depends on the page."""
    if isinstance(node, TranslateNode):
        fixed = node.asvar is None and _fixed(node.filter_expression) and _fixed_or_none(node.message_context)
    elif isinstance(node, BlockTranslateNode):
        fixed = not (node.extra_context or node.plural or node.asvar or _has_variables(node)) and _fixed_or_none(
            node.message_context
        )
    elif isinstance(node, StaticNode):
        fixed = node.varname is None and _fixed(node.path)
    else:
        return None
    if not fixed:
        return None
    context = Context()
    context.template = Template("", engine=engine)
    return str(node.render(context))


def _fixed(expression: FilterExpression) -> bool:
    """Whether an expression is a bare string in quotation marks."""
    var = expression.var
    return not expression.filters and (isinstance(var, str) or (isinstance(var, Variable) and var.lookups is None))


def _fixed_or_none(expression: FilterExpression | None) -> bool:
    return expression is None or _fixed(expression)


def _has_variables(node: BlockTranslateNode) -> bool:
    return any(token.token_type.name != "TEXT" for token in node.singular)
