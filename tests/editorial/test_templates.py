"""Templates that are compiled once a language say what Django's own loader would have them say."""

from datetime import UTC, datetime

import pytest
from django.template import Context, Engine
from django.template.base import TextNode, VariableNode
from django.template.loader_tags import BlockNode
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from editorial.web.template_folding import Settled, TextVariable

SOURCES = {
    "folded/whole.html": '{% load i18n static %}{# said once #}<p title="{% translate "Save" %}">'
    '{% translate "Draft" %}</p><link href="{% static "css/site.css" %}">{% comment %}never{% endcomment %}',
    "folded/part.html": '{% load i18n %}{% if name %}{% translate "Draft" %}: {{ name }}'
    '{% else %}{% translate "Draft" %}{% endif %}',
    "folded/including.html": '{% include "folded/part.html" %} {% include "folded/part.html" with name="B" %} '
    '{% include "folded/part.html" only %}',
    "folded/loop.html": '{% load i18n %}{% for name in names %}{% include "folded/part.html" %};'
    '{% empty %}{% translate "Draft" %}{% endfor %}',
    "folded/base.html": '{% load i18n %}<html>{% block main %}{% translate "Draft" %}{% endblock %}</html>',
    "folded/child.html": '{% extends "folded/base.html" %}{% load i18n %}{% block main %}'
    '{{ block.super }}-{% translate "Save" %}{% endblock %}',
    "folded/other.html": '{% load i18n %}{% language "es" %}{% translate "Draft" %}{% endlanguage %}',
    "folded/varying.html": '{% load i18n static %}{% translate "Draft" as word %}{{ word }}{% translate name %}'
    '{% translate "draft"|upper %}{% blocktranslate %}Hello {{ name }}{% endblocktranslate %}{% static name %}'
    "{% blocktranslate count n=names|length %}one{% plural %}{{ n }}{% endblocktranslate %}",
    "folded/percent.html": "{% load i18n %}{% blocktranslate %}100 % & more{% endblocktranslate %}",
    "folded/values.html": "{{ name }}|{{ safe }}|{{ number }}|{{ moment }}|{{ lazy }}|{{ nothing }}|{{ names }}|"
    "{{ unknown.name }}|{{ name|safe }}|{{ safe|upper }}|{{ shown }}|"
    "{% autoescape off %}{{ name }}{{ lazy }}{{ safe }}{% endautoescape %}",
    "kept.html": '{% load i18n %}{% translate "Draft" %}',
}
LOCMEM = ("django.template.loaders.locmem.Loader", SOURCES)
CONTEXT = {
    "name": "<A> & 'B'", "names": ["x", "<y>"], "safe": mark_safe("<b>"), "number": 1234567.25, "nothing": None,
    "moment": datetime(2026, 1, 2, 3, 4, tzinfo=UTC), "lazy": gettext_lazy("Draft"),
    "shown": format_html("<i>{}</i>", "<"),
}  # fmt: skip


def engine(*, folding: bool) -> Engine:
    loader = "editorial.web.template_folding.Loader" if folding else "django.template.loaders.cached.Loader"
    return Engine(
        loaders=[(loader, [LOCMEM], *([["folded/"]] if folding else []))],
        libraries={"i18n": "django.templatetags.i18n", "static": "django.templatetags.static"},
    )


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_says_the_same_in_every_language_in_turn(name: str) -> None:
    folding, plain = engine(folding=True), engine(folding=False)
    for language in ("fr", "en", "es", "fr"):
        with translation.override(language):
            for values in (CONTEXT, {}):
                expected = plain.get_template(name).render(Context(values))
                assert folding.get_template(name).render(Context(values)) == expected


def test_what_cannot_change_is_text() -> None:
    folding = engine(folding=True)
    with translation.override("fr"):
        whole = folding.get_template("folded/whole.html")
        assert [type(node) for node in whole.nodelist] == [TextNode]
        assert "Brouillon" in whole.render(Context())


def test_texts_go_the_short_way_and_blocks_are_looked_for_once() -> None:
    folding = engine(folding=True)
    values = folding.get_template("folded/values.html")
    assert {type(node) for node in values.nodelist.get_nodes_by_type(VariableNode)} == {TextVariable}
    base = folding.get_template("folded/base.html")
    assert isinstance(base.nodelist, Settled)
    assert base.nodelist.get_nodes_by_type(BlockNode) is base.nodelist.get_nodes_by_type(BlockNode)
    kept = folding.get_template("kept.html")
    assert not isinstance(kept.nodelist, Settled)


def test_each_language_has_its_own_and_other_templates_are_shared() -> None:
    folding = engine(folding=True)
    found = {}
    for language in ("en", "fr"):
        with translation.override(language):
            found[language] = [folding.get_template("folded/whole.html"), folding.get_template("kept.html")]
            assert folding.get_template("folded/whole.html") is found[language][0]
    assert found["en"][0] is not found["fr"][0]
    assert found["en"][1] is found["fr"][1]
