"""The screens of accounts, roles, parties, rules of signature and handing over. `editorial.staff` does the work."""
