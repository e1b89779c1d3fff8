"""Rich text: the one list of allowed HTML, its one spelling, and the editor on a form.

May use: `editorial.base`. Start with `field`, the model field through which all rich text goes.
"""
