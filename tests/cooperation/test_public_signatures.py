"""Whatever represents an edition says which governments signed it and when, and who of those it names did not."""

import csv
import io
import json
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cooperation.models import Organization
from cooperation.pdf import report as report_data
from cooperation.views.page import public_signatures
from cooperation.views.page.public_signatures import PublicSignatures
from editorial.content import canonical
from editorial.models import Edition, Party, SignOff, SignOffRule, User
from editorial.states import State, Verb
from editorial.workflow import transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.bound_parties import countries_bound
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.builders import country, make, texts
from tests.cooperation import register
from tests.cooperation.site import body, days, get, mechanism, page, report, uuid, words
from tests.people import People, party, person

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "fr", "es")
A = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def us(people: People) -> User:
    """A reviewer of a third party, which speaks for the United States."""
    third = party("US", "Government of the United States", "Gouvernement des États-Unis", "Gobierno de Estados Unidos")
    return person("reviewer-us", "Reviewer", party=third, first_name="Morgan", last_name="Ellis")


def release(
    people: People, now: datetime, *countries: str, slug: str = "release", signer: User | None = None, **fields: Any
) -> Edition:
    """A live news release that names governments, signed by one reviewer for any party."""
    edition = transitions.submit(statement(people, now, *countries, slug=slug, **fields), by=people.author, now=now)
    edition = transitions.sign_off(edition, by=signer or people.reviewer_ca, now=now, digest=edition.digest)
    return transitions.publish(edition, by=people.publisher, now=now)


def statement(people: People, now: datetime, *countries: str, slug: str, **fields: Any) -> Any:
    register.tables()
    for code in countries:
        country(code)
    signatories = [
        {"country": code, "organization": None, "name": "", "title": texts("Minister")} for code in countries
    ]
    return make(
        "statement", people, now, slug=slug, fields={"type": "release", "dated_on": "2022-03-02", **fields},
        parts={"section": [builders.section()], "signatory": signatories},
    )  # fmt: skip


def facts(html: str) -> dict[str, list[str]]:
    """What the facts beside a page say, by their label."""
    found = html.split('class="meta"')[1].split("</dl>")[0]
    return {
        label: [" ".join(re.sub(r"<[^>]+>", " ", value).split()) for value in re.findall(r"<dd>(.*?)</dd>", block)]
        for block in found.split("<dt>")[1:]
        for label in [block.split("</dt>")[0]]
    }


def api(client: Client, edition: Edition, kind: str, query: str = "") -> Any:
    return json.loads(client.get(f"/api/v1/documents/{kind}/{uuid(edition)}?language=en{query}").content)


def linked_data(html: str) -> Any:
    return json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])["@graph"][0]


# Who signed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_which_governments_signed_it_and_when_and_no_names(
    language: str, client: Client, people: People, us: User, now: datetime
) -> None:
    country("US")
    begin = now - days(3)
    draft = register.draft(
        "mechanism", people, begin, parts={"mechanismparty": [{"country": code} for code in ("CA", "MX", "US")]}
    )
    edition = transitions.submit(draft, by=people.author, now=begin)
    for reviewer, later in ((people.reviewer_mx, 0), (us, 1), (people.reviewer_ca, 2)):
        edition = transitions.sign_off(edition, by=reviewer, now=begin + days(later), digest=edition.digest)
    transitions.publish(edition, by=people.publisher, now=now)
    segment = {"en": "mechanisms", "fr": "mecanismes", "es": "mecanismos"}[language]
    html = body(get(client, f"/{language}/{segment}/mechanism-{language}/"))
    said = facts(html)[words(language, "Signed by")]
    assert [name.split(str(now.year))[0].rstrip(" 0123456789.,") for name in said]
    assert [
        re.search(r'datetime="([0-9-]+)"', value)[1] for value in html.split('class="signed"')[1].split("<dd>")[1:4]
    ] == [  # type: ignore[index]
        (begin + days(later)).date().isoformat() for later in (0, 1, 2)
    ]
    with_names = {"en": "Government of the United States", "fr": "Gouvernement des États-Unis"}
    assert with_names.get(language, "Gobierno de Estados Unidos") in said[1]
    assert words(language, "Not signed by") not in facts(html)
    assert "notice-unsigned" not in html
    for official in ("Morgan", "Ellis", "reviewer"):
        assert official not in html


def test_every_form_of_it_says_the_same(client: Client, people: People, us: User, now: datetime) -> None:
    edition = release(people, now, "CA", "US", "FR")
    sentences = [
        "Published by Government of Canada.",
        "Government of the United States has not signed this text.",
        "FR en is named in this text, but takes no part in this site and has not signed it here.",
    ]
    day = now.date().isoformat()
    html = body(get(client, "/en/statements/release-en/"))
    notice = " ".join(html.split("notice-unsigned")[1].split("</div>")[0].split())
    assert all(sentence in notice for sentence in sentences)
    assert facts(html)["Not signed by"] == ["Government of the United States", "FR en"]
    assert facts(html)["Signed by"][0].startswith("Government of Canada")
    told = {
        "signed": [{"party": "CA", "name": "Government of Canada", "on": day}],
        "not_signed": [{"code": "US", "name": "Government of the United States"}],
        "not_represented": [{"code": "FR", "name": "FR en"}],
        "urgent_on": None,
        "confirmed_on": None,
        "confirmed_by": "",
        "notes": sentences,
    }
    assert api(client, edition, "statement")["signatures"] == told
    [row] = json.loads(client.get("/api/v1/documents/statement").content)["items"]
    assert row["signatures"] == told
    agreed = linked_data(html)["potentialAction"]
    assert [
        (each["agent"]["identifier"], each["actionStatus"].rpartition("/")[2], each.get("endTime")) for each in agreed
    ] == [
        ("CA", "CompletedActionStatus", day),
        ("US", "PotentialActionStatus", None),
        ("FR", "PotentialActionStatus", None),
    ]
    for address in ("/en/feed.atom", "/en/statements/feed.atom", "/en/statements/release-en/changes.atom"):
        entry = ElementTree.fromstring(get(client, address).content).find(f"{A}entry")
        assert [each.text for each in entry.iter(f"{A}name")] == ["Government of Canada"]
        assert all(sentence in entry.find(f"{A}summary").text for sentence in sentences)
        assert "Signed by: Government of Canada (" in entry.find(f"{A}summary").text
    table = list(csv.DictReader(io.StringIO(b"".join(client.get("/en/statements/list.csv")).decode("utf-8-sig"))))
    assert table[0]["Signed by"] == f"Government of Canada ({day})"
    assert table[0]["Named in it, but has not signed"] == "Government of the United States, FR en"
    listed = body(get(client, "/en/statements/")).split('class="link-signed')
    assert "Government of Canada (" in listed[1]
    assert "Government of the United States, FR en" in listed[2]


def test_a_report_as_pdf_names_them_too(people: People, us: User, now: datetime) -> None:
    cmp = mechanism(people, now)
    edition = report(people, now, 2021, of=cmp)
    found = public_signatures.find_signatures(edition.pk, "fr", now)
    data = report_data.data(
        edition, canonical.content_of(edition), language="fr", moment=now, digest=edition.digest, signatures=found
    )
    said = {fact["label"]: fact["value"] for fact in data["facts"]}
    assert said[words("fr", "Signed by")].startswith("Gouvernement du Canada (")
    unsigned = PublicSignatures(found.signed, missing=found.signed)
    data = report_data.data(
        edition, canonical.content_of(edition), language="en", moment=now, digest=edition.digest, signatures=unsigned
    )
    assert any("has not signed this text." in paragraph for paragraph in data["about"])


def test_an_edition_of_the_past_shows_its_own_signatures(
    client: Client, people: People, us: User, now: datetime
) -> None:
    first = release(people, now - days(9), "CA", "MX")
    draft = transitions.revise(first, by=people.author, now=now - days(5))
    row = builders.note_change(draft, people, now - days(5))
    builders.attest_all(row, people, now - days(5))
    second = transitions.submit(builders.fresh(row), by=people.author, now=now - days(4))
    second = transitions.sign_off(second, by=people.reviewer_mx, now=now - days(3), digest=second.digest)
    transitions.publish(second, by=people.publisher, now=now - days(2))
    address = "/en/statements/release-en/"
    before, after = ((now - days(back)).date().isoformat() for back in (6, 1))
    then = facts(body(get(client, f"{address}?at={before}")))
    today = facts(body(get(client, address)))
    assert (then["Signed by"][0][:20], then["Not signed by"]) == ("Government of Canada", ["Government of Mexico"])
    assert (today["Signed by"][0][:20], today["Not signed by"]) == ("Government of Mexico", ["Government of Canada"])
    assert facts(body(get(client, f"{address}?at={after}"))) == today
    assert [each["party"] for each in api(client, first, "statement", f"&at={before}")["signatures"]["signed"]] == [
        "CA"
    ]


def test_what_was_published_urgently_says_who_has_not_signed_yet(
    client: Client, people: People, us: User, now: datetime
) -> None:
    begin = now - days(2)
    draft = statement(people, begin, "CA", "MX", slug="storm", type="joint_statement")
    edition = transitions.submit(draft, by=people.author, now=begin)
    edition = transitions.sign_off(edition, by=people.reviewer_mx, now=begin, digest=edition.digest)
    edition = transitions.publish_urgently(edition, by=people.superuser, now=begin, reason="A storm comes.")
    told = api(client, edition, "statement")["signatures"]
    assert [each["party"] for each in told["signed"]] == ["MX"]
    assert [each["code"] for each in told["not_signed"]] == ["CA"]
    assert told["notes"][0] == "Published by Government of Mexico."
    assert told["notes"][1] == "Government of Canada has not signed this text."
    assert told["notes"][2].startswith("It was published urgently on ")
    assert (told["urgent_on"], told["confirmed_on"]) == (begin.date().isoformat(), None)
    transitions.confirm(builders.fresh(edition), by=us, now=now)
    told = api(client, edition, "statement")["signatures"]
    assert told["confirmed_by"] == "Government of the United States"
    assert told["confirmed_on"] == now.date().isoformat()
    assert told["notes"][3].startswith("A second person confirmed that on ")
    assert told["notes"][3].endswith(", for Government of the United States.")
    assert [each["code"] for each in told["not_signed"]] == ["CA"]
    html = body(get(client, "/en/statements/storm-en/"))
    assert "Government of Canada has not signed this text." in html
    past = api(client, edition, "statement", f"&at={(now - days(1)).date().isoformat()}")
    assert past["signatures"]["confirmed_on"] is None


def test_urgently_and_signed_by_nobody(client: Client, people: People, now: datetime) -> None:
    draft = statement(people, now, "CA", slug="storm")
    transitions.publish_urgently(draft, by=people.superuser, now=now, reason="A storm comes.")
    html = body(get(client, "/en/statements/storm-en/"))
    assert "No government has signed this text." in html
    assert facts(html)["Not signed by"] == ["Government of Canada"]


# What binds


@pytest.mark.parametrize("kind", ["agreement", "mechanism", "statement"])
def test_what_binds_needs_all_whom_it_names(kind: str, people: People, us: User, now: datetime) -> None:
    SignOffRule.objects.create(kind=kind, party=people.ca)
    edition = transitions.submit(register.draft(kind, people, now), by=people.author, now=now)
    assert edition.bound_parties == {"CA": "CA", "MX": "MX"}
    assert edition.all_must_sign
    edition = transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest)
    assert edition.state == State.IN_REVIEW
    with pytest.raises(NotAllowed):
        transitions.publish(edition, by=people.publisher, now=now)
    with pytest.raises(NotAllowed):
        transitions.sign_off(edition, by=us, now=now, digest=edition.digest)
    edition = transitions.sign_off(edition, by=people.reviewer_mx, now=now, digest=edition.digest)
    assert transitions.publish(edition, by=people.publisher, now=now).state == State.PUBLISHED


def test_a_report_binds_the_parties_of_its_mechanism(people: People, us: User, now: datetime) -> None:
    frame = register.live("mechanism", people, now - days(1))
    draft = make("annual_report", people, now, slug="r", fields={"year": 2021, "mechanism": uuid(frame)})
    edition = transitions.submit(draft, by=people.author, now=now)
    assert (edition.bound_parties, edition.all_must_sign) == ({"CA": "CA", "MX": "MX"}, True)


def test_a_report_of_a_mechanism_that_is_no_longer_public_binds_its_last_parties(people: People, now: datetime) -> None:
    frame = register.draft("mechanism", people, now)
    draft = make("annual_report", people, now, slug="r", fields={"year": 2021, "mechanism": uuid(frame)})
    assert transitions.submit(draft, by=people.author, now=now).bound_parties == {"CA": "CA", "MX": "MX"}


def test_a_programme_binds_who_carries_it_out_or_pays(people: People, now: datetime) -> None:
    register.tables()
    partners = [("implementer", "ministry"), ("partner", "secretariat")]
    edition = transitions.submit(
        register.draft(
            "programme", people, now,
            parts={"programmepartner": [{"role": role, "organization": code} for role, code in partners]},
        ), by=people.author, now=now,
    )  # fmt: skip
    assert (edition.bound_parties, edition.all_must_sign) == ({"CA": "CA"}, False)


@pytest.mark.parametrize("kind", ["working_group", "meeting"])
def test_what_tells_of_others_binds_nobody(kind: str, people: People, now: datetime) -> None:
    edition = transitions.submit(register.draft(kind, people, now), by=people.author, now=now)
    assert edition.bound_parties == {}


def test_an_organization_of_no_country_binds_nobody(people: People, now: datetime) -> None:
    register.tables()
    Organization.objects.create(code="unhcr", name_en="UNHCR")
    rows = [{"organization": code, "signed_by": register.NOTHING} for code in ("ministry", "unhcr")]
    draft = register.draft("agreement", people, now, parts={"agreementparty": rows})
    assert transitions.submit(draft, by=people.author, now=now).bound_parties == {"CA": "CA"}


# Narrowing


def test_lists_and_the_search_are_narrowed_by_who_signed(
    client: Client, people: People, us: User, now: datetime
) -> None:
    release(people, now, "CA", slug="by-canada")
    release(people, now, "US", slug="by-us", signer=us)
    both = builders.make("page", people, now, slug="joint-page")
    builders.joint("page", people)
    builders.publish(both, people, now)
    html = body(get(client, "/en/statements/"))
    options = re.findall(
        r'value="([A-Z]{2})"[^>]*>([^<]+?)\s*\((\d+)\)', html.split('name="signed_by"')[1].split("</select>")[0]
    )
    assert sorted(options) == [("CA", "Government of Canada", "1"), ("US", "Government of the United States", "1")]
    narrowed = body(get(client, "/en/statements/?signed_by=US"))
    assert "By us en" in narrowed
    assert "By canada en" not in narrowed.split('class="page-list"')[1]
    assert "Government of the United States" in narrowed.split('class="chips"')[1]
    for junk in ("XX", "%00", "ca", "US'", "x" * 300):
        assert get(client, f"/en/statements/?signed_by={junk}").status_code == 200
    assert "0 results" in body(get(client, "/en/statements/?signed_by=MX"))
    for code in ("CA", "MX"):
        assert "Joint page en" in body(get(client, f"/en/pages/?signed_by={code}"))
    found = body(get(client, "/en/search/?signed_by=US"))
    assert "By us en" in found
    assert "By canada en" not in found
    assert "Government of the United States" in found
    rows = json.loads(client.get("/api/v1/documents/statement?signed_by=CA").content)["items"]
    assert [row["title"] for row in rows] == ["By canada en"]


def test_signatures_cost_a_page_no_question_more(client: Client, people: People, us: User, now: datetime) -> None:
    release(people, now, "CA", "US", "FR", slug="much")
    release(people, now, slug="little")
    asked = []
    for slug in ("much", "little"):
        assert get(client, f"/fr/declarations/{slug}-fr/").status_code == 200
        with CaptureQueriesContext(connection) as told:
            get(client, f"/fr/declarations/{slug}-fr/")
        asked.append(len(told))
        assert any("editorial_signoff" in query["sql"] and '"found"' in query["sql"] for query in told.captured_queries)
        assert sum("editorial_signoff" in query["sql"] for query in told.captured_queries) == 1
    assert asked[0] == asked[1]


# Named and not signed: never, or said


def _said(html: str) -> set[str]:
    return set(facts(html).get("Not signed by", []))


@given(
    kind=st.sampled_from(["agreement", "mechanism", "joint_statement", "release", "programme"]),
    countries=st.sets(st.sampled_from(["CA", "MX", "US", "FR", "DE"]), min_size=2, max_size=4),
    speaking=st.dictionaries(st.sampled_from(["CA", "MX", "US", "FR", "DE"]), st.sampled_from(["CA", "MX", "US"])),
    afterwards=st.dictionaries(st.sampled_from(["CA", "MX", "US", "FR", "DE"]), st.sampled_from(["CA", "MX", "US"])),
    rules=st.sets(st.sampled_from(["ca", "any", "bound"])),
    signing=st.permutations(["CA", "MX", "US"]),
    urgent=st.booleans(),
    back=st.integers(0, 3),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whoever_is_named_has_signed_or_the_public_is_told(
    kind: str, countries: set[str], speaking: dict[str, str], afterwards: dict[str, str], rules: set[str],
    signing: list[str], urgent: bool, back: int, client: Client, people: People, us: User, now: datetime,
) -> None:  # fmt: skip
    reviewers = {"CA": people.reviewer_ca, "MX": people.reviewer_mx, "US": us}
    begin = now - days(4)
    with transaction.atomic():
        _speak(speaking)
        key = "statement" if kind in ("joint_statement", "release") else kind
        for rule in rules:
            SignOffRule.objects.create(
                kind=key, party=people.ca if rule == "ca" else None, every_bound_party=rule == "bound"
            )
        edition = transitions.submit(_naming(kind, countries, people, begin), by=people.author, now=begin)
        named = set(countries_bound(canonical.content_of(edition), now=begin))
        for code in signing[: 1 if urgent else 3]:
            row = builders.fresh(edition)
            if not permissions.problems(Verb.SIGN_OFF, Attempt(row, reviewers[code], begin)):
                edition = transitions.sign_off(row, by=reviewers[code], now=begin, digest=row.digest)
        if urgent and edition.state == State.IN_REVIEW:
            edition = transitions.publish_urgently(edition, by=people.superuser, now=begin, reason="A storm comes.")
        else:
            assert edition.state == State.APPROVED
            edition = transitions.publish(edition, by=people.publisher, now=begin)
        _speak(afterwards)
        signed = set(SignOff.objects.filter(edition=edition, decision="signed").values_list("party__code", flat=True))
        missing = {country for country in named if edition.bound_parties[country] not in signed}
        if not urgent and kind not in ("release", "programme"):
            assert {edition.bound_parties[country] for country in missing} <= {""}
        names = {
            str(Party.objects.get(code=edition.bound_parties[code])) if edition.bound_parties[code] else f"{code} en"
            for code in missing
        }
        address = f"/en/{edition_segment(key)}/{kind.replace('_', '-')}-en/"
        for moment in ("", f"?at={(now - days(back)).date().isoformat()}"):
            html = body(get(client, address + moment))
            assert _said(html) == names
            told = " ".join(html.split("notice-unsigned")[1].split("</div>")[0].split()) if names else ""
            assert all(name in told for name in names)
        transaction.set_rollback(True)


def edition_segment(kind: str) -> str:
    return {"agreement": "agreements", "mechanism": "mechanisms", "statement": "statements", "programme": "programmes"}[
        kind
    ]


def _speak(speaking: dict[str, str]) -> None:
    Party.objects.update(speaks_for=[])
    for code in ("CA", "MX", "US"):
        Party.objects.filter(code=code).update(
            speaks_for=sorted(country for country, speaker in speaking.items() if speaker == code)
        )


def _naming(kind: str, countries: Iterable[str], people: People, now: datetime) -> Any:
    """A draft that names the governments of countries, by themselves or by an organization of theirs."""
    slug, several = kind.replace("_", "-"), sorted(countries)
    for code in several:
        named = {f"name_{language}": f"Office {code} {language}" for language in LANGUAGES}
        Organization.objects.get_or_create(code=f"office-{code.lower()}", defaults={**named, "country": country(code)})
    if kind in ("joint_statement", "release"):
        return statement(people, now, *several, slug=slug, type=kind)
    parts: dict[str, dict[str, list[dict[str, Any]]]] = {
        "mechanism": {"mechanismparty": [{"country": code} for code in several]},
        "agreement": {
            "agreementparty": [
                {"organization": f"office-{code.lower()}", "signed_by": register.NOTHING} for code in several
            ]
        },
        "programme": {
            "programmepartner": [{"role": "funder", "organization": f"office-{code.lower()}"} for code in several]
        },
    }
    return register.draft(kind, people, now, slug=slug, parts=parts[kind])


def test_a_page_without_signatures_on_record_says_nothing_of_them(
    client: Client, people: People, now: datetime
) -> None:
    edition = page(people, now)
    html = body(get(client, "/en/pages/border-en/"))
    assert facts(html)["Signed by"][0].startswith("Government of Canada")
    assert Edition.objects.get(pk=edition.pk).bound_parties == {}
    assert "notice-unsigned" not in html
