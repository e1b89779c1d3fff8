"""The themes and countries of an edition as columns of its row, by the names that the edition holds."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from cooperation.models import CountryTag, ThemeTag
from editorial.content.name_queries import words_held
from editorial.models.querysets import Begins

_PARTS: dict[str, type[ThemeTag] | type[CountryTag]] = {"theme": ThemeTag, "country": CountryTag}


def tag_names(name: str, language: str) -> ArraySubquery:
    """The names of the themes or countries (`name`) of editions, in their order."""
    return ArraySubquery(_tags(name, language).values("name_"))


def tags(name: str, language: str) -> ArraySubquery:
    """The same as objects of code and name."""
    told = JSONObject(code=F(f"{name}__code"), name=F("name_"))
    return ArraySubquery(_tags(name, language).annotate(json=told).values("json"))


def _tags(name: str, language: str) -> Any:
    words = words_held(
        name,
        f"{name}__code",
        language,
        names=OuterRef("names"),
        begins=Begins(OuterRef(OuterRef("live_during"))),
    )
    rows = _PARTS[name]._default_manager.filter(edition=OuterRef("pk"))
    return rows.order_by("position", "id").annotate(name_=words)
