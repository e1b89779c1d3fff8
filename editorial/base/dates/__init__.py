"""Days and instants: which exist here (`bounds`), and how values beyond them are read without an error (`safe`, `database`).

May use: `editorial.base`. `partial` is a date known to the day, the month or the year.
"""
