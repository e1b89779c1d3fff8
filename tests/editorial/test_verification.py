"""What the owner of the tables could alter without a trace, and a verification names all the same."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.utils import timezone

from cooperation.models import Organization
from editorial.base.files import store
from editorial.models import (
    Attachment,
    Edition,
    Event,
    ReferenceRow,
    SignOffRule,
    User,
    VerificationDifference,
    VerificationRun,
)
from editorial.staff import renaming, signing_rules
from editorial.verification import heads, jobs, run
from editorial.verification.difference import SENTENCES, Difference
from editorial.verification.heads import ChainHeads
from editorial.workflow import transitions
from tests import builders
from tests.attacks import sql, triggers_off
from tests.builders import theme
from tests.editorial import stages
from tests.people import People, party, person


@pytest.fixture(autouse=True)
def folders(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.CHAIN_HEADS_FILE = tmp_path / "heads"


@pytest.fixture
def site(people: People, now: datetime) -> dict[str, Edition]:
    """Editions that are, were and will be public, in every way in which one can be."""
    builders.joint("note", people)
    builders.joint("page", people)
    before = now - timedelta(days=9)
    kept = store.keep_upload(SimpleUploadedFile("figures.csv", b"year,trips\n2025,7\n"))
    row = {"title": builders.texts("Figures"), "language": "", **vars(kept)}
    parts = {"section": [builders.section()], "attachment": [row]}
    first = builders.publish(builders.make_page(people, before, slug="first", parts=parts), people, before)
    second = builders.revised(first, people, before + timedelta(days=1), title_en="Second")
    planned = stages.scheduled(people, now, now + timedelta(days=3), slug="planned")
    successor = stages.revision(stages.live(people, before, slug="followed"), people, now)
    successor = transitions.schedule(successor, by=people.publisher, now=now, at=now + timedelta(days=2))
    taken_back = transitions.unschedule(
        stages.scheduled(people, now, now + timedelta(days=4), slug="taken-back"), by=people.publisher, now=now
    )
    withdrawn = transitions.withdraw(
        stages.live(people, before, slug="withdrawn"), by=people.publisher, now=now, explanation=builders.texts("Gone")
    )
    alone = stages.withdrawn_alone(people, now, slug="alone")
    confirmed = transitions.confirm_withdrawal(
        stages.withdrawn_alone(people, now, slug="confirmed"), by=people.superuser, now=now
    )
    urgent = transitions.publish_urgently(
        builders.make_note(people, now, slug="urgent"), by=people.publisher, now=now, reason="A flood."
    )
    found = {
        "past": first, "live": second, "planned": planned, "successor": successor, "approved": taken_back,
        "withdrawn": withdrawn, "urgent": urgent, "alone": alone, "confirmed": confirmed,
    }  # fmt: skip
    return {name: builders.fresh(edition) for name, edition in found.items()}


def codes_found(head: ChainHeads = ChainHeads()) -> list[str]:  # noqa: B008  # a tuple
    """The codes of what a verification finds."""
    done = run.verify(clock=timezone.now, heads=head, fresh=True)
    return sorted(done.differences.values_list("code", flat=True))


def test_nothing_where_nothing_was_altered(site: dict[str, Edition]) -> None:
    assert codes_found(run.present_heads()) == []
    counts = VerificationRun.objects.get().counts
    assert counts["texts"] == counts["search"] == 9  # “followed” too, which is live, and not the approved one
    assert counts["files"] == 1
    assert counts["sign_offs"] == Edition.objects.count()


def alteration(name: str, statement: str) -> Callable[[dict[str, Edition]], None]:
    return lambda site: _altered(statement, site[name].pk)


def _altered(statement: str, *values: Any) -> None:
    with triggers_off():
        assert sql(statement, *values) > 0


TEXT = "UPDATE editorial_section SET body_en = '<p>HACKED</p>' WHERE edition_id = %s"
TITLE = "UPDATE editorial_edition SET title_fr = 'Ministère de la Guerre' WHERE id = %s"
SIGNED = (
    "UPDATE editorial_signoff SET {} WHERE edition_id = %s"
    " AND party_id = (SELECT id FROM editorial_party WHERE code = 'MX')"
)
ALTERATIONS: dict[str, tuple[Callable[[dict[str, Edition]], None], list[str]]] = {
    **{
        f"a section of the {name} edition": (alteration(name, TEXT), ["search", "text"])
        for name in ("live", "past", "planned")
    },
    **{
        f"a title of the {name} edition": (alteration(name, TITLE), ["search", "text"])
        for name in ("withdrawn", "urgent")
    },
    "a section that goes": (
        alteration("live", "DELETE FROM editorial_section WHERE edition_id = %s"), ["search"] * 3 + ["text"],
    ),
    "the digest of an edition": (
        alteration(
            "live",
            "UPDATE editorial_edition SET digest = repeat('a', 64), signed_digest = repeat('a', 64)"
            " WHERE id = %s",
        ),
        ["no_snapshot", "recorded_text", *["search"] * 3, "text", "unsigned", "unsigned"],
    ),
    "whom a text binds": (
        alteration("past", """UPDATE editorial_edition SET bound_parties = '{"US": ""}' WHERE id = %s"""), ["text"],
    ),
    "whether all must sign": (
        alteration("live", "UPDATE editorial_edition SET all_must_sign = true WHERE id = %s"), ["text"],
    ),
    "a kept text": (
        alteration(
            "past",
            "UPDATE editorial_snapshot SET content = jsonb_set(content, '{fields,minor}', 'true')"
            " WHERE digest = (SELECT digest FROM editorial_edition WHERE id = %s)",
        ),
        ["snapshot"],
    ),
    "a kept text that goes": (
        alteration(
            "live",
            "DELETE FROM editorial_snapshot"
            " WHERE digest = (SELECT digest FROM editorial_edition WHERE id = %s)",
        ),
        ["no_snapshot"],
    ),
    "the party of a sign-off": (
        alteration("live", SIGNED.format("party_id = (SELECT id FROM editorial_party WHERE code = 'CA'), round = 9")),
        ["event_without_sign_off", *["search"] * 3, "sign_off_without_event", "unsigned"],
    ),
    "the person of a sign-off": (
        alteration("live", SIGNED.format("by_id = (SELECT id FROM editorial_user WHERE username = 'outsider')")),
        ["event_without_sign_off", "sign_off_without_event"],
    ),
    "the instant of a sign-off": (
        alteration("live", SIGNED.format("at = at - interval '1 day'")),
        ["event_without_sign_off", "sign_off_without_event"],
    ),
    "a sign-off that goes": (
        alteration("past", "DELETE FROM editorial_signoff WHERE edition_id = %s"),
        ["event_without_sign_off"] * 2 + ["search"] * 3 + ["unsigned"] * 2,
    ),
    "a sign-off that comes": (
        alteration(
            "approved",
            "INSERT INTO editorial_signoff (edition_id, round, digest, party_id, decision, remark, at, by_id)"
            " SELECT edition_id, 9, digest, party_id, decision, remark, at, by_id"
            " FROM editorial_signoff WHERE edition_id = %s LIMIT 1",
        ),
        [],
    ),
    "a rule that goes": (alteration("live", "DELETE FROM editorial_signoffrule WHERE %s > 0"), []),
    "the reason of an event": (
        alteration("urgent", "UPDATE editorial_event SET reason = 'Nothing' WHERE edition_id = %s AND reason <> ''"),
        ["event_altered"],
    ),
    "the instant of an event": (
        alteration(
            "live",
            "UPDATE editorial_event SET at = at - interval '1 day' WHERE edition_id = %s AND verb = 'publish'",
        ),
        ["event_altered"],
    ),
    "an event that goes": (
        alteration("planned", "DELETE FROM editorial_event WHERE edition_id = %s AND verb = 'schedule'"),
        ["event_missing", "live_period", "recorded_text", "state"],
    ),
    "the beginning of a live period": (
        alteration(
            "live",
            "UPDATE editorial_edition SET live_during = tstzrange(lower(live_during) + interval '1 hour', NULL)"
            " WHERE id = %s",
        ),
        ["live_period", *["search"] * 3],
    ),
    "the end of a live period": (
        alteration(
            "withdrawn",
            "UPDATE editorial_edition SET live_during = tstzrange(lower(live_during), NULL) WHERE id = %s",
        ),
        ["live_period", *["search"] * 3],
    ),
    "a withdrawal that no longer waits": (
        alteration("alone", "UPDATE editorial_withdrawal SET needs_confirmation = false WHERE edition_id = %s"),
        ["withdrawal"],
    ),
    "a confirmation that nobody gave": (
        alteration(
            "alone",
            "UPDATE editorial_withdrawal SET confirmed_at = now(), confirmed_by_id = decided_by_id + 1"
            " WHERE edition_id = %s",
        ),
        ["withdrawal"],
    ),
    "a confirmation that goes": (
        alteration(
            "confirmed",
            "UPDATE editorial_withdrawal SET confirmed_at = NULL, confirmed_by_id = NULL WHERE edition_id = %s",
        ),
        ["withdrawal"],
    ),
    "a planned beginning": (
        alteration(
            "planned",
            "UPDATE editorial_edition SET live_during = tstzrange(lower(live_during) - interval '1 hour', NULL)"
            " WHERE id = %s",
        ),
        ["live_period", *["search"] * 3],
    ),
    "a state": (
        alteration(
            "approved",
            "UPDATE editorial_edition SET state = 'published', published_at = now(), published_by_id = created_by_id,"
            " live_during = tstzrange(now(), NULL) WHERE id = %s",
        ),
        ["live_period", *["search_missing"] * 3, "state"],
    ),
    "what the search knows": (
        alteration(
            "live",
            "UPDATE editorial_searchentry SET passages = ARRAY['war'] WHERE edition_id = %s AND language = 'en'",
        ),
        ["search"],
    ),
    "where the search finds it": (
        alteration("live", "UPDATE editorial_searchentry SET facets = ARRAY['kind:page'] WHERE edition_id = %s"),
        ["search"] * 3,
    ),
    "a row of the search that goes": (
        alteration("live", "DELETE FROM editorial_searchentry WHERE edition_id = %s AND language = 'fr'"),
        ["search_missing"],
    ),
}  # fmt: skip
#: Those that leave nothing wrong in what is or was public: the first adds a decision without a line of the record.
ALTERATIONS["a sign-off that comes"] = (ALTERATIONS["a sign-off that comes"][0], ["sign_off_without_event"])
del ALTERATIONS["a rule that goes"]  # see test_the_rules_of_the_day_count


@pytest.mark.parametrize("name", ALTERATIONS)
def test_an_alteration_is_named(name: str, site: dict[str, Edition]) -> None:
    alter, expected = ALTERATIONS[name]
    alter(site)
    assert codes_found() == expected


def renamed_twice(now: datetime) -> ReferenceRow:
    """An organization that was called otherwise twice, and one that nobody renamed."""
    values = {f"{field}_{code}": "" for field in ("name", "acronym") for code in ("en", "fr", "es")}
    for code, name in (("war", "War"), ("sea", "Sea")):
        names = {f"name_{language}": f"{name} {language}" for language in ("en", "fr", "es")}
        row = Organization.objects.create(code=code, **{**values, **names})
    row = ReferenceRow.objects.get(key="organization:war")
    by = [person("one", "Publisher"), person("two", "Publisher")]
    for days, name in ((30, "Peace"), (20, "Calm")):
        names = {
            "name": {code: f"{name} {code}" for code in ("en", "fr", "es")},
            "acronym": dict.fromkeys(("en", "fr", "es"), ""),
        }
        at = now - timedelta(days=days)
        renaming.confirm(renaming.propose(row, names=names, reason="Law", by=by[0], now=at), by=by[1], now=at)
    return row


_PERIODS = "UPDATE editorial_nameperiod SET {} WHERE row_id = (SELECT id FROM editorial_referencerow WHERE key = '{}')"
NAME_ALTERATIONS = {
    "a name of now": (
        _PERIODS.format("names = jsonb_set(names, '{{name,fr}}', '\"Guerre\"')", "organization:war")
        .replace("{{", "{").replace("}}", "}") + " AND upper_inf(during)",
        ["name_in_table", "name_recorded", "name_unrecorded"],
    ),
    "a name of then": (
        _PERIODS.format("names = jsonb_set(names, '{{name,en}}', '\"Guerre\"')", "organization:war")
        .replace("{{", "{").replace("}}", "}") + " AND NOT upper_inf(during) AND NOT lower_inf(during)",
        ["name_recorded", "name_unrecorded"],
    ),
    "the first name": (
        _PERIODS.format("names = jsonb_set(names, '{{name,en}}', '\"Guerre\"')", "organization:war")
        .replace("{{", "{").replace("}}", "}") + " AND lower_inf(during)",
        ["name_recorded", "name_unrecorded"],
    ),
    "the only name": (
        _PERIODS.format("names = jsonb_set(names, '{{name,es}}', '\"Guerra\"')", "organization:sea")
        .replace("{{", "{").replace("}}", "}"),
        ["name_in_table"],
    ),
    "an instant": (
        _PERIODS.format("during = tstzrange(lower(during) + interval '1 day', NULL)", "organization:war")
        + " AND upper_inf(during)",
        ["name_gap", "name_recorded", "name_unrecorded"],
    ),
    "an end": (
        _PERIODS.format("during = tstzrange(lower(during), upper(during) - interval '1 hour')", "organization:war")
        + " AND NOT upper_inf(during) AND NOT lower_inf(during)",
        ["name_gap"],
    ),
    "an end of the last": (
        _PERIODS.format("during = tstzrange(lower(during), now() + interval '1 hour')", "organization:war")
        + " AND upper_inf(during)",
        ["name_unrecorded"],
    ),
    "a period that goes": (
        "DELETE FROM editorial_nameperiod WHERE rename_id IS NOT NULL AND upper_inf(during)",
        ["name_in_table", "name_recorded", "name_unrecorded"],
    ),
    "a row of the table": (
        "UPDATE cooperation_organization SET name_en = 'Guerre' WHERE code = 'war'", ["name_in_table"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NAME_ALTERATIONS)
def test_an_altered_name_is_named(name: str, people: People, now: datetime) -> None:
    renamed_twice(now)
    assert codes_found() == []
    statement, codes = NAME_ALTERATIONS[name]
    _altered(statement)
    assert codes_found() == codes


def test_a_planned_name_that_was_dropped_is_no_difference(people: People, now: datetime) -> None:
    row = renamed_twice(now)
    one, two = User.objects.get(username="one"), User.objects.get(username="two")
    act = renaming.propose(row, names={}, at=now + timedelta(days=1), reason="Law", by=one, now=now)
    renaming.drop(renaming.confirm(act, by=two, now=now), by=one, now=now)
    assert codes_found() == []
    renaming.confirm(renaming.propose(row, names={}, reason="Law", by=one, now=now), by=two, now=now)
    assert codes_found() == []


def test_a_name_that_an_edition_holds(site: dict[str, Edition], people: People, now: datetime) -> None:
    theme("security")
    draft = builders.make("page", people, now, slug="named", parts={"themetag": [{"theme": "security"}]})
    live = builders.publish(draft, people, now)
    assert codes_found() == []
    path = "{theme:security,fr}"
    _altered("UPDATE editorial_edition SET names = jsonb_set(names, %s, '\"Guerre\"') WHERE id = %s", path, live.pk)
    assert codes_found() == ["name_held", "text"]


@pytest.mark.parametrize("bytes_there", [b"year,trips\n2025,9\n", b"", b"another length"])
def test_a_file_that_was_changed_on_the_disk(bytes_there: bytes, site: dict[str, Edition]) -> None:
    row = Attachment.objects.get(edition=site["live"].pk)
    Path(default_storage.path(store.stored_name(row.sha256))).write_bytes(bytes_there)
    assert codes_found() == ["file"]


def test_a_file_that_is_gone(site: dict[str, Edition]) -> None:
    default_storage.delete(store.stored_name(Attachment.objects.get(edition=site["live"].pk).sha256))
    assert codes_found() == ["file_gone"]


def test_a_file_that_was_changed_is_not_served(site: dict[str, Edition]) -> None:
    """Neither by a process that has not served it yet, nor by one that served it while it was whole."""
    row = Attachment.objects.get(edition=site["live"].pk)
    path = Path(default_storage.path(store.stored_name(row.sha256)))
    store.opened(row.sha256, row.size).close()
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"7", b"9"))
    with pytest.raises(store.NotWhole):
        store.opened(row.sha256, row.size)
    path.write_bytes(whole)
    store.opened(row.sha256, row.size).close()


def test_a_file_is_compared_once(site: dict[str, Edition], monkeypatch: pytest.MonkeyPatch) -> None:
    row = Attachment.objects.get(edition=site["live"].pk)
    read: list[int] = []
    sha256 = store._sha256
    monkeypatch.setattr(store, "_sha256", lambda file: read.append(1) or sha256(file))
    for _time in range(3):
        store.opened(row.sha256, row.size).close()
    assert len(read) <= 1


def test_a_tail_that_was_cut_off(site: dict[str, Edition]) -> None:
    head = run.present_heads()
    assert codes_found(head) == []
    with triggers_off():
        sql("DELETE FROM editorial_event WHERE id > (SELECT max(id) - 2 FROM editorial_event)")
    assert "event_missing" in codes_found(head)


def test_the_rules_of_the_day_count(site: dict[str, Edition], people: People, now: datetime) -> None:
    """A rule that came, changed or went later says nothing about what was signed before."""
    us = party("US", "United States", "États-Unis", "Estados Unidos")
    signing_rules.save_rule(SignOffRule(), kind="note", party=us, stage=1, by=people.administrator, now=timezone.now())
    assert codes_found() == []
    with triggers_off():
        sql("DELETE FROM editorial_administrationevent")
    assert "unsigned" in codes_found()


def test_it_stops_and_goes_on(site: dict[str, Edition], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "PORTION", 2)
    seen: list[tuple[str, int]] = []

    def stop(name: str, count: int, _differences: list[Difference]) -> None:
        seen.append((name, count))
        if (name, count) == ("texts", 4):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run.verify(clock=timezone.now, heads=ChainHeads(), report=stop)
    done = run.verify(clock=timezone.now, heads=ChainHeads(), report=stop)
    assert seen.count(("texts", 4)) == 1
    assert done.counts["texts"] == 9
    assert VerificationRun.objects.get() == done


def test_nothing_that_it_looks_at_is_changed(site: dict[str, Edition]) -> None:
    before = (Event.objects.count(), list(Edition.objects.order_by("pk").values_list("pk", "version", "digest")))
    ALTERATIONS["a section of the live edition"][0](site)
    codes_found()
    assert (
        Event.objects.count(),
        list(Edition.objects.order_by("pk").values_list("pk", "version", "digest")),
    ) == before


def test_the_command(site: dict[str, Edition], capsys: pytest.CaptureFixture[str]) -> None:
    call_command("verify")
    assert "as it was signed" in capsys.readouterr().out
    ALTERATIONS["a section of the live edition"][0](site)
    with pytest.raises(CommandError, match="differences"):
        call_command("verify", "--fresh")
    assert f"edition {site['live'].pk}: The text in the database" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("verify", "--fresh", "--head", "0" * 63 + "1")


def test_every_night_the_heads_are_kept_outside(site: dict[str, Edition], now: datetime) -> None:
    jobs.verify_every_night(now)
    assert heads.read() == run.present_heads()
    with triggers_off():
        sql("DELETE FROM editorial_event WHERE id = (SELECT max(id) FROM editorial_event)")
    jobs.verify_every_night(now)
    assert VerificationDifference.objects.filter(code="event_missing").exists()


@pytest.mark.parametrize("who", ["publisher", "administrator"])
def test_the_desk_and_the_screen_tell(who: str, site: dict[str, Edition], people: People, client: Any) -> None:
    ALTERATIONS["a section of the live edition"][0](site)
    codes_found()
    client.force_login(getattr(people, who))
    assert "2 differences from what was signed" in client.get("/admin/").content.decode()
    page = client.get("/admin/editorial/verificationdifference/").content.decode()
    assert "is not the one with the digest" in page


def test_the_screen_is_for_those_who_can_do_something(people: People, client: Any, db: None) -> None:
    client.force_login(people.author)
    assert client.get("/admin/editorial/verificationdifference/").status_code == 403


def test_every_difference_has_its_sentence() -> None:
    values = dict.fromkeys(
        [
            "digest", "signed", "recorded", "state", "party", "person", "line", "stored", "fault", "file", "language",
            "row", "name", "begin",
        ],
        "x",
    )  # fmt: skip
    assert all(Difference(code, 1, values).sentence for code in SENTENCES)
