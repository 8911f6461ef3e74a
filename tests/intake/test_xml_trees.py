# SPDX-License-Identifier: GPL-3.0-or-later
"""XML is parsed without fetching, growing or nesting without end, in whatever encoding it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import EmptyFile, FileDamaged, FileUnsafe
from archivist.intake.xml_trees import parse_xml

PATH = Path("/nowhere/feed.xml")
TEXT = "Паводок в Ожвині, її сорок дворів"


def text_of(raw: bytes) -> str:
    return "".join(parse_xml(raw, PATH).root.itertext())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "koi8-u"])
def test_declared_encodings(encoding: str) -> None:
    tree = parse_xml(f'<?xml version="1.0" encoding="{encoding}"?><a>{TEXT}</a>'.encode(encoding), PATH)
    assert tree.root.text == TEXT
    assert tree.warnings == ()


@pytest.mark.parametrize(("declared", "real"), [("utf-8", "cp1251"), ("windows-1251", "utf-8")])
def test_wrongly_declared_encodings(declared: str, real: str) -> None:
    raw = f'<?xml version="1.0" encoding="{declared}"?><a>{TEXT * 5}</a>'.encode(real)
    tree = parse_xml(raw, PATH)
    assert tree.root.text == TEXT * 5
    assert "says that it is" in tree.warnings[0]


def test_entities_of_html_and_of_the_document() -> None:
    raw = '<!DOCTYPE a PUBLIC "x" "y" [<!ENTITY who "Олена &amp; син">]><a>&who;&nbsp;&laquo;так&raquo; &lt; &who</a>'
    assert text_of(raw.replace("&who<", "&unknown;<").encode()) == "Олена & син\xa0«так» < &unknown;"


def test_a_document_type_without_entities_is_passed_over() -> None:
    raw = b'<?xml version="1.0"?>\n<!-- x --><!DOCTYPE m PUBLIC "-//x" "http://localhost/m.dtd">\n<m>a</m>'
    assert text_of(raw) == "a"


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "raw",
    [
        f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost/x">%x;]><a>b</a>',
        f'<!DOCTYPE a [<!ENTITY x "{"y" * 100_000}">]><a>{"&x;" * 1000}</a>',
        "<!DOCTYPE a [" + "<!--" * 1_000_000,
        f'<!DOCTYPE a [<!ENTITY x "{"y" * 900}">]><a>{"&x;" * 100_000}</a>',
    ],
)
def test_entities_that_grow_or_lead_out_are_refused(raw: str) -> None:
    with pytest.raises(FileUnsafe):
        parse_xml(raw.encode(), PATH)


def test_nesting_has_an_end() -> None:
    raw = b"<a>" * 100_000 + b"</a>" * 100_000
    with pytest.raises(FileDamaged):
        parse_xml(raw, PATH)
    assert "not well-formed" in parse_xml(raw, PATH, recover=True).warnings[0]


def test_what_is_ill_formed_is_damaged_unless_it_is_to_be_recovered() -> None:
    raw = f"<a><b>{TEXT}</b><c>".encode()
    with pytest.raises(FileDamaged):
        parse_xml(raw, PATH)
    tree = parse_xml(raw, PATH, recover=True)
    assert tree.root.findtext("b") == TEXT
    assert "not well-formed" in tree.warnings[0]


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    assert text_of(b"<a>one\x0btwo</a>") == "onetwo"


def test_comments_and_instructions_are_no_text() -> None:
    assert text_of(b"<a>b<!-- c --><?d e?>f</a>") == "bf"


@pytest.mark.parametrize("raw", [b"", b"   "])
def test_nothing(raw: bytes) -> None:
    with pytest.raises(EmptyFile):
        parse_xml(raw, PATH)


def test_what_is_no_xml() -> None:
    with pytest.raises(FileDamaged):
        parse_xml("Просто текст".encode(), PATH, recover=True)
