"""What every form shows when somebody else saved meanwhile: both texts put together, nothing lost.

`conflict` is what the template (`editorial/admin/_conflict.html`) shows, `decisions` carries out what was chosen there.
`content` compares texts of an edition, for `edit_form` and for the translation screen; `short_forms` compares the
fields of any other row. Start with `conflict`.
"""
