"""What everything stands on and what knows nothing of editions: languages, plain text, reasons, jobs, prepared queries.

May use: the standard library, Django and `editorial.states`. Start with `languages` (how the columns of a translated
field are named) and `jobs` (how work is given to a worker).
"""
