"""A person who works here."""

from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from editorial.base import languages
from editorial.guards import staff
from editorial.models.party import Party


class User(AbstractUser):
    """A member of staff. What they may do follows from their groups; whom they act for, from their party.

    The party is one column, so nobody can act for two governments.
    """

    party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("party"),
        help_text=_("The government or body for which this person signs off."),
    )
    language = models.CharField(
        _("language"),
        max_length=7,
        blank=True,
        choices=[(code, languages.autonym(code)) for code in languages.codes()],
        help_text=_("The language in which this person reads the desks. Empty: as the browser asks."),
    )

    #: Counted up by the database each time the account is deactivated (`editorial.guards.staff`).
    session_epoch = models.PositiveIntegerField(default=0, db_default=0, editable=False)

    class Meta(AbstractUser.Meta):
        verbose_name = _("person")  # type: ignore[assignment]  # the stubs know no lazy text here
        verbose_name_plural = _("people")  # type: ignore[assignment]
        ordering = ["last_name", "first_name", "username"]
        triggers = [staff.sessions_end_with_the_account(), *staff.accounts_on_record()]

    def check_password(self, raw_password: str | None) -> bool:
        """Whether this is their password; Django would also hash it anew by newer rules, a change that nobody made."""
        return check_password(raw_password, self.password)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session holds of the account: it ends when the password changes, and for good when the account is
        deactivated.
        """
        value = f"{self.password}\0{self.session_epoch}"
        return salted_hmac("editorial.models.User.session", value, secret=secret, algorithm="sha256").hexdigest()

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()
