"""A change of a kind changes the digest of no text that does not use what is new.

`digests_of_kinds.json` has two texts of each kind, one that uses every field and part there was and one that uses next
to none, with their digests. It is never made again for a kind that is in it: a new kind is added.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from editorial.content import digests, kinds

WRITTEN: dict[str, dict[str, Any]] = json.loads(Path(__file__).with_name("digests_of_kinds.json").read_text())
TEXTS = [(kind, sort) for kind in WRITTEN for sort in ("full", "bare")]


def test_every_kind_is_written_down() -> None:
    assert set(WRITTEN) == {kind.key for kind in kinds.all_kinds()} - {"note"}


@pytest.mark.parametrize(("kind", "sort"), TEXTS)
def test_its_digest_is_the_one_of_then(kind: str, sort: str) -> None:
    content, digest = WRITTEN[kind][sort]["content"], WRITTEN[kind][sort]["digest"]
    assert digests.digest_of_kept(content) == digest
    assert digests.digest(digests.completed(content)) == digest


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_field_or_part_that_is_not_used_could_as_well_not_exist(kind: str) -> None:
    """As it was before the field, or the part, came."""
    content = digests.completed(WRITTEN[kind]["bare"]["content"])
    for name in list(content["parts"]):
        without = {**content, "parts": {key: rows for key, rows in content["parts"].items() if key != name}}
        assert digests.digest(without) == digests.digest(content), name
    for name in set(content["fields"]) - {"title", "slug", "source_language"}:
        without = {**content, "fields": {key: value for key, value in content["fields"].items() if key != name}}
        assert digests.digest(without) == digests.digest(content), name


@pytest.mark.parametrize("kind", WRITTEN)
def test_whatever_is_used_is_in_the_digest(kind: str) -> None:
    content = digests.completed(WRITTEN[kind]["full"]["content"])
    digest = digests.digest(content)
    essential = digests.essential(content)
    for name in essential["fields"]:
        without = {**content, "fields": {key: value for key, value in content["fields"].items() if key != name}}
        assert digests.digest(without) != digest, name
    for name, rows in essential["parts"].items():
        for field in rows[0]:
            if field == "key":
                continue
            row = {key: value for key, value in content["parts"][name][0].items() if key != field}
            without = {**content, "parts": {**content["parts"], name: [row]}}
            assert digests.digest(without) != digest, (name, field)


def test_what_is_no_number_is_no_number() -> None:
    """0 and false are not the same, nor an empty text and nothing where nothing is the default."""
    content = digests.completed(WRITTEN["page"]["bare"]["content"])
    for value in (0, "", None, []):
        changed = {**content, "fields": {**content["fields"], "minor": value}}
        assert digests.digest(changed) != digests.digest(content), value


def test_a_type_at_its_default_is_kept() -> None:
    """It may decide who must sign; the database reads it from what is kept."""
    content = digests.completed({"kind": "meeting", "fields": {}, "parts": {"meetingsession": [{"key": "1"}]}})
    assert content["parts"]["meetingsession"][0]["type"] == "plenary"
    assert digests.essential(content)["parts"]["meetingsession"] == [{"key": "1", "type": "plenary"}]
