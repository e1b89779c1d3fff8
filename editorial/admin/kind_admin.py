"""What the screens of every kind of content stand on: who may see and do what, and the parts of the kind's form."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from editorial.admin.base import ModelAdmin, person
from editorial.admin.form.entry import Entry, Group
from editorial.admin.form.fields import Scope
from editorial.admin.form.inlines import PartInline
from editorial.content import kinds
from editorial.content.canonical import Content
from editorial.content.kinds import Kind
from editorial.models import Edition
from editorial.workflow.rules import permissions


class KindAdmin(ModelAdmin):
    """The permissions, the rows and the fields of one kind; no screen.

    The engine's permissions are those of `Edition`, whatever the kind, so Django's per-model permissions are not asked.
    `groups` names the fields on the main form and `parts` how each sort of part stands below it.
    """

    groups: Sequence[Group] = ()
    parts: Sequence[PartInline] = ()

    @property
    def kind(self) -> Kind:
        """The kind of content that this admin is for."""
        return kinds.kind_of_model(self.model)

    def entry(self, value: Content, *, scope: Scope, **values: Any) -> Entry:
        """The kind's form over a content.

        :param value: what the form shows, and what is read where nothing was sent.
        :param values: further arguments of `Entry`.
        """
        return Entry(self.kind, self.groups, self.parts, value, scope, **values)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Every edition of the kind with what its screens name, in one query."""
        return (
            super()
            .get_queryset(request)
            .select_related("document", "changed_by", "withdrawal", "release_item__release")
        )

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whoever may read editions sees the kind on the index page."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        """All who work on content may read all of it."""
        return request.user.is_active and request.user.has_perm("editorial.view_edition")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Whoever may write a whole draft may begin one."""
        return permissions.may_write(person(request))

    def has_change_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        """Whoever writes or translates; what exactly, the engine decides at each save."""
        return bool(Scope.for_user(request.user))  # type: ignore[arg-type]  # the admin lets no anonymous person in

    def has_delete_permission(self, request: HttpRequest, obj: Edition | None = None) -> bool:
        """Never: drafts are discarded, published editions withdrawn, and both stay on record."""
        return False

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing: the engine's events are the record, and Django's log beside them could only contradict it."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing, as for `log_addition`."""
