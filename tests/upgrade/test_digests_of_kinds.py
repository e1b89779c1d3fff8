"""No change of a kind changes the digest of a text that does not use it: digests given once are held for every kind."""

import copy
from typing import Any

import pytest

from editorial.content import canonical, digests, kinds
from tests.upgrade import kinds_content

STORED = kinds_content.stored()
TEXTS = [(kind, name) for kind, texts in STORED.items() for name in texts]


@pytest.mark.parametrize(("kind", "name"), TEXTS)
def test_it_still_has_the_digest_that_it_was_given(kind: str, name: str) -> None:
    """If this fails, a field or a part was renamed, removed or given another default: texts that are signed lose their digest.

    Where that is meant, `digests.VERSION` goes up, and the present algorithm stays for what was digested by it.
    """
    text = STORED[kind][name]
    assert digests.digest(text["content"]) == text["digest"]
    assert digests.digest(digests.completed(text["content"])) == text["digest"]


def test_every_kind_has_its_digests() -> None:
    """For a new kind run `python -m tests.upgrade.kinds_content`."""
    assert {kind.key for kind in kinds.all_kinds()} == set(STORED)


@pytest.mark.parametrize("kind", kinds.all_kinds(), ids=lambda kind: str(kind.key))
def test_what_came_to_a_kind_later_changes_no_text_that_does_not_use_it(kind: kinds.Kind) -> None:
    """As if each field, each language and each part had been added after the text was signed."""
    whole = digests.completed(kinds_content.spare(kind))
    given = digests.digest(whole)
    for field in set(whole["fields"]) - {"title", "slug", "source_language", "type"}:
        before = copy.deepcopy(whole)
        del before["fields"][field]
        assert digests.digest(before) == given, field
    for part in whole["parts"]:
        before = copy.deepcopy(whole)
        del before["parts"][part]
        assert digests.digest(before) == given, part


@pytest.mark.parametrize("kind", kinds.all_kinds(), ids=lambda kind: str(kind.key))
def test_what_is_used_changes_it(kind: kinds.Kind) -> None:
    """The other side: nothing that a text says is left out, in its fields or in the rows of its parts."""
    full = kinds_content.full(kind)
    given = digests.digest(full)
    rows: list[dict[str, Any]] = [full["fields"], *(rows[0] for rows in full["parts"].values())]
    for row in rows:
        for name in list(row):
            value = row.pop(name)
            assert digests.digest(full) != given, name
            row[name] = value
    for part in list(full["parts"]):
        taken = full["parts"].pop(part)
        assert digests.digest(full) != given, part
        full["parts"][part] = taken


@pytest.mark.parametrize("kind", kinds.all_kinds(), ids=lambda kind: str(kind.key))
def test_what_is_kept_is_read_whole(kind: kinds.Kind) -> None:
    """Leaving out and filling in again loses nothing, and content without any field reads as one that is empty."""
    for text in (kinds_content.spare(kind), kinds_content.full(kind)):
        assert digests.completed(digests.essential(text)) == text
    empty = digests.completed({"kind": kind.key, "fields": {}, "parts": {}})
    assert set(empty["fields"]) == set(canonical.own_fields(kind.model))
    assert set(empty["parts"]) == {canonical.part_name(part) for part in kind.parts}
