"""What happened to a document, in words: events as people read them, for timelines and for the record on paper."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.dates.safe import read_instant
from editorial.content import kinds
from editorial.content.canonical import part_name
from editorial.models import Event, Party
from editorial.states import DONE, TRANSITIONS, Verb
from editorial.workflow.roles import acting_as, groups


@dataclass(frozen=True)
class Note:
    """One thing that an event's detail says, and the instant that it names, if any."""

    text: str
    moment: datetime | None = None
    url: str = ""


@dataclass(frozen=True)
class Parties:
    """The parties' names in the reader's language, by code and by primary key."""

    by_code: Mapping[str, str]
    by_pk: Mapping[int, str]

    @classmethod
    def read(cls) -> "Parties":
        """All of them; one query."""
        every = list(Party.objects.all())
        return cls({party.code: str(party) for party in every}, {party.pk: str(party) for party in every})


#: Given an event, what the feature that its verb belongs to has to say of it.
Teller = Callable[[Event], Iterable[Note]]
_TELLERS: dict[Verb, list[Teller]] = {}
_ALONE: set[Verb] = set()


def describes(*verbs: Verb, alone: bool = False) -> Callable[[Teller], Teller]:
    """Have a feature say in words what the events of its verbs carry in their detail.

    :param alone: nothing else is said of them, since their details have names of their own.
    """
    if alone:
        _ALONE.update(verbs)

    def register(teller: Teller) -> Teller:
        for verb in verbs:
            _TELLERS.setdefault(verb, []).append(teller)
        return teller

    return register


def what(event: Event) -> str:
    """What was done, in the past."""
    verb = Verb(event.verb)
    return str(DONE.get(verb, verb.label))


def why(event: Event) -> str:
    """Why, in the person's words; a restored text is named by its digest there, which says nothing to a reader."""
    return "" if event.verb == Verb.RESTORE else event.reason


def notes(event: Event, parties: Mapping[str, str]) -> list[Note]:
    """What the event's detail says, in words for the timeline.

    :param parties: the parties' names in the reader's language, by code.
    """
    tellers = _TELLERS.get(Verb(event.verb), ())
    if Verb(event.verb) in _ALONE:
        return [note for teller in tellers for note in teller(event)]
    detail = event.data
    found = [Note(text) for text in (*_texts_changed(detail), *_language(event, detail))]
    if detail.get("party"):
        found.append(Note(_("For: %(party)s.") % {"party": parties.get(detail["party"], detail["party"])}))
    if detail.get("release_title"):
        found.append(Note(_("Release: %(release)s.") % {"release": detail["release_title"]}))
    if detail.get("left_out"):
        found.append(
            Note(
                _("Left out, since not required and not ready: %(languages)s.")
                % {"languages": languages.names(detail["left_out"])}
            )
        )
    if detail.get("languages_lost"):
        found.append(
            Note(_("No longer public in: %(languages)s.") % {"languages": languages.names(detail["languages_lost"])})
        )
    named = (
        ("begin", _("Public from")),
        ("end", _("Public until")),
        ("at", _("Public until")),
        ("planned_for", _("Planned for")),
    )
    for name, words in named:
        if isinstance(detail.get(name), str):
            found.append(Note(words, read_instant(detail[name])))
    if detail.get("needs_confirmation"):
        found.append(Note(_("A second person is asked to confirm the withdrawal.")))
    if detail.get("must_fix"):
        found.append(Note(_("This must be fixed before anybody signs off.")))
    if "based_on" in detail:
        found.append(Note(_("Begun from edition %(number)s.") % {"number": detail["based_on"]}))
    if event.verb == Verb.EXPORT and detail.get("manifest"):
        found.append(Note(_("SHA-256 of its manifest: %(digest)s") % {"digest": detail["manifest"]}))
    for teller in tellers:
        found += teller(event)
    return found


def _texts_changed(detail: dict[str, Any]) -> Iterator[str]:
    if detail.get("languages"):
        yield _("Texts changed in: %(languages)s.") % {"languages": languages.names(detail["languages"])}
    if detail.get("shared"):
        yield _("Changed what all languages share.")
    if detail.get("xliff"):
        values = {
            "name": detail["xliff"]["file"],
            "taken": detail["xliff"]["taken"],
            "refused": detail["xliff"]["refusals"],
        }
        yield _("From the XLIFF file “%(name)s”: taken %(taken)s, refused %(refused)s.") % values


def _language(event: Event, detail: dict[str, Any]) -> Iterator[str]:
    if "language" not in detail:
        return
    values = {"language": languages.name(detail["language"])}
    if event.verb != Verb.ATTEST:
        yield values["language"]
    elif detail.get("still_valid"):
        yield _("%(language)s: still valid, no change needed.") % values
    else:
        yield _("%(language)s: a translation of the source text as it was then.") % values


def acting(event: Event, parties: Mapping[int, str]) -> str:
    """In what role and for which party the person acted, as it was then; empty where that was not recorded.

    Of several roles those are named that the verb needs.

    :param parties: the parties' names by primary key.
    """
    known = event.capacity
    roles = list(known.get("roles", ()))
    words = [_role(role) for role in _needed(Verb(event.verb), roles)]
    party = known.get("party")
    if party is not None:
        words.append(parties.get(party, ""))
    return ", ".join(word for word in words if word)


def _needed(verb: Verb, roles: list[str]) -> list[str]:
    row = TRANSITIONS.get(verb)
    asked = acting_as.role_of(row.permission) if row is not None else ""
    if asked in roles:
        return [asked]
    if row is None and "author" in roles and "publisher" not in roles:
        return ["author"]
    return roles


def _role(role: str) -> str:
    if role == "superuser":
        return _("Superuser")
    if role.startswith("translate_"):
        return groups.role_label(groups.translator(role.removeprefix("translate_")))
    return groups.role_label(role.capitalize())


def changed_in_words(event: Event, kind: str) -> list[str]:
    """What a save changed, in words: its fields, and of each sort of part how many came, went or changed.

    :param kind: the key of the document's kind.
    """
    known = event.changed
    if not known:
        return []
    found = kinds.get_kind(kind)
    words = [_label(found.model, name) for name in known.get("fields", ())]
    parts = {part_name(part): str(part._meta.verbose_name_plural) for part in found.parts}
    for name, counts in known.get("parts", {}).items():
        plural = parts.get(name, name)
        words.append(
            _("%(parts)s (%(changes)s)")
            % {"parts": plural[:1].upper() + plural[1:], "changes": ", ".join(_counted(counts))}
        )
    return words


def _counted(counts: Mapping[str, int]) -> Iterator[str]:
    said = {"added": _("added: %(count)s"), "removed": _("removed: %(count)s"), "changed": _("changed: %(count)s")}
    for name, words in said.items():
        if counts.get(name):
            yield words % {"count": counts[name]}
    if counts.get("moved"):
        yield _("in another order")


def _label(model: Any, name: str) -> str:
    try:
        found = str(getattr(model._meta.get_field(name), "verbose_name", name))
    except FieldDoesNotExist:  # a field that this kind no longer has
        return name
    return found[:1].upper() + found[1:]
