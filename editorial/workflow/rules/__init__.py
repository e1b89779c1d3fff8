"""Who may do what, and when. A rule gives the reasons against an attempt; no reason means yes.

May use: `editorial.workflow`'s facts (`attempt`, `signatures`), never a transition. Start with `permissions`, which has
the table of all verbs; the rules themselves stand beside it by topic.
"""
