"""Working on one text together: who has it open, what is not saved yet, and remarks.

May use: `editorial.notices` and below; `remarks/` also uses preview links and `assignment` (see `.importlinter`).
"""
