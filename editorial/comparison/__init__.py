"""What differs between two contents or two texts, and how two versions are put together.

May use: `editorial.content` and below. Start with `diff` (field by field) and `richdiff` (word by word).
"""
