"""Text on its way into a spreadsheet."""

#: A spreadsheet takes a file for UTF-8 only if it begins so.
BYTE_ORDER_MARK = "\ufeff"
#: What a cell may not begin with: a spreadsheet would run it (OWASP, CSV injection); the wide forms of = + - @ as well.
_RUNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_BREAKS = ("\t", "\r", "\n")


def harmless(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula: behind an apostrophe, which a spreadsheet shows as text."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_BREAKS) or text.lstrip().startswith(_RUNS) else text
