"""XLIFF 1.2 out and back: what is taken, what is refused and why, and nothing half made."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.core.management import CommandError, call_command
from translate.storage import xliff as toolkit

from editorial.base import text_limits
from editorial.comparison import by_language
from editorial.content import canonical
from editorial.models import Event
from editorial.translating.xliff import assessing, reading, taking, writing
from editorial.translating.xliff.assessing import Verdict
from editorial.workflow import drafts, locking, transitions
from editorial.workflow.rules import permissions
from tests import builders
from tests.archives import strangely_packed
from tests.editorial.xliff_files import NS, changed, exported, sent, translated, tree, unit
from tests.people import People
from tests.toy.models import Item

RICH = {
    "en": '<p>See the <abbr title="World Health Organization">WHO</abbr> and <strong>act</strong>.</p>'
    "<ul><li>One</li></ul>",
    "fr": "",
    "es": "",
}
RICH_TARGET = (
    '<g id="1" ctype="x-html-p">Voyez l’<g id="2" ctype="x-html-abbr">OMS</g>'
    ' et <g id="3" ctype="bold">agissez</g>.</g>'
    '<g id="4" ctype="x-html-ul"><g id="5" ctype="x-html-li">Un</g></g>'
)


def note(people: People, now: datetime, **values: Any) -> Any:
    """A draft with a rich text without translation, in a section, and two items."""
    section = {"heading": builders.texts("Heading"), "body": RICH}
    items = [{"text": builders.texts(word), "amount": "1.00"} for word in ("One", "Two")]
    return builders.make_note(people, now, parts={"section": [section], "item": items}, attest=False, **values)


def write(draft: Any, people: People, now: datetime, **values: Any) -> None:
    with drafts.edit(draft, by=people.author, now=now) as row:
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


def with_rich(data: bytes, xml: str = RICH_TARGET) -> bytes:
    """The document with the section's text translated, its title too."""

    def fill(root: ET.Element) -> None:
        element = unit(root, "/body").find("x:target", NS)
        assert element is not None
        made = tree(f'<target xmlns="{writing.NAMESPACE}">{xml}</target>'.encode())
        element.text, element.attrib["state"] = made.text, "translated"
        element.extend(made)

    return translated(changed(data, fill), {"#2.title": "Organisation mondiale de la Santé"})


def verdicts(found: assessing.Assessment) -> dict[str, str]:
    return {one.path.rpartition("/")[2]: one.code or one.verdict.value for one in found.findings}


def take(data: bytes, people: People, now: datetime, **values: Any) -> taking.Taken:
    return taking.take(sent(data), by=people.translator_fr, now=now, **values)


# Out


def test_a_document_is_what_the_standard_says(people: People, now: datetime) -> None:
    draft = note(people, now, fields={"title": {"en": "Rock & <roll>\uffff", "fr": "", "es": "Otro"}})
    root = tree(exported(draft, now, "fr", "es"))
    assert (root.tag, root.get("version")) == (f"{{{writing.NAMESPACE}}}xliff", "1.2")
    files = root.findall("x:file", NS)
    fresh = builders.fresh(draft)
    for file, code in zip(files, ("fr", "es"), strict=True):
        assert file.get("original") == f"{fresh.document.uuid}/1/{fresh.digest}"
        assert (file.get("source-language"), file.get("target-language")) == ("en", code)
        assert [child.tag.partition("}")[2] for child in file] == ["header", "body"]
        ids = [each.get("id") for each in file.iterfind(".//x:trans-unit", NS)]
        assert len(set(ids)) == len(ids) == 7
        assert "slug" not in ids
    for each in root.iterfind(".//x:trans-unit", NS):
        names = [child.tag.partition("}")[2] for child in each]
        assert names[:2] == ["source", "target"]
        assert set(names[2:]) <= {"note", "alt-trans"}
        assert each.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        assert each.get("approved") == "no"
    title = unit(files[0], "title")
    assert title.findtext("x:source", namespaces=NS) == "Rock & <roll>"
    assert (title.get("maxwidth"), title.get("size-unit")) == ("200", "char")
    states = {
        each.get("id", "").rpartition("/")[2]: each.find("x:target", NS).get("state")
        for each in files[0].iterfind(".//x:trans-unit", NS)
    }  # type: ignore[union-attr]
    assert states["title"] == states["body"] == states["body#2.title"] == "needs-translation"
    assert states["heading"] == "translated"


def test_what_changed_goes_out_with_what_it_was(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    write(draft, people, now, title_en="Other")
    data = writing.write([writing.Pair(builders.fresh(draft), "fr")], now=now, only_to_do=True)
    [only] = tree(data).findall(".//x:trans-unit", NS)
    assert only.get("id") == "title"
    assert only.find("x:target", NS).get("state") == "needs-review-translation"  # type: ignore[union-attr]
    before = only.find("x:alt-trans", NS)
    assert before is not None
    assert before.get("alttranstype") == "previous-version"
    assert before.findtext("x:source", namespaces=NS) == "Subject en"


def test_a_change_note_that_is_needed_is_to_do_and_one_that_is_not_stays_out(people: People, now: datetime) -> None:
    first = builders.make_note(people, now)
    revision = transitions.revise(builders.publish(first, people, now), by=people.author, now=now)
    write(revision, people, now, change_note_en="New rounds.")

    def ids() -> list[str | None]:
        data = writing.write([writing.Pair(builders.fresh(revision), "fr")], now=now, only_to_do=True)
        return [each.get("id") for each in tree(data).iterfind(".//x:trans-unit", NS)]

    assert ids() == ["change_note"]
    write(revision, people, now, minor=True)
    assert ids() == []
    write(revision, people, now, minor=False, change_note_fr="De nouvelles rondes.")
    assert ids() == []


# Back


def test_a_translation_is_taken_and_not_attested(people: People, now: datetime) -> None:
    draft = note(people, now)
    before = canonical.content_of(draft)
    data = translated(with_rich(exported(draft, now)), {"title": "Titre neuf"})
    found = assessing.assess(sent(data), by=people.translator_fr, now=now)
    assert verdicts(found) == {
        "title": "take", "summary": "unchanged", "heading": "unchanged", "body": "take", "text": "unchanged",
    }  # fmt: skip
    assert canonical.content_of(draft) == before
    done = take(data, people, now)
    assert len(done.paths) == 2
    after = canonical.content_of(draft)
    assert after["fields"]["title"] == {**before["fields"]["title"], "fr": "Titre neuf"}
    assert after["parts"]["section"][0]["body"]["fr"] == (
        '<p>Voyez l’<abbr title="Organisation mondiale de la Santé">OMS</abbr> et <strong>agissez</strong>.</p>'
        "<ul><li>Un</li></ul>"
    )
    assert by_language.changes_by_language(before, after) == by_language.Changed(frozenset({"fr"}), False)
    event = Event.objects.filter(edition=draft).last()
    assert event is not None
    assert (event.verb, event.by) == ("save", people.translator_fr)
    assert event.data["xliff"] == {
        "file": "note.xlf", "language": "fr", "taken": 2, "unchanged": 4, "empty": 0, "left": 0, "refused": [],
        "refusals": 0,
    }  # fmt: skip
    assert builders.fresh(draft).language_status["fr"] == "outdated"
    again = take(data, people, now)
    assert (again.paths, Event.objects.filter(edition=draft).last()) == ([], event)


def test_out_and_back_untouched_changes_nothing(people: People, now: datetime) -> None:
    draft = note(people, now)
    take(with_rich(exported(draft, now)), people, now)
    before = builders.fresh(draft)
    found = assessing.assess(sent(exported(draft, now)), by=people.translator_fr, now=now)
    assert {one.verdict for one in found.findings} == {Verdict.UNCHANGED}
    assert take(exported(draft, now), people, now).paths == []
    assert builders.fresh(draft).version == before.version


def test_an_address_is_made_from_the_first_title(people: People, now: datetime) -> None:
    draft = note(people, now, fields={"title": {"en": "One"}, "slug": {"en": "one"}})
    take(translated(exported(draft, now), {"title": "L’été à Québec"}), people, now)
    assert canonical.content_of(draft)["fields"]["slug"]["fr"] == "lete-a-quebec"


def _drop_source(root: ET.Element) -> None:
    unit(root, "title").find("x:source", NS).text = "Altered"  # type: ignore[union-attr]


def _rename(root: ET.Element) -> None:
    unit(root, "title").set("id", "section/x/title")


def _twice(root: ET.Element) -> None:
    body = root.find(".//x:body", NS)
    assert body is not None
    body.append(unit(root, "title"))


def _mark(root: ET.Element) -> None:
    target = unit(root, "title").find("x:target", NS)
    assert target is not None
    ET.SubElement(target, f"{{{writing.NAMESPACE}}}g", {"id": "1"})


@pytest.mark.parametrize(
    ("change", "code"), [(_drop_source, "source"), (_rename, "unknown"), (_twice, "duplicate"), (_mark, "tags")]
)
def test_an_altered_unit_is_refused_and_the_others_are_taken(
    people: People, now: datetime, change: Any, code: str
) -> None:
    draft = note(people, now)
    data = changed(translated(exported(draft, now), {"title": "Titre", "summary": "Résumé"}), change)
    done = take(data, people, now)
    assert code in {one.code for one in done.assessment.findings}
    assert done.paths == ["title", "summary"] if code == "duplicate" else ["summary"]
    event = Event.objects.filter(edition=draft).last()
    assert event is not None
    assert [one[1] for one in event.data["xliff"]["refused"]] == [code]


def test_too_long_a_text_is_refused_with_its_words(people: People, now: datetime) -> None:
    draft = note(people, now)
    found = assessing.assess(
        sent(translated(exported(draft, now), {"title": "x" * 201})), by=people.translator_fr, now=now
    )
    [refused] = found.with_verdict(Verdict.REFUSED)
    assert (refused.path, refused.code, len(refused.text)) == ("title", "invalid", 201)
    assert "200" in refused.reason


def test_altered_marks_and_empty_targets_change_nothing(people: People, now: datetime) -> None:
    draft = note(people, now)
    before = builders.fresh(draft)
    lost = with_rich(exported(draft, now), '<g id="1">Voyez <g id="2">OMS</g></g>')
    empty = translated(lost, {"title": "  ", "summary": ""})
    found = assessing.assess(sent(empty), by=people.translator_fr, now=now)
    assert verdicts(found)["body"] == "tags"
    assert (verdicts(found)["title"], verdicts(found)["summary"]) == ("empty", "empty")
    assert take(empty, people, now).paths == []
    assert builders.fresh(draft).version == before.version


def test_a_copy_of_the_source_is_no_translation(people: People, now: datetime) -> None:
    draft = note(people, now)

    def copy(root: ET.Element) -> None:
        for name, state in (("title", "new"), ("summary", "translated")):
            each = unit(root, name)
            target = each.find("x:target", NS)
            assert target is not None
            target.text = each.findtext("x:source", namespaces=NS)
            target.set("state", state)

    found = assessing.assess(sent(changed(exported(draft, now), copy)), by=people.translator_fr, now=now)
    assert (verdicts(found)["title"], verdicts(found)["summary"]) == ("empty", "take")


def test_a_stale_text_is_refused_beside_the_present_source(people: People, now: datetime) -> None:
    draft = note(people, now)
    data = translated(exported(draft, now), {"title": "Titre", "summary": "Résumé"})
    write(draft, people, now, title_en="New source")
    found = assessing.assess(sent(data), by=people.translator_fr, now=now)
    [stale] = found.with_verdict(Verdict.REFUSED)
    assert (stale.code, stale.text, stale.source_then) == ("stale", "Titre", "Subject en")
    assert stale.unit is not None
    assert stale.unit.source == "New source"
    assert take(data, people, now).paths == ["summary"]
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Subject fr"


def test_a_part_that_is_gone_is_refused_with_its_words_kept_in_the_file(people: People, now: datetime) -> None:
    draft = note(people, now)
    data = translated(exported(draft, now), {"title": "Titre"})
    with drafts.edit(draft, by=people.author, now=now):
        Item.objects.filter(edition=draft, position=1).delete()
    found = assessing.assess(sent(data), by=people.translator_fr, now=now)
    assert [one.code for one in found.with_verdict(Verdict.REFUSED)] == ["gone"]


def test_what_was_changed_here_as_well_is_taken_only_by_name(people: People, now: datetime) -> None:
    draft = note(people, now)
    data = translated(exported(draft, now), {"title": "Dehors", "summary": "Résumé"})
    write(draft, people, now, title_fr="Ici")
    assert take(data, people, now).paths == ["summary"]
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Ici"
    assert take(data, people, now, chosen=["title"]).paths == ["title"]
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Dehors"


def test_only_what_was_chosen_is_taken(people: People, now: datetime) -> None:
    draft = note(people, now)
    data = translated(exported(draft, now), {"title": "Titre", "summary": "Résumé"})
    assert take(data, people, now, chosen=["summary", "nothing"]).paths == ["summary"]
    event = Event.objects.filter(edition=draft).last()
    assert event is not None
    assert event.data["xliff"]["left"] == 1


def test_what_moved_since_it_was_looked_at_is_looked_at_again(people: People, now: datetime) -> None:
    draft = note(people, now)
    data = translated(exported(draft, now), {"title": "Titre"})
    opened = assessing.assess(sent(data), by=people.translator_fr, now=now).opened
    write(draft, people, now, summary_fr="Entre-temps")
    with pytest.raises(drafts.Stale):
        take(data, people, now, opened=opened)
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Subject fr"


@pytest.mark.parametrize(
    ("attribute", "value", "code"),
    [
        ("original", "something.html", "original"),
        ("original", "00000000-0000-0000-0000-000000000000/1/" + "0" * 64, "edition"),
        ("original", None, "digest"),
        ("target-language", "de", "language"),
        ("target-language", "es", "language"),
        ("target-language", "en", "source"),
        ("source-language", "es", "source_language"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_whole(
    people: People, now: datetime, attribute: str, value: str | None, code: str
) -> None:
    draft = note(people, now)
    before = builders.fresh(draft)

    def alter(root: ET.Element) -> None:
        file = root.find("x:file", NS)
        assert file is not None
        file.set(attribute, value or f"{before.document.uuid}/1/{'0' * 64}")

    done = take(changed(translated(exported(draft, now), {"title": "Titre"}), alter), people, now)
    assert code in [reason.code for reason in done.assessment.reasons]
    assert done.paths == []
    assert builders.fresh(draft).version == before.version


def test_a_file_of_another_edition_is_refused_where_one_is_wanted(people: People, now: datetime) -> None:
    draft, other = note(people, now), note(people, now, slug="other")
    data = translated(exported(other, now), {"title": "Titre"})
    done = take(data, people, now, only=(draft.pk, "fr"))
    assert [reason.code for reason in done.assessment.reasons] == ["edition"]
    done = taking.take(sent(exported(draft, now, "es")), by=people.author, now=now, only=(draft.pk, "fr"))
    assert [reason.code for reason in done.assessment.reasons] == ["language"]


def test_an_edition_that_is_no_draft_takes_nothing(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    data = translated(exported(draft, now), {"title": "Titre"})
    transitions.submit(draft, by=people.author, now=now)
    done = take(data, people, now)
    assert [reason.code for reason in done.assessment.reasons] == ["state"]


def test_another_language_is_not_taken_by_who_does_not_translate_it(people: People, now: datetime) -> None:
    draft = note(people, now)
    done = taking.take(
        sent(translated(exported(draft, now, "es"), {"title": "Título"})), by=people.translator_fr, now=now
    )
    assert [reason.code for reason in done.assessment.reasons] == ["language"]
    assert canonical.content_of(draft)["fields"]["title"]["es"] == "Subject es"


# Attacks and accidents

_DTD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><xliff>&b;</xliff>'
_EXTERNAL = b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff/>'


@pytest.mark.parametrize(
    "data",
    [
        b"", b"words", b"<xliff", _DTD, _EXTERNAL, b"<xliff version='1.2'/>",
        b"<xliff version='2.0' xmlns='urn:oasis:names:tc:xliff:document:2.0'/>",
        b"<a>" * 100 + b"</a>" * 100, b"<?xml version='1.0' encoding='klingon'?><a/>", b"\xff\xfe<\x00",
        f"<xliff version='1.2' xmlns='{writing.NAMESPACE}'>&nbsp;</xliff>".encode(),
    ],
)  # fmt: skip
def test_what_is_no_xliff_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(reading.Unreadable) as error:
        reading.read("x.xlf", data)
    assert str(error.value)


def packed(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        packed({f"{n}.xlf": b"" for n in range(reading.MOST_MEMBERS + 1)}),
        packed({"bomb.xlf": b"\0" * (reading.MOST_BYTES + 1)}),
        packed({f"{n}.xlf": b"\0" * reading.MOST_BYTES for n in range(6)}),
        packed({"a.xlf": b"x" * 5000})[:-30],
        strangely_packed(packed({"a.xlf": b"x" * 5000})),
        b"PK\x03\x04 no package at all",
        b"<" * (reading.MOST_BYTES + 1),
    ],
    ids=["many", "bomb", "bombs", "cut", "strange", "none", "large"],
)
def test_packages_that_are_too_much_are_refused(data: bytes) -> None:
    with pytest.raises(reading.Unreadable):
        list(reading.unpacked("x", data))


def test_a_package_comes_back_whole(people: People, now: datetime) -> None:
    pairs = writing.pairs_of(
        [builders.fresh(note(people, now)), builders.fresh(note(people, now, slug="b"))], ["en", "fr", "es"]
    )
    found = list(reading.unpacked("a.zip", writing.archive(pairs, now=now)))
    assert [name for name, _data in found] == [writing.file_name(pair) for pair in pairs]
    assert len({file.original for name, data in found for file in reading.read(name, data)}) == 2


# The peer


def test_translate_toolkit_reads_it_fills_it_in_and_we_take_it(people: People, now: datetime) -> None:
    draft = note(people, now)
    store = toolkit.xlifffile.parsestring(exported(draft, now))
    assert store.getfilenames() == [f"{draft.document.uuid}/1/{builders.fresh(draft).digest}"]
    assert (store.sourcelanguage, store.targetlanguage) == ("en", "fr")
    filled = 0
    for each in store.units:
        assert each.source
        if not each.istranslated() and not each.rich_source[0].depth_first(
            lambda node: node.isfragile and node.iseditable
        ):
            each.target = f"[{each.source}]"
            filled += 1
    body = next(each for each in store.units if each.getid().endswith("/body"))
    # A translator keeps the placeables in the tool; the words around them become others.
    body.rich_target = body.rich_source
    done = take(bytes(store), people, now)
    assert done.assessment.with_verdict(Verdict.REFUSED) == []
    value = canonical.content_of(draft)
    assert value["parts"]["section"][0]["body"]["fr"].startswith("<p>See the <abbr title=")
    assert done.paths
    assert filled


def test_the_peer_reads_its_own_titles_back(people: People, now: datetime) -> None:
    draft = note(people, now)
    store = toolkit.xlifffile.parsestring(exported(draft, now))
    next(each for each in store.units if each.getid().endswith("\x04title")).target = "Titre <neuf> & « beau »"
    take(bytes(store), people, now)
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Titre <neuf> & « beau »"


# Commands


def test_the_command_takes_out_and_brings_back(people: People, now: datetime, tmp_path: Any) -> None:
    draft = note(people, now)
    note(people, now, slug="other")
    one, many = tmp_path / "one.xlf", tmp_path / "all.zip"
    call_command("xliff", "export", one, "--edition", str(draft.pk), "--language", "fr", stdout=io.StringIO())
    call_command("xliff", "export", many, "--kind", "note", stdout=io.StringIO())
    assert len(list(reading.unpacked("all.zip", many.read_bytes()))) == 4
    one.write_bytes(translated(one.read_bytes(), {"title": "Titre", "summary": ""}))
    said = io.StringIO()
    call_command("xliff", "import", one, "--by", "translator-fr", "--show", stdout=said)
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Subject fr"
    call_command("xliff", "import", one, "--by", "translator-fr", stdout=said)
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Titre"
    assert "title" in said.getvalue()
    with pytest.raises(CommandError):
        call_command("xliff", "import", one, "--by", "nobody", stdout=said)
    with pytest.raises(CommandError):
        call_command("xliff", "import", one, "--by", "translator-es", stdout=said)
    with pytest.raises(CommandError):
        call_command("xliff", "import", tmp_path / "none", "--by", "translator-fr", stdout=said)


def test_too_long_a_rich_text_is_refused_with_its_words(people: People, now: datetime) -> None:
    draft = note(people, now)
    words = "mot " * (text_limits.MOST_RICH // 4)
    long = RICH_TARGET.replace("agissez", words)
    found = assessing.assess(sent(with_rich(exported(draft, now), long)), by=people.translator_fr, now=now)
    [refused] = found.with_verdict(Verdict.REFUSED)
    assert refused.code == "invalid"
    assert words.strip() in refused.text
    assert "200,000" in refused.reason


def test_two_texts_cost_few_statements_and_are_assessed_once_under_the_lock(
    people: People, now: datetime, django_assert_max_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = note(people, now)
    data = translated(exported(draft, now), {"title": "Titre", "summary": "Résumé"})
    assessed: list[bool] = []
    locked: list[int] = []
    asked: list[Any] = []

    def assess(*args: Any, **values: Any) -> assessing.Assessment:
        assessed.append(bool(locked))
        return assessing.assess(*args, **values)

    def lock(edition_id: int, **values: Any) -> Any:
        locked.append(edition_id)
        return locking.lock(edition_id, **values)

    def problems(verb: Any, *args: Any) -> Any:
        asked.append(verb)
        return ask(verb, *args)

    ask = permissions.problems
    monkeypatch.setattr(taking, "assess", assess)
    monkeypatch.setattr(drafts, "lock", lock)
    monkeypatch.setattr(permissions, "problems", problems)
    permissions.writable_languages(people.translator_fr)  # read with the person, once a request
    with django_assert_max_num_queries(15):
        done = take(data, people, now)
    assert done.paths == ["title", "summary"]
    assert (assessed, locked, asked) == ([True], [draft.pk], ["save"])


def test_a_file_for_a_text_that_somebody_holds_is_assessed_on_what_they_saved(people: People, now: datetime) -> None:
    """What is saved between finding the edition and locking it is what the file is compared with."""
    draft = note(people, now)
    data = translated(exported(draft, now), {"title": "Dehors", "summary": "Résumé"})
    found = assessing.named_edition(sent(data))
    assert found is not None
    write(draft, people, now, title_fr="Ici")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(taking, "named_edition", lambda _sent: found)
        done = take(data, people, now)
    assert done.paths == ["summary"]
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Ici"
