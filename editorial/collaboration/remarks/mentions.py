"""Whom a remark draws in: names written as @username, and those chosen beside it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from editorial.models import User

#: A username after an @ that does not stand within a word, as in an e-mail address; signs at its end are punctuation.
_MENTION = re.compile(r"(?<![\w.@+-])@([\w.@+-]{1,150})")
#: More are not looked up: a remark is no mailing list.
MOST = 20


@dataclass(frozen=True)
class ParsedMentions:
    """The people whom a text names, and the names under which nobody works here."""

    people: list[User]
    unknown: list[str]


def readers() -> QuerySet[User]:
    """All who may read editions, and so remarks; by name."""
    permission = Permission.objects.filter(content_type__app_label="editorial", codename="view_edition")
    may = Q(is_superuser=True) | Q(groups__permissions__in=permission) | Q(user_permissions__in=permission)
    return User.objects.filter(may, is_active=True).distinct()


def mentioned_names(text: str) -> list[str]:
    """The names that a text writes as @username, in their order."""
    return [name for found in _MENTION.findall(text) if (name := found.rstrip(".@+-"))]


def drawn(text: str, chosen: Iterable[str] = ()) -> ParsedMentions:
    """Whom a text and a chooser name; capitals make no difference. One query, none where nobody is named."""
    wanted = [*mentioned_names(text), *(name.strip().lstrip("@") for name in chosen)]
    names = list(dict.fromkeys(name for name in wanted if name))[:MOST]
    if not names:
        return ParsedMentions([], [])
    people = readers().annotate(folded=Lower("username")).filter(folded__in=[name.lower() for name in names])
    known = {user.username.lower(): user for user in people}
    found = {known[name.lower()].pk: known[name.lower()] for name in names if name.lower() in known}
    return ParsedMentions(list(found.values()), [name for name in names if name.lower() not in known])
