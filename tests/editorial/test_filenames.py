"""Names under which files are offered: one rule, in Python and in the database."""

import random
import unicodedata
from datetime import datetime
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from editorial.base.files import filenames, media_types
from editorial.content import canonical, kinds, writing
from editorial.models import Attachment
from editorial.workflow import drafts
from tests.builders import make_page, texts
from tests.people import People

PDF, TXT = media_types.ACCEPTED["pdf"], media_types.ACCEPTED["txt"]

GOOD = [
    "report.pdf",
    "Rapport – été (2021).PDF",
    "año, 100 % 'x' #1; a=b.pdf",
    "a.b.c.pdf",
    "日本.pdf",
    "console.pdf",
    "x" * 146 + ".pdf",
]
BAD = [
    "", ".pdf", "..pdf", " .pdf", "report.html", "report", "report.pdf.exe", "report.pdf.", "report.pdf ",
    " report.pdf", ".report.pdf", "report .pdf", "report..pdf", "x" * 147 + ".pdf", "a/b.pdf", "../../a.pdf",
    "a\\b.pdf", "c:a.pdf", 'a"b.pdf', "a*.pdf", "a?.pdf", "a<b>.pdf", "a|b.pdf", "a\nb.pdf", "a\r\nSet-Cookie: a=b.pdf",
    "a\tb.pdf", "a\x1bb.pdf", "a\x7fb.pdf", "a\x85b.pdf", "update\u202etxt.pdf", "a\u2066b\u2069.pdf", "a\u200eb.pdf",
    "a\u061cb.pdf", "a\u200bb.pdf", "a\u200db.pdf", "a\ufeffb.pdf", "a\u00adb.pdf", "a\u2028b.pdf", "a\U000e0041b.pdf",
    "a\u3164b.pdf", "con.pdf", "CON.pdf", "nul.tar.pdf", "Com1.pdf", "lpt9 .pdf", "com¹.pdf", "conin$.pdf",
    unicodedata.normalize("NFD", "été.pdf"),
]  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_a_fit_name_stays(name: str) -> None:
    assert filenames.fault(name, PDF) == ""
    assert filenames.repaired(name, PDF) == name


@pytest.mark.parametrize("name", [*BAD, "a\x00b.pdf", "a\ud800b.pdf"], ids=ascii)
def test_an_unfit_name_is_refused_in_words_and_can_be_repaired(name: str) -> None:
    assert filenames.fault(name, PDF).endswith(".")
    assert filenames.fault(filenames.repaired(name, PDF), PDF) == ""


def test_a_repaired_name_says_what_the_name_said() -> None:
    assert filenames.repaired("C:\\Texts\\été.pdf", PDF) == "été.pdf"
    assert filenames.repaired("Report: 2021/2022.pdf", PDF) == "2022.pdf"
    assert filenames.repaired("evil.html", TXT) == "evil.html.txt"
    assert filenames.repaired("update\u202etxt.bat", TXT) == "updatetxt.bat.txt"
    assert filenames.repaired("con.txt", TXT) == "_con.txt"
    assert filenames.repaired("\u200b", TXT) == "file.txt"
    assert filenames.repaired("é" * 300 + ".txt", TXT) == "é" * 146 + ".txt"


def test_whatever_is_repaired_is_fit() -> None:
    chosen = random.Random(9)
    signs = [
        *'ab. /\\:"\t\n',
        "con",
        "nul",
        ".pdf",
        ".txt",
        "\u202e",
        "\u200b",
        "e\u0301",
        "\u0301",
        "\u00a0",
        "\U0001f600",
        "\u3000",
    ]
    for _time in range(5000):
        name = "".join(chosen.choices(signs, k=chosen.randint(0, 12)))
        assert filenames.fault(filenames.repaired(name, TXT), TXT) == "", ascii(name)


@pytest.fixture
def row(people: People, now: datetime) -> Attachment:
    """A stored attachment of a draft."""
    attachment = {
        "title": texts("File"), "file": "report.pdf", "sha256": "0" * 64, "size": 8, "media_type": PDF, "language": "",
    }  # fmt: skip
    return Attachment.objects.get(edition=make_page(people, now, parts={"attachment": [attachment]}))


def test_the_database_holds_the_rule_by_itself(row: Attachment) -> None:
    for name in GOOD:
        Attachment.objects.filter(pk=row.pk).update(file=name)
    taken = []
    for name in BAD:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("UPDATE editorial_attachment SET file = %s WHERE id = %s", [name, row.pk])
            taken.append(name)
        except DatabaseError:
            pass
    assert taken == []
    for values in ({"media_type": TXT}, {"media_type": "text/html", "file": "a.html"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Attachment.objects.filter(pk=row.pk).update(**values)


def test_a_row_that_is_saved_directly_obeys(row: Attachment) -> None:
    row.file = "evil.html"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    row.file = "up\u202edate.pdf"
    row.save()
    row.refresh_from_db()
    assert row.file == "update.pdf"


def an_old_name(row: Attachment, name: str) -> Any:
    """The row as it was stored before there was a rule: the constraint is asked of what is written from now on only."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE editorial_attachment DROP CONSTRAINT editorial_attachment_file_name")
        cursor.execute("UPDATE editorial_attachment SET file = %s WHERE id = %s", [name, row.pk])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with connection.schema_editor() as editor:
            found = next(each for each in Attachment._meta.constraints if each.name == "editorial_attachment_file_name")
            cursor.execute(f"{found.create_sql(Attachment, editor)} NOT VALID")


def test_a_text_with_an_older_name_can_still_be_saved_and_gets_a_fit_one(
    row: Attachment, people: People, now: datetime
) -> None:
    an_old_name(row, "../../evil.html")
    with drafts.edit(row.edition, by=people.author, now=now) as draft:
        value = canonical.load(kinds.get_kind("page"), draft.pk)
        value["parts"]["attachment"][0]["title"]["en"] = "Another"
        writing.write(draft, value)
    row.refresh_from_db()
    assert row.file == "evil.html.pdf"
