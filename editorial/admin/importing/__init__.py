"""The screens of importing: choose files, look at the result, make the draft. `editorial.importing` does the work."""
