"""`manage.py xliff export|import`: texts for translators outside, and their translations back."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from editorial.base import clock, languages
from editorial.content import kinds
from editorial.models import Edition, User
from editorial.states import State
from editorial.translating import progress
from editorial.translating.xliff import assessing, reading, report, taking, writing


class Command(BaseCommand):
    help = "Write drafts as XLIFF 1.2 (one document, or a .zip of them), or take translations over from such files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True)
        out = steps.add_parser("export", help="Write drafts to a file: .xlf for one, .zip for several.")
        out.add_argument("file", type=Path)
        out.add_argument(
            "--edition", type=int, action="append", default=[], help="Number (id) of an edition; repeatable."
        )
        out.add_argument("--kind", choices=[kind.key for kind in kinds.all_kinds()], help="All drafts of this kind.")
        out.add_argument("--language", choices=languages.codes(), action="append", default=[])
        out.add_argument("--to-do", action="store_true", help="Only texts that are missing or whose source changed.")
        back = steps.add_parser("import", help="Take translations over; nothing is attested.")
        back.add_argument("file", type=Path, nargs="+")
        back.add_argument("--by", required=True, metavar="USERNAME", help="Who translated; it goes on record.")
        back.add_argument("--show", action="store_true", help="Only say what would be taken.")

    def handle(self, *args: Any, step: str, **options: Any) -> None:
        """Raises CommandError with what a person is to do."""
        if step == "export":
            self._export(**options)
        else:
            self._import(**options)

    def _export(self, *, file: Path, edition: list[int], kind: str | None, **options: Any) -> None:
        rows = Edition.objects.select_related("document").order_by("pk")
        rows = rows.filter(pk__in=edition) if edition else rows.filter(state=State.DRAFT)
        if kind:
            rows = rows.filter(document__kind=kind)
        wanted = options["language"]
        pairs = [
            writing.Pair(row, code)
            for row in rows
            for code in (wanted or (languages.codes() if edition else progress.behind(row)))
            if code != row.source_language
        ]
        if not pairs:
            raise CommandError("There is nothing to export.")
        packed = file.suffix == ".zip"
        if not packed and len(pairs) > 1:
            raise CommandError("Several documents need a .zip: give the file that name.")
        make = writing.archive if packed else writing.write
        file.write_bytes(make(pairs, now=clock.now(), only_to_do=options["to_do"]))
        self.stdout.write(f"{file}: {len(pairs)}")

    def _import(self, *, file: list[Path], by: str, show: bool, **options: Any) -> None:
        person = User.objects.filter(username=by).first()
        if person is None:
            raise CommandError(f"There is no user “{by}”.")
        now = clock.now()
        failed = False
        for path in file:
            try:
                documents = [
                    each
                    for name, data in reading.unpacked(path.name, path.read_bytes())
                    for each in reading.read(name, data)
                ]
            except (OSError, reading.Unreadable) as error:
                raise CommandError(f"{path}: {error}") from error
            for sent in documents:
                if show:
                    done = taking.Taken(assessing.assess(sent, by=person, now=now))
                else:
                    done = taking.take(sent, by=person, now=now)
                failed = failed or bool(done.assessment.reasons)
                self.stdout.write(report.as_text(done))
        if failed:
            raise CommandError("Not every file was taken over; see the reasons above.")
