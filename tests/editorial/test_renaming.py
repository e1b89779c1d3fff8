"""A name changes by one act, in all languages, from an instant on, confirmed by a second person; what was stays."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import transaction

from cooperation.models import Country, Organization, Theme
from editorial.content import names
from editorial.models import Act, AdministrationEvent, NamePeriod, ReferenceRow, Rename, User
from editorial.staff import admin_log, renaming
from editorial.workflow.dated_now import TookTooLong
from editorial.workflow.rules.permissions import NotAllowed
from tests.attacks import at_commit, refused, sql, triggers_off
from tests.jobs import work_off
from tests.people import People, person

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
PEACE = {
    "name": {"en": "Secretariat of Peace", "fr": "Secrétariat à la Paix", "es": "Secretaría de la Paz"},
    "acronym": {"en": "SP", "fr": "SP", "es": "SEPAZ"},
}


def organization(code: str = "war", en: str = "Secretariat of War") -> Organization:
    return Organization.objects.create(
        code=code, name_en=en, name_fr=f"{en} (fr)", name_es=f"{en} (es)", acronym_en="", acronym_fr="", acronym_es=""
    )


@pytest.fixture
def row(people: People) -> ReferenceRow:
    return renaming.row_of(organization())


@pytest.fixture
def first(people: People) -> User:
    """Somebody of Canada who may rename."""
    return person("first", "Publisher", party=people.ca)


@pytest.fixture
def second(people: People) -> User:
    """Somebody of Mexico who may."""
    return person("second", "Publisher", party=people.mx)


def propose(row: ReferenceRow, by: User, now: datetime, **given: Any) -> Rename:
    return renaming.propose(row, **{"names": PEACE, "reason": "Law of 1 May", **given}, by=by, now=now)


def codes(refusal: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


def called(row: ReferenceRow, moment: datetime, language: str = "en") -> str | None:
    name = names.names_at([row.key], moment).get(row.key)
    return name[language] if name else None


def test_a_row_has_its_first_names_from_the_beginning(row: ReferenceRow, now: datetime) -> None:
    period = row.periods.get()
    assert (period.during.lower, period.during.upper) == (None, None)
    assert period.names["name"] == {
        "en": "Secretariat of War", "fr": "Secretariat of War (fr)", "es": "Secretariat of War (es)",
    }  # fmt: skip
    assert called(row, now - 9999 * DAY) == "Secretariat of War"


def test_it_counts_once_a_second_person_confirmed_it(
    row: ReferenceRow, first: User, second: User, now: datetime
) -> None:
    act = propose(row, first, now - DAY)
    assert called(row, now) == "Secretariat of War"
    renaming.confirm(act, by=second, now=now)
    assert [called(row, now - timedelta(seconds=1)), called(row, now)] == [
        "Secretariat of War", "Secretariat of Peace",
    ]  # fmt: skip
    assert called(row, now, "es") == "Secretaría de la Paz"
    assert Organization.objects.values_list("name_fr", "acronym_es").get(code="war") == (
        "Secrétariat à la Paix", "SEPAZ",
    )  # fmt: skip


def test_it_is_on_the_chain(row: ReferenceRow, first: User, second: User, now: datetime) -> None:
    renaming.confirm(propose(row, first, now), by=second, now=now)
    lines = list(AdministrationEvent.objects.order_by("id").filter(verb__in=(Act.RENAME_PROPOSED, Act.RENAMED)))
    assert [(line.verb, line.by_id) for line in lines] == [
        (Act.RENAME_PROPOSED, first.pk), (Act.RENAMED, second.pk),
    ]  # fmt: skip
    assert lines[1].data["row"] == "organization:war"
    assert lines[1].data["names"] == PEACE
    assert lines[1].data["before"]["name"]["en"] == "Secretariat of War"
    assert list(admin_log.verify()) == []


def test_a_planned_one_begins_by_the_clock(row: ReferenceRow, first: User, second: User, now: datetime) -> None:
    act = renaming.confirm(propose(row, first, now, at=now + DAY), by=second, now=now)
    assert called(row, now + DAY - timedelta(microseconds=1)) == "Secretariat of War"
    assert called(row, now + DAY) == "Secretariat of Peace"
    assert Organization.objects.get(code="war").name_en == "Secretariat of War"
    assert renaming.is_planned(act, now)
    assert not renaming.is_planned(act, now + DAY)
    assert names.next_change(now) == now + DAY


def test_the_lists_of_the_staff_follow_a_planned_one(
    row: ReferenceRow, first: User, second: User, now: datetime
) -> None:
    renaming.confirm(propose(row, first, now - 2 * DAY, at=now - DAY), by=second, now=now - 2 * DAY)
    assert Organization.objects.get(code="war").name_en == "Secretariat of War"
    work_off()
    assert Organization.objects.get(code="war").name_en == "Secretariat of Peace"


def test_confirmed_late_it_counts_from_then(row: ReferenceRow, first: User, second: User, now: datetime) -> None:
    renaming.confirm(propose(row, first, now - 2 * DAY, at=now - DAY), by=second, now=now)
    assert called(row, now - timedelta(seconds=1)) == "Secretariat of War"
    assert called(row, now) == "Secretariat of Peace"


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_without_one_language(language: str, row: ReferenceRow, first: User, now: datetime) -> None:
    lacking = {**PEACE, "name": {**PEACE["name"], language: " "}}
    with pytest.raises(NotAllowed) as refusal:
        propose(row, first, now, names=lacking)
    assert codes(refusal) == [f"name_{language}"]


def test_in_the_past(row: ReferenceRow, first: User, now: datetime) -> None:
    with pytest.raises(NotAllowed) as refusal:
        propose(row, first, now, at=now - DAY)
    assert codes(refusal) == ["at"]


@pytest.mark.parametrize("other", ["Secretariat of Peace", "SECRETARIAT OF PEACE"])
def test_to_a_name_that_another_bears(other: str, row: ReferenceRow, first: User, now: datetime) -> None:
    organization("peace", other)
    with pytest.raises(NotAllowed) as refusal:
        propose(row, first, now)
    assert codes(refusal) == ["name_en"]


def test_to_a_name_that_another_bore(row: ReferenceRow, first: User, second: User, now: datetime) -> None:
    other = renaming.row_of(organization("peace", "Secretariat of Peace"))
    calm = {"name": {"en": "Calm", "fr": "Calme", "es": "Calma"}, "acronym": PEACE["acronym"]}
    renaming.confirm(propose(other, first, now - DAY, names=calm), by=second, now=now - DAY)
    renaming.confirm(propose(row, first, now), by=second, now=now)
    assert called(row, now) == "Secretariat of Peace"


def test_two_proposals_of_one_name(row: ReferenceRow, first: User, second: User, now: datetime) -> None:
    """Each was free when it was proposed; the second to be confirmed no longer is."""
    other = propose(renaming.row_of(organization("calm", "Calm")), second, now)
    renaming.confirm(propose(row, first, now), by=second, now=now)
    with pytest.raises(NotAllowed) as refusal, transaction.atomic():
        renaming.confirm(other, by=first, now=now)
    assert set(codes(refusal)) == {"name_en", "name_fr", "name_es"}


def test_to_its_own_name(row: ReferenceRow, first: User, now: datetime) -> None:
    with pytest.raises(NotAllowed) as refusal:
        propose(row, first, now, names=row.periods.get().names)
    assert codes(refusal) == ["names"]


def test_two_at_once(row: ReferenceRow, first: User, second: User, now: datetime) -> None:
    act = propose(row, first, now)
    with pytest.raises(NotAllowed) as refusal:
        propose(row, second, now)
    assert codes(refusal) == ["waiting"]
    renaming.confirm(act, by=second, now=now)
    for again in (renaming.confirm, renaming.drop):
        with pytest.raises(NotAllowed) as refusal:
            again(act, by=second, now=now)
        assert codes(refusal) == ["gone"]


@pytest.mark.parametrize("length", [161, 5000])
def test_too_long(length: int, row: ReferenceRow, first: User, now: datetime) -> None:
    with pytest.raises(NotAllowed) as refusal:
        propose(row, first, now, names={**PEACE, "name": {**PEACE["name"], "fr": "x" * length}})
    assert codes(refusal) == ["name_fr"]


def test_without_a_reason(row: ReferenceRow, first: User, now: datetime) -> None:
    with pytest.raises(NotAllowed) as refusal:
        propose(row, first, now, reason="  ")
    assert codes(refusal) == ["reason"]


def test_by_somebody_without_the_role(row: ReferenceRow, people: People, first: User, now: datetime) -> None:
    with pytest.raises(NotAllowed) as refusal:
        propose(row, people.author, now)
    assert codes(refusal) == ["permission"]
    act = propose(row, first, now)
    for step in (renaming.confirm, renaming.drop):
        with pytest.raises(NotAllowed) as refusal:
            step(act, by=people.reviewer_mx, now=now)
        assert "permission" in codes(refusal)


def test_confirmed_by_oneself(row: ReferenceRow, first: User, now: datetime) -> None:
    with pytest.raises(NotAllowed) as refusal:
        renaming.confirm(propose(row, first, now), by=first, now=now)
    assert codes(refusal) == ["second"]


@pytest.mark.parametrize("party", ["ca", None])
def test_another_party_confirms_where_there_is_one(
    party: str | None, row: ReferenceRow, people: People, first: User, second: User, now: datetime
) -> None:
    third = person("third", "Publisher", party=people.ca if party else None)
    act = propose(row, first, now)
    with pytest.raises(NotAllowed) as refusal:
        renaming.confirm(act, by=third, now=now)
    assert codes(refusal) == ["party"]
    User.objects.filter(pk=second.pk).update(is_active=False)
    assert renaming.confirm(act, by=third, now=now).confirmed_by_id == third.pk


def test_dropped_while_it_waits(row: ReferenceRow, first: User, second: User, now: datetime) -> None:
    renaming.drop(propose(row, first, now), by=second, now=now)
    assert renaming.under_way(row, now) is None
    renaming.confirm(propose(row, second, now), by=first, now=now)
    assert called(row, now) == "Secretariat of Peace"


def test_a_planned_one_is_dropped_before_it_begins(row: ReferenceRow, first: User, second: User, now: datetime) -> None:
    act = renaming.confirm(propose(row, first, now, at=now + DAY), by=second, now=now)
    renaming.drop(act, by=first, now=now)
    assert called(row, now + 2 * DAY) == "Secretariat of War"
    assert row.periods.get().during.upper is None
    work_off()
    assert Organization.objects.get(code="war").name_en == "Secretariat of War"


def test_it_ends_and_one_sees_another(row: ReferenceRow, first: User, second: User, now: datetime) -> None:
    other = renaming.row_of(organization("peace", "Peace"))
    renaming.confirm(propose(row, first, now, names={}, then_see=other), by=second, now=now)
    period = row.periods.get()
    assert (period.during.upper, period.then_see) == (now, other)
    assert called(row, now + DAY) == "Secretariat of War", "it keeps its last name"
    with pytest.raises(NotAllowed) as refusal:
        propose(row, first, now + DAY)
    assert "ended" in codes(refusal)


def test_it_ends_and_one_sees_a_theme(row: ReferenceRow, first: User, now: datetime) -> None:
    theme = renaming.row_of(Theme.objects.create(code="t", name_en="T", name_fr="T", name_es="T"))
    with pytest.raises(NotAllowed) as refusal:
        propose(row, first, now, names={}, then_see=theme)
    assert codes(refusal) == ["then_see"]


def test_new_permissions_reach_the_roles() -> None:
    held = Permission.objects.filter(codename="rename_referencerow").values_list("group__name", flat=True)
    assert set(held) == {"Administrator", "Publisher"}


class TestTheDatabase:
    """By raw SQL, as the role of the site."""

    def test_a_name_in_its_row(self, row: ReferenceRow, site_role: None) -> None:
        with refused("a name changes by a rename"):
            sql("UPDATE cooperation_organization SET name_en = 'Secretariat of Peace' WHERE code = 'war'")

    def test_a_code(self, row: ReferenceRow, site_role: None) -> None:
        with refused("a code is for good"):
            sql("UPDATE cooperation_organization SET code = 'peace' WHERE code = 'war'")

    @pytest.mark.parametrize(
        "change",
        [
            "names = jsonb_set(names, '{name,en}', '\"Peace\"')",
            "during = tstzrange('2020-01-01', NULL)",
            "during = tstzrange(NULL, now() - interval '1 day')",
        ],
    )
    def test_what_was_called_so(self, change: str, row: ReferenceRow, right_clock: None, site_role: None) -> None:
        with refused("stays on record"):
            sql(f"UPDATE editorial_nameperiod SET {change} WHERE row_id = %s", row.pk)

    def test_a_period_that_has_begun(self, row: ReferenceRow, site_role: None) -> None:
        with refused("stays on record"):
            sql("DELETE FROM editorial_nameperiod WHERE row_id = %s", row.pk)

    def test_a_key(self, row: ReferenceRow, site_role: None) -> None:
        with refused("append-only"):
            sql("UPDATE editorial_referencerow SET key = 'organization:peace' WHERE id = %s", row.pk)

    def test_a_period_without_a_rename(self, row: ReferenceRow, site_role: None) -> None:
        with refused("begins_by_a_rename"):
            sql(
                "INSERT INTO editorial_nameperiod (row_id, names, during) VALUES (%s, %s, tstzrange(now(), NULL))",
                row.pk, json.dumps(PEACE),
            )  # fmt: skip

    def test_a_period_by_a_rename_that_waits(
        self, row: ReferenceRow, first: User, now: datetime, site_role: None
    ) -> None:
        act = propose(row, first, now)
        with refused("that a second person confirmed"):
            sql(
                "INSERT INTO editorial_nameperiod (row_id, names, during, rename_id)"
                " VALUES (%s, %s, tstzrange(now(), NULL), %s)",
                row.pk, json.dumps(PEACE), act.pk,
            )  # fmt: skip

    def test_a_confirmation_by_oneself(self, row: ReferenceRow, first: User, now: datetime, site_role: None) -> None:
        act = propose(row, first, now)
        with refused("confirmed_by_a_second"):
            sql("UPDATE editorial_rename SET confirmed_at = %s, confirmed_by_id = %s WHERE id = %s",
                now, first.pk, act.pk)  # fmt: skip

    def test_a_confirmation_by_the_same_party(
        self, row: ReferenceRow, people: People, first: User, second: User, now: datetime, site_role: None
    ) -> None:
        sql("RESET ROLE")
        third = person("third", "Publisher", party=people.ca)
        at_commit()
        sql("SET ROLE entente_test_site")
        act = propose(row, first, now)
        with refused("somebody of another party"):
            sql("UPDATE editorial_rename SET confirmed_at = %s, confirmed_by_id = %s WHERE id = %s",
                now, third.pk, act.pk)  # fmt: skip

    def test_a_confirmation_by_somebody_without_the_role(
        self, row: ReferenceRow, people: People, first: User, now: datetime, site_role: None
    ) -> None:
        act = propose(row, first, now)
        with refused("only who may rename"):
            sql("UPDATE editorial_rename SET confirmed_at = %s, confirmed_by_id = %s WHERE id = %s",
                now, people.author.pk, act.pk)  # fmt: skip

    def test_a_period_without_a_line(
        self, row: ReferenceRow, first: User, second: User, now: datetime, site_role: None
    ) -> None:
        """By a rename that was confirmed, which a restored session might still hold."""
        act = propose(row, first, now)
        sql("UPDATE editorial_rename SET confirmed_at = %s, confirmed_by_id = %s WHERE id = %s",
            now, second.pk, act.pk)  # fmt: skip
        with refused("with a line of the record of administration"):
            sql("UPDATE editorial_nameperiod SET during = tstzrange(NULL, %s) WHERE row_id = %s", now, row.pk)
            at_commit()

    def test_the_past_of_a_name(
        self, row: ReferenceRow, first: User, second: User, right_clock: None, site_role: None
    ) -> None:
        now = datetime.now().astimezone()
        act = propose(row, first, now)
        sql("UPDATE editorial_rename SET confirmed_at = now(), confirmed_by_id = %s WHERE id = %s", second.pk, act.pk)
        with refused("begins now or later"):
            sql(
                "INSERT INTO editorial_nameperiod (row_id, names, during, rename_id)"
                " VALUES (%s, %s, tstzrange(now() - interval '1 day', NULL), %s)",
                row.pk, json.dumps(PEACE), act.pk,
            )  # fmt: skip

    def test_the_engine_is_let_through(
        self, row: ReferenceRow, first: User, second: User, right_clock: None, site_role: None
    ) -> None:
        now = datetime.now().astimezone()
        renaming.confirm(propose(row, first, now), by=second, now=now)
        at_commit()
        assert called(row, now) == "Secretariat of Peace"

    def test_an_act_of_yesterday_is_refused_in_words(self, row: ReferenceRow, first: User, right_clock: None) -> None:
        with pytest.raises(TookTooLong):
            propose(row, first, datetime.now().astimezone() - DAY)


@pytest.mark.parametrize("model", [Country, Theme, Organization])
def test_every_reference_table_is_held(model: Any) -> None:
    assert {trigger.name for trigger in model._meta.triggers} == {"first_name", "named_by_period", "no_truncate"}
    assert names.reference_tables()[model._meta.model_name] is model


def test_periods_of_one_row_never_overlap(row: ReferenceRow, first: User, second: User, now: datetime) -> None:
    act = renaming.confirm(propose(row, first, now), by=second, now=now)
    with triggers_off(), refused("editorial_nameperiod_once"):
        NamePeriod.objects.filter(rename__isnull=True, row=row).update(during="(,)")
    assert act.period.names == PEACE
