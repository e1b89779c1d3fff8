"""What changed in a source text, marked word by word."""

from django.utils.safestring import SafeString

from editorial.comparison import diff, richdiff
from editorial.translating.units import Unit


def marked_source(unit: Unit) -> SafeString:
    """The source of a unit with what went in `del` and what came in `ins`, since its translation was attested."""
    return marked(unit.source_before, unit.source, rich=unit.rich)


def marked(before: str, after: str, *, rich: bool) -> SafeString:
    """Both texts in one piece of safe HTML."""
    return richdiff.marked(before, after) if rich else diff.marked_words(before, after)
