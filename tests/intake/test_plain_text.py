# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.intake.plain_text import PLAIN_TEXT, read_plain_text
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft

NEWS = """Прорвало греблю біля Ожвина

Автор: Олена Коваль
Джерело: Вісник Ожвина
8 січня 2022, 14:05

Рятувальники вивезли з трьох сіл понад сто людей, повідомив речник служби, і робота триває.
"""


def read(raw: bytes, encoding: str | None = None) -> ArticleDraft:
    (draft,) = read_plain_text(raw, Path("news.txt"), ImportOptions(encoding=encoding))
    return draft


def test_the_text_is_taken_exactly_as_it_is() -> None:
    decomposed = "Київ\u0306 і\u0308 е\u0301   подвійні  пробіли\u00a0\n\n\n кінець 👩‍👩‍👧 "
    assert read(decomposed.encode()).body == decomposed


def test_only_line_ends_and_the_byte_order_mark_are_changed() -> None:
    assert read("\ufeffодин\r\nдва\rтри".encode()).body == "один\nдва\nтри"


def test_what_the_file_says_of_itself_is_read_and_stays_in_the_text() -> None:
    draft = read(NEWS.encode())
    assert draft.body == NEWS
    assert draft.title == "Прорвало греблю біля Ожвина"
    assert (draft.byline, draft.outlet, draft.published) == ("Олена Коваль", "Вісник Ожвина", "2022-01-08")
    assert draft.language == "uk"


def test_without_a_headline_the_title_is_the_beginning() -> None:
    draft = read(("Рятувальники вивезли людей. " * 20).encode())
    assert draft.title.startswith("Рятувальники")
    assert draft.title.endswith("…")
    assert draft.published == ""


def test_provenance_names_reader_and_encoding() -> None:
    provenance = read(NEWS.encode("koi8-u")).provenance
    assert provenance is not None
    assert (provenance.reader, provenance.encoding, provenance.source) == ("text", "koi8-u", "news.txt")


def test_a_doubtful_encoding_and_lost_characters_are_warned_of() -> None:
    assert read(NEWS.encode()).warnings == ()
    assert "guessed" in read("Фото".encode("cp1251")).warnings[0]
    assert "could not be read" in read(NEWS.encode()[:-60] + b"\xd0" + NEWS.encode()[-60:]).warnings[0]


def test_a_stray_nul_is_dropped_with_a_warning() -> None:
    draft = read(NEWS.encode() + b"\0")
    assert draft.body == NEWS
    assert "control characters" in draft.warnings[0]


def test_the_title_is_without_marks_and_the_text_keeps_them() -> None:
    text = f"🟣🟣🟣\n\n**📊 ТОП-10 [подій](https://visnyk.example/1)**\n\n{NEWS}"
    draft = read(text.encode())
    assert (draft.title, draft.body) == ("📊 ТОП-10 подій", text)


def test_the_seed_keeps_its_offsets(seed: Path) -> None:
    draft = read(seed.read_bytes())
    assert draft.body == seed.read_text(encoding="utf-8")
    assert draft.title == draft.body.split("\n", 1)[0]
    assert draft.language == "uk"
    assert draft.warnings == ()


@pytest.mark.parametrize("name", ["notes.log", "story", "story.jpg", "розповідь.абв"])
def test_a_text_is_one_whatever_its_name_says(name: str) -> None:
    assert PLAIN_TEXT.sniff("Рятувальники вивезли людей.".encode("cp1251"), Path(name))


@pytest.mark.parametrize(("raw", "name"), [(b"p { color: red }", "a.css"), (b"\x00\x01\x02\x03" * 9, "a.abc")])
def test_what_programs_read_is_no_text(raw: bytes, name: str) -> None:
    assert not PLAIN_TEXT.sniff(raw, Path(name))


@pytest.mark.parametrize(
    "text",
    [
        "<?xml version='1.0'?><note>Гребля</note>",
        "<!DOCTYPE note SYSTEM 'note.dtd'>\n<note>Гребля</note>",
        ' <note id="1">\n<annotation/>Гребля\n</note>\n',
    ],
)
def test_unknown_xml_is_taken_as_it_is_with_a_warning(text: str) -> None:
    (draft,) = read_plain_text(text.encode(), Path("a.xml"), ImportOptions())
    assert draft.body == text
    assert "XML" in draft.warnings[0]


@pytest.mark.parametrize("text", ["<note> Гребля", "<3 Гребля </3>", "Гребля <b>прорвало</b>", "<a>Гребля</b>"])
def test_what_has_a_mark_in_it_is_no_xml_for_that(text: str) -> None:
    (draft,) = read_plain_text(text.encode(), Path("a.txt"), ImportOptions())
    assert draft.warnings == ()
