"""Everybody's first page: what waits for them, the calendar, the problems, as `editorial.desks` finds them."""
