# SPDX-License-Identifier: GPL-3.0-or-later
"""XML of others is read to the letter or not at all, whole and piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml.etree import _Element

from archivist.errors import ArchivistError, EmptyFile, FileDamaged, FileUnsafe
from archivist.exchange.files.xml_reading import parse_xml, stream_xml

PATH = Path("/nowhere/project.qde")
TEXT = "Паводок 🌊 в Ожвині\n  її сорок дворів\u00a0"

Texts = Callable[[bytes], list[str]]


def whole(raw: bytes) -> list[str]:
    return ["".join(item.itertext()) for item in parse_xml(raw, PATH)]


def streamed(raw: bytes) -> list[str]:
    pieces = (raw[at : at + 7] for at in range(0, len(raw), 7))
    return ["".join(item.itertext()) for item in stream_xml(pieces, PATH, {"item"})]


each_way = pytest.mark.parametrize("texts", [whole, streamed])


@each_way
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_every_character_is_kept_in_any_encoding(texts: Texts, encoding: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>\n'
    assert texts(f"{declaration}<a><item>{TEXT}</item>\n<item/></a>".encode(encoding)) == [TEXT, ""]


@each_way
def test_an_encoding_of_eight_bits_is_as_declared(texts: Texts) -> None:
    raw = '<?xml version="1.0" encoding="windows-1251"?><a><item>Ожвинь</item></a>'.encode("cp1251")
    assert texts(raw) == ["Ожвинь"]


@each_way
def test_utf_16_without_a_mark(texts: Texts) -> None:
    assert texts(f"<a><item>{TEXT}</item></a>".encode("utf-16-le")) == [TEXT]


@each_way
def test_name_spaces_comments_and_instructions(texts: Texts) -> None:
    raw = '<a xmlns="urn:x"><!-- c --><item>a<!-- b -->c<?d e?></item><other>no</other></a>'
    assert texts(raw.encode())[0] == "ac"


def test_what_lies_in_another_comes_with_it() -> None:
    raw = b"<a><item n='1'>x<item>y</item></item><b><item>z</item></b></a>"
    assert streamed(raw) == ["xy", "z"]


def test_what_was_streamed_is_not_held() -> None:
    def pieces() -> Iterator[bytes]:
        yield b"<a>"
        for number in range(1000):
            yield f"<b/><item>{number} {'x' * 1000}</item>".encode()
        yield b"</a>"

    left = 0
    for item in stream_xml(pieces(), PATH, {"item"}):
        parent = item.getparent()
        assert parent is not None
        left = max(left, len(parent))
    assert 0 < left < 150  # those of the first 64 K


def refusal(texts: Texts, raw: bytes) -> ArchivistError:
    with pytest.raises(ArchivistError) as raised:
        texts(raw)
    return raised.value


@each_way
def test_what_is_wrong_is_named_by_its_line(texts: Texts) -> None:
    doctype = '<?xml version="1.0"?>\n\n<!DOCTYPE a [\n  <!ELEMENT a ANY>\n]>\n'
    refused = refusal(texts, f"{doctype}<a>\n<item>\n</itme></a>".encode())
    assert isinstance(refused, FileDamaged)
    assert refused.detail.startswith("line 8: ")


@each_way
@pytest.mark.parametrize(
    "raw",
    [
        b"<a><item>tex",
        b"text",
        b"<a><item>a\x0bb</item></a>",
        b"<a><item>&#11;</item></a>",
        "<a><item>Ожвинь</item></a>".encode("cp1251"),
        b'<?xml version="1.0" encoding="hex"?><a/>',
        b'<?xml version="1.0" encoding="idna"?><a/>',
        b'<?xml version="1.0" encoding="of-martians"?><a/>',
        b"<item>" * 5000 + b"</item>" * 5000,
    ],
)
def test_damaged(texts: Texts, raw: bytes) -> None:
    assert isinstance(refusal(texts, raw), FileDamaged)


@each_way
@pytest.mark.parametrize("raw", [b"", b" \n ", b'<?xml version="1.0"?>\n'])
def test_empty(texts: Texts, raw: bytes) -> None:
    assert isinstance(refusal(texts, raw), EmptyFile)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@each_way
@pytest.mark.parametrize(
    "raw",
    [
        f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a><item>&l9;</item></a>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><item>&x;</item></a>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost/x">%x;]><a><item/></a>',
        "<!DOCTYPE a [" + "<!--" * 100_000,
    ],
)
def test_entities_that_grow_or_lead_out_are_unsafe(texts: Texts, raw: str) -> None:
    assert isinstance(refusal(texts, raw.encode()), FileUnsafe)


def test_entities_of_a_few_words_and_of_html_are_put_in() -> None:
    raw = '<!DOCTYPE a SYSTEM "a.dtd" [<!ENTITY who "Олена &amp; син">]><a><item>&who;&nbsp;&laquo;</item></a>'
    assert whole(raw.encode()) == ["Олена & син\u00a0«"]


def root_of(raw: bytes) -> _Element:
    return parse_xml(raw, PATH)


def test_elements_know_their_line() -> None:
    assert [item.sourceline for item in root_of(b'<?xml version="1.0"?>\n<a>\n<b/>\n\n<c/></a>')] == [3, 5]
