"""Names in the admin: what a country, theme or organization was, is and will be called, and live texts that still say a
former name.

May use: the rest of `editorial.admin` that is no screen, and all below. Start with `screen`.
"""
