"""Remarks: what staff and guests say to each other about a text, never public and part of the record."""
