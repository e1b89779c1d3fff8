"""Remarks and preview links in the admin: the screens, their forms, and what comes of bad input."""

import re
from datetime import datetime, timedelta
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.collaboration.remarks import threads
from editorial.collaboration.remarks.guest import remark_by_guest
from editorial.collaboration.remarks.threads import Where
from editorial.models import Edition, PreviewLink, Remark, RemarkEntry, Section
from editorial.previews import links
from editorial.states import State
from editorial.workflow import drafts, transitions
from tests import builders
from tests.editorial import stages
from tests.editorial.desk import as_, at, post
from tests.people import People

pytestmark = pytest.mark.django_db

PANEL = {"HTTP_X_REMARKS_PANEL": "1"}


def send(user: Any, edition: Edition, *remark: int, **values: Any) -> Any:
    """Send one of the remarks' forms as a browser without scripts does."""
    screen = "remark" if remark else "remarks"
    return as_(user).post(at(edition, screen, *remark), {"back": at(edition, "change"), **values})


def body(response: Any) -> str:
    return re.sub(r"\s+", " ", unescape(response.content.decode()))


def opened(edition: Edition, by: Any, now: datetime, text: str = "Wrong day.", **values: Any) -> Remark:
    where = Where(values.pop("path", ""), values.pop("language", ""), values.pop("quotation", ""))
    return threads.open_thread(edition, by=by, now=now, text=text, where=where, **values).entry.remark


def test_a_thread_from_its_form_to_its_end(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    answer = send(
        people.reviewer_ca, edition, text="Which day, @author?", path="title", language="fr", must_fix="1",
        quotation="In review fr", mention="translator-fr, publisher",
    )  # fmt: skip
    remark = Remark.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"{at(edition, 'change')}#remark-{remark.pk}"
    assert remark.must_fix
    assert {m.person.username for m in remark.entries.get().mentions.all()} == {"author", "translator-fr", "publisher"}
    page = body(as_(people.author).get(at(edition, "change")))
    assert "Which day, @author?" in page
    assert "In review fr</blockquote>" in page
    assert post(people.reviewer_ca, edition, "sign_off").status_code == 409
    assert send(people.author, edition, remark.pk, do="reply", text="The third.").status_code == 302
    refused = send(people.author, edition, remark.pk, do="resolve", text="Done, I think.")
    assert refused.status_code == 409
    assert "Done, I think." in body(refused)
    assert "Only reviewer-ca or a reviewer for Government of Canada" in body(refused)
    settled = send(people.reviewer_ca, edition, remark.pk, do="resolve")
    assert settled["Location"] == f"{at(edition, 'change')}#remarks"
    assert post(people.reviewer_ca, edition, "sign_off").status_code == 302
    assert send(people.author, edition, remark.pk, do="reopen", remarks="all")["Location"].endswith(
        f"?remarks=all#remark-{remark.pk}"
    )
    assert [entry.kind for entry in remark.entries.all()] == ["said", "said", "resolved", "reopened"]


def test_the_script_gets_the_panel_alone(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    client = as_(people.author)
    there = at(edition, "remarks")
    kept = client.post(there, {"text": "Hm. @nobody", "back": at(edition, "change")}, **PANEL)
    assert kept.status_code == 200
    assert "<html" not in body(kept)
    assert "Kept. Nobody who could read it is called so here: @nobody." in body(kept)
    refused = client.post(there, {"text": "", "quotation": "kept words", "back": at(edition, "change")}, **PANEL)
    assert refused.status_code == 409
    assert 'data-reason="empty"' in body(refused)
    assert client.get(f"{there}?remarks=resolved&back=/x/", **PANEL).status_code == 200


def test_what_was_typed_about_a_part_that_is_gone_comes_back(people: People, now: datetime) -> None:
    draft = stages.at_stage(State.DRAFT, people, now)
    path = f"section/{Section.objects.get(edition=draft).key}"
    kept = opened(draft, people.reviewer_ca, now, path=path, text="About this section.")
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.sections.all().delete()
    refused = send(people.reviewer_ca, draft, text="More about it.", path=path, must_fix="1")
    assert refused.status_code == 409
    assert "More about it." in body(refused)
    assert "choose another place" in body(refused)
    page = body(as_(people.reviewer_ca).get(at(draft, "remarks")))
    gone = page[page.index("On parts that are gone") :]
    assert "About this section." in gone
    assert "Section en" in gone
    assert Remark.objects.get() == kept


def test_a_passage_that_changed_is_shown_as_such(people: People, now: datetime) -> None:
    draft = stages.at_stage(State.DRAFT, people, now)
    opened(draft, people.reviewer_ca, now, quotation="Section body fr")
    client = as_(people.author)
    assert "The passage has changed" not in body(client.get(at(draft, "change")))
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.sections.update(body_fr="<p>Autre</p>")
    page = body(client.get(at(draft, "change")))
    assert "The passage has changed" in page
    assert "Section body fr</blockquote>" in page


def test_ways_of_showing(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    opened(edition, people.author, now, text="Plain one.")
    opened(edition, people.reviewer_ca, now, text="Grave one for @author.", must_fix=True)
    settled = opened(edition, people.publisher, now, text="Settled one.")
    threads.resolve(settled, by=people.publisher, now=now, edition=edition)
    shown = {
        "": {"Plain", "Grave"},
        "nonsense": {"Plain", "Grave"},
        "must_fix": {"Grave"},
        "resolved": {"Settled"},
        "mine": {"Plain", "Grave"},
        "all": {"Plain", "Grave", "Settled"},
    }
    for show, wanted in shown.items():
        page = body(as_(people.author).get(at(edition, "remarks"), {"remarks": show}))
        assert {word for word in ("Plain", "Grave", "Settled") if f"{word} one" in page} == wanted, show


def test_open_threads_are_carried_to_the_next_edition(people: People, now: datetime) -> None:
    live = stages.live(people, now - timedelta(hours=1))
    opened(live, people.reviewer_ca, now, text="Carried along.")
    settled = opened(live, people.reviewer_ca, now, text="Left behind.")
    threads.resolve(settled, by=people.author, now=now, edition=live)
    draft = transitions.revise(live, by=people.author, now=now)
    opened(draft, people.author, now, text="Of the new one.")
    page = body(as_(people.author).get(at(draft, "remarks"), {"remarks": "all"}))
    assert "from edition 1" in page
    assert "Carried along." in page
    assert "Left behind." not in page
    assert "Of the new one." not in body(as_(people.author).get(at(live, "remarks"), {"remarks": "all"}))


def test_counts_stand_in_the_action_bar_and_in_the_history(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    for number in range(3):
        opened(edition, people.author, now, text=f"Number {number}", must_fix=number == 0)
    client = as_(people.author)
    assert re.search(r'remarks/">Remarks <span class="way-count">3</span>', body(client.get(at(edition, "change"))))
    history = body(client.get(at(edition, "history")))
    assert "Remark made" in history
    assert "Number 2" in history


def test_who_may_not_read_may_not_remark(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    remark = opened(edition, people.author, now)
    for answer in (
        send(people.outsider, edition, text="x"),
        send(people.outsider, edition, remark.pk, do="reply", text="x"),
        as_(people.outsider).get(at(edition, "remarks")),
        as_(people.outsider).get(at(edition, "links")),
    ):
        assert answer.status_code == 403
    assert RemarkEntry.objects.count() == 1


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", ""])
def test_a_forged_way_back_leads_nowhere_else(people: People, now: datetime, back: str) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    answer = send(people.author, edition, text="x", back=back)
    assert answer["Location"].startswith(at(edition, "remarks"))


def test_answers_to_nothing_are_not_found(people: People, now: datetime) -> None:
    edition, other = (stages.at_stage(state, people, now) for state in (State.DRAFT, State.IN_REVIEW))
    remark = opened(other, people.author, now)
    assert send(people.author, edition, remark.pk, do="resolve").status_code == 404
    assert send(people.author, edition, 999_999, do="reply", text="x").status_code == 404
    assert send(people.author, other, remark.pk, do="nonsense", text="x").status_code == 302
    assert as_(people.author).get(at(other, "remark", remark.pk)).status_code == 302
    assert RemarkEntry.objects.count() == 1


def test_the_form_that_others_have_open_stays_valid(people: People, now: datetime) -> None:
    draft = stages.at_stage(State.DRAFT, people, now)
    version = builders.fresh(draft).version
    send(people.reviewer_ca, draft, text="While you type.")
    with drafts.edit(draft, by=people.author, now=now, version=version) as row:
        row.title_en = "Typed meanwhile"
        row.save()


def test_queries_do_not_grow_with_what_is_said(people: People, now: datetime) -> None:
    def cost(edition: Edition) -> int:
        client = as_(people.author)
        client.get(at(edition, "remarks"))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(at(edition, "remarks"), {"remarks": "all"}).status_code == 200
        return len(captured)

    few, many = (stages.at_stage(State.DRAFT, people, now, slug=slug) for slug in ("few", "many"))
    for edition, count in ((few, 1), (many, 25)):
        path = f"section/{Section.objects.get(edition=edition).key}"
        for number in range(count):
            remark = opened(edition, people.reviewer_ca, now, text=f"{number} @author", path=path, must_fix=True)
            threads.reply(remark, by=people.author, now=now, text=f"Answer {number}", edition=edition)
        made = links.make(
            edition, by=people.author, now=now, digest=edition.digest, shown=["en"], label="x", days=1,
            once=remark_uuid(edition),
        )  # fmt: skip
        for number in range(count):
            links.agree(made.token, language="en", name=f"Guest {number}", now=now)
    assert cost(few) == cost(many) <= 20


def remark_uuid(edition: Edition) -> Any:
    return edition.document.uuid


# Preview links


def once(page: str) -> dict[str, str]:
    """The hidden values of the form on the page."""
    return {name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("digest", "once")}  # type: ignore[index]


def test_a_link_is_shown_once(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    client = as_(people.author)
    page = body(client.get(at(edition, "links")))
    given = {**once(page), "label": "The ministry", "shown": ["en", "fr"], "days": "5"}
    made = client.post(at(edition, "links"), given)
    assert made.status_code == 200
    assert "no-store" in made["Cache-Control"]
    token = re.search(r'value="http://testserver/preview/([\w-]{43})/"', body(made))[1]  # type: ignore[index]
    link = PreviewLink.objects.get()
    assert link.token_hash == links.hashed(token)
    assert link.languages == ["en", "fr"]
    listed = body(client.get(at(edition, "links")))
    assert token not in listed
    assert "The ministry" in listed
    replayed = client.post(at(edition, "links"), given)
    assert replayed.status_code == 409
    assert "made already" in body(replayed)
    assert PreviewLink.objects.count() == 1
    assert "Preview link made" in body(client.get(at(edition, "history")))
    assert token not in body(client.get(at(edition, "history")))


@pytest.mark.parametrize(
    "wrong",
    [
        {"label": ""},
        {"days": "400"},
        {"days": "x"},
        {"shown": []},
        {"once": "x"},
        {"digest": "stale"},
        {"shown": ["de"]},
    ],
)
def test_a_wrong_form_makes_nothing_and_keeps_what_was_typed(
    people: People, now: datetime, wrong: dict[str, Any]
) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    client = as_(people.author)
    page = body(client.get(at(edition, "links")))
    given = {**once(page), "label": "For Ana & Co", "shown": ["fr"], "days": "5", **wrong}
    answer = client.post(at(edition, "links"), given)
    assert answer.status_code == 409
    assert "Nothing was done" in body(answer)
    assert ("For Ana & Co" in body(answer)) == ("label" not in wrong)
    assert not PreviewLink.objects.exists()
    # What comes back can be sent at once, once it is right.
    again = {**once(body(answer)), "label": "For Ana", "shown": ["fr"], "days": "5"}
    assert client.post(at(edition, "links"), again).status_code == 200


def test_revoking(people: People, now: datetime) -> None:
    edition, other = (stages.at_stage(state, people, now) for state in (State.DRAFT, State.IN_REVIEW))
    link = links.make(
        edition, by=people.author, now=now, digest=edition.digest, shown=["en"], label="x", days=1,
        once=edition.document.uuid,
    ).link  # fmt: skip
    assert as_(people.reviewer_mx).post(at(other, "link_revoke", link.pk)).status_code == 404
    assert as_(people.translator_fr).post(at(edition, "link_revoke", link.pk)).status_code == 409
    assert as_(people.reviewer_mx).get(at(edition, "link_revoke", link.pk)).status_code == 302
    assert PreviewLink.objects.get().revoked_at is None
    assert as_(people.reviewer_mx).post(at(edition, "link_revoke", link.pk)).status_code == 302
    again = as_(people.author).post(at(edition, "link_revoke", link.pk))
    assert again.status_code == 409
    assert "reviewer-mx has revoked this link already" in body(again)


def test_whoever_may_not_make_links_sees_them(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    page = body(as_(people.translator_fr).get(at(edition, "links")))
    assert "made by authors, reviewers and publishers" in page
    assert "links/" not in body(as_(people.translator_fr).get(at(edition, "change")))


def test_what_a_guest_said_is_marked_as_such(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    made = links.make(
        edition, by=people.author, now=now, digest=edition.digest, shown=["en"], label="The ministry", days=1,
        once=edition.document.uuid,
    )  # fmt: skip
    remark_by_guest(made.token, language="en", name="Ana", text="<b>Late</b>?", now=now, where=Where())
    links.agree(made.token, language="en", name="Government of Canada", now=now)
    page = as_(people.author).get(at(edition, "change")).content.decode()
    assert page.count("guest, by preview link") == 2
    assert "&lt;b&gt;Late&lt;/b&gt;?" in page
    history = body(as_(people.author).get(at(edition, "history")))
    assert history.count("guest, by preview link") == 2
    assert "Guest agrees, by preview link" in history
    assert len(as_(people.author).get(at(edition, "change")).context["workflow"].signatures) == 1
    assert as_(people.author).get(at(edition, "change")).context["workflow"].signatures[0].given is None


def test_a_link_that_ended_with_its_edition_is_listed_so(people: People, now: datetime) -> None:
    draft = stages.at_stage(State.DRAFT, people, now)
    given = {"digest": draft.digest, "shown": ["en"], "label": "The ministry", "days": 7, "once": uuid4()}
    links.make(draft, by=people.author, now=now, **given)
    assert "ended with the edition" not in body(as_(people.author).get(at(draft, "links")))
    transitions.discard(builders.fresh(draft), by=people.author, now=now)
    listed = body(as_(people.author).get(at(draft, "links")))
    assert "ended with the edition" in listed
    assert "/revoke/" not in listed
