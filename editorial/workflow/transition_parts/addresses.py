"""Addresses of documents, which are theirs for good from their first publication on."""

from collections.abc import Iterable

from editorial.checks import requirements
from editorial.content import kinds
from editorial.models import Address
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules.permissions import NotAllowed, Reason


def allot(attempts: Iterable[Attempt]) -> set[tuple[str, str, int]]:
    """Take the addresses of editions that are about to become public, in one order: (language, path, document).

    Whoever publishes several takes those of all before the first event: two people who wait for each other's addresses
    while one of them holds the chain of events would wait for ever. What is held already stays with its holder.
    """
    wanted = set()
    for attempt in attempts:
        kind, slugs = kinds.get_kind(attempt.edition.document.kind), attempt.content["fields"]["slug"]
        for language in requirements.shown_languages(kinds.CheckedEdition(attempt.edition, attempt.content)):
            if slugs.get(language):
                wanted.add((language, kind.path(language, slugs[language]), attempt.edition.document_id))
    Address.objects.bulk_create(
        [Address(language=language, path=path, document_id=document) for language, path, document in sorted(wanted)],
        ignore_conflicts=True,
    )
    return wanted


def allot_to(attempt: Attempt) -> None:
    """Give the document its address in every language it is shown in.

    :raises NotAllowed: another document took one meanwhile.
    """
    edition = attempt.edition
    wanted = allot([attempt])
    paths = {language: path for language, path, _document in wanted}
    held = Address.objects.filter(path__lower__in=[path.lower() for path in paths.values()])
    if any(
        requirements.is_taken(paths.get(address.language), address.path, is_exact=address.is_exact)
        for address in held.exclude(document_id=edition.document_id)
    ):
        # Another document took it between the check and now; the check's own words name the holder.
        raise NotAllowed(
            [
                Reason(issue.code, issue.message)
                for issue in requirements.addresses_free(kinds.CheckedEdition(edition, attempt.content))
            ]
        )
