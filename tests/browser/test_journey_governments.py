"""Three governments take a joint statement of three to the public; one of two needs just two of them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser import site
from tests.browser.axe import violations
from tests.browser.desk import Desk

#: Two joint statements, written and translated: they wait for their author to submit them.
STATEMENTS = """
from datetime import UTC, datetime
from cooperation.demo import people
from editorial.base import languages
from editorial.content import kinds
from editorial.models import User
from editorial.workflow import drafts

cast = people.People({user.username: user for user in User.objects.all()})
now = datetime.now(UTC)
for slug, title, countries in (
    ("of-three", "Statement of three", ("CA", "MX", "US")), ("of-two", "Statement of two", ("CA", "US")),
):
    texts = lambda text: {code: f"{text} {code}" for code in languages.codes()}
    draft = drafts.create(
        kinds.get_kind("statement"), by=cast.author("en"), now=now,
        fields={
            "source_language": "en", "type": "joint_statement", "dated_on": "2026-03-02", "title": texts(title),
            "slug": {code: f"{slug}-{code}" for code in languages.codes()}, "summary": texts("What was agreed"),
        },
        parts={
            "section": [{
                "heading": texts("Together"),
                "body": {code: f"<p>We agree {code}.</p>" for code in languages.codes()},
            }],
            "signatory": [
                {"country": code, "organization": None, "name": "", "title": texts("Minister")} for code in countries
            ],
        },
    )
    for code in ("fr", "es"):
        drafts.attest(draft, code, by=cast.translator(code), now=now)
"""


@pytest.fixture(scope="session")
def statements(database_url: str, address: str) -> None:
    """The statements, on the site that is served already."""
    site.prepare(database_url, STATEMENTS)


def test_three_sign_for_three_and_two_for_two(statements: None, desk_of: Callable[..., Desk], visitor: Page) -> None:
    names = ("author.ca", "reviewer.ca", "reviewer.mx", "reviewer.us", "publisher")
    author, canada, mexico, states, publisher = (desk_of(name, "statement") for name in names)
    three, two = (author.find(f"Statement of {count}", "draft") for count in ("three", "two"))
    author.open(three, "submit")
    asked = author.page.locator(".confirm-panel").inner_text()
    assert "Government of Canada, Government of Mexico, Government of the United States" in asked
    for edition in (three, two):
        author.do("submit", edition)

    for desk in (mexico, canada):
        desk.do("sign_off", three)
        assert desk.state == "in_review"
    publisher.open(three)
    assert "publish" not in publisher.steps
    states.do("sign_off", three)
    assert states.state == "approved"

    mexico.open(two)
    assert "sign_off" not in mexico.steps
    assert mexico.refusals["sign_off"] == ["party"]
    states.do("sign_off", two)
    canada.do("sign_off", two)
    assert canada.state == "approved"

    for edition in (three, two):
        publisher.do("publish", edition)
    signers = {
        "en": "Government of the United States",
        "fr": "Gouvernement des États-Unis",
        "es": "Gobierno de Estados Unidos",
    }
    paths = {"en": "statements", "fr": "declarations", "es": "declaraciones"}
    for language, signer in signers.items():
        for slug, count in (("of-three", 3), ("of-two", 2)):
            visitor.goto(f"/{language}/{paths[language]}/{slug}-{language}/")
            signed = visitor.locator(".meta .signed")
            assert signed.count() == 1
            assert signed.locator("dd").count() == signed.locator("time").count() == count
            assert signer in signed.inner_text()
            assert visitor.locator(".notice-unsigned").count() == 0
    assert violations(visitor) == []
