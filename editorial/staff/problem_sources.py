"""What nobody can do, as sorts of problems on the desk of whoever keeps people (`editorial.desks.problems`)."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from editorial.desks.problems import problems_source
from editorial.desks.query import Ask
from editorial.models import Assignment, Decision, Document, Edition, Party, SignOff, SignOffRule, Snapshot, User
from editorial.notices.notify import having
from editorial.states import OPEN, State
from editorial.workflow.bound_parties import Binds, bound_otherwise_now


@problems_source(
    "nobody_signs",
    name=_("Reviews that nobody can do"),
    label=ngettext_lazy(
        "%(count)s edition waits for a party for which nobody can sign",
        "%(count)s editions wait for a party for which nobody can sign",
        "count",
    ),
    order=15,
    edition="pk",
)
def nobody_signs(ask: Ask) -> QuerySet[Any] | None:
    """Editions in review that need the signature of a party without an active reviewer."""
    if not ask.may & {"change_user", "publish_edition"}:
        return None
    kind, content_type = OuterRef("document__kind"), OuterRef("content_type")
    signed = SignOff.objects.filter(
        edition=OuterRef(OuterRef("pk")), round=OuterRef(OuterRef("round")), digest=OuterRef(OuterRef("digest")),
        decision=Decision.SIGNED,
    )  # fmt: skip
    orphaned = SignOffRule.objects.filter(
        Q(kind=kind) | Q(kind=Concat(kind, Value(":"), content_type, output_field=TextField())),
        ~Exists(having("sign_off_edition").filter(party=OuterRef("party"))),
        ~Exists(signed.filter(party=OuterRef("party"))),
        party__isnull=False,
    )
    types = Snapshot.objects.filter(pk=OuterRef("digest")).annotate(type=KT("content__fields__type")).values("type")
    asking = SignOffRule.objects.filter(
        Q(kind=kind) | Q(kind=Concat(kind, Value(":"), content_type, output_field=TextField())), every_bound_party=True
    )
    bound = Party.objects.filter(
        Binds(OuterRef("bound_parties"), F("code")),
        ~Exists(having("sign_off_edition").filter(party=OuterRef("pk"))),
        ~Exists(signed.filter(party=OuterRef("pk"))),
    )
    reviewed = Edition.objects.filter(state=State.IN_REVIEW).annotate(content_type=Subquery(types[:1]))
    return reviewed.filter(Exists(orphaned) | Q(Q(all_must_sign=True) | Q(Exists(asking)), Exists(bound)))


@problems_source(
    "bound_otherwise",
    name=_("Texts that bind others than when they were submitted"),
    label=ngettext_lazy(
        "%(count)s text under way binds others by now: recall it and submit it again",
        "%(count)s texts under way bind others by now: recall them and submit them again",
        "count",
    ),
    order=14,
    edition="pk",
)
def bound_otherwise(ask: Ask) -> QuerySet[Any] | None:
    """Editions in review or approved that name a government whose party came, went or changed since."""
    if not ask.may & {"write_edition", "publish_edition", "change_user"}:
        return None
    return bound_otherwise_now()


@problems_source(
    "left",
    name=_("Work of people who left"),
    label=ngettext_lazy(
        "%(count)s person left and still has work", "%(count)s people left and still have work", "count"
    ),
    order=16,
    words="username",
    screen="staff_gaps",
)
def left(ask: Ask) -> QuerySet[Any] | None:
    """Accounts that are not active and still own documents or hold work."""
    if "change_user" not in ask.may:
        return None
    owning = Document.objects.filter(owner=OuterRef("pk"))
    holding = Assignment.objects.filter(
        person=OuterRef("pk"), state=F("edition__state"), round=F("edition__round"), edition__state__in=OPEN
    )
    return User.objects.filter(Exists(owning) | Exists(holding), is_active=False)
