"""Text as it is compared and sorted, whatever the database's collation."""

from django.db.models import Func, TextField


class Folded(Func):
    """Text as it is sorted: without case and accents."""

    template = r"lower(regexp_replace(normalize(%(expressions)s, NFKD), '[\u0300-\u036f]', '', 'g'))"
    output_field = TextField()
