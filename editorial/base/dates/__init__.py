"""Days and instants: which are accepted (`bounds`), and how others are read without an error (`safe`, `database`).

May use: `editorial.base`. `partial` is a date known to the day, the month or the year.
"""
