"""Moving in: files from elsewhere become drafts.

One way through, a module each: `taking` says what a file is or refuses it; `docx`, `markup` and `plain` read it into
blocks (`blocks`), `reading` chooses between them; `boilerplate` says which blocks are none of the content; `outline`
makes title, summary and sections of the rest; `versions` matches the sections of several languages; `making` writes the
draft through `editorial.workflow.drafts`; `report` says what became of everything else.
"""
