"""A party whose code is that of a country speaks for it: until now the code was all that told which government it is."""

import re
from typing import Any

from django.db import migrations


def name_countries(apps: Any, schema_editor: Any) -> None:
    """Let each party with a code of two capital letters speak for that country."""
    party = apps.get_model("editorial", "Party")
    for row in party.objects.order_by("pk"):
        if re.fullmatch("[A-Z]{2}", row.code):
            party.objects.filter(pk=row.pk).update(speaks_for=[row.code])


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0040_guards_of_bound_parties"),
    ]

    operations = [
        migrations.RunPython(name_countries, migrations.RunPython.noop),
    ]
