"""The subject: what a bilateral secretariat publishes, on the editorial engine."""
