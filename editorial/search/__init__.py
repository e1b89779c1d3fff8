"""Full-text search over what is public at a moment, per language.

`ask` makes a question of what was typed, `find` answers it, `suggest` guesses what was meant where nothing is found.
`index` keeps the tables that are asked (see `editorial.models.search`).
"""
