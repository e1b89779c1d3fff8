"""The admin of the engine: the screens on which staff write, review and publish."""
