"""The lists of editions and documents, their filters, and work on many editions at once. Start with `changelist`."""
