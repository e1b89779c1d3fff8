"""Two people on one text: what each wrote, put together so that nobody's words are lost and everybody sees it.

Three contents are compared: what the form was opened on, what the other person saved, what this one typed. Whatever
both touched becomes a `Choice`, which the form asks about and `decisions` carries out when the form comes back.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from editorial.admin.conflicts.conflict import Choice, Conflict
from editorial.admin.conflicts.decisions import BOTH, MINE, THEIRS
from editorial.comparison import diff, merging, merging_text
from editorial.comparison.diff import Change
from editorial.comparison.merging import Clash, What
from editorial.content.canonical import Content
from editorial.content.kinds import Kind
from editorial.content.wording import Words
from editorial.models import Edition
from editorial.richtext.field import RichTextField


class OnForm(NamedTuple):
    """Where a form can decide about a clash: the name of the field, part or list of parts, and the bound field."""

    target: str
    field: Any = None
    label: str = ""


@dataclass(frozen=True)
class Merged:
    """What was typed on a form opened on `base` and what the draft says `now`, put together.

    `content` is for the form: what this person typed wherever they typed, the present draft everywhere else.
    """

    base: Content
    now: Content
    typed: Content
    content: Content
    clashes: Sequence[Clash]

    @classmethod
    def merge(cls, kind: Kind, *, base: Content, now: Content, typed: Content) -> "Merged":
        """Put two people's texts together (see `editorial.comparison.merging`)."""
        content = merging.merge(kind, base, theirs=now, mine=typed)
        return cls(base, now, typed, content, merging.clashes(kind, base, theirs=now, mine=typed))

    def conflict(
        self,
        edition: Edition,
        on_form: Callable[[Clash], OnForm | None],
        *,
        kept_at: datetime | None = None,
        within: Collection[str] | None = None,
    ) -> Conflict:
        """The conflict as a form shows it.

        :param on_form: where a form over `content` can decide about a clash; none where this person cannot.
        :param kept_at: since when the typed text is kept unsaved, where it was not sent just now.
        :param within: the languages whose changes are shown; none for all.
        """
        clashing = [_place(clash.path, clash.language) for clash in self.clashes]

        def alone(change: Change) -> bool:
            place = _place(change.path, change.language)
            return not any(place == other or place.startswith(f"{other.rstrip('.')}/") for other in clashing)

        theirs = [change for place, change in self._theirs.items() if place not in self._mine and alone(change)]
        found = [(clash, on_form(clash)) for clash in self.clashes]
        return Conflict(
            pk=edition.pk,
            both=[choice for clash, there in found if there and (choice := self._choice(clash, there))],
            theirs=[change for change in theirs if within is None or change.language in within],
            mine=[change for change in diff.compare(self.now, self.content) if alone(change)],
            moved=self.base != self.now,
            saved_by=edition.changed_by,
            saved_at=edition.changed_at,
            kept_at=kept_at,
        )

    @cached_property
    def _theirs(self) -> Mapping[str, Change]:
        return _by_place(diff.compare(self.base, self.now))

    @cached_property
    def _mine(self) -> Mapping[str, Change]:
        return _by_place(diff.compare(self.base, self.typed))

    def _choice(self, clash: Clash, there: OnForm) -> Choice | None:
        match clash.what:
            case What.ORDER:
                return Choice(target=there.target, label=there.label, what=clash.what, orders=self._orders(clash))
            case What.VALUE:
                place = _place(clash.path, clash.language)
                theirs, mine = self._theirs.get(place), self._mine.get(place)
                change = theirs or mine
                if change is None:
                    return None
                combined = _combined(clash)
                return Choice(
                    target=there.target, label=change.label, part=change.part, language=clash.language, what=clash.what,
                    theirs=theirs, mine=mine, field=there.field, combined=combined,
                    chosen=BOTH if combined is not None and combined.clean else MINE,
                )  # fmt: skip
        side = self._mine if clash.what == What.GONE_THERE else self._theirs
        written = [change for at, change in side.items() if at.startswith(f"{clash.path}/")]
        return Choice(
            target=there.target, label="", part=written[0].part if written else "", what=clash.what, written=written,
            chosen=MINE if clash.what == What.GONE_THERE else THEIRS,  # words stay unless somebody says otherwise
        )  # fmt: skip

    def _orders(self, clash: Clash) -> list[list[str]]:
        """The names of the parts that both sides have, in the order of the other person and in mine."""
        model: Any = clash.model
        rows = {str(row["key"]): row for row in self.content["parts"].get(clash.path, [])}
        words = Words(self.content)
        return [
            [words.part(model, rows[key], place) for place, key in enumerate(keys, 1) if key in rows]
            for keys in (clash.theirs, clash.mine)
        ]


def _place(path: str, language: str) -> str:
    return f"{path}.{language}"


def _by_place(changes: Sequence[Change]) -> dict[str, Change]:
    return {_place(change.path, change.language): change for change in changes}


def _combined(clash: Clash) -> merging_text.Combined | None:
    """Both texts in one, where they are texts."""
    if not clash.language or clash.name == "slug":
        return None
    texts = [text or "" for text in (clash.base, clash.theirs, clash.mine)]
    is_rich = isinstance(clash.model._meta.get_field(clash.name), RichTextField)
    return merging_text.rich(*texts) if is_rich else merging_text.lines(*texts)
