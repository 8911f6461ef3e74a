# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import NotText
from archivist.intake.pages.encoding import declared_encoding, decode_page
from tests.intake.made_pages import page

PATH = Path("a.html")


def declaring(charset: str) -> str:
    return page().replace("utf-8", charset)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-u"])
def test_a_right_declaration_is_believed(encoding: str) -> None:
    text = declaring(encoding)
    decoded, warnings = decode_page(text.encode(encoding), None, PATH)
    assert (decoded.text, decoded.encoding, decoded.guessed, warnings) == (text, encoding, False, ())


@pytest.mark.parametrize(
    ("declared", "true"),
    [("windows-1251", "utf-8"), ("utf-8", "cp1251"), ("windows-1251", "koi8-u"), ("iso-8859-1", "cp1251")],
)
def test_a_wrong_declaration_is_noticed(declared: str, true: str) -> None:
    text = declaring(declared)
    decoded, warnings = decode_page(text.encode(true), None, PATH)
    assert decoded.text == text
    assert f"but is in {true}" in warnings[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_the_form_of_the_bytes_is_surer_than_the_declaration(encoding: str) -> None:
    text = declaring("windows-1251")
    assert decode_page(text.encode(encoding), None, PATH)[0].text == text


@pytest.mark.parametrize("charset", ["", "x-klingon"])
def test_without_a_usable_declaration_the_encoding_is_detected(charset: str) -> None:
    text = declaring(charset)
    assert decode_page(text.encode("koi8-u"), None, PATH)[0].text == text


def test_a_named_encoding_overrides_the_declaration() -> None:
    raw = declaring("utf-8").encode("koi8-u")
    assert decode_page(raw, "cp1251", PATH)[0].text == raw.decode("cp1251")


def test_names_mean_what_they_mean_on_the_web() -> None:
    assert declared_encoding(b'<meta charset="iso-8859-1">') == "cp1252"
    assert declared_encoding(b"<meta http-equiv=content-type content='text/html; charset=GB2312'>") == "gb18030"
    assert declared_encoding(b'<?xml version="1.0" encoding="koi8-r"?>') == "koi8-r"


def test_another_language_in_a_declared_encoding_is_read() -> None:
    text = '<meta charset="shift_jis"><p>洪水が村を襲い、住民は夜のうちに家を離れた。</p>'
    assert decode_page(text.encode("cp932"), None, PATH)[0].text == text


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "shift_jis"])
def test_a_binary_file_is_no_page_whatever_it_declares(charset: str) -> None:
    with pytest.raises(NotText):
        decode_page(b"\x89PNG\r\n\x1a\n\0" + f'<meta charset="{charset}">'.encode() + bytes(64), None, PATH)
