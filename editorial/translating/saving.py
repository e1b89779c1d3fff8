"""Saving a translation: the texts of one language, and the translator's word for them."""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.content import canonical as content_module
from editorial.content import digests, kept, writing
from editorial.content.canonical import Content
from editorial.models import Edition, User
from editorial.states import Verb
from editorial.translating.units import SLUG
from editorial.workflow import drafts
from editorial.workflow.attempt import Attempt
from editorial.workflow.dated_now import TookTooLong
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed, Reason


@dataclass
class Outcome:
    """What came of saving: whether a text changed, whether the word was recorded, and why not where it was wanted."""

    changed: bool = False
    attested: bool = False
    still_valid: bool = False
    refused: list[Reason] = field(default_factory=list)


def reasons(edition: Edition, language: str, *, by: User, now: datetime) -> list[Reason]:
    """Why `by` may not change or attest the texts of `edition` in `language`; empty means that they may."""
    return permissions.problems(Verb.SAVE, Attempt(edition, by, now)) or language_reasons(edition, language, by=by)


def language_reasons(edition: Edition, language: str, *, by: User) -> list[Reason]:
    """Why `by`, who may change the edition, may not translate it into `language`; empty means that they may."""
    if language == edition.source_language:
        return [Reason("source", _("This is the language that the edition is written in; it is edited on its form."))]
    if language not in permissions.writable_languages(by):
        values = {"language": languages.name(language)}
        return [Reason("language", _("You do not translate into this language: %(language)s.") % values)]
    return []


@transaction.atomic
def save(
    edition_id: int,
    language: str,
    texts: Mapping[str, str],
    *,
    by: User,
    now: datetime,
    opened: str,
    attest: bool = False,
) -> Outcome:
    """Write `texts` (path of a unit → cleaned text) into the draft's `language`, and nothing else.

    :param opened: the digest of the content that the person saw. Another person may have saved since, as long as
        neither the source nor this language says anything else now.
    :param attest: also record that the language translates the present source text; where the engine refuses that, the
        texts are saved nevertheless and the outcome says why.
    Raises NotAllowed, Stale and `Edition.DoesNotExist`; nothing is changed then. Texts of parts that are not there are
    a Stale one.
    """
    session = drafts.begin(edition_id, by=by, now=now)
    found = language_reasons(session.edition, language, by=by)
    if found:
        raise NotAllowed(found)
    present = session.read()
    if has_moved(opened, present, language) or missing_paths(present, texts):
        raise drafts.Stale(session.edition)
    outcome = Outcome(changed=write(session, present, language, texts))
    if attest:
        try:
            attestation = session.attest(language)
        except TookTooLong:
            raise  # nothing else is saved either
        except NotAllowed as refusal:
            outcome.refused = list(refusal.reasons)
        else:
            outcome.attested, outcome.still_valid = True, attestation.still_valid
    return outcome


def write(session: drafts.Session, present: Content, language: str, texts: Mapping[str, str]) -> bool:
    """Write and commit `texts` in a session whose draft says `present`; whether anything changed.

    The caller has asked whether this person may translate into `language`. Raises NotAllowed as `Session.commit` does.
    """
    after = with_texts(present, language, texts)
    if after == present:
        return False
    writing.write(session.edition, after, before=present)
    return session.commit()


def has_moved(opened: str, present: Content, language: str) -> bool:
    """Whether the source or `language` says something else than in the content with the digest `opened`."""
    if digests.digest(present) == opened:
        return False
    before = kept.content(opened, kind=present["kind"])
    if before is None:
        return True
    source = present["fields"]["source_language"]
    if before["fields"]["source_language"] != source:
        return True
    return any(_texts(before, code) != _texts(present, code) for code in (source, language))


def with_texts(value: Content, language: str, texts: Mapping[str, str]) -> Content:
    """`value` saying `texts` in `language`; texts of parts that it does not have are left out."""
    found = copy.deepcopy(value)
    rows = {f"{part}/{row['key']}": row for part, items in found["parts"].items() for row in items}
    for path, text in texts.items():
        prefix, _slash, name = path.rpartition("/")
        row = rows.get(prefix) if prefix else found["fields"]
        if row is not None and isinstance(row.get(name), dict):
            row[name][language] = text
    return found


def on_opened(
    base: Content, present: Content, language: str, texts: Mapping[str, str]
) -> tuple[Content, dict[str, str]]:
    """The content that somebody had opened, saying what they typed; and what cannot be put into it.

    :param base: the content that was opened; `present` what the draft says now.
    :param texts: path of a unit → text, as it was typed.
    :returns: the content, and the texts that were typed into parts that are no longer there.
    """
    typed = {path: text for path, text in texts.items() if text != text_at(base, language, path)}
    lost = {path: typed[path] for path in {*missing_paths(present, typed), *missing_paths(base, typed)}}
    content = with_texts(base, language, {path: text for path, text in typed.items() if path not in lost})
    return content, {path: text for path, text in lost.items() if text}


def text_at(value: Content, language: str, path: str) -> str:
    """What `value` says in `language` at the path of a unit; empty where it has no such text."""
    prefix, _slash, name = path.rpartition("/")
    part, _slash, key = prefix.partition("/")
    rows = value["parts"].get(part, ()) if prefix else [value["fields"]]
    texts = next((row.get(name) for row in rows if not prefix or str(row["key"]) == key), None)
    return (texts.get(language) or "") if isinstance(texts, dict) else ""


def missing_paths(value: Content, paths: Iterable[str]) -> list[str]:
    """Those of `paths` that `value` does not have."""
    there = {*content_module.prose(value, value["fields"]["source_language"]), SLUG}
    return [path for path in paths if path not in there]


def _texts(value: Content, language: str) -> dict[str, str]:
    # A part without words in either language is no reason to stop a translator; one with words is in both.
    texts = {path: text for path, text in content_module.prose(value, language).items() if text}
    return {**texts, SLUG: value["fields"][SLUG].get(language) or ""}
