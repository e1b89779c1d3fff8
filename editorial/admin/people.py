"""People, their roles, the parties and whose signatures are needed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.contrib.auth import admin as auth_admin
from django.contrib.auth import forms as auth_forms
from django.contrib.auth.models import Group
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from editorial import kinds, languages, people
from editorial.admin.base import ModelAdmin
from editorial.models import Party, SignOffRule, User


class NewPersonForm(auth_forms.AdminUserCreationForm):  # type: ignore[type-arg]  # generic only in the stubs
    """A new account: a name to log in with and a password."""

    class Meta(auth_forms.AdminUserCreationForm.Meta):
        model = User
        fields = ("username", "first_name", "last_name", "email", "party", "language", "groups")


class PersonForm(auth_forms.UserChangeForm):  # type: ignore[type-arg]  # generic only in the stubs
    """An account as it is."""

    class Meta(auth_forms.UserChangeForm.Meta):
        model = User


class RoleField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # generic only in the stubs
    """Roles under their names in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        """See the base class."""
        return people.role_label(obj.name)


class RoleFilter(admin.RelatedFieldListFilter):
    """People by role, under the roles' names in the reader's language."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> Any:
        """See the base class."""
        return [(key, people.role_label(str(name))) for key, name in super().field_choices(field, request, model_admin)]


_SELF = ("username", "first_name", "last_name", "email", "language")
_ROLE = ("party", "groups", "is_active")


@admin.register(User)
class PersonAdmin(auth_admin.UserAdmin):  # type: ignore[type-arg]  # generic only in the stubs
    """Everybody who works here. What they may do follows from roles alone; nobody is given bare permissions.

    Only a superuser may touch a superuser: whoever could reset that password could become one.
    """

    form = PersonForm
    add_form = NewPersonForm
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

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Whoever has an account works here: there are no public accounts."""
        obj.is_staff = True
        super().save_model(request, obj, form, change)

    @admin.display(description=_("name"), ordering="last_name")
    def name(self, person: User) -> str:
        """First and last name."""
        return person.get_full_name()

    @admin.display(description=_("roles"))
    def role_names(self, person: User) -> str:
        """The roles in words."""
        return ", ".join(people.role_label(group.name) for group in person.groups.all())


admin.site.unregister(Group)


@admin.register(Group)
class RoleAdmin(ModelAdmin):
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

    @admin.display(description=_("role"), ordering="name")
    def label(self, role: Any) -> str:
        """The role in the reader's language."""
        return people.role_label(role.name)

    @admin.display(description=_("people"), ordering="people_count")
    def people(self, role: Any) -> int:
        """How many have the role."""
        return int(role.people_count)


@admin.register(Party)
class PartyAdmin(ModelAdmin):
    """The governments and bodies whose signatures count."""

    list_display = ("code", "name", "time_zone")
    fields = ("code", *(languages.column("name", code) for code in languages.codes()), "time_zone")
    search_fields = ("code", *(languages.column("name", code) for code in languages.codes()))


class RuleForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only in the stubs
    """A rule for one of the kinds that are registered."""

    kind = forms.ChoiceField(label=_("kind"))

    class Meta:
        model = SignOffRule
        fields = ("kind", "party", "stage")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds.signing_keys()  # type: ignore[attr-defined]


@admin.register(SignOffRule)
class RuleAdmin(ModelAdmin):
    """Whose signatures each kind of content needs, and in which order."""

    form = RuleForm
    list_display = ("kind_name", "party_name", "stage")
    list_display_links = ("kind_name",)
    list_select_related = ("party",)
    ordering = ("kind", "stage")

    @admin.display(description=_("kind"), ordering="kind")
    def kind_name(self, rule: SignOffRule) -> str:
        """The kind in the reader's language."""
        return dict(kinds.signing_keys()).get(rule.kind, rule.kind)

    @admin.display(description=_("party"), ordering="party")
    def party_name(self, rule: SignOffRule) -> str:
        """The party, or that any will do."""
        return str(rule.party or _("any party"))
