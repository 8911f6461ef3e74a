# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archivist.errors import FileDamaged, NoTextFound
from archivist.intake.preview import PreviewedFile
from archivist.model import FileReport, ImportStatus, Note, Unread
from archivist.ui.import_wording import ImportWording

PATH = Path("/press/a.zip")
LOST = "was left out: it has no offsets, and the file does not repeat its words"
MANY = FileReport(
    PATH,
    ImportStatus.WARNING,
    reason="told in English",
    nothing="its only annotation was not taken in",
    counts=(("article", "new", 3), ("annotation", "left out", 1), ("tag", "unchanged", 2)),
    notes=(
        Note(LOST, "annotation", "Рада", where="line 3"),
        Note("with the label “X”: left out, as decided", "annotation", "", 2),
        *(Note("it is not UTF-8", where=f"{number}.ann, line 1") for number in range(5)),
    ),
)  # fmt: skip
pytestmark = pytest.mark.usefixtures("qapp")


def test_what_came_in_is_told_in_sentences_and_what_is_worth_a_look_line_by_line() -> None:
    lines = ImportWording().reason(MANY).split("\n")
    assert lines[0] == (
        "Its only annotation was not taken in. Articles: 3 new. Annotations: 1 left out. Tags: 2 here already."
    )
    assert lines[1].startswith("line 3: annotation “Рада” was left out: it has no offsets")
    assert lines[2] == "Annotations: 2 with the label “X”: left out, as decided"
    assert lines[-1] == "and 2 more"


def test_a_message_tells_how_much_is_worth_a_look() -> None:
    summary = ImportWording().summary(MANY)
    assert "Tags: 2 here already. 7 note" in summary
    assert "\n" not in summary
    one = ImportWording().summary(replace(MANY, notes=MANY.notes[:1]))
    assert "2 here already. line 3: annotation “Рада” was left out: it has no offsets" in one
    plain = FileReport(PATH, ImportStatus.REFUSED, error=FileDamaged(PATH, "it is cut off"))
    assert ImportWording().summary(plain) == ImportWording().reason(plain)


@pytest.mark.usefixtures("ukrainian")
def test_all_of_it_is_in_the_language_of_the_interface() -> None:
    wording = ImportWording()
    said = [wording.reason(MANY), *wording.notes(MANY)]
    assert not [line for line in said if any(word in line for word in ("the", "line", "annotation", "left"))]
    assert "рядок 3: позначка «Рада»: пропущено: зміщень немає, а самих слів файл не повторює" in wording.notes(MANY)


@pytest.mark.usefixtures("ukrainian")
def test_doubts_and_pieces_of_an_article_are_worded_one_by_one() -> None:
    unread = (Unread("record 3", "It has no text."), Unread("page.html", "It is larger than 10 bytes."))
    doubts = ("The document has hidden text, which was left out.",)
    for report in (
        FileReport(PATH, ImportStatus.WARNING, reason="told in English", doubts=doubts, unread=unread),
        PreviewedFile(PATH, ImportStatus.WARNING, reason="told in English", doubts=doubts, unread=unread),
    ):
        assert ImportWording().reason(report) == (
            "У документі є прихований текст, який пропущено. Не прочитано 2 частини: "
            "запис 3: Тексту немає. page.html: Більше за 10 байтів."
        )
    assert len(ImportWording().notes(FileReport(PATH, ImportStatus.WARNING, doubts=doubts, unread=unread))) == 3


@pytest.mark.usefixtures("ukrainian")
def test_an_error_is_told_with_its_remedy_and_the_name_of_the_file_alone() -> None:
    report = FileReport(PATH, ImportStatus.REFUSED, error=FileDamaged(PATH, "it is cut off"))
    assert ImportWording().reason(report).startswith("«a.zip» пошкоджено: обірвано.")


def test_a_piece_of_a_file_is_named_without_the_whole_path() -> None:
    piece = Unread("b.eml", str(NoTextFound(PATH / "b.eml")))
    [said] = ImportWording().notes(FileReport(PATH, ImportStatus.WARNING, unread=(piece,)))
    assert "/press/" not in said
    assert "a.zip/b.eml" in said
