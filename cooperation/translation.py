"""Which of the subject's fields exist in every content language."""

from modeltranslation.translator import TranslationOptions, register

from cooperation.models import (
    Agreement,
    AgreementParty,
    AnnualReport,
    Chapter,
    Contact,
    CoordinatingBody,
    Country,
    Mechanism,
    Meeting,
    MeetingSession,
    Member,
    Objective,
    Organization,
    OtherName,
    Page,
    Participant,
    Programme,
    Project,
    Quote,
    Signatory,
    Statement,
    StatusStep,
    Theme,
    WorkingGroup,
)


@register([Country, Theme])
class NamedTranslation(TranslationOptions):
    fields = ("name",)


@register(Organization)
class OrganizationTranslation(TranslationOptions):
    fields = ("name", "acronym")


@register([Page, Agreement])
class EditionOnlyTranslation(TranslationOptions):
    fields = ()


@register(Mechanism)
class MechanismTranslation(TranslationOptions):
    fields = ("acronym", "launched", "launched_at", "cadence", "hosting")


@register(CoordinatingBody)
class CoordinatingBodyTranslation(TranslationOptions):
    fields = ("role",)


@register(OtherName)
class OtherNameTranslation(TranslationOptions):
    fields = ("name", "note")


@register(WorkingGroup)
class WorkingGroupTranslation(TranslationOptions):
    fields = ("mandate",)


@register([Member, MeetingSession, Signatory])
class TitledTranslation(TranslationOptions):
    fields = ("title",)


@register(Meeting)
class MeetingTranslation(TranslationOptions):
    fields = ("city", "outcomes")


@register(Participant)
class ParticipantTranslation(TranslationOptions):
    fields = ("delegation",)


@register(AgreementParty)
class AgreementPartyTranslation(TranslationOptions):
    fields = ("signed_by",)


@register(StatusStep)
class StatusStepTranslation(TranslationOptions):
    fields = ("note",)


@register(Programme)
class ProgrammeTranslation(TranslationOptions):
    fields = ("acronym",)


@register(Project)
class ProjectTranslation(TranslationOptions):
    fields = ("title", "description")


@register(Statement)
class StatementTranslation(TranslationOptions):
    fields = ("place", "source")


@register(Contact)
class ContactTranslation(TranslationOptions):
    fields = ("desk",)


@register(Quote)
class QuoteTranslation(TranslationOptions):
    fields = ("title", "text")


@register(AnnualReport)
class AnnualReportTranslation(TranslationOptions):
    fields = ("message",)


@register(Chapter)
class ChapterTranslation(TranslationOptions):
    fields = ("results",)


@register(Objective)
class ObjectiveTranslation(TranslationOptions):
    fields = ("text",)
