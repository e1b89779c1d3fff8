"""Public lists: how they are narrowed, counted, sorted and read.

`facets` are the filters, `filterset` what the filter set of a kind is made of, `counts` what each choice would leave,
`rows` the list itself, `address` the parameters it is asked for with.
"""
