"""Rules about signatures: who may give one, on what, and whether all are there."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.base.reasons import Reason
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import remarks


def digest_signed(attempt: Attempt) -> Iterable[Reason]:
    """What goes public is what was signed."""
    if attempt.edition.signed_digest != attempt.edition.digest or not attempt.unaltered:
        yield Reason(
            "digest",
            _("The content is not the content that was signed off. Recall the edition and have it reviewed again."),
        )


def content_submitted(attempt: Attempt) -> Iterable[Reason]:
    """What is signed is what was submitted: the digest is made again from the rows."""
    if not attempt.unaltered:
        yield Reason(
            "digest",
            _(
                "The content in the database is not the content that was submitted. Recall the edition, save it "
                "again and submit it."
            ),
        )


def content_published(attempt: Attempt) -> Iterable[Reason]:
    """What a second person confirms is what was published."""
    if not attempt.unaltered:
        yield Reason(
            "digest",
            _("The content in the database is not the content that was published. Withdraw the edition or revise it."),
        )


def digest_on_screen(attempt: Attempt) -> Iterable[Reason]:
    """Whoever decides has the present text before them."""
    if attempt.digest is not None and attempt.digest != attempt.edition.digest:
        yield Reason("digest", _("The text has changed since you opened it. Read it again before you decide."))


def not_contributor(attempt: Attempt) -> Iterable[Reason]:
    """Four eyes: whoever wrote in a document judges no edition of it, for words go from one to the next."""
    if attempt.contributed:
        yield Reason("four_eyes", _("You wrote in this document; somebody else must do this."))


def acts_for_party(attempt: Attempt) -> Iterable[Reason]:
    """A signature is that of a party."""
    if attempt.by.party_id is None:
        yield Reason("party", _("You act for no party. An administrator can set yours."))


def party_is_asked(attempt: Attempt) -> Iterable[Reason]:
    """The party is asked, it is its turn, and it has not signed yet."""
    if attempt.by.party_id is None:
        return
    if any(sign_off.party_id == attempt.by.party_id for sign_off in attempt.signed):
        yield Reason("signed", _("Your party has signed this text off already."))
        return
    if any(sign_off.by_id == attempt.by.pk for sign_off in attempt.signed):
        yield Reason("signed", _("You signed this text for another party; somebody else must sign it for this one."))
        return
    stage = min((needed.stage for needed in attempt.outstanding), default=None)
    asked = [needed for needed in attempt.outstanding if needed.party is None or needed.party.pk == attempt.by.party_id]
    if not asked:
        yield Reason("party", _("No signature of your party is needed for this kind of content."))
    elif stage is not None and min(needed.stage for needed in asked) > stage:
        waiting = ", ".join(str(needed) for needed in attempt.outstanding if needed.stage == stage)
        yield Reason(
            "stage", _("Your party signs in a later stage; first to sign: %(parties)s.") % {"parties": waiting}
        )


def must_fix_resolved(attempt: Attempt) -> Iterable[Reason]:
    """No remark that must be fixed is open."""
    found = remarks.blocking_remarks(attempt.edition.document_id)
    if found:
        named = ", ".join(_("“%(words)s”") % {"words": each.words} for each in found[: remarks.NAMED])
        message = ngettext(
            "%(count)s remark must be fixed and resolved first: %(remarks)s",
            "%(count)s remarks must be fixed and resolved first: %(remarks)s",
            len(found),
        )
        more = " …" if len(found) > remarks.NAMED else ""
        yield Reason("must_fix", message % {"count": len(found), "remarks": named + more})


def all_signed(attempt: Attempt) -> Iterable[Reason]:
    """Every party whose signature is asked for has given it."""
    if attempt.outstanding:
        names = ", ".join(str(needed) for needed in attempt.outstanding)
        yield Reason("signatures", _("Signatures are missing: %(parties)s.") % {"parties": names})
