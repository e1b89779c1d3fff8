"""Translating: what of an edition is to be translated, how far it is, and how translations come in and go out.

Start with `saving`, through which every translation comes in, typed or in a file (`xliff`).
"""
