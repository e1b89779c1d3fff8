"""Django's PostgreSQL backend, made fit for a server that runs for months (see `base`)."""

#: The oldest PostgreSQL that the triggers and the search were written for.
OLDEST = 16
