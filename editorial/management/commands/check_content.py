"""`manage.py check_content`: what the checks find in content, for a look over the whole house."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from editorial.admin import addresses
from editorial.base import clock
from editorial.checks.advice import places, run
from editorial.content import canonical, kinds
from editorial.models import Edition
from editorial.states import State
from editorial.workflow import waivers


class Command(BaseCommand):
    help = "Run the checks over the newest edition of every document; fails where something must be mended."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--kind", help="Only documents of this kind, such as page.")
        parser.add_argument("--live", action="store_true", help="What is public now, rather than the newest edition.")
        parser.add_argument("--language", default="en", help="The language of the report.")
        parser.add_argument("--quiet", action="store_true", help="Only the sums.")

    def handle(
        self, *args: Any, kind: str | None = None, live: bool = False, language: str = "en", quiet: bool = False,
        **options: Any,
    ) -> None:  # fmt: skip
        """Raises CommandError for an unknown kind, and where a required check finds something."""
        if kind is not None and kind not in {each.key for each in kinds.all_kinds()}:
            raise CommandError(f"There is no kind of content called {kind}.")
        now = clock.now()
        editions = Edition.objects.live(now) if live else Edition.objects.exclude(state=State.DISCARDED)
        if kind is not None:
            editions = editions.filter(document__kind=kind)
        newest = editions.order_by("document_id", "-number").distinct("document_id").select_related("document")
        sums: Counter[str] = Counter()
        barred = 0
        with translation.override(language):
            for edition in newest.iterator(chunk_size=200):
                value = canonical.content_of(edition)
                judged = [
                    each
                    for each in waivers.with_waivers(edition, run.findings(edition, value, now=now))
                    if each.is_open
                ]
                sums.update(each.finding.check.name for each in judged)
                barred += sum(each.finding.is_required for each in judged)
                if judged and not quiet:
                    self._tell(edition, value, judged)
        for name, count in sums.most_common():
            self.stdout.write(f"{count:6}  {name}")
        if barred:
            raise CommandError(f"{barred} findings bar their edition from review.")

    def _tell(self, edition: Edition, value: canonical.Content, judged: list[waivers.FindingWithWaiver]) -> None:
        labels = places.labels(value, [each.finding.spot.path for each in judged])
        self.stdout.write(f"{edition} ({addresses.screen_url(edition, 'change')})")
        for each in judged:
            finding, spot = each.finding, each.finding.spot
            mark = "!" if finding.is_required else " "
            language = f" ({spot.language})" if spot.language else ""
            self.stdout.write(f"  {mark} {finding.check.name}: {labels[spot.path]}{language}: {spot.message}")
            if finding.excerpt:
                self.stdout.write(f"      {finding.excerpt}")
