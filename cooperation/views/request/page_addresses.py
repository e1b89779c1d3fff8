"""The addresses of the page of one document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cooperation.views.request.page_request import PageRequest
from editorial.base import languages
from editorial.content.kinds import Kind


@dataclass(frozen=True)
class PageAddresses:
    """Where the page of a document stands: in each language, as PDF, at present and as it stood.

    `asked` is how the page was asked for; `slugs` are those of the edition that is shown, by language code. A language
    without one has no page.
    """

    kind: Kind
    asked: PageRequest
    slugs: Mapping[str, str]

    @property
    def canonical(self) -> str:
        """The path of the page, without a moment; empty for a draft that has no address yet."""
        return self.at_present(self.slugs.get(self.asked.language) or "") or ""

    @property
    def at_moment(self) -> str:
        """The page at the moment asked for; empty for a draft that has no address yet."""
        return self._page(self.asked, self.slugs.get(self.asked.language)) or ""

    @property
    def in_languages(self) -> dict[str, str | None]:
        """The page in every language, at the moment asked for; none where it has no address."""
        return {code: self._page(self.asked.in_language(code), self.slugs.get(code)) for code in languages.codes()}

    @property
    def pdf(self) -> str:
        """The page as PDF."""
        slug = self.slugs.get(self.asked.language) or ""
        return self.asked.address(f"/{self.asked.language}/{self.kind.path(self.asked.language, slug)}.pdf")

    def at_present(self, slug: str | None) -> str | None:
        """The page as it is now; none without a slug, which may be another than that of the edition shown."""
        return self._page(self.asked.at_present(), slug)

    def at_instant(self, moment: datetime, slug: str | None) -> str | None:
        """The page as it stood at an instant, under the slug that it had then; none without one."""
        return self._page(self.asked.at_instant(moment), slug)

    def _page(self, asked: PageRequest, slug: str | None) -> str | None:
        return asked.address(f"/{asked.language}/{self.kind.path(asked.language, slug)}/") if slug else None
