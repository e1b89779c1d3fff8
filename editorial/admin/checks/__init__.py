"""The screens of content checks, broken links and the glossary. `editorial.checks` does the work."""
