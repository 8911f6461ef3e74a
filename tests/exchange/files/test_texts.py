# SPDX-License-Identifier: GPL-3.0-or-later
"""Text files in any encoding."""

from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import NotText, WrongEncoding
from archivist.exchange.files.packed import FolderFiles
from archivist.exchange.files.texts import Text, Texts
from archivist.exchange.items import Problem

LONG = "У Києві зупинився завод: робітники вимагають платні за грудень, а дирекція мовчить. " * 3
SHORT = "Їжак"  # in KOI8-U the bytes of two letters of Korean
_LIMIT = 1 << 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news").mkdir()
    return tmp_path / "news"


def texts(folder: Path, said: str = "") -> Texts:
    return Texts(FolderFiles(folder), said)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "cp866", "utf-16"])
def test_an_encoding_is_found_by_its_letters(folder: Path, encoding: str) -> None:
    text = LONG.replace("і", "и").replace("ї", "й") if encoding == "cp866" else LONG
    (folder / "a.txt").write_bytes(text.encode(encoding))
    assert texts(folder).read("a.txt", limit=_LIMIT).text == text


def test_utf8_is_read_as_it_is(folder: Path) -> None:
    raw = "\ufeffРњС–СЃС‚Рѕ — так і було\r\n".encode()
    (folder / "a.txt").write_bytes(raw)
    reading = texts(folder)
    assert reading.read("a.txt", limit=_LIMIT) == Text(raw.decode(), raw)
    assert list(reading.told()) == []


@pytest.mark.parametrize("beside", [["a.ann"], []])
def test_what_tells_too_little_is_in_the_encoding_of_the_others(folder: Path, beside: list[str]) -> None:
    (folder / "a.txt").write_bytes(SHORT.encode("koi8-u"))
    (folder / "a.ann").write_bytes(LONG.encode("koi8-u"))
    assert texts(folder).read("a.txt", limit=_LIMIT, beside=beside).text == SHORT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_no_utf8(folder: Path, encoding: str) -> None:
    (folder / "a.ann").write_bytes("T1\tPER 0 5\tOlena\n".encode(encoding))
    (folder / "b.ann").write_bytes(b"T1\tPER 0 5\tOl\0na\n")
    reading = texts(folder)
    assert reading.read("a.ann", limit=_LIMIT).text == "T1\tPER 0 5\tOlena\n"
    assert reading.read("b.ann", limit=_LIMIT).text == "T1\tPER 0 5\tOl\0na\n"


def test_what_was_guessed_and_what_was_lost_is_told(folder: Path) -> None:
    for number in range(7):
        (folder / f"{number}.txt").write_bytes(LONG.encode("cp1251"))
    (folder / "broken.txt").write_bytes(LONG.encode()[:-2] + b"\xff")
    reading = texts(folder)
    for name in sorted(path.name for path in folder.iterdir()):
        reading.read(name, limit=_LIMIT)
    assert list(reading.told()) == [
        Problem(
            "news",
            "0.txt, 1.txt, 2.txt, 3.txt, 4.txt and 2 more are not in UTF-8 and were read as cp1251; "
            "if the letters look wrong, name the encoding",
        ),
        Problem("broken.txt", "1 of its characters could not be read, and are \ufffd now"),
    ]


def test_what_a_person_says_is_believed(folder: Path) -> None:
    (folder / "a.txt").write_bytes(LONG.encode("cp1251"))
    (folder / "b.txt").write_bytes(LONG.encode())
    reading = texts(folder, "koi8-u")
    assert reading.read("a.txt", limit=_LIMIT).text == LONG.encode("cp1251").decode("koi8-u")
    assert list(reading.told()) == []
    assert reading.read("b.txt", limit=_LIMIT).text == LONG  # in no other encoding is it this
    with pytest.raises(WrongEncoding, match=r"a\.txt.*utf-8"):
        texts(folder, "utf-8").read("a.txt", limit=_LIMIT)


def test_what_is_no_text_is_refused(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\xff\x00\x01\x02")
    with pytest.raises(NotText):
        texts(folder).read("a.txt", limit=_LIMIT)
