"""What became of a translation's texts, one by one: to read, and to take away."""

import csv
import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from editorial.base.csv_cells import harmless
from editorial.comparison import diff
from editorial.translating.xliff.assessing import Finding
from editorial.translating.xliff.taking import Taken


def names(done: Taken) -> dict[str, str]:
    """The texts by their paths, in the reader's words; those that there are here."""
    if done.assessment.content is None:
        return {}
    paths = [one.path for one in done.assessment.findings if one.unit is not None]
    return dict(zip(paths, diff.labels_of(done.assessment.content, paths), strict=True))


def verdict(one: Finding, done: Taken) -> str:
    """What became of one text, in words."""
    if one.path in done.paths:
        return _("Taken")
    return _("Left as it was") if one.can_be_taken else one.label


def as_csv(several: Iterable[Taken]) -> str:
    """A table with a row for each text, and one row for a file that was refused whole; no cell begins a formula."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow([_("File"), _("Language"), _("Text"), _("Result"), _("Reason"), _("Translation"), _("Source")])
    for done in several:
        found, called = done.assessment, names(done)
        for reason in found.reasons:
            writer.writerow([harmless(found.sent.name), found.language, "", _("Refused"), str(reason), "", ""])
        for one in found.findings:
            texts = [one.text, one.unit.source if one.unit is not None else one.source_then]
            cells = [
                found.sent.name,
                found.language,
                called.get(one.path, one.path),
                verdict(one, done),
                one.reason,
                *texts,
            ]
            writer.writerow([harmless(cell) for cell in cells])
    return "\ufeff" + out.getvalue()


def as_text(done: Taken) -> str:
    """A line for the file and one for each text that was taken or refused."""
    found, called = done.assessment, names(done)
    lines = [f"{found.sent.name}: {found.edition or '—'} ({found.language or '—'})"]
    lines += [f"  {reason}" for reason in found.reasons]
    lines += [
        f"  {verdict(one, done)}: {called.get(one.path, one.path)} [{one.path}]"
        + (f" — {one.reason}" if one.reason else "")
        for one in found.findings
        if one.path in done.paths or one.can_be_taken or one.reason
    ]
    return "\n".join(lines)
