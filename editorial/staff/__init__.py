"""The people who work here: their accounts and roles, the rules of signature, and what happens when somebody leaves.

Every change goes through a function that checks, acts and writes a line of the record of administration (`record`), in
one transaction; the admin's screens call nothing else. `abilities` says what somebody can do, `gaps` what nobody can.
"""
