"""The desks: what concerns one person now. Engine modules over querysets; the screens are in `editorial.admin.desk.desk`."""
