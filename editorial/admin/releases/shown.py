"""A release as its page shows it: every edition with its state, the signatures it lacks, and who has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial import releases
from editorial.admin import addresses
from editorial.base import languages
from editorial.base.reasons import Reason
from editorial.comparison.diff import title_of
from editorial.content import kinds
from editorial.models import Edition, Release, ReleaseItem
from editorial.releases import GOING_PUBLIC, Refusal, Situation, Step
from editorial.states import Phase, State
from editorial.workflow import outstanding_signatures
from editorial.workflow.signatures import Requirement, RuleBook

#: What is said when a step was taken.
DONE = {
    Step.DESCRIBE: gettext_lazy("Saved."),
    Step.FREEZE: gettext_lazy("The release is frozen."),
    Step.UNFREEZE: gettext_lazy("The release can be changed again."),
    Step.PUBLISH: gettext_lazy("All of the release is public."),
    Step.SCHEDULE: gettext_lazy("All of the release is scheduled."),
    Step.UNSCHEDULE: gettext_lazy("Nothing of the release becomes public; it is frozen again."),
    Step.DISSOLVE: gettext_lazy("The release is dissolved."),
}


@dataclass(frozen=True)
class Row:
    """One edition of a release."""

    edition: Edition
    kind: str
    url: str
    holder: str
    missing: Sequence[Requirement]
    ready: bool
    reasons: Sequence[Reason] = ()


def rows(editions: Sequence[Edition], *, now: datetime, refusals: Sequence[Refusal] = ()) -> list[Row]:
    """The editions in their order; a query for all signatures, one for the rules of each kind.

    :param refusals: what is known to stand in the way of some of them.
    """
    given = outstanding_signatures.signed(editions)
    books = {key: RuleBook.for_kind(key) for key in sorted({edition.document.kind for edition in editions})}
    against = {refusal.edition.pk: refusal.reasons for refusal in refusals}
    found = []
    for edition in editions:
        needed = books[edition.document.kind].needed_for(edition) if edition.state == State.IN_REVIEW else []
        missing = [each for each in needed if not each.met_by(given[edition.pk])]
        kind = kinds.get_kind(edition.document.kind).model._meta.verbose_name
        found.append(
            Row(
                edition=edition, kind=capfirst(str(kind)), url=addresses.screen_url(edition, "change"),
                holder=outstanding_signatures.holder(edition, missing=missing, now=now), missing=missing,
                ready=edition.state in (State.APPROVED, State.PUBLISHED), reasons=against.get(edition.pk, ()),
            )
        )  # fmt: skip
    return found


def editions_of(release: Release) -> list[Edition]:
    """The release's editions with all that its page names; of a dissolved one, those that it held. One query."""
    related = ("document", "changed_by")
    if release.phase == Phase.DISSOLVED:
        return list(Edition.objects.filter(pk__in=release.held).select_related(*related).order_by("pk"))
    items = ReleaseItem.objects.filter(release=release).order_by("position", "pk")
    return [item.edition for item in items.select_related(*(f"edition__{name}" for name in related))]


def consequences(step: Step, found: Situation, *, now: datetime) -> list[str]:
    """What a step does, for whoever is about to take it."""
    count = len(found.editions)
    said: dict[Step, tuple[Any, ...]] = {
        Step.DESCRIBE: (),
        Step.FREEZE: (
            _("Every edition is held as it was signed: none can be recalled, changed or published by itself."),
            _("Nothing becomes public yet."),
        ),
        Step.UNFREEZE: (
            _("Editions can be recalled, added and taken out again. Signatures given so far still count."),
            _("Nothing about what is public changes."),
        ),
        Step.PUBLISH: (
            _("All %(count)s editions become public at the same instant, in the place of what is public now.")
            % {"count": count},
            _("If one of them cannot, none does."),
        ),
        Step.SCHEDULE: (
            _("All %(count)s editions become public at the moment that you choose, at the same instant.")
            % {"count": count},
            _("Until then it can be unscheduled, as a whole."),
        ),
        Step.UNSCHEDULE: (
            _("None of the editions becomes public. The release is frozen again."),
        ),
        Step.DISSOLVE: (
            _("The editions stay as they are, and each goes its own way again."),
            _("The release stays on record; it cannot be taken up again."),
        ),
    }  # fmt: skip
    lost = releases.languages_lost(found, now=now) if step in (Step.FREEZE, *GOING_PUBLIC) else {}
    return [str(each) for each in said[step]] + [
        _("“%(title)s” can then no longer be read in: %(languages)s.")
        % {"title": title_of(edition), "languages": languages.names(lost[edition.pk])}
        for edition in found.editions
        if edition.pk in lost
    ]
