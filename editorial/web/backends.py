"""Whom a session belongs to, read with all that this person may do in one statement."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat

from editorial.base.prepared_queries import PERSON, Compiled
from editorial.models import User


def _staff() -> QuerySet[User]:
    held = Permission.objects.filter(Q(user=OuterRef("pk")) | Q(group__user=OuterRef("pk"))).order_by().distinct()
    names = held.values(name_=Concat(F("content_type__app_label"), Value("."), F("codename")))
    return User.objects.annotate(held=ArraySubquery(names)).filter(pk=PERSON).order_by()


_STAFF = Compiled(_staff)


class StaffBackend(ModelBackend):
    """Django's own backend, but that every screen of the admin asks once for what Django asks three times."""

    def get_user(self, user_id: Any) -> User | None:
        """The person of a session, with all their permissions; none who does not exist or was deactivated.

        :param user_id: the primary key of a `User`.
        """
        found = next(iter(_STAFF.objects(User, person=user_id)), None)
        if found is None or not self.user_can_authenticate(found):
            return None
        if not found.is_superuser:
            # Where `ModelBackend.get_all_permissions` keeps what it read.
            found._perm_cache = frozenset(found.held)  # type: ignore[attr-defined]
        return found
