"""Whether what is served is what was signed: everything that is, was or will be public, recomputed and compared.

May use: `editorial.workflow` and below. Start with `run`, which goes through the checks, one module each; a difference
is named in `difference` and changed nowhere.
"""
