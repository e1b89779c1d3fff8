"""People, their roles, the parties and whose signatures are needed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth import admin as auth_admin
from django.contrib.auth import forms as auth_forms
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from editorial.admin.base import is_key, person
from editorial.admin.conflicts.short_forms import ConflictAwareAdmin
from editorial.admin.people.staff import details_of
from editorial.base import clock
from editorial.models import User
from editorial.staff import accounts, permission_summary, roles
from editorial.workflow.roles import groups


class Appointing:
    """What the engine has against an account's new values is said on the form, before anything is tried."""

    #: Who fills the form in; the admin says so.
    by: User

    def clean(self) -> Any:
        """The engine's reasons are errors of the form."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data  # type: ignore[misc,attr-defined]
        held = User.objects.select_related("party").get(pk=self.instance.pk) if self.instance.pk else None  # type: ignore[attr-defined]
        for reason in accounts.problems(by=self.by, person=held, values=cleaned, roles=cleaned.get("groups")):
            self.add_error(None, str(reason))  # type: ignore[attr-defined]
        return cleaned


class NewPersonForm(Appointing, auth_forms.AdminUserCreationForm):  # type: ignore[type-arg]  # generic only in the stubs
    """A new account: a name to log in with and a password."""

    class Meta(auth_forms.AdminUserCreationForm.Meta):
        model = User
        fields = ("username", "first_name", "last_name", "email", "party", "language", "groups")


class PersonForm(Appointing, auth_forms.UserChangeForm):  # type: ignore[type-arg]  # generic only in the stubs
    """An account as it is."""

    class Meta(auth_forms.UserChangeForm.Meta):
        model = User


class RoleField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    """Roles under their names in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        purpose = permission_summary.of_role(obj.name)
        name = groups.role_label(obj.name)
        return format_html('<b>{}</b> <span class="quiet">{}</span>', name, purpose) if purpose else name


class RoleFilter(admin.RelatedFieldListFilter):
    """People by role, under the roles' names in the reader's language."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        return [(key, groups.role_label(str(name))) for key, name in super().field_choices(field, request, model_admin)]


_FOUND = 302
#: Lines of the record that an account's own screen shows.
_LINES = 10


_SELF = ("username", "first_name", "last_name", "email", "language")
_ROLE = ("party", "groups", "is_active")


@admin.register(User)
class PersonAdmin(ConflictAwareAdmin, auth_admin.UserAdmin):  # type: ignore[type-arg]  # generic only in the stubs
    """Everybody who works here. What they may do follows from roles alone; nobody is given bare permissions.

    Only a superuser may touch a superuser: whoever could reset that password could become one.
    """

    form = PersonForm
    add_form = NewPersonForm
    change_form_template = "editorial/admin/staff/person.html"
    change_list_template = "editorial/admin/staff/people.html"
    list_display = ("username", "name", "email", "party", "role_names", "is_active")
    list_filter = ("is_active", ("groups", RoleFilter), "party")
    list_select_related = ("party",)
    search_fields = ("username", "first_name", "last_name", "email")
    ordering = ("last_name", "first_name", "username")
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    add_fieldsets: Any = (
        (None, {"fields": _SELF}),
        (_("What this person may do"), {"fields": ("party", "groups")}),
        (_("Password"), {"fields": ("usable_password", "password1", "password2")}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The fields of an account; whether it is a superuser's only for superusers."""
        if obj is None:
            return self.add_fieldsets
        return (
            (None, {"fields": ("password",)}),
            (_("Person"), {"fields": _SELF}),
            (
                _("What this person may do"),
                {"fields": (*_ROLE, "is_superuser") if request.user.is_superuser else _ROLE},
            ),
            (_("Dates"), {"fields": self.readonly_fields}),
        )

    def get_queryset(self, request: HttpRequest) -> Any:
        """Everybody with their roles."""
        return super().get_queryset(request).prefetch_related("groups")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As Django says, but for superusers, whom only a superuser may change."""
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never: what people did stays on record under their name. Accounts are made inactive."""
        return False

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Parties and roles are chosen here, not made, changed or deleted on the way."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget
        return field

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Roles as boxes to tick: they are few."""
        if db_field.name == "groups":
            kwargs["form_class"] = RoleField
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups" and field is not None:
            field.widget = forms.CheckboxSelectMultiple(choices=field.choices)  # type: ignore[arg-type]  # the stubs forget iterators
            field.label, field.help_text = _("Roles"), ""
        return field

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Django's list under a plain name."""
        title = capfirst(str(self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, which knows who fills it in."""
        made = super().get_form(request, obj, change=change, **kwargs)
        return type(made.__name__, (made,), {"by": person(request)})

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Through the engine, which checks, records and tells."""
        values = {name: value for name, value in form.cleaned_data.items() if name in accounts.COLUMNS}
        accounts.save(obj, by=person(request), now=clock.now(), values=values, roles=form.cleaned_data.get("groups"))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing: the roles were given along with the rest."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The form, with what the account comes to."""
        key = int(object_id) if object_id and is_key(object_id) else None
        found = User.objects.select_related("party").filter(pk=key or 0).first()
        shown: dict[str, Any] = {}
        if found is not None:
            shown = {
                "abilities": permission_summary.abilities_of(found),
                "record": [(line, details_of(line)) for line in found.administration.order_by("-id")[:_LINES]],
                "may_hand_over": found.pk != request.user.pk and self.has_change_permission(request, found),
            }
        return super().changeform_view(request, object_id, form_url, {**shown, **(extra_context or {})})

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        """Django's screen; that a password was set by somebody else goes on record, and its owner is told."""
        with transaction.atomic():
            response = super().user_change_password(request, id, form_url)
            if request.method == "POST" and response.status_code == _FOUND:
                accounts.password_set(User.objects.get(pk=id), by=person(request), now=clock.now())
        return response

    @admin.display(description=_("name"), ordering="last_name")
    def name(self, person: User) -> str:
        """First and last name."""
        return person.get_full_name()

    @admin.display(description=_("roles"))
    def role_names(self, person: User) -> str:
        """The roles in words."""
        return ", ".join(groups.role_label(group.name) for group in person.groups.all())


admin.site.unregister(Group)


@admin.register(Group)
class RoleAdmin(ConflictAwareAdmin):
    """Roles. Administrators see who has one; only a superuser may change what a role may do."""

    list_display = ("label", "people")
    search_fields = ("name",)
    ordering = ("name",)
    filter_horizontal = ("permissions",)
    actions = None

    def get_queryset(self, request: HttpRequest) -> Any:
        """Roles with the number of their people."""
        return super().get_queryset(request).annotate(people_count=Count("user"))

    def get_exclude(self, request: HttpRequest, obj: Any = None) -> Any:
        """Bare permissions are nobody's reading but a superuser's."""
        return () if request.user.is_superuser else ("permissions",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only superusers."""
        return request.user.is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only superusers."""
        return request.user.is_superuser

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only superusers."""
        return request.user.is_superuser

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Through the engine, which records it."""
        permissions = form.cleaned_data["permissions"]
        roles.save_role(
            obj, name=form.cleaned_data["name"], permissions=permissions, by=person(request), now=clock.now()
        )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing: the permissions were given along with the name."""

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Through the engine, as `save_model`."""
        roles.remove_role(obj, by=person(request), now=clock.now())

    @admin.display(description=_("role"), ordering="name")
    def label(self, role: Any) -> str:
        """The role in the reader's language."""
        return groups.role_label(role.name)

    @admin.display(description=_("people"), ordering="people_count")
    def people(self, role: Any) -> int:
        """How many have the role."""
        return int(role.people_count)
