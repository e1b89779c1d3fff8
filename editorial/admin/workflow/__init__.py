"""The action bar and the page that asks before each transition. Start with `actionbar` and `transition`."""
