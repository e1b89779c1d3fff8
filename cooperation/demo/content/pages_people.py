"""Demo pages on people: human rights and migration."""

from . import page_human_rights, page_migration

PAGES = [
    page_human_rights.PAGE,
    page_migration.PAGE,
]
