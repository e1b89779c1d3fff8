"""Where real pages lie, beside the project, on the machines that have them."""

from django.conf import settings

SEEDS = settings.BASE_DIR.parent / "shared" / "seeds"
