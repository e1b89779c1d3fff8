"""What several transitions are made of; `editorial.workflow.transitions` calls it and holds the locks.

`live_period_changes` writes when an edition is public, `addresses` gives a document its own, `next_edition` begins a
draft with the words of an earlier edition. May use: all of `editorial.workflow` but `transitions`.
"""
