"""Files that people send: what they are, their names, and how they are stored whole or not at all.

May use: `editorial.base`. Start with `store`, which takes an upload in; `archives` is the only place that opens a zip.
"""
