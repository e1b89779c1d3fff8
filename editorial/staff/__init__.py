"""The people who work here: their accounts and roles, the rules of signature, and what happens when somebody leaves.

Every change goes through a function that checks, acts and writes a line of the record of administration (`admin_log`),
in one transaction; the admin's screens call nothing else. `permission_summary` says what somebody can do,
`coverage_gaps` what nobody can.
"""
