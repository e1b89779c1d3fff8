"""Said and done: the objectives of all reports that are public at a moment, followed from year to year.

Objectives that continue one another are a chain. `steps` finds them, `choice` narrows and counts them, `history`
follows one chain, `address` says where all this is read.
"""
