"""Who somebody is: roles as Django groups, in which role and for which party they act, and who could do what is needed.

May use: `editorial.checks` and below.
"""
