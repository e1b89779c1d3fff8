"""The demo is loaded by the real transitions, so loading it tests them; what it leaves must be sound."""

import re
import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from itertools import pairwise
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from cooperation.demo import documents, people
from cooperation.models import (
    Agreement,
    AnnualReport,
    Country,
    Mechanism,
    Meeting,
    Member,
    Objective,
    Organization,
    Programme,
    Quote,
    RelatedDocument,
    Signatory,
    Statement,
    Theme,
    WorkingGroup,
    agreement,
    programme,
)
from editorial.base import languages
from editorial.checks.advice import run
from editorial.checks.glossary import Terms
from editorial.content import canonical, digests, kinds, names
from editorial.models import Address, Document, Edition, Event, GlossaryTerm, Release, SignOff, User
from editorial.models.glossaryterm import lines
from editorial.states import OPEN, Standing, State, Verb
from editorial.workflow import audit, bound_parties, signatures
from editorial.workflow.rules import permissions

PAST = datetime(2022, 3, 1, tzinfo=UTC)
#: Passages in another language, such as the titles of publications.
QUOTED = re.compile(r"<(span|ul)\b[^>]* lang=.*?</\1>")


@pytest.fixture(scope="module")
def printed_by_demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """The demo, loaded once for all tests here and undone after them; what the command printed."""
    with django_db_blocker.unblock(), transaction.atomic():
        printed = StringIO()
        call_command("demo", password="a password of ours", stdout=printed)
        yield printed.getvalue()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def demo(printed_by_demo: str, db: None) -> str:
    """Every test here looks at the loaded demo and may change it without the others noticing."""
    return printed_by_demo


def live(moment: datetime) -> Any:
    return Edition.objects.live(moment).select_related("document")


def document_named(handle_en: str) -> Document:
    return Document.objects.get(editions__slug_en=handle_en, editions__number=1)


def test_everybody_is_named_and_can_log_in(demo: str) -> None:
    for person in people.read_cast():
        assert person.username in demo
        user = User.objects.get(username=person.username)
        assert user.is_staff
        assert user.is_active
        assert user.check_password("a password of ours")
        assert [group.name for group in user.groups.all()] == [person.role]
        assert (user.party.code if user.party else "") == person.party
        assert user.language in languages.codes()
    assert "a password of ours" not in demo
    assert {user.language for user in User.objects.all()} == set(languages.codes())


def test_two_reviewers_act_for_each_government() -> None:
    found = Counter(User.objects.filter(groups__name="Reviewer").values_list("party__code", flat=True))
    assert found == {"CA": 2, "MX": 2, "US": 2}


def test_the_content_that_was_asked_for_is_public() -> None:
    found = Counter(edition.document.kind for edition in live(timezone.now()))
    assert found == {
        "page": 9,
        "mechanism": 11,
        "working_group": 10,
        "meeting": 15,
        "agreement": 13,
        "programme": 6,
        "annual_report": 4,
        "statement": 10,
    }
    for report in AnnualReport.objects.live(timezone.now()).filter(year__gte=2020):
        groups = {chapter.group for chapter in report.chapters.all()}
        assert len(groups) == 8
        assert groups == {objective.group for objective in report.objectives.all()}
        assert Edition.objects.live(timezone.now()).filter(document__in=groups).count() == 8


def test_there_are_two_at_every_stage() -> None:
    now = timezone.now()
    first = Edition.objects.filter(number=1).select_related("withdrawal")
    standings = Counter(edition.standing(now) for edition in first.filter(state=State.PUBLISHED))
    assert first.filter(state=State.DRAFT).count() == 2 + 2  # and two of the register, which lack facts
    assert first.filter(state=State.IN_REVIEW).count() == 2
    assert first.filter(state=State.CHANGES_REQUESTED).count() == 2
    assert standings[Standing.SCHEDULED] == 2 + 1 + 1  # and one of a release
    assert standings[Standing.WITHDRAWN] == 2


def test_two_editions_wait_for_the_second_of_two_signatures() -> None:
    waiting = [
        edition
        for edition in Edition.objects.filter(state=State.IN_REVIEW).select_related("document")
        if len(signatures.requirements_for(edition)) == 2
    ]
    assert len(waiting) == 2
    for edition in waiting:
        assert [signature.party.code for signature in signatures.signatures(edition)] == ["CA"]


def test_scheduled_ones_go_live_tomorrow_at_their_second() -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    scheduled = list(Edition.objects.scheduled(timezone.now()).filter(release_item=None))
    for edition in scheduled:
        begin = edition.live_during.lower
        assert begin.date() == tomorrow.date()
        assert not Edition.objects.live(begin - timedelta(seconds=1)).filter(pk=edition.pk).exists()
        assert Edition.objects.live(begin).filter(pk=edition.pk).exists()


def test_a_release_waits_for_its_instant_and_another_for_its_signatures() -> None:
    scheduled, assembling = Release.objects.order_by("public_at")
    items = [item.edition for item in scheduled.items.select_related("edition__document")]
    assert {edition.live_during.lower for edition in items} == {scheduled.public_at}
    assert {edition.document.kind for edition in items} == {"statement", "annual_report", "working_group"}
    assert (assembling.phase, assembling.items.count()) == ("assembling", 2)


def test_drafts_in_translation_lack_languages_and_one_has_outdated_ones() -> None:
    missing = list(Edition.objects.open().filter(number=1, state=State.DRAFT))
    assert all("missing" in edition.language_status.values() for edition in missing)
    [reworded] = Edition.objects.open().filter(state=State.DRAFT, number__gt=1)
    assert Counter(reworded.language_status.values()) == {"outdated": 2, "current": 1}


def test_whatever_was_published_is_at_parity_in_every_language() -> None:
    for edition in Edition.objects.filter(state=State.PUBLISHED):
        assert edition.language_status == dict.fromkeys(languages.codes(), "current")
        assert edition.excepted_languages == []


def test_four_eyes_saw_everything() -> None:
    for edition in Edition.objects.filter(state=State.PUBLISHED):
        contributors = permissions.contributors(edition)
        assert edition.published_by_id not in contributors
        assert contributors.isdisjoint(edition.signoffs.values_list("by_id", flat=True))


def test_digests_signatures_and_content_agree() -> None:
    for edition in Edition.objects.filter(state=State.PUBLISHED).select_related("document"):
        assert digests.digest(canonical.content_of(edition)) == edition.digest == edition.signed_digest
        assert SignOff.objects.filter(edition=edition, digest=edition.digest, decision="signed").exists()


def test_the_audit_chain_is_sound_and_runs_forward() -> None:
    assert list(audit.verify()) == []
    moments = list(Event.objects.order_by("id").values_list("at", flat=True))
    assert moments == sorted(moments)
    assert moments[-1] <= timezone.now()


def test_the_past_looks_different() -> None:
    now = timezone.now()
    then = {edition.document_id: edition.number for edition in live(PAST)}
    today = {edition.document_id: edition.number for edition in live(now)}
    assert then
    assert set(then) - set(today), "something public then was withdrawn since"
    assert set(today) - set(then), "something is public now that was not then"
    assert any(then[document] < today[document] for document in set(then) & set(today))


def test_a_page_has_three_editions_with_notes_and_an_old_address() -> None:
    document = document_named("partnership-at-a-glance")
    editions = list(document.editions.order_by("number"))
    assert [edition.state for edition in editions] == [State.PUBLISHED] * 3
    for edition in editions[1:]:
        assert all(languages.values(edition, "change_note").values())
    for earlier, later in pairwise(editions):
        assert earlier.live_during.upper == later.live_during.lower
    assert Address.objects.filter(document=document).count() == 6


def test_a_report_was_sent_back_and_signed_by_both() -> None:
    [report] = AnnualReport.objects.live(timezone.now()).filter(year=2020)
    verbs = list(report.events.order_by("id").values_list("verb", flat=True))
    assert verbs.count(Verb.REQUEST_CHANGES) == 1
    assert verbs.count(Verb.SUBMIT) == 2
    signed = report.signoffs.filter(digest=report.digest, decision="signed")
    assert {signature.party.code for signature in signed} == {"CA", "MX"}


def test_objectives_are_followed_across_the_years() -> None:
    """Whatever an objective continues was set in an earlier year; one thread runs through all four."""
    years: dict[uuid.UUID, int] = {}
    threads: dict[uuid.UUID, uuid.UUID | None] = {}
    live_ones = Objective.objects.filter(edition__in=Edition.objects.live(timezone.now()))
    for objective in live_ones.select_related("edition__annualreport"):
        years[objective.key] = objective.edition.annualreport.year
        threads[objective.key] = objective.continues
    continuing = {key: earlier for key, earlier in threads.items() if earlier}
    assert all(years[earlier] == years[key] - 1 for key, earlier in continuing.items())
    assert {years[key] for key in continuing} == {2019, 2020, 2021}
    longest = max(_thread(key, threads) for key in threads)
    assert longest == 4


def _thread(key: uuid.UUID, threads: dict[uuid.UUID, uuid.UUID | None]) -> int:
    earlier = threads[key]
    return 1 + (_thread(earlier, threads) if earlier else 0)


def test_agreements_stand_where_their_steps_put_them() -> None:
    """Every status is there, and what was expected in 2016 is overdue."""
    today = timezone.now().date()
    found: dict[str, agreement.Standing] = {}
    for edition in live(timezone.now()).filter(document__kind="agreement"):
        found[edition.slug_en] = agreement.standing(canonical.content_of(edition)["parts"]["statusstep"], today)
    assert {standing.status for standing in found.values()} == set(agreement.StatusStep.Status.values)
    assert [slug for slug, standing in found.items() if standing.overdue] == ["memorandum-rcmp-federal-police"]
    assert found["organic-equivalency-arrangement"].status == "in_force"
    assert found["north-american-free-trade-agreement"].status == "ended"


def test_programmes_run_and_have_ended() -> None:
    today = timezone.now().date()
    found = {programme.status(row.starts_on, row.ends_on, today) for row in Programme.objects.live(timezone.now())}
    assert found == {Programme.Status.RUNNING, Programme.Status.ENDED}


def test_joint_statements_are_signed_by_whom_they_name() -> None:
    joint = Statement.objects.live(timezone.now()).filter(type=Statement.Type.JOINT_STATEMENT)
    assert joint.count() == 3
    named = []
    for statement in joint:
        named.append({row.country.code for row in statement.signatorys.all() if row.country})
        assert {signature.party.code for signature in signatures.signatures(statement)} == named[-1]
    assert sorted(map(sorted, named)) == [["CA", "MX"], ["CA", "MX", "US"], ["CA", "MX", "US"]]


def test_every_text_is_signed_by_whom_it_names() -> None:
    """Or, of governments that are no party, says so: the framework of Central America names six of them."""
    outside = {}
    for edition in Edition.objects.filter(state=State.PUBLISHED).select_related("document"):
        content = canonical.content_of(edition)
        named = set(bound_parties.countries_bound(content, now=edition.submitted_at))
        assert set(edition.bound_parties) == named, edition.slug_en
        signed = {signature.party.code for signature in signatures.signatures(edition)}
        assert set(bound_parties.codes(edition.bound_parties)) <= signed, edition.slug_en
        if found := bound_parties.unrepresented(edition.bound_parties):
            outside[edition.slug_en] = found
    assert outside == {"regional-protection-and-solutions-framework": ["BZ", "CR", "GT", "HN", "PA", "SV"]}


#: What advice about the demo cannot be followed: a name that is longer than lists show.
UNAVOIDABLE = {("title.long", "Programme d’aide au renforcement des capacités de lutte contre la criminalité")}


def test_content_checks_find_nothing_to_mend() -> None:
    """Whatever the demo holds up as an example passes the checks; drafts that lack facts are meant to."""
    now = timezone.now()
    for edition in Edition.objects.exclude(state=State.DRAFT).select_related("document"):
        value = canonical.content_of(edition)
        found = {(finding.check.name, finding.excerpt) for finding in run.findings(edition, value, now=now)}
        assert found <= UNAVOIDABLE, edition.slug_en


@pytest.mark.parametrize("code", languages.codes())
def test_the_demo_obeys_its_own_glossary(code: str) -> None:
    """In every translation; titles of publications and names of the past stand as they are."""
    terms = {source: Terms.between(source, code) for source in languages.codes()}
    for edition in Edition.objects.select_related("document"):
        value = canonical.content_of(edition)
        source, target = (canonical.prose(value, language) for language in (edition.source_language, code))
        for path, text in source.items():
            if code == edition.source_language or path.startswith("othername/"):
                continue
            texts = [QUOTED.sub("", one) for one in (text, target.get(path, ""))]
            assert terms[edition.source_language].hints(*texts) == [], (edition.slug_en, path)


def test_the_glossary_forbids_nothing_that_it_asks_for() -> None:
    for term in GlossaryTerm.objects.all():
        for code in languages.codes():
            right = {languages.value(term, "term", code), *lines(languages.value(term, "variants", code))}
            assert right.isdisjoint(lines(languages.value(term, "forbidden", code))), term


#: Words that another language, or another name for the same thing, had put into the demo's texts.
MISTAKES = {
    "en": re.compile(
        r"\bPart I+\b|\b\d{1,2}[ \u00a0](?:January|June|July|November|December)\b|\bprogramme\b|\d[ \u00a0]%"
    ),
    "fr": re.compile(
        r"\bpartie I+\b|étatique|à la table\b|[Ss]ecrétariat des Affaires|feux? de végétation|clandestins"
    ),
    "es": re.compile(r"\bparte I+\b|memorándum|Canadá y(?: en)? México|tráfico de personas|bajo el (?:nuevo )?tratado"),
}


@pytest.mark.parametrize("code", languages.codes())
def test_mistakes_of_the_past_do_not_come_back(code: str) -> None:
    for edition in Edition.objects.select_related("document"):
        for path, text in canonical.prose(canonical.content_of(edition), code).items():
            if not path.startswith("othername/"):
                assert MISTAKES[code].search(QUOTED.sub("", text)) is None, (edition.slug_en, path, text)


def test_nobody_is_quoted_or_named() -> None:
    """The demo's sentences are its own: it puts no words into anybody's mouth, and names offices only."""
    assert not Quote.objects.exists()
    assert not Signatory.objects.exclude(name="").exists()
    assert not Member.objects.exclude(name="").exists()


def test_documents_of_the_register_name_one_another() -> None:
    """Meetings their mechanism, statements their meeting, a programme its parent, an agreement what it supersedes."""
    now = timezone.now()
    public = set(live(now).values_list("document_id", flat=True))
    meetings = Meeting.objects.live(now)
    assert all(meeting.mechanism_id in public for meeting in meetings)
    related = set(RelatedDocument.objects.filter(edition__in=meetings).values_list("document_id", flat=True))
    assert related
    assert related <= public
    assert Statement.objects.live(now).filter(meeting__in=public).count() == 6
    assert Programme.objects.live(now).filter(parent__in=public).count() == 1
    assert Agreement.objects.live(now).filter(supersedes__in=public).count() == 1
    assert Agreement.objects.live(now).filter(mechanism__in=public).count() == 3


def test_annual_meetings_run_from_the_12th_to_the_18th() -> None:
    [partnership] = Mechanism.objects.live(timezone.now()).filter(type="partnership")
    annual = Meeting.objects.live(timezone.now()).filter(mechanism=partnership.document).order_by("ordinal")
    assert list(annual.values_list("ordinal", flat=True)) == list(range(12, 19))
    days = list(annual.values_list("starts_on", flat=True))
    assert days == sorted(days)


def test_every_reference_of_the_demo_is_named_in_every_language() -> None:
    for model in (Country, Organization, Theme):
        for row in model.objects.all():
            assert all(languages.values(row, "name").values()), row.code


def test_withdrawals_are_explained_and_one_leads_elsewhere() -> None:
    withdrawn = Edition.objects.filter(withdrawal__isnull=False).select_related("withdrawal")
    for edition in withdrawn:
        assert all(languages.values(edition.withdrawal, "explanation").values())
        assert edition.live_during.upper == edition.withdrawal.at
    assert sum(edition.withdrawal.redirect_to is not None for edition in withdrawn) == 1


def test_no_edition_speaks_of_a_year_after_its_own() -> None:
    """Figures as of a later day would give away that the past was made up."""
    for edition in Edition.objects.filter(state=State.PUBLISHED).prefetch_related("figures"):
        for figure in edition.figures.all():
            assert figure.as_of is None or figure.as_of <= edition.live_during.lower.date()


def test_at_most_one_edition_is_open_and_open_ones_are_recent() -> None:
    open_ones = Edition.objects.filter(state__in=OPEN)
    assert max(Counter(open_ones.values_list("document_id", flat=True)).values()) == 1
    assert all(edition.created_at > timezone.now() - timedelta(days=30) for edition in open_ones)


def test_a_second_run_changes_nothing() -> None:
    head = audit.head()
    printed = StringIO()
    call_command("demo", password="another password", stdout=printed)
    assert "there already" in printed.getvalue()
    assert audit.head() == head
    assert User.objects.get(username="publisher").check_password("a password of ours")


def test_it_refuses_a_site_with_other_content() -> None:
    User.objects.filter(username=people.read_cast()[0].username).update(username="somebody")
    with pytest.raises(CommandError, match="empty site"):
        call_command("demo", password="a password of ours")


def test_it_asks_for_a_password_where_the_site_is_not_local(settings: Any) -> None:
    settings.LOCAL = False
    with pytest.raises(CommandError, match="--password"):
        call_command("demo")


def test_the_groups_of_the_demo_name_their_mechanism() -> None:
    mechanisms = {group.mechanism for group in WorkingGroup.objects.live(timezone.now())}
    assert [mechanism.kind for mechanism in mechanisms] == ["mechanism"]


def test_mechanisms_name_their_parties() -> None:
    for mechanism in Mechanism.objects.live(timezone.now()):
        assert mechanism.mechanismpartys.count() >= 2, mechanism.slug


def test_every_edition_of_the_files_was_published() -> None:
    now = timezone.now()
    planned = sum(len(document.editions) for document in documents.read_all())
    assert Edition.objects.begun(now).count() == planned
    assert people.exist()


def test_every_public_address_answers(client: Any) -> None:
    """Each document at its present address in each language; elsewhere a redirect to it; withdrawn ones say so."""
    present = {
        f"/{code}/{kinds.get_kind(edition.document.kind).path(code, languages.value(edition, 'slug', code))}/"
        for edition in live(timezone.now())
        for code in languages.codes()
    }
    public = {edition.document_id for edition in live(timezone.now())}
    scheduled = set(Edition.objects.scheduled(timezone.now()).values_list("document_id", flat=True))
    seen: Counter[int] = Counter()
    for address in Address.objects.all():
        answer = client.get(str(address))
        seen[answer.status_code] += 1
        if str(address) in present:
            assert answer.status_code == 200, address
        elif address.document_id in public:
            assert answer.status_code == 301, address
            assert answer["Location"] in present
        elif address.document_id in scheduled:
            assert answer.status_code == 404, address
    assert seen[200] == len(present)
    assert seen[301] == 3
    assert seen[410] >= 3


@pytest.mark.parametrize("code", languages.codes())
def test_pages_name_what_they_refer_to(code: str) -> None:
    """No bare code: countries, themes and organizations go by their names, in tags, parts and fields alike."""
    now = timezone.now()
    for edition in live(now):
        content = canonical.content_of(edition)
        assert content["names"].keys() == names.keys_in(content), edition.slug
        for key, name in content["names"].items():
            assert name.get(code) not in {None, key.partition(":")[2]}, edition.slug


def test_the_past_answers_too(client: Any) -> None:
    """What stood at an address then, with its text of then."""
    answer = client.get("/fr/pages/le-partenariat-en-bref/", {"at": "2022-03-01"})
    assert answer.status_code == 200
    assert "Le Partenariat Canada-Mexique en bref" in answer.content.decode()
