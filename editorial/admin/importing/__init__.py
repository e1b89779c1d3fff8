"""The screens of moving in: choose files, look at what becomes of them, make the draft. `editorial.importing` does the work."""
