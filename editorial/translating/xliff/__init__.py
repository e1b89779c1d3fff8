"""XLIFF 1.2 (OASIS Standard, 1 February 2008): texts for translators outside, and their translations back."""
