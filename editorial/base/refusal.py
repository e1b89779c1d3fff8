"""What somebody sent is refused."""


class Refused(Exception):
    """Raised for what cannot be taken in; its text says why and what to do, for the person who sent it."""
