"""`manage.py import_file`: files become a draft, as in the admin, for many files at once by a script."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.files import File
from django.core.management.base import BaseCommand, CommandError

from editorial.admin.importing import report as report_module
from editorial.base import clock, languages
from editorial.content import canonical, kinds
from editorial.importing import draft_creation, reading
from editorial.importing.draft_creation import Plan
from editorial.models import Edition, User
from editorial.workflow import drafts
from editorial.workflow.rules.permissions import NotAllowed


class Command(BaseCommand):
    help = "Make a draft from a file in each language: import_file page --by anna --fr page.docx --en page.html"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", choices=[kind.key for kind in kinds.all_kinds() if draft_creation.offers(kind)])
        parser.add_argument("--by", required=True, metavar="USERNAME", help="Who imports; it goes on record.")
        for code in languages.codes():
            parser.add_argument(f"--{code}", type=Path, metavar="FILE", help=f"A file in {languages.name(code)}.")
        parser.add_argument(
            "--source", choices=languages.codes(), help="The source language; else that of the first file."
        )
        parser.add_argument(
            "--into", type=int, metavar="EDITION", help="Number (id) of a draft that gets the languages."
        )
        parser.add_argument("--show", action="store_true", help="Only say what would be made.")

    def handle(self, *args: Any, kind: str, by: str, into: int | None, show: bool, **options: Any) -> None:
        """Raises CommandError with what a person is to do; nothing is made then."""
        person = User.objects.filter(username=by).first()
        if person is None:
            raise CommandError(f"There is no user “{by}”.")
        paths = {code: options[code] for code in languages.codes() if options[code]}
        if not paths:
            raise CommandError("Name a file in at least one language, such as --fr page.docx.")
        draft = self._draft(into, kind)
        source = draft.source_language if draft is not None else options["source"] or next(iter(paths))
        if draft is None and source not in paths:
            raise CommandError(f"There is no file in the source language (--{source}).")
        plan = draft_creation.plan(
            kinds.get_kind(kind),
            {code: self._read(path, code) for code, path in paths.items()},
            source_language=source,
            before=canonical.content_of(draft) if draft is not None else None,
            document_id=draft.document_id if draft is not None else None,
        )
        made = None
        if not show:
            version = draft.version if draft is not None else None
            try:
                made = draft_creation.make(
                    plan, kind=kinds.get_kind(kind), by=person, now=clock.now(), into=draft, version=version
                )
            except NotAllowed as refused:
                raise CommandError(" ".join(str(reason) for reason in refused.reasons)) from refused
            except drafts.Stale as stale:
                raise CommandError("Somebody saved the draft meanwhile. Run the command again.") from stale
        self._tell(plan)
        self.stdout.write(f"Draft {made.pk}: {made}" if made is not None else "Nothing was made.")

    def _draft(self, into: int | None, kind: str) -> Edition | None:
        if into is None:
            return None
        found = Edition.objects.filter(pk=into, document__kind=kind).select_related("document").first()
        if found is None:
            raise CommandError(f"There is no edition {into} of this kind.")
        return found

    def _read(self, path: Path, code: str) -> reading.Reading:
        try:
            with path.open("rb") as opened:
                return reading.read(File(opened, name=path.name), language=code)
        except OSError as error:
            raise CommandError(f"“{path}” cannot be opened: {error.strerror}.") from error
        except reading.Refused as refused:
            raise CommandError(str(refused)) from refused

    def _tell(self, plan: Plan) -> None:
        for code in plan.languages:
            version = plan.versions[code]
            report = report_module.of_version(version)
            self.stdout.write(f"{report.name} ({languages.name(code)}, {report.format})")
            self.stdout.write(f"  {version.outline.title}")
            for part in version.outline.parts:
                self.stdout.write(f"  § {part.heading or '—'} ({len(part.body)})")
            for left in report.left:
                self.stdout.write(f"  − {left.label}: {left.count}")
            for finding in (*report.to_do, *report.done):
                self.stdout.write(f"  · {finding.sentence} {' | '.join(finding.examples_in_words)}".rstrip())
            for fact in report.facts:
                self.stdout.write(f"  = {fact.label}: {fact.value}")
        for difference in plan.differences:
            self.stdout.write(f"≠ {difference}")
