"""Content to take away: editions as CSV and JSON, and the record of a document as an archive that can be checked.

May use: `editorial.notices` and below. Start with `record/`.
"""
