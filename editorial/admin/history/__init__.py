"""The history of a document: its timeline, any two texts compared, any one put back. Start with `views`."""
