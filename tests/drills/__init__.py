"""Drills: real clocks, load and killed processes. `make drills` runs them, never `make test`; docs/drills.md keeps what
came of it.
"""
