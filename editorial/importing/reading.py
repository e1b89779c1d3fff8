"""Reading a file of any of the known formats into blocks, each with the reason for which it is left out, if it is."""

from itertools import islice

from django.core.files.base import File
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from editorial.base import text_limits
from editorial.importing import boilerplate, docx, encoding, markup, plain, taking
from editorial.importing.blocks import Reading
from editorial.importing.taking import Refused, Sent
from editorial.richtext.tree import TooMuch

__all__ = ["Reading", "Refused", "read"]

#: Broken accents are counted up to here; a file that has more is broken throughout.
_COUNTED = 1_000
_ENDINGS = {
    "docx": ("docx", "docm", "dotx"),
    "html": ("html", "htm", "xhtml", "shtml", "php", "aspx"),
    "text": ("txt", "text", "md"),
}


def read(upload: "File[bytes]", *, language: str) -> Reading:
    """Everything that a file says, and nothing that it does.

    :param language: the content language in which the person who sends it says that it is written.
    Raises Refused, which names the file, the reason and what to do.
    """
    sent = taking.take(upload)
    reading = Reading(sent.name, sent.format, sent.sha256)
    if sent.format == "docx":
        docx.read(reading, sent)
    elif sent.text is not None:
        _read_text(reading, sent, sent.text)
    _compare(reading, language)
    if not any(block.text for block in reading.blocks):
        raise _wordless(sent)
    _require_room(sent, reading)
    boilerplate.leave_out(reading)
    return reading


def _require_room(sent: Sent, reading: Reading) -> None:
    """Raise Refused for what no draft could hold (`text_limits`)."""
    if sum(len(block.html) for block in reading.blocks) > text_limits.MOST_EDITION:
        raise _too_much(sent)
    longest = max((len(block.html) for block in reading.blocks), default=0)
    if longest > text_limits.MOST_RICH:
        reason = _(
            "one passage of it has %(length)s characters with its marking, "
            "and at most %(most)s can be kept in one text. "
            "Divide it into several paragraphs, lists or tables."
        )
        values = {
            "length": number_format(longest, force_grouping=True),
            "most": number_format(text_limits.MOST_RICH, force_grouping=True),
        }
        raise taking.refusal(sent.name, reason % values)


def _read_text(reading: Reading, sent: Sent, decoded: encoding.Decoded) -> None:
    if decoded.guessed:
        reading.report.add("encoding", decoded.encoding)
    elif not decoded.usual:
        reading.report.add("decoded", decoded.encoding)
    broken = [*islice(encoding.MOJIBAKE.finditer(decoded.text), _COUNTED)]
    for place in broken:
        reading.report.add("mojibake", decoded.text[max(place.start() - 20, 0) : place.end() + 20])
    try:
        (plain if sent.format == "text" else markup).read(reading, decoded.text)
    except TooMuch as error:
        raise _too_much(sent) from error


def _compare(reading: Reading, language: str) -> None:
    """Tell where the file is not what its name or the person says."""
    ending = reading.name.rsplit(".", 1)[-1].lower() if "." in reading.name else ""
    known = {each: form for form, endings in _ENDINGS.items() for each in endings}
    if ending in known and known[ending] != reading.format:
        reading.report.add("type_differs", reading.format)
    seems = tongue(reading) or reading.language
    if seems and seems != language:
        reading.report.add("other_language", seems)


#: Little words that each of the languages has and the others have not.
_LITTLE_WORDS = {
    "en": frozenset(["the", "of", "and", "to", "that", "with", "for", "by", "from", "which", "was", "were"]),
    "fr": frozenset(["les", "des", "et", "du", "une", "dans", "pour", "est", "aux", "par", "qui", "sont"]),
    "es": frozenset(["los", "las", "y", "del", "una", "para", "por", "con", "el", "que", "son", "como"]),
}


def tongue(reading: Reading) -> str:
    """The language in which a text plainly is, by its little words; empty where they do not tell."""
    words = " ".join(block.text for block in reading.blocks)[:50_000].casefold().split()
    counts = sorted(
        ((sum(word in little for word in words), code) for code, little in _LITTLE_WORDS.items()), reverse=True
    )
    (most, found), (next_, _other) = counts[0], counts[1]
    return found if most >= 12 and most > 3 * next_ else ""


def _too_much(sent: Sent) -> Refused:
    return taking.refusal(sent.name, _("it holds more than can be read at once. Divide it into several files."))


def _wordless(sent: Sent) -> Refused:
    if sent.text is not None and "<frame" in sent.text.text.lower():
        return taking.refusal(
            sent.name,
            _("it is only a frame around other pages. Open the page within the frame, save that one and choose it."),
        )
    return taking.refusal(sent.name, _("there is no text in it. If it shows a picture of a text, have the text typed."))
