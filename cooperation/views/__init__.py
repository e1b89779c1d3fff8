"""The public site: every page answers for a moment, in one language."""
