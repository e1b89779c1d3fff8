"""Commands of `manage.py` for the demo."""
