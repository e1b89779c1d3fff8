"""A database of an earlier state of the project, with content at every stage, and what becomes of it here."""
