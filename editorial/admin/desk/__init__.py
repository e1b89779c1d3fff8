"""Everybody's first page: what waits for them, the calendar, the problems. The questions are asked by `editorial.desks`."""
