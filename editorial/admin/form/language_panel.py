"""How each language of an edition stands, as the bar over the form and the panel below it show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from editorial.admin.form.fields import Scope
from editorial.base import languages
from editorial.comparison import diff
from editorial.comparison.diff import Change
from editorial.content import kept, parity
from editorial.content.canonical import Content
from editorial.content.parity import Parity
from editorial.content.wording import Words
from editorial.models import Edition
from editorial.states import Verb


@dataclass(frozen=True)
class LanguageState:
    """One language: its parity, what it lacks, and what changed in the source since its translator's word.

    `status` is a value of `Parity`, or "source" for a complete source language.
    """

    code: str
    name: str
    autonym: str
    status: str
    status_label: str
    is_source: bool
    excepted: bool
    writable: bool
    missing: Sequence[str]
    source_changes: Sequence[Change]
    errors: int
    ticked: bool

    @property
    def can_attest(self) -> bool:
        """Whether this person may give their word for it on this form."""
        return self.writable and not self.is_source and self.status != Parity.CURRENT


def states(
    content: Content, *, edition: Edition | None, scope: Scope, errors: Mapping[str, int], sent: Mapping[str, Any],
    words: Words | None = None,
) -> list[LanguageState]:  # fmt: skip
    """Every content language, in the order of the bar.

    :param edition: the edition as it was last saved; none while it is only begun.
    :param words: those of `content`, where the caller has them.
    """
    words = words or Words(content)
    source = content["fields"]["source_language"]
    status: Mapping[str, str] = edition.language_status if edition is not None else {}
    since = _attested_on(edition) if edition is not None and Parity.OUTDATED in status.values() else {}
    found = []
    for code in languages.codes():
        how = Parity(status.get(code, Parity.MISSING))
        is_source = code == source
        missing = parity.lacking_paths(content, code) if edition is not None and how == Parity.MISSING else []
        changes = diff.source_changes(since[code], content) if how == Parity.OUTDATED and code in since else []
        found.append(
            LanguageState(
                code=code,
                name=languages.name(code),
                autonym=languages.autonym(code),
                status="source" if is_source and how == Parity.CURRENT else how.value,
                status_label=str(how.label),
                is_source=is_source,
                excepted=edition is not None and code in edition.excepted_languages,
                writable=code in scope.languages,
                missing=diff.labels_of(content, missing, words),
                source_changes=changes,
                errors=errors.get(code, 0),
                ticked=bool(sent.get(f"attest_{code}")),
            )
        )
    return found


def first_shown(found: Sequence[LanguageState]) -> str:
    """The language to show first: one with errors, else the one that this person translates into, else the source."""
    for state in found:
        if state.errors:
            return state.code
    writable = [state.code for state in found if state.writable]
    if len(writable) == 1:
        return writable[0]
    return next((state.code for state in found if state.is_source), languages.codes()[0])


def _attested_on(edition: Edition) -> dict[str, Content]:
    """Per language, what the document said when a translation into it was last attested; two queries."""
    digests: dict[str, str] = {}
    for event in edition.document.events.filter(verb=Verb.ATTEST).order_by("-id"):
        digests.setdefault(event.data["language"], event.digest)
    found = kept.contents(digests.values())
    return {code: found[digest] for code, digest in digests.items() if digest in found}
