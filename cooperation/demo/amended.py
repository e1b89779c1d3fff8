"""Small changes of wording in the revision of a report, so that its reviewers have something to compare word by word."""

from typing import Any

#: By report and language: what stood there and what stands there now.
_MESSAGE: dict[str, dict[str, tuple[tuple[str, str], ...]]] = {
    "report-2021": {
        "en": (
            ("on 25\u00a0November in that spirit", "in that spirit on <strong>25\u00a0November 2021</strong>"),
            ("Five groups sat that day.", "Five groups met that day."),
            ("still find in this forum a reason to come back", "still have a reason to come back to this forum"),
        ),
        "fr": (
            ("le 25\u00a0novembre, la 17e", "le <strong>25\u00a0novembre 2021</strong>, la 17e"),
            ("Cinq groupes ont siégé ce jour-là.", "Cinq groupes se sont réunis ce jour-là."),
            ("trouvent encore dans ce forum une raison de revenir", "ont encore une raison de revenir à ce forum"),
        ),
        "es": (
            ("el 25 de noviembre, la 17.ª", "el <strong>25 de noviembre de 2021</strong>, la 17.ª"),
            ("Ese día sesionaron cinco grupos.", "Ese día se reunieron cinco grupos."),
            (
                "siguen encontrando en este foro una razón para volver",
                "siguen teniendo una razón para volver a este foro",
            ),
        ),
    }
}


def amended(report: dict[str, Any]) -> dict[str, Any]:
    """The report with its message reworded here and there; one of which nothing is known stays as it is.

    Raises ValueError where the message no longer says what is to be reworded.
    """
    changes = _MESSAGE.get(report["key"])
    if changes is None:
        return report
    message = dict(report["message"])
    for code, pairs in changes.items():
        for before, after in pairs:
            if before not in message[code]:
                raise ValueError(f"The message of {report['key']} ({code}) does not say “{before}”.")
            message[code] = message[code].replace(before, after)
    return {**report, "message": message}
