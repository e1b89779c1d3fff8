"""Publication requirements of the subject's kinds: small checkers, each with a message that says what to do."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from cooperation import binding
from cooperation.models import Agreement, Member, Statement, StatusStep
from editorial.base.dates import partial
from editorial.base.reasons import Issue
from editorial.content.kinds import CheckedEdition


def _rows(checked: CheckedEdition, part: str) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = checked.content["parts"].get(part, [])
    return found


def _in_source_language(checked: CheckedEdition, value: Mapping[str, Any]) -> str:
    return value.get(checked.content["fields"]["source_language"]) or ""


def _reversed(first: str | None, last: str | None) -> bool:
    """Whether a period surely ends before it begins, whatever its dates mean exactly."""
    return bool(first and last) and partial.latest(str(last)) < partial.earliest(str(first))


def other_names_in_order(checked: CheckedEdition) -> list[Issue]:
    """A name was given up after it was taken."""
    return [
        Issue(
            "name_years",
            _("The other name “%(name)s” ends before it begins. Correct one of its years.")
            % {"name": _in_source_language(checked, row["name"])},
            f"othername/{row['key']}/to_year",
        )
        for row in _rows(checked, "othername")
        if row["from_year"] and row["to_year"] and row["to_year"] < row["from_year"]
    ]


def _not_itself(field: str, message: str) -> Any:
    def checker(checked: CheckedEdition) -> list[Issue]:
        own = str(checked.edition.document.uuid)
        return [Issue("itself", str(_(message)), field)] if str(checked.content["fields"][field]) == own else []

    return checker


def relaunched_later(checked: CheckedEdition) -> list[Issue]:
    """What is relaunched was launched before."""
    fields = checked.content["fields"]
    if not _reversed(fields["launched_on"], fields["relaunched_on"]):
        return []
    return [
        Issue(
            "relaunched",
            _("It was relaunched before it was launched. Correct one of the two dates."),
            "relaunched_on",
        )
    ]


def active_years_in_order(checked: CheckedEdition) -> list[Issue]:
    """A group ends its work after it began it."""
    first, last = checked.content["fields"]["active_from"], checked.content["fields"]["active_to"]
    if not (first and last and last < first):
        return []
    return [
        Issue("active_years", _("The group ends its work before it begins it. Correct one of the years."), "active_to")
    ]


def members_named(checked: CheckedEdition) -> list[Issue]:
    """A seat says who holds it: an office, an organization or a person."""
    return [
        Issue(
            "member_empty",
            _("Member %(number)s does not say who it is. Give a title, an organization or a name.")
            % {"number": number},
            f"member/{row['key']}/title",
        )
        for number, row in enumerate(_rows(checked, "member"), 1)
        if not (row["name"] or row["organization"] or _in_source_language(checked, row["title"]))
    ]


def members_in_order(checked: CheckedEdition) -> list[Issue]:
    """Nobody leaves before they come; only a public member has a level of government."""
    found = []
    for number, row in enumerate(_rows(checked, "member"), 1):
        if _reversed(row["since"], row["until"]):
            message = _("Member %(number)s leaves before they come. Correct one of the dates.")
            found.append(Issue("member_dates", message % {"number": number}, f"member/{row['key']}/until"))
        if row["level"] and row["sector"] not in ("", Member.Sector.PUBLIC):
            message = _("Member %(number)s is not of the public sector: leave out the level of government.")
            found.append(Issue("member_level", message % {"number": number}, f"member/{row['key']}/level"))
    return found


def meeting_dated(checked: CheckedEdition) -> list[Issue]:
    """A meeting has a first day, without which no list can place it."""
    if checked.content["fields"]["starts_on"]:
        return []
    return [Issue("meeting_date", _("Give the first day of the meeting."), "starts_on")]


def meeting_in_order(checked: CheckedEdition) -> list[Issue]:
    """A meeting begins before it ends, and a time needs its day."""
    fields = checked.content["fields"]
    begins = fields["starts_on"], fields["starts_at"] or ""
    ends = fields["ends_on"] or fields["starts_on"], fields["ends_at"] or "24"
    if begins[0] and ends < begins:
        return [
            Issue("meeting_order", _("The meeting ends before it begins. Correct its days or its times."), "ends_on")
        ]
    return []


def meeting_times_placed(checked: CheckedEdition) -> list[Issue]:
    """A time means nothing without the clock it is read on."""
    fields = checked.content["fields"]
    if (fields["starts_at"] or fields["ends_at"]) and not fields["time_zone"]:
        message = _("Say in which time zone the meeting's times are, such as America/Mexico_City.")
        return [Issue("meeting_zone", message, "time_zone")]
    return []


def participants_named(checked: CheckedEdition) -> list[Issue]:
    """A participant is an organization or a delegation."""
    return [
        Issue(
            "participant_empty",
            _("Participant %(number)s does not say who it is. Choose an organization or name the delegation.")
            % {"number": number},
            f"participant/{row['key']}/delegation",
        )
        for number, row in enumerate(_rows(checked, "participant"), 1)
        if not (row["organization"] or _in_source_language(checked, row["delegation"]))
    ]


def objectives_have_status(checked: CheckedEdition) -> list[Issue]:
    """An objective that was taken over from an earlier report says how it stands now."""
    return [
        Issue(
            "objective_status",
            _("Choose the status of objective %(number)s: “%(text)s”.")
            % {"number": number, "text": _in_source_language(checked, row["text"])},
            f"objective/{row['key']}/status",
        )
        for number, row in enumerate(_rows(checked, "objective"), 1)
        if not row["status"]
    ]


def agreement_has_status(checked: CheckedEdition) -> list[Issue]:
    """Where an agreement stands follows from its steps."""
    if _rows(checked, "statusstep"):
        return []
    return [
        Issue(
            "status_missing",
            _("Add at least one step to the status history, such as the signature with its date."),
            "statusstep",
        )
    ]


def status_steps_dated(checked: CheckedEdition) -> list[Issue]:
    """A step was taken on a day or is expected on one."""
    labels = dict(StatusStep.Status.choices)
    return [
        Issue(
            "step_date",
            _("The step “%(status)s” has no date. Give the day it was taken or the one it is expected on.")
            % {"status": labels.get(row["status"], row["status"])},
            f"statusstep/{row['key']}/actual_on",
        )
        for row in _rows(checked, "statusstep")
        if not (row["expected_on"] or row["actual_on"])
    ]


def agreement_described(checked: CheckedEdition) -> list[Issue]:
    """Visitors ask first what a text is, whether it binds, and whom."""
    fields, found = checked.content["fields"], []
    if fields["type"] not in Agreement.Type.values:
        found.append(Issue("agreement_type", _("Choose the type of the agreement."), "type"))
    if fields["binding"] is None:
        found.append(Issue("agreement_binding", _("Say whether the agreement is legally binding."), "binding"))
    if len(_rows(checked, "agreementparty")) < 2:  # nobody agrees alone
        found.append(Issue("agreement_parties", _("Name at least two parties to the agreement."), "agreementparty"))
    return found


def programme_period(checked: CheckedEdition) -> list[Issue]:
    """A programme's status follows from its period."""
    fields = checked.content["fields"]
    if not fields["starts_on"]:
        return [Issue("programme_start", _("Say when the programme starts or started; a year will do."), "starts_on")]
    if _reversed(fields["starts_on"], fields["ends_on"]):
        return [Issue("programme_order", _("The programme ends before it starts. Correct its dates."), "ends_on")]
    return []


def projects_in_order(checked: CheckedEdition) -> list[Issue]:
    """A project ends after it starts."""
    return [
        Issue(
            "project_order",
            _("The project “%(title)s” ends before it starts. Correct its dates.")
            % {"title": _in_source_language(checked, row["title"])},
            f"project/{row['key']}/until",
        )
        for row in _rows(checked, "project")
        if _reversed(row["since"], row["until"])
    ]


def statement_datelined(checked: CheckedEdition) -> list[Issue]:
    """A statement is of a sort and of a day."""
    fields, found = checked.content["fields"], []
    if fields["type"] not in Statement.Type.values:
        found.append(Issue("statement_type", _("Choose the type of the statement."), "type"))
    if not fields["dated_on"]:
        found.append(Issue("statement_date", _("Give the date of the statement."), "dated_on"))
    return found


def joint_statement_signed(checked: CheckedEdition) -> list[Issue]:
    """Nobody makes a joint statement alone: it has signatories of two governments, by country or organization."""
    if checked.content["fields"]["type"] != Statement.Type.JOINT_STATEMENT:
        return []
    if len(binding.countries_named(checked.content, *binding.SIGNATORIES)) > 1:
        return []
    return [
        Issue(
            "signatories",
            _(
                "A joint statement needs signatories of at least two governments. Add each with its country or one of "
                "its organizations."
            ),
            "signatory",
        )
    ]


def contacts_reachable(checked: CheckedEdition) -> list[Issue]:
    """A contact says how to reach it."""
    return [
        Issue(
            "contact_empty",
            _("The contact “%(desk)s” has neither an e-mail address nor a telephone number.")
            % {"desk": _in_source_language(checked, row["desk"])},
            f"contact/{row['key']}/email",
        )
        for row in _rows(checked, "contact")
        if not (row["email"] or row["phone"])
    ]


OF_EVERY_KIND = (other_names_in_order,)
MECHANISM = (*OF_EVERY_KIND, relaunched_later)
WORKING_GROUP = (
    *OF_EVERY_KIND,
    active_years_in_order,
    _not_itself("predecessor", gettext_noop("A group cannot be its own predecessor. Choose another one, or none.")),
    members_named,
    members_in_order,
)
MEETING = (*OF_EVERY_KIND, meeting_dated, meeting_in_order, meeting_times_placed, participants_named)
AGREEMENT = (
    *OF_EVERY_KIND,
    agreement_described,
    agreement_has_status,
    status_steps_dated,
    _not_itself("supersedes", gettext_noop("An agreement cannot supersede itself. Choose another one, or none.")),
)
PROGRAMME = (
    *OF_EVERY_KIND,
    programme_period,
    _not_itself("parent", gettext_noop("A programme cannot be its own parent. Choose another one, or none.")),
    projects_in_order,
)
ANNUAL_REPORT = (*OF_EVERY_KIND, objectives_have_status)
STATEMENT = (*OF_EVERY_KIND, statement_datelined, joint_statement_signed, contacts_reachable)
