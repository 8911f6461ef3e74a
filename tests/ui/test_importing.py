# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing articles in, as a person does in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from archivist.exchange import Selection, export, format_to_write
from archivist.model import Article
from archivist.store import Archive
from archivist.ui.dialogs import ImportPreviewDialog, TableColumnsDialog
from archivist.ui.forms import ChoiceField
from archivist.ui.window import Window
from tests.long_work import run_to_end

PATIENCE_MS = 60_000


def test_the_columns_of_a_table_are_chosen_before_it_comes_in(
    qtbot: QtBot, open_window: Callable[[Archive], Window], archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("p,q,r\n1,Порт відкрито,Кораблі вийшли\n2,Дамба,Воду пустять\n", encoding="utf-8")
    window = open_window(archive)
    window.desk.importing.import_paths([path])
    qtbot.waitUntil(lambda: window.findChild(ImportPreviewDialog) is not None, timeout=PATIENCE_MS)
    preview = window.findChild(ImportPreviewDialog)
    button = next(each for each in preview.findChildren(QPushButton) if "umns" in each.text())
    qtbot.waitUntil(button.isEnabled, timeout=PATIENCE_MS)  # though the file is refused as it is
    button.click()
    columns = preview.findChild(TableColumnsDialog)
    read = columns.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    qtbot.waitUntil(lambda: choice(columns, "Text").findData("=r") > 0, timeout=PATIENCE_MS)
    assert not read.isEnabled()
    for name, column in (("Text", "=r"), ("Title", "=q")):
        choice(columns, name).choose(column)
    choice(columns, "Title").activated.emit(0)
    qtbot.waitUntil(read.isEnabled, timeout=PATIENCE_MS)
    read.click()
    qtbot.waitUntil(lambda: preview.plan().options_of(path).profile is not None, timeout=PATIENCE_MS)
    preview.accept()
    qtbot.waitUntil(lambda: archive.articles.count() == 2, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "2 article(s) imported from 1 file(s)" in window.desk.messages.text(), timeout=PATIENCE_MS)
    bodies = {archive.articles.revision(id_).body for id_ in archive.articles.ids(archive.articles.rows("imported"))}
    assert bodies == {"Порт відкрито\n\nКораблі вийшли", "Дамба\n\nВоду пустять"}


def test_annotations_of_texts_that_are_not_here_are_told_as_refused(
    qtbot: QtBot,
    open_window: Callable[[Archive], Window],
    archive: Archive,
    add_article: Callable[..., Article],
    tmp_path: Path,
) -> None:
    article = add_article("Порт відкрито. Кораблі вийшли.")
    archive.annotations.add_quote(article.id, "Порт", archive.tags.named("strike").id)
    run_to_end(export(archive, format_to_write("w3c"), Selection((article.id,)), tmp_path / "a.jsonld"))
    with Archive.create(tmp_path / "other", who="Ihor") as other:
        window = open_window(other)
        importing = window.desk.importing
        importing.import_unseen([tmp_path / "a.jsonld"])
        qtbot.waitUntil(lambda: "1 file(s) refused" in window.desk.messages.text(), timeout=PATIENCE_MS)
        assert "imported" not in window.desk.messages.text()
        assert "Its only annotation was not taken in." in window.desk.messages.text()


def test_of_files_that_come_together_no_report_hides_another(
    qtbot: QtBot,
    open_window: Callable[[Archive], Window],
    archive: Archive,
    add_article: Callable[..., Article],
    tmp_path: Path,
) -> None:
    here, away = add_article("Порт відкрито. Кораблі вийшли."), add_article("Порт знову закрито.")
    for article in (here, away):
        archive.annotations.add_quote(article.id, "Порт", archive.tags.named("strike").id)
    folder = tmp_path / "incoming"
    folder.mkdir()
    run_to_end(export(archive, format_to_write("w3c"), Selection((away.id,)), folder / "a.jsonld"))
    run_to_end(export(archive, format_to_write("tei"), Selection((here.id,)), folder / "b.zip"))
    (folder / "c.qdpx").write_bytes(b"PK\x03\x04 broken")
    (folder / "d.txt").write_text("Інша новина про міст.", encoding="utf-8")
    with Archive.create(tmp_path / "other", who="Ihor") as other:
        window = open_window(other)
        window.desk.importing.import_unseen([folder / name for name in ("a.jsonld", "b.zip", "c.qdpx", "d.txt")])
        qtbot.waitUntil(lambda: "imported" in window.desk.messages.text(), timeout=PATIENCE_MS)
        assert window.desk.messages.text().startswith("2 article(s) imported, 2 file(s) refused.")


@pytest.mark.usefixtures("ukrainian")
def test_the_dialog_offers_articles_and_annotations_in_the_language_of_the_interface(
    qtbot: QtBot, open_window: Callable[[Archive], Window], archive: Archive
) -> None:
    window = open_window(archive)
    window.desk.importing.choose_files()
    dialog = window.findChild(QFileDialog)
    articles, _ = dialog.nameFilters()
    for ending in ("*.html", "*.qdpx", "*.xmi", "*.ann", "*.spacy", "*.conllu"):
        assert ending in articles.split("(")[1].rstrip(")").split()
    assert dialog.testOption(QFileDialog.Option.HideNameFilterDetails)
    dialog.reject()


def test_only_what_came_in_is_to_be_looked_at(
    qtbot: QtBot, open_window: Callable[[Archive], Window], archive: Archive, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "good.txt").write_text("Порт відкрито.\n\nКораблі вийшли в море.", encoding="utf-8")
    (folder / "doubtful.txt").write_bytes("Дамба тримається.\n\nВоду пустять завтра.".encode() + b"\xff")
    for number in range(2):
        (folder / f"empty{number}.txt").write_bytes(b"")
    window = open_window(archive)
    window.desk.importing.import_unseen([folder])
    qtbot.waitUntil(lambda: "2 file(s) refused" in window.desk.messages.text(), timeout=PATIENCE_MS)
    assert "1 imported file(s) should be looked at." in window.desk.messages.text()


def test_an_empty_folder_is_told(
    qtbot: QtBot, open_window: Callable[[Archive], Window], archive: Archive, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    window = open_window(archive)
    window.desk.importing.import_unseen([tmp_path / "empty"])
    qtbot.waitUntil(lambda: "No file was found" in window.desk.messages.text(), timeout=PATIENCE_MS)


def choice(dialog: TableColumnsDialog, name: str) -> ChoiceField:
    return next(each for each in dialog.findChildren(ChoiceField) if each.accessibleName() == name)
