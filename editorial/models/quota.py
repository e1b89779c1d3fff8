"""How much was sent lately: what the rate limit counts by."""

from django.db import models


class QuotaKey(models.Model):
    """The random part of the key under which senders are counted on one day; see `editorial.visitors.limits`."""

    day = models.DateField(primary_key=True)
    secret = models.BinaryField(max_length=32)

    class Meta:
        ordering = ["day"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.day}"


class Quota(models.Model):
    """How often one bucket (a keyed hash, in hexadecimal) was filled in one hour of UTC."""

    bucket = models.CharField(max_length=64)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField()

    class Meta:
        ordering = ["hour", "bucket"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["hour", "bucket"], name="editorial_quota_once")]

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H} {self.count}"
