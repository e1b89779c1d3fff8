"""The next edition of a document: a new draft that begins with the words of an earlier one."""

from editorial.base import languages
from editorial.content import kinds, writing
from editorial.models import Attestation, Edition
from editorial.states import Verb
from editorial.workflow import audit, drafts
from editorial.workflow.attempt import Attempt


def begin_next_edition(attempt: Attempt, verb: Verb) -> Edition:
    """A new draft of the document with the words of the attempt's edition; its event is recorded as `verb`."""
    base, by, now = attempt.edition, attempt.by, attempt.now
    kind = kinds.get_kind(base.document.kind)
    newest = Edition.objects.filter(document_id=base.document_id).order_by("-number").values_list("number", flat=True)
    fresh = kind.model(
        document=base.document, number=(newest.first() or 0) + 1, based_on_id=base.pk,
        created_at=now, created_by=by, changed_at=now, changed_by=by,
    )  # fmt: skip
    value = attempt.content
    blank = {
        **value["fields"],
        "change_note": dict.fromkeys(languages.codes(), ""),
        "minor": False,
        "excepted_languages": [],
    }
    value = {**value, "fields": blank}
    fresh.source_language = base.source_language
    writing.write(fresh, value)
    Attestation.objects.bulk_create(
        Attestation(
            edition_id=fresh.pk, language=a.language, source_digest=a.source_digest,
            still_valid=a.still_valid, at=a.at, by=a.by
        )
        for a in base.attestations.all()
    )  # fmt: skip
    drafts.open_revision(fresh, now=now, base=base)
    audit.record(fresh, verb, by=by, now=now, from_state="", detail={"based_on": base.number})
    return Edition.objects.select_related("document").get(pk=fresh.pk)
