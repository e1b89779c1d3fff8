"""What a notice says, in the active language: made when it is read, never stored."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.dates.safe import read_day, read_instant
from editorial.base.jobs import Job
from editorial.comparison import diff
from editorial.models import Notice, NoticeType, Task
from editorial.notices import urls
from editorial.states import State, Verb
from editorial.workflow.roles import account_changes
from editorial.workflow.rules import timing

#: Sorts that ask for an act, with the states of the edition in which it is still asked for.
_ASKING = {
    NoticeType.TO_REVIEW: (State.IN_REVIEW,),
    NoticeType.TO_PUBLISH: (State.APPROVED,),
    NoticeType.TO_TRANSLATE: (State.DRAFT,),
    NoticeType.CHANGES_REQUESTED: (State.CHANGES_REQUESTED,),
}


@dataclass(frozen=True)
class NoticeText:
    """A notice in words: `subject` is one line; `facts` are (what, value) pairs; `path` is `url` without the host."""

    notice: Notice
    subject: str
    title: str
    quote: str
    facts: list[tuple[str, str]]
    path: str

    @property
    def is_obsolete(self) -> bool:
        """Whether what it asks for was done, or taken back, in the meantime."""
        return is_obsolete(self.notice)

    @property
    def url(self) -> str:
        """Where it leads, as a whole address."""
        return urls.absolute_url(self.path)


def is_obsolete(notice: Notice) -> bool:
    """Whether a notice asks for something that was done, or taken back, in the meantime."""
    edition = notice.edition
    if edition is None:
        return False
    if notice.sort == NoticeType.TO_CONFIRM and "withdrawal" in notice.detail:
        return not (edition.withdrawal_awaits_confirmation and edition.withdrawal.pk == notice.detail["withdrawal"])
    if notice.sort == NoticeType.TO_CONFIRM:
        return not edition.awaits_confirmation
    if notice.sort == NoticeType.TO_REVIEW and notice.detail.get("round", edition.round) != edition.round:
        return True
    return notice.sort in _ASKING and edition.state not in _ASKING[NoticeType(notice.sort)]


def notice_text(notice: Notice) -> NoticeText:
    """The notice in words. Its person, edition with document, event and `by` should be read along."""
    title = diff.title_of(notice.edition) if notice.edition else ""
    given = {
        "who": str(notice.by) if notice.by else str(notice.detail.get("guest") or _("Entente")),
        "title": title,
        **_values_of(notice),
    }
    detail = notice.detail
    facts = []
    if detail.get("task") in Task.values:
        facts.append((_("To do"), str(Task(detail["task"]).label)))
    if detail.get("party"):
        facts.append((_("For"), str(detail["party"])))
    if detail.get("languages"):
        facts.append((_("Languages"), languages.names(detail["languages"])))
    if detail.get("due") and notice.sort not in (NoticeType.REMINDER, NoticeType.REVIEW_BY):
        facts.append((_("Due"), given["due"]))
    facts += account_changes.account_changes(detail.get("account") or {})
    facts += [(label, str(count)) for label, count in (detail.get("handed") or {}).items()]
    facts += _changed(detail.get("changed") or {})
    return NoticeText(
        notice=notice,
        subject=_sentence_given(detail) or _sentence(notice) % given,
        title=title,
        quote=str(detail.get("quote", "")),
        facts=facts,
        path=urls.opening_url(notice),
    )


def _sentence_given(detail: dict[str, Any]) -> str:
    """The sentence that whoever told brought along, per language, where the sort's own says too little."""
    said = detail.get("said") or {}
    return str(said.get((get_language() or settings.LANGUAGE_CODE).split("-")[0], ""))


def _values_of(notice: Notice) -> dict[str, str]:
    detail = notice.detail
    due = read_day(str(detail.get("due") or ""))
    moment = read_instant(str(detail.get("begin") or detail.get("at") or ""))
    return {
        "due": date_format(due) if due else "",
        "what": str(Job.labels.get(detail["job"], detail["job"]) if detail.get("job") else detail.get("what", "")),
        "languages": languages.names(detail.get("languages", [])),
        "moment": timing.moment_text(moment) if moment else "",
    }


def _changed(changed: dict[str, Any]) -> list[tuple[str, str]]:
    """Which languages and fields differ from what was there before, as kept by `summary`."""
    found = []
    if changed.get("languages"):
        found.append((_("Changed in"), languages.names(changed["languages"])))
    code = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    labels = (changed.get("labels") or {}).get(code) or []
    if labels:
        more = int(changed.get("more", 0))
        named = "; ".join(labels)
        if more:
            named = _("%(named)s; and %(count)s more") % {"named": named, "count": more}
        found.append((_("What changed"), named))
    if changed.get("first"):
        found.append((_("What changed"), _("This is the first edition.")))
    return found


def _sentence(notice: Notice) -> str:
    """The line for a sort, with places for who, title, due, what, languages and moment."""
    verb = notice.event.verb if notice.event else ""
    by_verb: dict[str, str] = {
        Verb.RESCHEDULE: _("%(who)s rescheduled “%(title)s”"),
        Verb.UNSCHEDULE: _("%(who)s unscheduled “%(title)s”"),
        Verb.DISCARD: _("%(who)s discarded the draft of “%(title)s”"),
        Verb.COMPLETE_REVIEW: _("“%(title)s” is approved: a rule of signature was changed"),
        Verb.BRING_BACK: _("%(who)s brought back the draft of “%(title)s”"),
        Verb.CONFIRM: _("%(who)s confirmed the urgent publication of “%(title)s”"),
        Verb.CONFIRM_WITHDRAWAL: _("%(who)s confirmed the withdrawal of “%(title)s”"),
        Verb.PUBLISH_URGENTLY: _("%(who)s published “%(title)s” urgently"),
        Verb.SET_OWNER: _("%(who)s made you responsible for “%(title)s”"),
    }
    if verb in by_verb and notice.sort != NoticeType.TO_CONFIRM:
        return by_verb[verb]
    approved = notice.event is not None and notice.event.to_state == State.APPROVED
    return {
        NoticeType.TO_REVIEW: _("“%(title)s” waits for your signature"),
        NoticeType.CHANGES_REQUESTED: _("%(who)s asks for changes to “%(title)s”"),
        NoticeType.SIGNED: _("%(who)s signed “%(title)s”, which is now approved")
        if approved
        else _("%(who)s signed “%(title)s”"),
        NoticeType.TO_PUBLISH: _("“%(title)s” is approved and can be published"),
        NoticeType.TO_CONFIRM: _("%(who)s withdrew “%(title)s”, and a second person is asked to confirm it")
        if "withdrawal" in notice.detail
        else _("“%(title)s” was published urgently and waits for confirmation"),
        NoticeType.TO_TRANSLATE: _("The source text of “%(title)s” changed: %(languages)s to be brought in line"),
        NoticeType.ASSIGNED: _("%(who)s gave you work on “%(title)s”"),
        NoticeType.MENTIONED: _("%(who)s mentioned you in a remark on “%(title)s”"),
        NoticeType.REMARK: _("%(who)s made a remark on “%(title)s”"),
        NoticeType.RELEASE: pgettext("notice", "The release “%(what)s” moved on"),
        NoticeType.PUBLISHED: _("%(who)s published “%(title)s”"),
        NoticeType.SCHEDULED: _("%(who)s scheduled “%(title)s” for %(moment)s"),
        NoticeType.WITHDRAWN: _("%(who)s withdrew “%(title)s”"),
        NoticeType.REMINDER: _("Your work on “%(title)s” is due: %(due)s"),
        NoticeType.REVIEW_BY: _("“%(title)s” is to be read again by %(due)s"),
        NoticeType.HANDED_OVER: _("%(who)s handed the work of %(what)s over to you"),
        NoticeType.ROLES: _("%(who)s changed what %(what)s may do"),
        NoticeType.JOB_FAILED: _("Work in the background failed: %(what)s"),
    }[NoticeType(notice.sort)]
