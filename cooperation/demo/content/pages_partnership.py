"""Demo pages on the Partnership itself and on defence relations."""

from . import page_defence, page_partnership

PAGES = [
    page_partnership.PAGE,
    page_defence.PAGE,
]
