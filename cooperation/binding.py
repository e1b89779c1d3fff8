"""Whom content binds: which of its fields and parts name a government as acting, promising or signing.

A government is named by its country or by one of its organizations. Kinds declare it in a line (`Kind.binds`); pages,
working groups and meetings tell what is and what was, and bind nobody. See docs/adr/0039.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from cooperation.models import MechanismParty, Organization
from editorial.models import Edition
from editorial.states import State

#: The parts of a statement that name who stands behind it.
SIGNATORIES = ("signatory.country", "signatory.organization")


def whom_parts_name(*paths: str, **only: Collection[str]) -> Callable[[Mapping[str, Any], datetime], Iterable[str]]:
    """A `Kind.binds` that gives what `countries_named` does."""
    return lambda content, now: countries_named(content, *paths, **only)


def countries_named(content: Mapping[str, Any], *paths: str, **only: Collection[str]) -> set[str]:
    """The countries that parts of content name, by themselves or by an organization, as in ``signatory.country``.

    :param paths: a part and its field that refers to a country or an organization.
    :param only: only parts of which another field has one of some values, as in ``role=["implementer"]``.
    """
    named: dict[str, set[str]] = {"country": set(), "organization": set()}
    for part, _dot, field in (path.partition(".") for path in paths):
        rows = content["parts"].get(part, ())
        named[field] |= {
            row[field] for row in rows if row[field] and all(row[name] in values for name, values in only.items())
        }
    return named["country"] | _of_organizations(named["organization"])


def parties_of_mechanism(content: Mapping[str, Any], now: datetime) -> Iterable[str]:
    """The countries that are parties to the mechanism of a report, as its public edition says at the moment.

    Where it is not public, its newest edition.
    """
    editions = Edition.objects.filter(document__uuid=content["fields"]["mechanism"]).exclude(state=State.DISCARDED)
    edition = editions.live(now).first() or editions.order_by("-number").first()
    rows = MechanismParty.objects.filter(edition=edition) if edition else MechanismParty.objects.none()
    return set(rows.values_list("country__code", flat=True))


def _of_organizations(codes: set[str]) -> set[str]:
    if not codes:
        return set()
    found = Organization.objects.filter(code__in=codes, country__isnull=False)
    return set(found.values_list("country__code", flat=True))
