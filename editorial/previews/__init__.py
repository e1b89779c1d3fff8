"""Texts that need not be public, as the public would see them: for staff, and for whoever holds a preview link.

May use: `editorial.notices` and below. Start with `links`.
"""
