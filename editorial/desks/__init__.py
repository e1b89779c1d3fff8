"""The desks: what concerns one person now, as querysets; the screens are in `editorial.admin.desk.desk`."""
