"""Full-text search over what is public at a moment, per language.

`question` makes a question of what was typed, `find` answers it, `suggestions` guesses what was meant where nothing is
found. `index` keeps the tables that are asked (see `editorial.models.search`).
"""
