"""The edit form: one form over all languages and parts of an edition. Start with `edit`.

`entry` is the form as a whole, `page` how it is shown.
"""
