"""What the search looks into: one row per published edition and language, and the words to guess from."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from editorial.base import languages
from editorial.guards import common, search
from editorial.models.edition import Edition
from editorial.models.querysets import SearchManager


class SearchEntry(models.Model):
    """What one language of a published edition says, folded and weighed (see `editorial.search`).

    `vector` holds everything: title and names with weight A, summary B, headings C, running text D, in this order;
    `lead` only title, names and summary. Both have the facets and the edition's band among their words, in a spelling
    that no text has, so that one index answers for all. `passages` are the running text as it was written; the first
    word of the n-th passage has the position `starts[n]` in `vector`. `begins` and `ends` are those of the edition's
    live period, held equal by triggers, so that the search need not look up editions that it will not show. `version`
    is that of the rules by which the row was made.
    """

    edition = models.ForeignKey(Edition, on_delete=models.DO_NOTHING, related_name="search_entries", db_index=False)
    language = models.CharField(max_length=7)
    begins = models.DateTimeField()
    ends = models.DateTimeField(null=True)
    facets = ArrayField(models.TextField())
    lead = SearchVectorField()
    vector = SearchVectorField()
    passages = ArrayField(models.TextField())
    starts = ArrayField(models.IntegerField())
    version = models.PositiveSmallIntegerField()

    objects = SearchManager()

    class Meta:
        ordering = ["-id"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["edition", "language"], name="editorial_searchentry_once")]
        indexes = [
            GinIndex(
                name=f"editorial_search_{field}_{code}",
                fields=[field],
                condition=Q(language=code),
                gin_pending_list_limit=256,
            )
            for code in languages.codes()
            for field in ("lead", "vector")
        ]
        triggers = search.search_guards()

    def __str__(self) -> str:
        return f"{self.edition_id} {self.language}"


class SearchWord(models.Model):
    """A word of published texts, to guess from when a search finds nothing; never shown unless a live text has it.

    `near` holds the folded word and all that is left of it without one of its letters: words that differ by one
    letter added, left out, mistaken or swapped with the next have one of these in common.
    """

    language = models.CharField(max_length=7)
    word = models.CharField(max_length=40)
    written = models.CharField(max_length=60)
    near = ArrayField(models.TextField())

    class Meta:
        ordering = ["language", "word"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="editorial_searchword_once")]
        indexes = [GinIndex(fields=["near"], name="editorial_searchword_near", gin_pending_list_limit=256)]
        triggers = [
            common.Guard(
                name="words_stay",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func=common.refuse("a word is added or taken away, never changed"),
            )
        ]

    def __str__(self) -> str:
        return self.word
