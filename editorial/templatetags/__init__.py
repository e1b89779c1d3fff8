"""Template tags of the engine: thin, registered by name; what they say is made in `editorial.admin`."""
