"""Releases at the desk: assembled, frozen, scheduled and published as people would, and refused with the reason."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from editorial import releases
from editorial.models import Edition, Event, Release, ReleaseItem
from editorial.states import Phase, State
from editorial.workflow import drafts, transitions
from tests import builders
from tests.editorial import stages
from tests.editorial.desk import as_, at, to
from tests.editorial.release_helpers import assembled, fresh, frozen, pair, sign
from tests.people import People


def where(screen: str, *args: Any) -> str:
    return reverse(f"admin:editorial_release_{screen}", args=args)


def step(release: Release, word: str) -> str:
    return where("step", release.pk, word)


def reason_codes(response: Any) -> list[str]:
    return [reason.code for reason in response.context["reasons"]]


def test_a_release_from_its_beginning_to_the_public(people: People, now: datetime) -> None:
    report, statement = pair(people, now)
    author, publisher = as_(people.author), as_(people.publisher)
    begun = author.post(where("add"), {"title": "Report 2021", "planned_for_zone": "UTC"})
    release = Release.objects.get()
    assert begun.url == where("change", release.pk)
    for edition in (statement, report):
        done = author.post(where("add_edition", release.pk), {"document": str(edition.document.uuid)})
        assert done.status_code == 302
    for edition in (statement, report):
        sign(edition, people, now)
    for word in ("freeze", "publish"):
        page = publisher.get(step(release, word))
        assert page.context["possible"], page.context["refusals"]
        assert publisher.post(step(release, word), {"version": fresh(release).version}).status_code == 302
    assert {builders.fresh(each).state for each in (report, statement)} == {State.PUBLISHED}


def test_it_is_added_by_words_too_and_what_is_unknown_is_kept(people: People, now: datetime) -> None:
    builders.make_note(people, now, slug="unique-words")
    release = releases.create(title="One", by=people.author, now=now)
    client = as_(people.author)
    wrong = client.post(where("add_edition", release.pk), {"document-find": "Unknown <b>"})
    assert (wrong.status_code, reason_codes(wrong)) == (409, ["document"])
    assert 'value="Unknown &lt;b&gt;"' in wrong.content.decode()
    assert client.post(where("add_edition", release.pk), {"document-find": "Unique words en"}).status_code == 302
    assert ReleaseItem.objects.count() == 1


def test_a_document_without_an_open_edition_says_what_to_do(people: People, now: datetime) -> None:
    live = stages.live(people, now)
    release = releases.create(title="One", by=people.author, now=now)
    refused = as_(people.author).post(where("add_edition", release.pk), {"document": str(live.document.uuid)})
    assert (refused.status_code, reason_codes(refused)) == (409, ["open"])


def test_a_refusal_says_per_edition_why(people: People, now: datetime) -> None:
    release, editions = frozen(people, now)
    from editorial.states import Verb
    from editorial.workflow import audit

    audit.record(editions[1], Verb.SAVE, by=people.publisher, now=now)
    refused = as_(people.publisher).post(step(release, "publish"), {"version": release.version})
    assert refused.status_code == 409
    assert [(each.title, [r.code for r in each.reasons]) for each in refused.context["refusals"]] == [
        ("Report en", ["four_eyes"])
    ]
    assert {builders.fresh(each).state for each in editions} == {State.APPROVED}


def test_a_page_that_is_not_of_the_present_changes_nothing(people: People, now: datetime) -> None:
    release, _editions = frozen(people, now)
    refused = as_(people.publisher).post(step(release, "unfreeze"), {"version": 1, "reason": "I typed this"})
    assert (refused.status_code, reason_codes(refused)) == (409, ["moved"])
    assert "I typed this" in refused.content.decode()
    assert fresh(release).phase == Phase.FROZEN


def test_it_is_scheduled_on_the_clock_of_a_place(people: People, now: datetime) -> None:
    release, editions = frozen(people, now)
    when = {"at_date": "2031-03-01", "at_time": "09:00", "at_zone": "America/Mexico_City"}
    client = as_(people.publisher)
    assert client.post(step(release, "schedule"), {"version": release.version, **when}).status_code == 302
    assert builders.fresh(editions[0]).live_during.lower.isoformat() == "2031-03-01T15:00:00+00:00"
    page = client.get(where("change", release.pk)).content.decode()
    assert "Scheduled" in page
    assert all(place in page for place in ("Ottawa", "Mexico City", "UTC"))


@pytest.mark.parametrize("who", ["author", "translator_fr", "reviewer_ca", "administrator"])
def test_only_publishers_freeze_by_post_too(who: str, people: People, now: datetime) -> None:
    release, _editions = assembled(people, now)
    refused = as_(getattr(people, who)).post(step(release, "freeze"), {"version": release.version})
    assert (refused.status_code, reason_codes(refused)) == (409, ["permission"])
    assert fresh(release).phase == Phase.ASSEMBLING


def test_who_reads_no_editions_sees_no_release(people: People, now: datetime) -> None:
    release, editions = assembled(people, now)
    client = as_(people.outsider)
    for url in (where("changelist"), where("change", release.pk), where("join", editions[0].pk), where("add")):
        assert client.get(url).status_code == 403
    assert client.post(where("remove", release.pk, editions[0].pk)).status_code == 403


def test_what_is_not_there_is_not_found(people: People) -> None:
    client = as_(people.author)
    for url in (where("change", 999), where("step", 999, "freeze"), where("join", 999)):
        assert client.get(url).status_code == 404
    assert client.get("/admin/editorial/release/99999999999999999999999/change/").status_code == 404


def test_the_page_tells_who_has_what_in_few_queries(
    people: People, now: datetime, django_assert_max_num_queries: Any
) -> None:
    builders.joint("note", people)
    release = releases.create(title="Many", by=people.author, now=now)
    counts = []
    client = as_(people.publisher)
    for number in range(6):
        draft = builders.make_note(people, now, slug=f"n{number}")
        releases.add(release, transitions.submit(draft, by=people.author, now=now), by=people.author, now=now)
        if number in (0, 5):
            with django_assert_max_num_queries(12) as captured:
                page = client.get(where("change", release.pk))
            counts.append(len(captured))
    assert counts[0] == counts[1]
    html = page.content.decode()
    assert "Government of Canada, Government of Mexico" in html
    assert "6 editions are not signed by all yet." in html
    checked = as_(people.publisher).get(where("change", release.pk), {"check": ""}).content.decode()
    assert checked.count("Nothing in its content stands in the way.") == 6


def test_the_check_names_what_a_draft_lacks(people: People, now: datetime) -> None:
    release = releases.create(title="One", by=people.author, now=now)
    draft = builders.make_note(people, now, attest=False)
    releases.add(release, builders.fresh(draft), by=people.author, now=now)
    html = as_(people.author).get(where("change", release.pk), {"check": ""}).content.decode()
    assert "French was not attested" in html


def test_an_edition_finds_its_way_into_a_release_and_says_so(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    client = as_(people.author)
    assert where("join", draft.pk) in client.get(at(draft, "change")).content.decode()
    empty = client.post(where("join", draft.pk), {"release": "new", "title": " "})
    assert (empty.status_code, reason_codes(empty)) == (409, ["title"])
    assert client.post(where("join", draft.pk), {"release": "junk"}).status_code == 409
    assert not Release.objects.exists()
    assert client.post(where("join", draft.pk), {"release": "new", "title": "With this"}).status_code == 302
    release = Release.objects.get()
    for screen in ("change", "history"):
        html = client.get(at(draft, screen)).content.decode()
        assert "With this" in html
        assert where("change", release.pk) in html
    other = builders.make_note(people, now, slug="other")
    assert client.post(where("join", other.pk), {"release": release.pk}).status_code == 302
    assert client.post(where("remove", release.pk, other.pk)).status_code == 302
    assert client.post(where("remove", release.pk, other.pk)).status_code == 409
    assert list(ReleaseItem.objects.values_list("edition_id", flat=True)) == [draft.pk]


def test_the_list_is_narrowed_by_state(people: People, now: datetime) -> None:
    frozen(people, now)
    releases.create(title="Hoped for", by=people.author, now=now, planned_for=now + timedelta(days=9))
    client = as_(people.reviewer_ca)
    assert "Hoped for" in client.get(where("changelist")).content.decode()
    narrowed = client.get(where("changelist"), {"state": "frozen"}).content.decode()
    assert "Hoped for" not in narrowed
    assert "Report and statement" in narrowed
    assert where("add") not in narrowed


def test_a_held_edition_says_so_in_its_action_bar(people: People, now: datetime) -> None:
    _release, editions = frozen(people, now)
    bar = as_(people.publisher).get(at(editions[0], "change")).context["workflow"]
    against = {each.verb: [reason.code for reason in each.reasons] for each in bar.impossible}
    assert {against[verb][0] for verb in ("publish", "schedule")} == {"release"}


def minor_draft(people: People, now: datetime) -> Edition:
    draft = transitions.revise(stages.live(people, now), by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.minor, row.summary_en = True, "Something else"
        row.save()
    builders.attest_all(draft, people, now)
    return builders.fresh(draft)


def test_the_author_is_asked_why_a_substantive_change_is_minor(people: People, now: datetime) -> None:
    draft = minor_draft(people, now)
    client = as_(people.author)
    assert "It says something new: Summary (English)." in client.get(to(draft, "submit")).content.decode()
    refused = client.post(to(draft, "submit"), {"version": draft.version, "reason": " "})
    assert (refused.status_code, reason_codes(refused)) == (409, ["minor"])
    given = {"version": draft.version, "reason": "Agreed by telephone."}
    assert client.post(to(draft, "submit"), given).status_code == 302
    assert Event.objects.filter(edition=draft).latest("id").reason == "Agreed by telephone."
    assert "Agreed by telephone." in as_(people.reviewer_ca).get(at(draft, "change")).content.decode()
