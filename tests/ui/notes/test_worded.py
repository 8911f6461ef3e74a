# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of files in English has its words in the language of the interface."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from archivist import errors
from archivist.errors import FileDamaged, FileTooLarge, InvalidValue, NoTextFound, TwoReadings, UnsupportedFile
from archivist.intake.references.unread_formats import bibliography_kind
from archivist.ui.errors import describe
from archivist.ui.notes import worded
from tests.ui.test_rewording import said_in

BELOW = Path(errors.__file__).parent
# The functions and classes that are given a note, and as which of their arguments.
TELLING = {
    "Problem": 1, "problem": 0, "_problem": 1, "left_out": 2, "Unread": 1, "NotHere": 0, "Unplaceable": 0, "Finding": 1,
    "FileDamaged": 1, "FileUnsafe": 1, "UnsupportedFile": 1, "NotText": 1, "BundleRefused": 1, "BundleUnsafe": 1,
    "Malformed": 0, "ValueError": 0, "LookupError": 0,
}  # fmt: skip
BIBTEX = b"@article{one,\n title = {Rain},\n}"
SAID = re.compile(r"[A-Z“][^\n]{12,}[.:]")  # a constant that is a sentence
MADE_UP = {  # what the examples for values make of a sentence that no reader says
    "It is a event and marks no wordsΨ.",
    "it Ψ",
    "it “Ψ”",
    "the name “Ψ” inside “span:” there may be words and “tag:”",
    "the bytes have changedΨ",
    "the record that it is linked to inside “span:” there may be words and “tag:”",
    "Ψ: left out, as decided",
    "ΨΨ Ψ read as Ψ; if the letters look wrong, name the encoding",
}
pytestmark = pytest.mark.usefixtures("ukrainian", "qapp")


def notes_of(path: Path) -> Iterator[str]:
    """What a module tells of files."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
            if name in TELLING and len(node.args) > TELLING[name]:
                yield from said_in(node.args[TELLING[name]])
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and path.parent.name != "store":
            yield from (said for said in said_in(node.value) if "intake" in path.parts and SAID.fullmatch(said))


def is_known(said: str) -> bool:
    return worded(said) != said


@pytest.mark.parametrize("room", ["intake", "exchange", "store"])
def test_every_note_has_its_words(room: str) -> None:
    notes = {said for path in sorted((BELOW / room).rglob("*.py")) for said in notes_of(path)}
    notes = {re.sub(r"\{\w*\}", "7", said) for said in notes if " " in said and re.search("[a-z]{2}", said)}
    assert len(notes) > 20
    assert sorted(said for said in notes - MADE_UP if not is_known(said)) == []


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("", ""),
        ("what nobody knows", "what nobody knows"),
        ("Coexistence or competition", "Coexistence or competition"),
        ("news.ann, line 12", "news.ann, рядок 12"),
        ("articles, row 26", "статті, рядок 26"),
        ("what follows was not read: it is not UTF-8", "далі не прочитано: це не UTF-8"),
        ("differs in quote, tag; ours is kept", "відрізняється (слова, тег); залишено наше"),
        (
            "has no key here, because “x” belongs to another tag; is here under another id, 7",
            "тут не має клавіші, бо «x» належить іншому тегу; уже є під іншим id, 7",
        ),
        ("was moved to its words, as its offsets 1 to 5 are at other words",
         "перенесено до своїх слів, бо зміщення 1–5 вказують на інші слова"),
        ("its offsets count UTF-16 units from 1, as 3 of 4 quotes show",
         "зміщення рахують одиниці UTF-16 від 1, як видно з цитат: 3 із 4"),
        ("It is the same page as a {b}, captured again.", "Та сама сторінка, що й a {b}, збережена ще раз."),
    ],
)  # fmt: skip
def test_a_note_is_worded_with_the_notes_in_it(said: str, words: str) -> None:
    assert worded(said) == words


@pytest.mark.parametrize(
    "error",
    [
        FileDamaged(Path("a.zip"), "it is cut off"),
        FileTooLarge(Path("a.zip"), 3_000_000, 2_000_000),
        NoTextFound(Path("a.eml/b.eml")),
        InvalidValue("name of a tag", "x", "one line of text"),
        InvalidValue("name of an export", "x", "a folder or a name that ends in .csv or .zip"),
        TwoReadings("value", "1,234", "1234 or 1.2340"),
        UnsupportedFile(Path("a.bib"), f"it is {bibliography_kind(BIBTEX)}"),
    ],
)
def test_an_error_within_a_note_is_worded_as_it_is_elsewhere(error: errors.ArchivistError) -> None:
    whole = " ".join(describe(error)).strip()
    assert re.search("[а-яіїє]{4}", whole)
    assert not re.search("[a-z]{2,} (or|as|the) ", whole)
    assert worded(str(error)) == whole
    assert worded(f"it was left out: {error}") == f"пропущено: {whole}"


def test_a_name_that_is_made_to_look_like_notes_in_notes_stays_as_it_is() -> None:
    said = "it was left out: " * 2000 + "кінець"
    assert worded(said).endswith("it was left out: кінець")
    assert worded("it was left out: it was left out: кінець").count("it was left out") == 0


def test_an_error_is_an_error_though_a_note_stands_in_it() -> None:
    error = FileDamaged(Path("news.zip"), "“annotations.csv” in it is not what was packed")
    assert worded(str(error)) == " ".join(describe(error))
    assert "is not" not in worded(str(error))


def test_what_is_wrong_with_a_document_of_a_bundle_is_told_with_its_name() -> None:
    assert worded("“data/articles.jsonl”: article 7 is there twice") == "«data/articles.jsonl»: стаття 7 там двічі"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("line 1: NaN is no number", "рядок 1: NaN — не число"),
        ("line 3: Extra data, column 12", "рядок 3: зайве після кінця, стовпчик 12"),
        ("entry 1: it is not UTF-8", "запис 1: це не UTF-8"),
        ("Expecting value: line 2 column 5 (char 9)", "бракує значення: рядок 2, стовпчик 5 (знак 9)"),
        (
            "line 6: Opening and ending tag mismatch: title line 5 and p",
            "рядок 6: початковий тег title (рядок 5) закрито як p",
        ),
        (
            "Start tag expected, '<' not found, line 1, column 1",
            "очікувано початковий тег, але «<» немає, рядок 1, стовпчик 1",
        ),
        ("Its sofa is “x”, which is no number.", "Sofa — «x», а це не число."),
        ("It is a note and marks no words: “Чому?”.", "Це note, що не позначає слів: «Чому?»."),
        ("Left out: 2 codings of texts that are not there.", "Пропущено: кодування текстів, яких немає: 2."),
    ],
)
def test_what_parsers_say_is_worded_with_its_place(said: str, words: str) -> None:
    assert worded(said) == words


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("a.json, task 2, annotation 1", "a.json, завдання 2, позначка 1"),
        ("source “Порт, рік 1”, line 56", "джерело «Порт, рік 1», рядок 56"),
        ("h.json, annotation 1 “Ab3”", "h.json, позначка 1 «Ab3»"),
        ("news, old.ann", "news, old.ann"),
    ],
)
def test_each_part_of_a_place_is_worded(where: str, words: str) -> None:
    assert worded(where) == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Its body is no address.", "Тіло — не адреса."),
        ("its target names no source", "ціль не називає джерела"),
        ("it is of type “Text”, and no Annotation; it has no target", "тип — «Text», а не Annotation; немає цілі"),
        ("its “creator” is nobody; its “rights” is no address", "«creator» — ніхто; «rights» — не адреса"),
    ],
)
def test_what_an_annotation_of_the_web_must_be_is_worded(said: str, words: str) -> None:
    assert worded(said) == words
