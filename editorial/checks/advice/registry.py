"""All checks of content, by name, and what they find."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from editorial.checks.advice.reading import Reading

#: Longest excerpt that is shown, in characters.
_EXCERPT = 160


class Level(models.TextChoices):
    """What a finding means: a required one bars the edition from review, advice can be waived with a reason."""

    REQUIRED = "required", _("To be mended")
    ADVICE = "advice", _("Advice")


@dataclass(frozen=True)
class Spot:
    """Something found in one place.

    `path` is that of `content.prose`, such as "title" or "section/<key>/body"; `language` is empty for what all
    languages share. `message` says what is wrong in the reader's language, `excerpt` shows it. `basis` is all of the
    text that the finding is about, where the excerpt is not: a waiver holds for as long as it stays the same.
    """

    path: str
    language: str
    message: str
    excerpt: str
    basis: str = ""


@dataclass(frozen=True)
class Finding:
    """A spot, and the check that found it."""

    check: "Check"
    spot: Spot

    @property
    def digest(self) -> str:
        """SHA-256 of the text that the finding is about, in hexadecimal."""
        return hashlib.sha256((self.spot.basis or self.spot.excerpt).encode()).hexdigest()

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What makes it the same finding at the next run: check, path, language, and digest of the text."""
        return self.check.name, self.spot.path, self.spot.language, self.digest

    @property
    def excerpt(self) -> str:
        """The excerpt on one line, cut to what can be shown."""
        text = " ".join(self.spot.excerpt.split())
        return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1].rstrip() + "…"

    @property
    def is_required(self) -> bool:
        """Whether it bars the edition from review."""
        return self.check.level == Level.REQUIRED


Function = Callable[["Reading"], Iterable[Spot]]


@dataclass(frozen=True)
class Check:
    """A check. `label` says in a few words what it looks for, `why` whom it hurts, `mend` what to do about it.

    `source` is the standard or the style guide that it follows, if any.
    """

    name: str
    level: Level
    label: Any
    why: Any
    mend: Any
    source: str
    function: Function


_CHECKS: dict[str, Check] = {}


def check(
    name: str, *, level: Level, label: Any, why: Any, mend: Any, source: str = ""
) -> Callable[[Function], Function]:
    """Register a function as the check `name`, such as "links.vague"; the words are lazy translations.

    Raises ValueError for a name that is taken: waivers name checks, so a name means one thing for good.
    """

    def register(function: Function) -> Function:
        if name in _CHECKS:
            raise ValueError(f"The check “{name}” is registered already.")
        _CHECKS[name] = Check(name, level, label, why, mend, source, function)
        return function

    return register


def all_checks() -> list[Check]:
    """All checks: required ones first, each level in the order of registration."""
    return sorted(_CHECKS.values(), key=lambda each: each.level != Level.REQUIRED)


def get(name: str) -> Check:
    """The check called `name`. Raises KeyError for one that is not (or no longer) there."""
    return _CHECKS[name]
