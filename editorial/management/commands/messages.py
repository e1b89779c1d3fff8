"""`manage.py messages`: the interface's words in French and Spanish."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from editorial.base import languages, message_catalogs


class Command(BaseCommand):
    help = "Bring the catalogues in line with the sources; --check only looks; --compile makes what Django reads."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="Fail when a text lacks its translation.")
        parser.add_argument("--compile", action="store_true", help="Compile the catalogues.")
        parser.add_argument("--language", help="Only this language, such as fr.")

    def handle(
        self, *args: Any, check: bool = False, compile: bool = False, language: str | None = None, **options: Any
    ) -> None:
        """Raises CommandError when `--check` finds a gap."""
        root = Path(settings.BASE_DIR)
        translated = [code for code in languages.codes() if code != settings.LANGUAGE_CODE and language in (None, code)]
        if compile:
            for path in message_catalogs.compile_all(root):
                self.stdout.write(f"Compiled {path.relative_to(root)}.")
            return
        if check:
            gaps = [gap for code in translated for gap in message_catalogs.gaps(root, code)]
            if gaps:
                raise CommandError("\n".join(["The catalogues have gaps. Run `make messages` and translate:", *gaps]))
            return
        for code in translated:
            message_catalogs.update(root, code)
            missing = len(message_catalogs.gaps(root, code))
            self.stdout.write(f"{code}: {missing} texts to translate.")
