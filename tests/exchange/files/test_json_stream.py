# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.exchange.files.json_stream import Malformed, Part, each_line, items, lines, parse, parts, utf8

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def pieces(raw: bytes, size: int) -> Iterator[bytes]:
    return (raw[at : at + size] for at in range(0, len(raw), size))


@given(st.lists(VALUES, max_size=5), st.integers(1, 9), st.sampled_from([None, 2]), st.booleans())
def test_items_are_read_however_the_file_is_cut_and_laid_out(
    values: list[object], size: int, indent: int | None, ascii_only: bool
) -> None:
    document = {"a": {"items": 1}, "first": {"x": [[]], "items": values, "y": "}"}, "total": len(values)}
    raw = json.dumps(document, indent=indent, ensure_ascii=ascii_only).encode()
    assert list(items(pieces(raw, size), ("first", "items"))) == values


def test_without_the_path_there_are_no_items() -> None:
    assert list(items([b'{"total": 0, "first": {}}'], ("first", "items"))) == []


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b'{"first": {"items": [1, 2',
        b'{"first": {"items": [1, 2]}',
        b'{"first": {"items": [1 2]}}',
        b'{"first": {"items": [1, ]}}',
        b'{"first": {"items": [1]}} x',
        b'{"first": {"items": "x"}}',
        b'{"first": {"items": [NaN]}}',
        b'{"first": {"items": ["\\ud83d"]}}',
        b'{"first": {"items": ["\xff"]}}',
        b'{1: {"items": []}}',
        b'{"first": 1}',
        b'{"first": {"items": [' + b"[" * 100_000,
        b'{"first": {"items": [' + b"9" * 5000 + b"]}}",
    ],
)
def test_what_is_malformed_is_a_value_error(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(items([raw], ("first", "items")))


@given(st.lists(VALUES, max_size=5), st.integers(1, 9))
def test_lines_are_read_however_the_file_is_cut(values: list[object], size: int) -> None:
    raw = b"".join(json.dumps(value, ensure_ascii=False).encode() + b"\n" for value in values)
    assert list(lines(pieces(raw, size))) == values


def test_the_last_line_needs_no_end_and_blank_ones_are_passed_over() -> None:
    assert list(lines([b"1\r\n\n", b"2"])) == [1, 2]


@pytest.mark.parametrize("raw", [b"", b"{", b"{} {}", b"Infinity", b"[" * 100_000, b'"\\ud800"', b"\xff"])
def test_a_malformed_value_is_a_value_error(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(raw)


@pytest.mark.parametrize("field", ['"\\ud83d"', "1e999", '[{"x": "\\udfff"}]'])
def test_a_field_that_no_file_can_keep_is_named(field: str) -> None:
    with pytest.raises(ValueError, match="line 2: its “byline” cannot be kept"):
        list(lines([b"{}\n", f'{{"title": "a", "byline": {field}}}'.encode()]))


@pytest.mark.parametrize("depth", range(200, 1000, 40))
def test_what_is_nested_is_read_or_a_value_error(depth: int) -> None:
    with suppress(ValueError):
        parse(b"[" * depth + b"]" * depth)


def test_parts_are_members_and_items_and_open_what_is_to_be_opened() -> None:
    raw = b'{"a": 1, "b": {"c": [1, {"c": 2}], "d": {"b": 3}}, "c": "x"} [4] 5'
    assert list(parts(pieces(raw, 3), ("b", "c"))) == [
        Part(("a",), 1),
        Part(("b", "c"), 1, is_item=True),
        Part(("b", "c"), {"c": 2}, is_item=True),
        Part(("b", "d"), {"b": 3}),
        Part(("c",), "x"),
        Part((), None),
        Part((), 4, is_item=True),
        Part((), None),
        Part((), 5, is_item=True),
        Part((), None),
    ]


@pytest.mark.parametrize("raw", [b"[1", b'{"a": [1', b'{"a"', b'{"a": 1,', b"{1: 2}", b"[1] x"])
def test_parts_of_a_file_that_breaks_off_are_a_value_error(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        list(parts([raw], ("a",)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_a_mark_tells_the_encoding(encoding: str) -> None:
    raw = "\ufeff".encode(encoding) * (encoding == "utf-16-le") + '["ї 👩"]'.encode(encoding)
    assert b"".join(utf8(iter([raw]))) == '["ї 👩"]'.encode()
    assert b"".join(utf8(iter([raw[:6], raw[6:9], raw[9:]]))) == '["ї 👩"]'.encode()


def test_what_is_not_in_its_encoding_is_told_in_words() -> None:
    raw = '["ї"]'.encode("cp1251")
    with pytest.raises(ValueError, match=r"^it is not UTF-8$"):
        parse(raw)
    with pytest.raises(ValueError, match=r"^line 1: it is not UTF-8$"):
        list(lines([raw]))
    with pytest.raises(ValueError, match=r"^it is not UTF-8$"):
        list(items([raw], ()))
    assert [str(value) for _, value in each_line([raw])] == ["it is not UTF-8"]


def test_of_a_broken_line_the_column_is_told_and_no_second_line() -> None:
    assert [(number, str(value)) for number, value in each_line([b'{}\n{"a" 1}\n'])][1:] == [
        (2, "Expecting ':' delimiter, column 6")
    ]
    with pytest.raises(Malformed, match="line 2: Expecting ':' delimiter, column 6"):
        list(lines([b'{}\n{"a" 1}\n']))
    with pytest.raises(ValueError, match=r"^it begins as UTF-16 and is not$"):
        list(utf8([codecs.BOM_UTF16_LE + b"["]))
