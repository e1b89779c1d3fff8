"""Files that people send: what they are, under which name they are offered, and how they are stored whole or not at all.

May use: `editorial.base`. Start with `store`, which takes an upload in; `archives` is the only place that opens a zip.
"""
