"""The names under which files are offered: what every system takes, and the ending of what the file is.

One rule, wherever a name comes from: `fault` says it to a person, `repaired` makes a name keep it, and `condition` has
the database hold it. Names follow what Windows refuses ("Naming Files, Paths, and Namespaces"), the strictest of the
systems on which somebody saves a file.
"""

import re
import unicodedata

from django.db.models import CharField, F, Func, Q
from django.utils.translation import gettext as _

from editorial.base import text
from editorial.base.files import media_types

#: In characters, as `Attachment.file` holds.
MOST = 150
_PATH = r'\\/:*?"<>|'
#: Controls, soft hyphen, bidirectional marks, overrides and isolates, zero-width and other characters that nobody sees.
_UNSEEN = (
    r"\u0001-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
#: Regular expressions that Python and PostgreSQL read alike.
_UNFIT = rf"[{_UNSEEN}{_PATH}]"
_RESERVED = r"^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\.|$)"
#: Neither hidden nor ending in what Windows cuts off.
_EDGES = r"^[^ .](.*[^ .])?$"


def fault(name: str, media_type: str) -> str:
    """What is wrong with `name` for a file of `media_type`, as a sentence that says what to do; empty if nothing is."""
    if not name.strip(" ."):
        return _("Give the file a name.")
    if len(name) > MOST:
        return _("The file's name is longer than %(limit)s characters. Shorten it.") % {"limit": MOST}
    if any(_unseen(character) for character in name) or unicodedata.normalize("NFC", name) != name:
        return _("The file's name holds characters that cannot be seen. Type the name anew.")
    unfit = sorted(set(re.findall(_UNFIT, name)))
    if unfit:
        return _("The file's name cannot hold these characters: %(characters)s Take them out.") % {
            "characters": " ".join(unfit)
        }
    endings = media_types.endings(media_type)
    stem, _dot, ending = name.rpartition(".")
    if ending.lower() not in endings:
        return _("The file's name must end in %(endings)s, since that is what the file is.") % {
            "endings": " / ".join(f".{each}" for each in endings) or "?"
        }
    if not re.search(_EDGES, stem) or re.search(_RESERVED, name, re.IGNORECASE):
        return _("Some systems cannot save a file under this name. Choose another name.")
    return ""


def repaired(name: str, media_type: str) -> str:
    """`name` made fit for a file of `media_type`; a fit name stays as it is.

    :param media_type: one of `media_types.ACCEPTED`; the name gets its ending if it has another.
    """
    if not fault(name, media_type):
        return name
    name = text.clean_line("".join(each for each in _last_segment(name) if each.isspace() or not _unseen(each)))
    name = re.sub(r"\s+", " ", re.sub(_UNFIT, " ", name)).strip(" .")
    endings = media_types.endings(media_type)
    stem, _dot, ending = name.rpartition(".")
    if ending.lower() not in endings:
        stem, ending = name, (endings or ("bin",))[0]
    if re.search(_RESERVED, f"{stem.strip(' .')}.", re.IGNORECASE):
        stem = f"_{stem.strip(' .')}"
    stem = stem.strip(" .")[: MOST - len(ending) - 1].strip(" .")
    return f"{stem or _('file')}.{ending}"


def sent(name: str) -> str:
    """The name that came with an upload, without the path that some browsers send and without unseen characters."""
    return text.clean_line(_last_segment(name))


def condition() -> Q:
    """What a row's `file` and `media_type` must be like, for a constraint of the database."""
    of_its_type = Q()
    for media_type in dict.fromkeys(media_types.ACCEPTED.values()):
        ending = "|".join(media_types.endings(media_type))
        of_its_type |= Q(media_type=media_type, file__iregex=rf"[^ .]\.({ending})$")
    return (
        of_its_type
        & Q(file__regex=_EDGES)
        & ~Q(file__regex=_UNFIT)
        & ~Q(file__iregex=_RESERVED)
        & Q(file=Func(F("file"), template="normalize(%(expressions)s, NFC)", output_field=CharField()))
    )


def _last_segment(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1]


def _unseen(character: str) -> bool:
    """Whether it is a control, format, surrogate, private-use or line-separating character, or one without ink."""
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") or bool(
        re.match(f"[{_UNSEEN}]", character)
    )
