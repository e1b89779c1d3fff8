"""Rich text through XLIFF and back is exactly what it was, whatever it holds."""

from html import escape
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.richtext import field
from editorial.translating.xliff import inline

words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\x00")
    | st.sampled_from("<>&\"' \u00a0é"),
    max_size=12,
)
_LANGS = st.sampled_from(["", "fr", "es-MX"])


def _element(tag: str, inner: st.SearchStrategy[str], *attributes: str) -> st.SearchStrategy[str]:
    def build(drawn: tuple[str, ...]) -> str:
        said = "".join(f' {name}="{escape(value)}"' for name, value in zip(attributes, drawn[1:], strict=True) if value)
        return f"<{tag}{said}>{drawn[0]}</{tag}>"

    values = {"lang": _LANGS, "href": st.sampled_from(["/en/a/", "https://example.org/?a=1&b=2"])}
    return st.tuples(inner, *[values.get(name, words) for name in attributes]).map(build)


def _inline(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        _element("strong", inner), _element("em", inner), _element("sup", inner), _element("span", inner, "lang"),
        _element("a", inner, "href", "title"), _element("abbr", inner, "title"), st.tuples(inner, inner).map("".join),
    )  # fmt: skip


lines = st.recursive(words.map(escape) | st.just("<br>"), _inline, max_leaves=6)
_cells = st.lists(_element("td", lines, "lang"), min_size=2, max_size=2).map("".join)
blocks = st.one_of(
    _element("p", lines, "lang"),
    _element("h3", lines),
    _element("ul", st.lists(_element("li", lines), max_size=3).map("".join)),
    _element("ol", st.lists(_element("li", _element("p", lines)), max_size=2).map("".join)),
    _element("blockquote", lines, "cite"),
    st.lists(_element("tr", _cells), min_size=1, max_size=2).map(
        lambda rows: f"<table><caption>x</caption>{''.join(rows)}</table>"
    ),
)
prose = st.lists(blocks, max_size=4).map("".join).map(field.clean)


def through_xml(nodes: inline.Nodes) -> inline.Nodes:
    """Nodes as another program would read them."""
    element = ET.Element("target", {"xml:space": "preserve"})
    inline.to_xml(element, nodes)
    return inline.from_xml(ET.fromstring(ET.tostring(element, encoding="utf-8")), "")  # our own


@settings(max_examples=300, deadline=None)
@given(prose)
def test_a_text_comes_back_as_it_was(html: str) -> None:
    source = inline.coded(html)
    given_out = inline.Exported(source, [])
    titles = {code: title for code, (title, _none) in given_out.titles.items()}
    back = inline.Exported(inline.coded(html), []).resolved(through_xml(source), titles)
    assert inline.legal(back) == inline.legal(html)


@settings(max_examples=300, deadline=None)
@given(prose, prose)
def test_a_translation_of_another_build_comes_back_as_it_was(source: str, target: str) -> None:
    """What stands in the target column already survives, though it has other elements than the source."""
    nodes = inline.coded(source)
    given_out = inline.Exported(nodes, inline.aligned(nodes, inline.coded(target)))
    titles = {code: own for code, (_title, own) in given_out.titles.items() if own}
    assert inline.legal(given_out.resolved(through_xml(given_out.target), titles)) == inline.legal(target)


def export(source: str, target: str = "") -> inline.Exported:
    nodes = inline.coded(field.clean(source))
    return inline.Exported(nodes, inline.aligned(nodes, inline.coded(field.clean(target))))


def xml(text: str) -> inline.Nodes:
    return inline.from_xml(ET.fromstring(f"<target>{text}</target>"), "")  # our own


SOURCE = '<p>See <a href="/en/a/" title="More">the <strong>page</strong></a>.<br>Now</p><ul><li>One</li></ul>'
#      1 p, 2 a, 3 strong, 4 br, 5 ul, 6 li


def test_marks_may_move_within_their_text() -> None:
    moved = '<g id="1">Ici<x id="4"/> <g id="3">Gras</g> et <g id="2">lien</g></g><g id="5"><g id="6">Un</g></g>'
    assert export(SOURCE).resolved(xml(moved), {"2": "Voir «"}) == (
        '<p>Ici<br><strong>Gras</strong> et <a href="/en/a/" title="Voir «">lien</a></p><ul><li>Un</li></ul>'
    )


@pytest.mark.parametrize(
    "target",
    [
        # missing, doubled, unknown, without id
        '<g id="1">Voir <g id="2">la page</g>.<x id="4"/>Ici</g><g id="5"><g id="6">Un</g></g>',
        '<g id="1">Voir <g id="2">la <g id="3">p</g><g id="3">q</g></g>.<x id="4"/>M</g><g id="5"><g id="6">U</g></g>',
        '<g id="1">Voir <g id="2">la <g id="9">p</g></g>.<x id="4"/>M</g><g id="5"><g id="6">U</g></g>',
        '<g id="1">Voir <g id="2">la <g>p</g></g>.<x id="4"/>M</g><g id="5"><g id="6">U</g></g>',
        # a break that holds text, a mark that became a break
        '<g id="1">Voir <g id="2">la <g id="3">p</g></g>.<g id="4">x</g>M</g><g id="5"><g id="6">U</g></g>',
        '<g id="1">Voir <g id="2">la <x id="3"/></g>.<x id="4"/>M</g><g id="5"><g id="6">U</g></g>',
        # an item outside its list, a list within a paragraph, an empty item
        '<g id="1">Voir <g id="2">la <g id="3">p</g></g>.<x id="4"/>M</g><g id="6">U</g><g id="5">x</g>',
        '<g id="1">Voir <g id="5"><g id="6">U</g></g><g id="2">la <g id="3">p</g></g>.<x id="4"/>M</g>',
        '<g id="1">Voir <g id="2">la <g id="3">p</g></g>.<x id="4"/>M</g><g id="5"><g id="6"/></g>',
        # nothing but words
        "Voir la page.",
    ],
)
def test_altered_marks_are_refused(target: str) -> None:
    with pytest.raises(inline.Altered):
        export(SOURCE).resolved(xml(target), {})


@pytest.mark.parametrize("code", ["bpt", "ept", "ph", "it", "bx", "ex", "sub", "script"])
def test_codes_that_we_do_not_write_are_refused(code: str) -> None:
    with pytest.raises(inline.Altered):
        xml(f'<g id="1">Voir <{code} id="2">x</{code}></g>')


def test_what_a_tool_marks_for_itself_is_read_through() -> None:
    assert inline.as_words(xml('<mrk mtype="seg">Un <g id="1">mot</g></mrk> <mrk mtype="seg">deux</mrk>')) == (
        inline.as_words(xml('Un <g id="1">mot</g> deux'))
    )


def test_the_translation_s_own_link_may_stay_or_give_way() -> None:
    given_out = export('<p><a href="/en/a/">A</a> and</p><p>New</p>', '<p><a href="/fr/a/">A</a> et</p>')
    own = next(code.id for code in inline.codes(given_out.target) if code.tag == "a")
    assert own.startswith("t")
    kept = f'<g id="1"><g id="{own}">A</g> et</g><g id="3">Neuf</g>'
    assert given_out.resolved(xml(kept), {}) == '<p><a href="/fr/a/">A</a> et</p><p>Neuf</p>'
    source = '<g id="1"><g id="2">A</g> et</g><g id="3">Neuf</g>'
    assert given_out.resolved(xml(source), {}) == '<p><a href="/en/a/">A</a> et</p><p>Neuf</p>'
    both = f'<g id="1"><g id="2">A</g> et <g id="{own}">A</g></g><g id="3">Neuf</g>'
    with pytest.raises(inline.Altered):
        given_out.resolved(xml(both), {})


def test_no_markup_comes_in_as_words() -> None:
    made = export("<p>One</p>").resolved(xml('<g id="1">&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;</g>'), {})
    assert made == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;</p>"
    titled = export('<p><abbr title="World">W</abbr></p>')
    made = titled.resolved(xml('<g id="1"><g id="2">M</g></g>'), {"2": '"><img src=x onerror=alert(1)>'})
    assert "<img" not in made
    assert inline.html_of(inline.coded(made)) == made
