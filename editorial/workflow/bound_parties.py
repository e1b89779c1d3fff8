"""Whom a text binds: the parties that speak for the countries whose governments it names as acting or signing."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, F, Func, JSONField, QuerySet

from editorial.content import kinds
from editorial.models import Edition, Party
from editorial.states import State


def countries_bound(content: Mapping[str, Any], *, now: datetime) -> list[str]:
    """The codes of the countries whose governments the content names as acting, promising or signing, in order."""
    kind = kinds.get_kind(content["kind"])
    return sorted(set(kind.binds(content, now))) if kind.binds else []


def bound_parties(content: Mapping[str, Any], *, now: datetime) -> dict[str, str]:
    """By the code of each country that the content binds, the code of the party that speaks for it; or an empty one."""
    countries = countries_bound(content, now=now)
    if not countries:
        return {}
    speaking = {
        country: code
        for code, several in Party.objects.filter(speaks_for__overlap=countries).values_list("code", "speaks_for")
        for country in several
    }
    return {country: speaking.get(country, "") for country in countries}


def all_must_sign(content: Mapping[str, Any]) -> bool:
    """Whether it goes public only with the signatures of all parties that it binds, by its kind and its type."""
    return kinds.get_kind(content["kind"]).needs_all_bound(str(content["fields"].get("type") or ""))


def codes(bound: Mapping[str, str]) -> list[str]:
    """The codes of the parties in what `bound_parties` gives, each once, in order."""
    return sorted({party for party in bound.values() if party})


def unrepresented(bound: Mapping[str, str]) -> list[str]:
    """The codes of the countries in what `bound_parties` gives for which no party speaks, in order."""
    return sorted(country for country, party in bound.items() if not party)


def not_signed(bound: Iterable[str], signed: Iterable[str]) -> list[str]:
    """The codes of the bound parties that are not among those that signed, in order."""
    return sorted(set(bound) - set(signed))


class Binds(Func):
    """Whether a party is among those that a text binds: of a column of bound parties and the code of the party."""

    template = "jsonb_path_exists(%(expressions)s::text))"
    arg_joiner = ", '$.* ? (@ == $code)', jsonb_build_object('code', "
    output_field = BooleanField()


class BoundNow(Func):
    """What a column of bound parties would say if the parties were looked up again."""

    template = """(
        SELECT coalesce(jsonb_object_agg(bound.country, coalesce(speaking.code, '')), '{}')
        FROM jsonb_object_keys(%(expressions)s) AS bound(country)
        LEFT JOIN editorial_party AS speaking ON bound.country = ANY(speaking.speaks_for)
    )"""
    output_field = JSONField()


def bound_otherwise_now() -> QuerySet[Edition]:
    """The editions in review or approved that would bind other parties if they were submitted now."""
    return Edition.objects.filter(state__in=(State.IN_REVIEW, State.APPROVED)).exclude(
        bound_parties=BoundNow(F("bound_parties"))
    )
