"""`manage.py record <uuid>` writes the record of a document to a file; `record --verify <file>` checks one."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from editorial.base import clock, languages
from editorial.base.files import store
from editorial.exports import record
from editorial.exports.record import making
from editorial.models import Document, User


class Command(BaseCommand):
    help = "Write everything on record about a document to a zip file, or verify such a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("uuid", nargs="?", default="", help="The document's uuid.")
        parser.add_argument("--by", default="", help="User name of whoever takes the record away; it goes on record.")
        parser.add_argument("--to", default="", help="The file or folder to write to; the present folder else.")
        parser.add_argument("--language", default="en", choices=languages.codes(), help="The language of record.html.")
        parser.add_argument("--verify", default="", metavar="FILE", help="A file to verify instead.")
        parser.add_argument("--here", action="store_true", help="Compare it with this site's own chain of events too.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError, and so exits with 1, when a file is not whole."""
        if options["verify"]:
            self._verify(Path(options["verify"]), here=options["here"])
            return
        try:
            document = Document.objects.get(uuid=UUID(options["uuid"]))
        except (ValueError, Document.DoesNotExist) as problem:
            raise CommandError("Give the uuid of a document of this site, or --verify and a file.") from problem
        by = User.objects.filter(username=options["by"], is_active=True).first()
        if by is None or not by.has_perm("editorial.view_edition"):
            raise CommandError("Say with --by who takes the record away: an active user who may read editions.")
        try:
            with store.storing():
                made = record.export(document, by=by, now=clock.now(), language=options["language"])
                target = Path(options["to"] or ".")
                target = target / made.name if target.is_dir() else target
                with made.file:
                    making.write(made, target)
        except store.NotStored as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"{target}\nSHA-256 of its manifest: {made.manifest}")

    def _verify(self, path: Path, *, here: bool) -> None:
        try:
            with path.open("rb") as source:
                found = list(record.verify(source, here=here))
        except OSError as problem:
            raise CommandError(str(problem)) from problem
        for finding in found:
            self.stdout.write(str(finding))
        if found:
            raise CommandError(f"{len(found)} faults in {path.name}.")
        self.stdout.write(f"{path.name} is whole.")
