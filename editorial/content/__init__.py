"""What an edition says, in one shape: the kinds of content, its canonical form and digest, parity, and words for its
values.

May use: `editorial.models` and below. Start with `canonical` (content of an edition, and its digest) and `kinds` (what
a subject registers).
"""
