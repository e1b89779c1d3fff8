"""The engine: documents, editions, languages, sign-off, time and the record. It knows nothing of the subject."""
