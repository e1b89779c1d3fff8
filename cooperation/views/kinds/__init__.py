"""What is special to the public page and the list of each kind, one kind a file; a kind without a file has nothing so.

A file here may define `own(shown)` and `row(asked)`, which `cooperation.kinds` names in the kind's declaration, and the
questions that only this kind asks of the database.
"""
