"""What Entente is for: every change of a text or a state. Lock, check, act, record.

May use: `editorial.checks` and below. Start with `transitions` (every move from one state to another), `drafts` (the
only way in which content changes) and `rules/` (who may do what, and when).
"""
