"""System checks that catch mistakes in the kinds of content which a subject registers."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connections

from editorial.base import languages
from editorial.content import kinds
from editorial.guards import clock_functions
from editorial.models import Edition, Part
from editorial.models.querysets import EditionManager


@register()
def check_kinds(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every kind of content is registered, guarded, addressed and has parts that belong to it."""
    return [message for check in _OF_KINDS for message in check()]


@register()
def check_languages(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """The required languages are languages of the site, and no text falls back to another language."""
    found: list[CheckMessage] = []
    unknown = [code for code in languages.required() if code not in languages.codes()]
    if unknown:
        found.append(Error(f"REQUIRED_LANGUAGES names {unknown}, which LANGUAGES lacks.", id="editorial.E010"))
    if getattr(settings, "MODELTRANSLATION_ENABLE_FALLBACKS", True):
        found.append(
            Error(
                "MODELTRANSLATION_ENABLE_FALLBACKS must be False.",
                hint="A fallback would show one language's text as another's.",
                id="editorial.E011",
            )
        )
    return found


def _editions() -> Iterable[type[Edition]]:
    return [m for m in apps.get_models() if issubclass(m, Edition) and m is not Edition and not m._meta.proxy]


def _registered() -> Iterable[CheckMessage]:
    known = {kind.model for kind in kinds.all_kinds()}
    for model in _editions():
        if model not in known:
            yield Error(
                f"{model.__name__} is an edition but no registered kind.",
                hint="Register it with editorial.content.kinds.register in its app's ready().",
                obj=model,
                id="editorial.E001",
            )


def _trigger_names(model: type[Any]) -> set[str]:
    return {trigger.name for trigger in getattr(model._meta, "triggers", [])}


def _guarded() -> Iterable[CheckMessage]:
    parts = [m for m in apps.get_models() if issubclass(m, Part)]
    for model in [*_editions(), *parts]:
        if "content_of_draft" not in _trigger_names(model):
            hint = (
                "Let its Meta inherit Part.Meta."
                if issubclass(model, Part)
                else ("Set `triggers = kind_of_content()` in its Meta (editorial.guards).")
            )
            yield Error(
                f"{model.__name__} lacks the trigger that freezes content outside drafts.",
                hint=hint,
                obj=model,
                id="editorial.E002",
            )


def _addressed() -> Iterable[CheckMessage]:
    taken: dict[tuple[str, str], str] = {}
    for kind in kinds.all_kinds():
        for code in languages.codes():
            segment = kind.segments.get(code)
            if not segment:
                yield Error(f"The kind “{kind.key}” has no address segment in “{code}”.", id="editorial.E003")
            elif (code, segment) in taken:
                yield Error(
                    f"The kinds “{kind.key}” and “{taken[code, segment]}” share the segment “{segment}” in “{code}”.",
                    id="editorial.E004",
                )
            else:
                taken[code, segment] = kind.key


def _parts() -> Iterable[CheckMessage]:
    for kind in kinds.all_kinds():
        for part in kind.parts:
            if not issubclass(part, Part):
                yield Error(f"{part.__name__} of the kind “{kind.key}” is no Part.", obj=part, id="editorial.E005")


def _managers() -> Iterable[CheckMessage]:
    for model in _editions():
        if not isinstance(model._default_manager, EditionManager):
            yield Error(
                f"{model.__name__} must keep Edition's manager.",
                hint="Public queries start from `.live(moment)`.",
                obj=model,
                id="editorial.E006",
            )


def _types_known() -> Iterable[CheckMessage]:
    for kind in kinds.all_kinds():
        if isinstance(kind.withdrawal_confirmed, bool):
            continue
        known = {kinds.signing_key(kind.key, one) for one in kind.withdrawal_confirmed} & set(
            kinds.signing_keys_of(kind.key)
        )
        if len(known) < len(kind.withdrawal_confirmed):
            yield Error(
                f"`withdrawal_confirmed` of the kind “{kind.key}” names a type that it does not have.",
                hint="Name values of the choices of its field `type`, or say True for the whole kind.",
                id="editorial.E015",
            )


_OF_KINDS = (_registered, _guarded, _addressed, _parts, _managers, _types_known)


@register(Tags.database)
def check_clock(
    app_configs: Sequence[Any] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """The functions by which a database tells the time are Entente's own (see `editorial.guards.clock_functions`).

    That they are not there yet is no error: `migrate`, which makes them, runs this too.
    """
    found: list[CheckMessage] = []
    for alias in databases or ():
        if connections[alias].vendor != "postgresql":
            continue
        with connections[alias].cursor() as cursor:
            cursor.execute(clock_functions.FIND)
            rows = cursor.fetchall()
        if missing := clock_functions.missing(rows):
            found.append(Warning(clock_functions.not_migrated(missing), id="editorial.W014"))
        if wrong := clock_functions.wrong(rows):
            found.append(Error(clock_functions.refusal(wrong), id="editorial.E013"))
    return found


@register(deploy=True)
def check_proxies(app_configs: Sequence[Any] | None, **kwargs: Any) -> list[CheckMessage]:
    """Behind a proxy that ends TLS, the site knows how many proxies vouch for the client's address."""
    if settings.SECURE_PROXY_SSL_HEADER is None or settings.TRUSTED_PROXIES > 0:
        return []
    return [
        Warning(
            "BEHIND_TLS_PROXY is set, but TRUSTED_PROXIES is 0: every visitor has the proxy's address.",
            hint="Set TRUSTED_PROXIES to the number of proxies in front that append to X-Forwarded-For, mostly 1.",
            id="editorial.W012",
        )
    ]
