# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, EmptyFile, FileDamaged, UnsupportedFile
from archivist.exchange.files.json_records import first_values, records
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.files.packed import OneFile

VALUES = [{"а": 1}, {"б": [2, {"в": "\n"}]}, {"г": None}]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file.json"


def found(file: Path, content: bytes) -> list[tuple[str, object]]:
    """Where and what the records are; of one that is wrong, what is wrong."""
    file.write_bytes(content)
    with OneFile(file) as files:
        return [
            (record.where, str(record.value) if isinstance(record.value, Malformed) else record.value)
            for record in records(files, file.name)
        ]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("before", ["", "\n \t"])
def test_an_array_is_read_however_it_is_laid_out(file: Path, indent: int | None, before: str) -> None:
    content = (before + json.dumps(VALUES, indent=indent)).encode()
    assert found(file, content) == [(f"entry {number}", value) for number, value in enumerate(VALUES, 1)]


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n\n"])
def test_lines_are_read_whatever_ends_them(file: Path, end: str) -> None:
    content = ((end.strip(" ") or "\n").join(map(json.dumps, VALUES)) + end).encode()
    assert [value for _, value in found(file, content)] == VALUES


@pytest.mark.parametrize("indent", [None, 2])
def test_one_object_is_one_record(file: Path, indent: int | None) -> None:
    assert [value for _, value in found(file, json.dumps(VALUES[1], indent=indent).encode())] == [VALUES[1]]


def test_a_first_line_may_be_longer_than_what_is_looked_at(file: Path) -> None:
    values = [{"text": "а" * (3 << 20)}, {"text": "б"}]
    content = "\n".join(json.dumps(value, ensure_ascii=False) for value in values).encode()
    assert found(file, content) == [("line 1", values[0]), ("line 2", values[1])]


def test_a_line_may_be_a_pair_of_a_text_and_what_is_said_of_it(file: Path) -> None:
    pairs = [["текст", {"entities": []}], ["інший", {}]]
    assert [value for _, value in found(file, "\n".join(map(json.dumps, pairs)).encode())] == pairs
    assert [value for _, value in found(file, json.dumps(pairs).encode())] == pairs


def test_a_line_that_is_wrong_is_told_where_it_is(file: Path) -> None:
    assert found(file, b'{"a": 1}\n{"b": \n\n{"c": 3}\n\xff\n') == [
        ("line 1", {"a": 1}),
        ("line 2", "Expecting value, column 7"),
        ("line 4", {"c": 3}),
        ("line 5", "it is not UTF-8"),
    ]


def test_a_first_line_that_is_wrong_costs_only_itself(file: Path) -> None:
    assert [where for where, value in found(file, b'{"a": \n{"b": 2}\n') if isinstance(value, dict)] == ["line 2"]


def test_an_array_that_breaks_off_says_where(file: Path) -> None:
    *whole, (where, told) = found(file, b'[{"a": 1}, {"b": 2}, {"c"')
    assert whole == [("entry 1", {"a": 1}), ("entry 2", {"b": 2})]
    assert where == "entry 3"
    assert str(told).endswith("what follows could not be read")


@pytest.mark.parametrize(
    ("content", "error", "told"),
    [
        (b"", EmptyFile, "empty"),
        (b"\xef\xbb\xbf\n", EmptyFile, "empty"),
        (b"a,b\n", UnsupportedFile, "it is no JSON"),
        (b'"text"', UnsupportedFile, "it is no JSON"),
        (b'{"a": ', FileDamaged, "Expecting value"),
        (b'{"a": \n "b', FileDamaged, "Invalid|Unterminated"),
        (b"[", FileDamaged, "entry 1"),
        (b"[" * 100_000, FileDamaged, "nested too deeply"),
        (b'{"a": 1e999}', FileDamaged, "cannot be kept"),
        (b'{"a": \n' * 200, FileDamaged, "line 1"),
    ],
)
def test_what_holds_no_record_is_refused(file: Path, content: bytes, error: type[ArchivistError], told: str) -> None:
    with pytest.raises(error, match=told):
        found(file, content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_an_encoding_is_known_by_its_mark(file: Path, encoding: str) -> None:
    content = "\n".join(json.dumps(value, ensure_ascii=False) for value in VALUES).encode(encoding)
    assert [value for _, value in found(file, content)] == VALUES


def test_the_first_records_are_found_without_the_rest(file: Path) -> None:
    large = json.dumps(VALUES[0]).encode() + b"\n" + b'{"x": "' + b"y" * (9 << 20)
    for content, expected in (
        (large, VALUES[:1]),
        (b"\n".join(json.dumps(value).encode() for value in VALUES), VALUES[:2]),
        (b"no json", []),
        (b"", []),
    ):
        file.write_bytes(content)
        with OneFile(file) as files:
            assert first_values(files, file.name, 2) == expected
