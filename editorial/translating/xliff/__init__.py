"""XLIFF 1.2 (OASIS Standard, 1 February 2008): texts for translators outside, and their translations back.

Out: `writing`. Back: `reading` takes the file apart, `assessing` compares it with the edition, `taking` saves it.
"""
