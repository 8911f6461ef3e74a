# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from archivist.exchange.files.json_fields import Fields, is_sha256, is_uuid, urn

ID = "2b6f0cc9-0000-4000-8000-000000000001"


def test_fields_are_given_by_their_kind() -> None:
    fields = Fields(
        {
            "text": "а",
            "nothing": None,
            "texts": ["а", "б"],
            "number": 7,
            "id": ID,
            "urn": urn(ID),
            "sha256": "0" * 64,
            "moment": "2026-01-31T09:15:00.123Z",
            "object": {"x": "y"},
            "one": {"n": 1},
            "many": [{"n": 1}, {"n": 2}],
        }
    )
    assert (fields.text("text"), fields.text("missing", "b"), fields.text_or_null("nothing")) == ("а", "b", None)
    assert (fields.texts("texts"), fields.number("number")) == (("а", "б"), 7)
    assert (fields.id("id"), fields.urn("urn"), fields.sha256("sha256")) == (ID, ID, "0" * 64)
    assert fields.moment("moment") == "2026-01-31T09:15:00.123Z"
    assert fields.object("object").mapping() == {"x": "y"}
    assert [[one.number("n") for one in fields.objects(name)] for name in ("one", "many", "missing")] == [
        [1],
        [1, 2],
        [],
    ]


@pytest.mark.parametrize(
    ("read", "values"),
    [
        (Fields.text, [None, 1, "a\0b", []]),
        (Fields.texts, [None, "а", ["а", 1], ["\0"]]),
        (Fields.number, [None, "1", 1.5, True, -1, 1 << 63]),
        (Fields.id, [None, "x", ID.upper(), f"{ID}\n", "../x"]),
        (Fields.urn, [None, ID, "urn:uuid:x", "http://x"]),
        (Fields.sha256, [None, "0" * 63, "g" * 64]),
        (
            Fields.moment,
            [None, "2026-01-31", "now", "2026-01-31T09:15:00", "2026-02-30T09:15:00Z", "２０２６-01-31T09:15:00Z"],
        ),
        (Fields.object, [None, [], "x"]),
        (Fields.objects, [None, "x", [1]]),
    ],
)
def test_another_kind_is_refused(read: Callable[[Fields, str], object], values: list[object]) -> None:
    for value in values:
        with pytest.raises(ValueError, match=r"field|object"):
            read(Fields({"field": value}), "field")


def test_a_missing_field_is_named() -> None:
    with pytest.raises(ValueError, match="it has no “title”"):
        Fields({}).text("title")


def test_what_is_no_object_is_refused() -> None:
    with pytest.raises(ValueError, match="no JSON object"):
        Fields(["x"])


@pytest.mark.parametrize("value", ["a\0", ["\0"], {"\0": 1}, [[["x\0"]]], json.loads("[" * 200 + "]" * 200)])
def test_a_mapping_holds_no_nul_and_is_not_deep(value: object) -> None:
    with pytest.raises(ValueError, match="its “field” is not a value without NUL"):
        Fields({"field": value}).mapping()


def test_ids_and_hashes_are_known() -> None:
    assert is_uuid(ID)
    assert not is_uuid(f"../{ID}")
    assert is_sha256("0" * 64)
    assert not is_sha256("../x")
