"""A toy subject, so that the engine is tested without the real one."""
