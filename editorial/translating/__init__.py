"""Translating: what of an edition is to be translated, how far it is, and how translations come in and go out."""
