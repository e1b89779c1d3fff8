"""The demo: its content and the command that walks it through the real workflow."""
