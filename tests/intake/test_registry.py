# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import InvalidValue, UnsupportedFile
from archivist.intake import registry
from archivist.intake.reader import Reader, source_name
from archivist.intake.registry import formats, reader_for, reader_named


def is_diary(raw: bytes, _path: Path) -> bool:
    return raw.startswith(b"Dear")


DIARY = Reader("diary", "Diary", (".diary",), "text/x-diary", is_diary, lambda *_: [])


@pytest.mark.parametrize(
    ("raw", "name", "reader"),
    [
        (b"words", "a.txt", "text"),
        (b"words", "A.TXT", "text"),
        ("слово".encode("cp1251"), "нотатка", "text"),
        (b"# words", "a.md", "markdown"),
        (b"words", "a.htm", "html"),
        (b"<!DOCTYPE html><html>", "a.txt", "html"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x --><html>", "a.xml", "html"),
        ("<html><body>".encode("utf-16"), "a", "html"),
        (b"<!-- one -->\n<!--[if IE]>x<![endif]-->\xef\xbb\xbf\n<html>", "a.txt", "html"),
        (b"<!-- one --> <!-- two -->\xef\xbb\xbf<rss version='2.0'>", "a", "feed"),
        (b"<p>words", "a.txt", "text"),
        (b"TY  - NEWS\nTI  - words\nER  - \n", "a.txt", "ris"),
    ],
)
def test_a_file_is_known_by_its_content_or_its_name(raw: bytes, name: str, reader: str) -> None:
    assert reader_for(raw, Path(name)).name == reader


@pytest.mark.parametrize("name", ["a.html", "a.xml", "a.txt", "a.docx", "a"])
def test_many_comments_before_what_is_no_element_are_passed_over_once(name: str) -> None:
    """To try all the ways in which they can be cut into comments would come to no end."""
    assert reader_for(b"<!-- one -->\n" * 200 + b"<", Path(name)).name in {"html", "text"}


def test_a_named_format_is_taken_whatever_the_file_looks_like() -> None:
    assert reader_for(b"<html>", Path("a.html"), "text").name == "text"
    assert reader_for(b"<html>", Path("a.html"), ".TXT").name == "text"


@pytest.mark.parametrize(
    ("raw", "name", "detail"),
    [
        (b"\x89PNG\r\n\x1a\n", "a.png", "a PNG image"),
        (b"a { color: red }", "a.css", ".css"),
        (b"\0\1\2\3", "a", "not a text"),
        (b"@article{key,\n title = {words}}", "a.bib", "BibTeX"),
        (b"---\nreferences:\n- id: a\n", "a.yaml", "CSL YAML"),
    ],
)
def test_an_unknown_file_is_refused_with_the_cause(raw: bytes, name: str, detail: str) -> None:
    with pytest.raises(UnsupportedFile, match=detail):
        reader_for(raw, Path(name))


def test_an_unknown_format_is_refused_with_the_possible_ones() -> None:
    with pytest.raises(InvalidValue, match=r"html, .*markdown, text"):
        reader_named("papyrus")


def test_every_reader_has_a_name_of_its_own_and_says_what_it_is() -> None:
    assert len({reader.name for reader in formats()}) == len(formats())
    assert all(reader.title and reader.media_type and reader.extensions and reader.reads for reader in formats())


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Three packages beside the program: one with a reader, one that does not load, one with something else."""
    points = [
        EntryPoint("diary", f"{__name__}:DIARY", "archivist.readers"),
        EntryPoint("gone", "no_such_package:READER", "archivist.readers"),
        EntryPoint("odd", "os:sep", "archivist.readers"),
    ]

    def entry_points(**_group: Any) -> list[EntryPoint]:
        return points

    monkeypatch.setattr(registry, "entry_points", entry_points)
    formats.cache_clear()
    yield
    formats.cache_clear()


@pytest.mark.usefixtures("installed")
def test_installed_readers_are_asked_first_and_broken_ones_do_no_harm() -> None:
    names = [reader.name for reader in formats()]
    assert (names[0], names[-1]) == ("diary", "text")
    assert names.count("diary") == 1
    assert reader_for(b"Dear diary", Path("a.txt")).name == "diary"


def test_a_file_name_that_is_not_utf_8_becomes_text() -> None:
    assert source_name(Path(b"\xd0\xcf.txt".decode("utf-8", "surrogateescape"))).encode("utf-8")


def test_every_reader_is_found_by_its_own_name() -> None:
    assert [reader_named(reader.name) for reader in formats()] == list(formats())
