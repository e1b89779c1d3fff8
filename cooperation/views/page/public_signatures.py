"""Which governments signed an edition, and who of those that it names did not: what every public form of it says.

A day is that of UTC, as in the history of a page. Of the officials who signed, nothing is public.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, Func, JSONField, OuterRef, QuerySet, Subquery, TextField, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, JSONObject
from django.db.models.lookups import Exact
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cooperation.models import Country
from editorial.base.dates.safe import in_zone, read_instant
from editorial.base.languages import column
from editorial.base.prepared_queries import EDITION, MOMENT, Compiled, as_declared
from editorial.models import Decision, Edition, Event, Party, SignOff
from editorial.states import Verb
from editorial.workflow.bound_parties import Binds

#: The columns that `signature_columns` makes, and that `PublicSignatures.from_row` reads.
COLUMNS = ("signed_", "bound_", "outside_", "confirming_", "urgent_at", "confirmed_at")


@dataclass(frozen=True)
class Signer:
    """A government: the code of its party (of its country, where it is no party of this site) and what it is called.

    `on` is the day on which it signed; none for one that did not.
    """

    code: str
    name: str
    on: date | None = None


@dataclass(frozen=True)
class PublicSignatures:
    """Who signed an edition, in the order in which they did; who is named in it and did not.

    `missing` are parties of this site, `outside` governments that are none. `urgent_on` is the day on which it was
    published before it had been signed by all, `confirmed_on` the one on which a second person confirmed that, and
    `confirmed_by` the government for which they act, where they act for one.
    """

    signed: Sequence[Signer] = ()
    missing: Sequence[Signer] = ()
    outside: Sequence[Signer] = ()
    urgent_on: date | None = None
    confirmed_on: date | None = None
    confirmed_by: str = ""

    @classmethod
    def from_row(cls, row: Mapping[str, Any], moment: datetime) -> "PublicSignatures":
        """As of `moment`, from a row with the `COLUMNS`."""
        signed = [
            Signer(each["code"], each["name"] or each["code"], _day(at))
            for each in map(_read, row["signed_"])
            if (at := _instant(each["at"])) is not None and at <= moment
        ]
        codes = {each.code for each in signed}
        bound, outside = ([_unsigned(each) for each in map(_read, row[name])] for name in ("bound_", "outside_"))
        urgent_at, confirmed_at = (_instant(row[name]) for name in ("urgent_at", "confirmed_at"))
        return cls(
            signed,
            [each for each in bound if each.code not in codes],
            outside,
            _day(urgent_at) if urgent_at else None,
            _day(confirmed_at) if confirmed_at and confirmed_at <= moment else None,
            row["confirming_"] or "" if confirmed_at and confirmed_at <= moment else "",
        )

    @property
    def is_complete(self) -> bool:
        """Whether all signed whom the text names, before it was published."""
        return not (self.missing or self.outside or self.urgent_on)

    @property
    def signed_line(self) -> str:
        """Who signed and when, in one line such as “Government of Canada (3 March 2024)”; empty where nobody did."""
        return ", ".join(f"{each.name} ({date_format(each.on, 'DATE_FORMAT')})" for each in self.signed if each.on)

    @property
    def unsigned_line(self) -> str:
        """Who is named and did not sign, in one line; empty where everybody did."""
        return ", ".join(each.name for each in (*self.missing, *self.outside))

    @property
    def sentences(self) -> list[str]:
        """What a reader must know of the signatures that are missing, in sentences; none where all are there."""
        if self.is_complete:
            return []
        found = []
        if self.signed:
            found.append(_("Published by %(parties)s.") % {"parties": _names(self.signed)})
        elif self.urgent_on:
            found.append(_("No government has signed this text."))
        if self.missing:
            text = ngettext(
                "%(parties)s has not signed this text.", "%(parties)s have not signed this text.", len(self.missing)
            )
            found.append(text % {"parties": _names(self.missing)})
        if self.outside:
            text = ngettext(
                "%(countries)s is named in this text, but takes no part in this site and has not signed it here.",
                "%(countries)s are named in this text, but take no part in this site and have not signed it here.",
                len(self.outside),
            )
            found.append(text % {"countries": _names(self.outside)})
        if self.urgent_on:
            day = date_format(self.urgent_on, "DATE_FORMAT")
            found.append(_("It was published urgently on %(date)s, before it had been signed by all.") % {"date": day})
        if self.urgent_on and self.confirmed_on:
            words = {"date": date_format(self.confirmed_on, "DATE_FORMAT"), "party": self.confirmed_by}
            if self.confirmed_by:
                found.append(_("A second person confirmed that on %(date)s, for %(party)s.") % words)
            else:
                found.append(_("A second person confirmed that on %(date)s.") % words)
        return found

    @property
    def plain(self) -> str:
        """All of it as plain text, for feeds: who signed and when, then what a reader must know."""
        signed = _("Signed by: %(parties)s.") % {"parties": self.signed_line} if self.signed else ""
        return " ".join(filter(None, (signed, *self.sentences)))


def _names(several: Sequence[Signer]) -> str:
    names = [each.name for each in several]
    if len(names) == 1:
        return names[0]
    return _("%(some)s and %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}


def signature_columns(code: str) -> dict[str, Any]:
    """Expressions for the columns of an edition that tell of its signatures, in the language `code`."""
    name = column("name", code)
    given = SignOff.objects.filter(
        edition=OuterRef("pk"), round=OuterRef("round"), digest=OuterRef("digest"), decision=Decision.SIGNED
    )
    bound = as_declared(Party.objects.filter(Binds(OuterRef("bound_parties"), F("code"))))
    outside = as_declared(Country.objects.filter(Exact(_PartyOf(OuterRef("bound_parties"), F("code")), Value(""))))
    return {
        "signed_": _array(given.order_by("at", "party__code"), code="party__code", name=f"party__{name}", at="at"),
        "bound_": _array(bound.order_by("code"), code="code", name=name),
        "outside_": _array(outside.order_by("code"), code="code", name=name),
        "confirming_": Case(When(confirmed_at__isnull=False, then=_confirming_party(name)), default=None),
    }


def _confirming_party(name: str) -> Subquery:
    """What the party is called for which an urgent publication was confirmed, as the record has it."""
    said = KeyTextTransform("party", Cast("detail", JSONField()))
    acts = Event.objects.filter(edition=OuterRef(OuterRef("pk")), verb=Verb.CONFIRM).order_by("-id")
    parties = as_declared(Party.objects.filter(code=Subquery(acts.annotate(said=said).values("said")[:1]))).order_by()
    return Subquery(parties.values(name)[:1])


class _PartyOf(Func):
    """The code of the party that spoke for a country: of a column of bound parties and the code of the country."""

    arg_joiner = " ->> "
    template = "(%(expressions)s)"
    output_field = TextField()


def _array(rows: "QuerySet[Any]", **named: str) -> ArraySubquery:
    return ArraySubquery(rows.annotate(json=JSONObject(**{key: F(path) for key, path in named.items()})).values("json"))


@cache
def of_edition(code: str) -> Compiled:
    """The signatures of one `edition` that has been public by the `moment`, in the language `code`."""

    def build() -> Any:
        shown = Edition.objects.begun(MOMENT).filter(pk=EDITION).order_by()
        return shown.annotate(**signature_columns(code)).values(*COLUMNS)

    return Compiled(build)


def find_signatures(edition: int, language: str, moment: datetime) -> PublicSignatures:
    """The signatures of an edition as of a moment at or after its publication; one query."""
    row = of_edition(language).first(edition=edition, moment=moment)
    return PublicSignatures.from_row(row, moment) if row is not None else PublicSignatures()


def _unsigned(each: Mapping[str, Any]) -> Signer:
    return Signer(each["code"], each["name"] or each["code"])


def _read(value: Any) -> Mapping[str, Any]:
    # Django asks psycopg for text where a column is jsonb; a compiled statement gives it as it comes.
    found: Mapping[str, Any] = json.loads(value) if isinstance(value, str) else value
    return found


def _instant(value: Any) -> datetime | None:
    return read_instant(value) if isinstance(value, str) else value


def _day(at: datetime) -> date:
    return in_zone(at, UTC).date()
