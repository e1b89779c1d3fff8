"""A party speaks for countries, a text keeps whom it binds, and a rule can ask for the signatures of all these."""

import django.contrib.postgres.fields
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0038_words_that_are_signed"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="signoffrule",
            name="editorial_signoffrule_once",
        ),
        migrations.AddField(
            model_name="edition",
            name="all_must_sign",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddField(
            model_name="party",
            name="speaks_for",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=2),
                blank=True,
                default=list,
                help_text="The countries whose government it is: their codes of two letters (ISO 3166-1), separated by commas. A country has one party at most.",
                size=None,
                verbose_name="speaks for",
            ),
        ),
        migrations.AddField(
            model_name="signoffrule",
            name="every_bound_party",
            field=models.BooleanField(
                default=False,
                help_text="Whoever the text names as acting, promising or signing. Choose no party above then.",
                verbose_name="every party that the text binds",
            ),
        ),
        # Nothing is in it yet; made anew, for no row may keep the list that it held at first.
        migrations.RemoveField(
            model_name="edition",
            name="bound_parties",
        ),
        migrations.AddField(
            model_name="edition",
            name="bound_parties",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.Func(
                        models.F("bound_parties"), function="jsonb_typeof", output_field=models.TextField()
                    ),
                    models.Value("object"),
                ),
                name="editorial_edition_bound_by_country",
            ),
        ),
        migrations.AddConstraint(
            model_name="signoffrule",
            constraint=models.UniqueConstraint(
                fields=("kind", "party", "every_bound_party"), name="editorial_signoffrule_once", nulls_distinct=False
            ),
        ),
        migrations.AddConstraint(
            model_name="signoffrule",
            constraint=models.CheckConstraint(
                condition=models.Q(("party__isnull", True), ("every_bound_party", False), _connector="OR"),
                name="editorial_signoffrule_asks_one_thing",
            ),
        ),
    ]
