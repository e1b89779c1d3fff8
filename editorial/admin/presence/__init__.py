"""Who else has an edition open, told to every window, and unsaved work offered again."""
