"""Entente's tests: the engine against a toy subject, the subject itself, the browser, concurrency and faults."""
