"""The JSON API (django-ninja, read only). `entry` is the view; the rest is imported when it is first asked for, because
ninja and pydantic take 11 MB that a process which only serves pages need not spend."""
