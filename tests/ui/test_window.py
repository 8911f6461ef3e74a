# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job through the window, as a person does it: by keys, actions and dropped files."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from archivist.intake.plan import ImportPlan
from archivist.intake.unfinished import Note, note_for
from archivist.model import Annotation, Article
from archivist.store import Archive
from archivist.ui.articles.model import EXCERPT
from archivist.ui.dialogs import ExportChoice, ExportDialog, ImportPreviewDialog, PasteDialog, Scope, ShortcutsDialog
from archivist.ui.questions.articles import Filter, Listed, Sort, Wanted
from archivist.ui.settings import READING, SCHEME, SORT, Settings
from archivist.ui.tagging.tag_hits_dialog import TagHitsDialog
from archivist.ui.theme import GRID
from archivist.ui.window import Window

Open = Callable[[Archive], Window]
Add = Callable[..., Article]
Type = Callable[[QWidget, str], None]

BODY = "Греблю прорвало\n\nЗагинули троє людей біля греблі, повідомило міністерство. Страйк у порту 🌊 триває."
PATIENCE_MS = 30_000


@pytest.fixture
def articles(add_article: Add) -> list[Article]:
    return [
        add_article("Dockers strike\n\nThe strike goes on.", outlet="Courier", language="en", published="2023-10"),
        add_article(BODY, outlet="Вісник", language="uk", published="2024-03-05"),
    ]


@pytest.fixture
def window(qtbot: QtBot, open_window: Open, archive: Archive, articles: list[Article]) -> Window:
    window = open_window(archive)
    qtbot.waitUntil(lambda: window.desk.sidebar.topLevelItemCount() > 0, timeout=PATIENCE_MS)
    return window


def select(window: Window, words: str) -> None:
    text = window.desk.reader.view.article_text
    start = text.index(words)
    window.desk.reader.view.select(start, start + len(words))


def press(qtbot: QtBot, window: Window, key: Qt.Key) -> None:
    window.desk.reader.view.setFocus()
    qtbot.keyClick(window.desk.reader.view, key)


def do(window: Window, action: str) -> None:
    assert window.actions_[action].isEnabled(), action
    window.actions_[action].trigger()


def annotations(window: Window) -> list[Annotation]:
    article = window.desk.opening.article
    assert article is not None
    return window.desk.archive.annotations.of_article(article.id)


def quotes(window: Window) -> list[tuple[str, str]]:
    return [(annotation.quote, annotation.tag.name) for annotation in annotations(window)]


def search(qtbot: QtBot, window: Window, query: str, type_text: Type) -> Listed:
    do(window, "search_archive")
    [line] = window.desk.articles.field.findChildren(QLineEdit)
    line.clear()

    def is_answer(listed: Listed) -> bool:
        return listed.wanted.query == query and not listed.index_missing

    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS, check_params_cb=is_answer) as listed:
        type_text(line, query)
    answer: Listed = listed.args[0]
    return answer


def drop(window: Window, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    nothing = Qt.KeyboardModifier.NoModifier
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, nothing)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, nothing))


def test_at_the_start_the_newest_article_is_open_and_ready_to_be_read(window: Window) -> None:
    assert window.desk.opening.article is not None
    assert window.desk.opening.article.outlet == "Вісник"
    assert window.desk.reader.view.article_text == BODY
    assert window.windowTitle().endswith("Archivist")


def test_a_narrow_window_leaves_room_to_read(qtbot: QtBot, window: Window) -> None:
    window.resize(960, 690)
    qtbot.waitUntil(lambda: window.width() <= 960)
    assert window.desk.reader.width() >= 44 * GRID


def test_select_words_and_press_the_key_of_a_tag(qtbot: QtBot, window: Window) -> None:
    select(window, "троє людей")
    press(qtbot, window, Qt.Key.Key_K)
    assert quotes(window) == [("троє людей", "killed")]
    [annotation] = annotations(window)
    assert window.desk.reader.view.chosen == annotation.id
    assert window.desk.inspector.annotation_id == annotation.id


def test_words_after_an_emoji_are_tagged_where_they_are(qtbot: QtBot, window: Window) -> None:
    select(window, "🌊 триває")
    press(qtbot, window, Qt.Key.Key_S)
    assert quotes(window) == [("🌊 триває", "strike")]


def test_overlapping_annotations_are_reached_one_after_another(qtbot: QtBot, window: Window) -> None:
    for words, key in (("Загинули троє людей", Qt.Key.Key_K), ("людей біля", Qt.Key.Key_M)):
        select(window, words)
        press(qtbot, window, key)
    chosen = []
    for _ in range(2):
        do(window, "next_annotation")
        chosen.append(window.desk.inspector.annotation_id)
    assert set(chosen) == {annotation.id for annotation in annotations(window)}


def test_a_key_without_a_selection_explains_what_to_do(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_K)
    assert annotations(window) == []
    assert "Select words" in window.desk.messages.text()


def test_a_key_with_an_annotation_chosen_changes_nothing_and_says_how_to_retag(qtbot: QtBot, window: Window) -> None:
    select(window, "троє")
    press(qtbot, window, Qt.Key.Key_K)
    press(qtbot, window, Qt.Key.Key_M)
    assert quotes(window) == [("троє", "killed")]
    assert "Ctrl+T" in window.desk.messages.text()


def test_keys_of_tags_do_nothing_outside_the_article(qtbot: QtBot, window: Window) -> None:
    select(window, "троє")
    do(window, "focus_list")
    qtbot.keyClick(window.desk.articles.table, Qt.Key.Key_K)
    assert annotations(window) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_T, Qt.Key.Key_Return])
def test_the_popup_filters_tags_by_typing(qtbot: QtBot, window: Window, type_text: Type, key: Qt.Key) -> None:
    select(window, "міністерство")
    press(qtbot, window, key)
    popup = window.desk.annotating.popup
    assert popup.isVisible()
    [line] = popup.findChildren(QLineEdit)
    type_text(line, "minis")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert quotes(window) == [("міністерство", "ministry")]
    assert not popup.isVisible()


def test_the_last_tag_is_repeated(qtbot: QtBot, window: Window) -> None:
    select(window, "троє")
    press(qtbot, window, Qt.Key.Key_K)
    select(window, "людей")
    press(qtbot, window, Qt.Key.Key_Period)
    assert quotes(window) == [("троє", "killed"), ("людей", "killed")]


def test_undo_and_redo_name_what_they_do(qtbot: QtBot, window: Window) -> None:
    select(window, "троє")
    press(qtbot, window, Qt.Key.Key_K)
    assert "Tag “троє” as killed" in window.actions_["undo"].text()
    do(window, "undo")
    assert annotations(window) == []
    assert "Undone" in window.desk.messages.text()
    do(window, "redo")
    assert quotes(window) == [("троє", "killed")]


def test_the_chosen_annotation_is_deleted_by_key_and_comes_back(qtbot: QtBot, window: Window) -> None:
    select(window, "троє")
    press(qtbot, window, Qt.Key.Key_K)
    press(qtbot, window, Qt.Key.Key_Delete)
    assert annotations(window) == []
    assert not window.actions_["delete_annotation"].isEnabled()
    do(window, "undo")
    assert quotes(window) == [("троє", "killed")]


def test_escape_lets_go_of_the_annotation_then_of_the_words(qtbot: QtBot, window: Window) -> None:
    select(window, "троє")
    press(qtbot, window, Qt.Key.Key_K)
    select(window, "людей")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.desk.reader.view.chosen is None
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.desk.reader.view.selection() is None


def test_an_edge_is_moved_by_a_word(qtbot: QtBot, window: Window) -> None:
    select(window, "троє")
    press(qtbot, window, Qt.Key.Key_K)
    do(window, "end_right")
    assert quotes(window) == [("троє людей", "killed")]


def test_a_search_finds_every_form_with_snippets_and_marks_it_in_the_article(
    qtbot: QtBot, window: Window, type_text: Type
) -> None:
    found = (window.desk.reader.view.hits_changed, "hits")
    with qtbot.waitSignals(
        [(window.desk.listing.excerpts_found, "excerpts"), found],
        timeout=PATIENCE_MS,
        check_params_cbs=[None, lambda _number, count: count == 2],
    ):
        listed = search(qtbot, window, "гребля", type_text)
    assert len(listed.rows) == 1
    excerpt = window.desk.articles.model.index(0, 0).data(EXCERPT)
    snippet = excerpt.snippet
    assert excerpt.count == 2
    assert [snippet.text[start:end] for start, end in snippet.matches] == ["греблі"]
    do(window, "clear_search")
    qtbot.waitUntil(lambda: window.desk.articles.model.rowCount() == 2, timeout=PATIENCE_MS)


def test_hits_are_marked_once_the_index_is_there(qtbot: QtBot, window: Window) -> None:
    until_indexed(qtbot, window)
    article = window.desk.opening.article
    assert article is not None
    wanted = Wanted("гребля")
    window.desk.listing.listed.emit(Listed(wanted, array("q"), index_missing=True))
    with qtbot.waitSignal(
        window.desk.reader.view.hits_changed, timeout=PATIENCE_MS, check_params_cb=lambda _number, count: count == 2
    ):
        window.desk.listing.listed.emit(Listed(wanted, array("q", [article.row])))


def test_a_search_that_finds_nothing_explains_and_suggests(qtbot: QtBot, window: Window, type_text: Type) -> None:
    search(qtbot, window, "strike", type_text)
    search(qtbot, window, "dokcers", type_text)
    empty = window.desk.articles.empty
    assert empty.isVisible()
    assert "dokcers" in empty.text
    [suggestion] = empty.suggestions
    with qtbot.waitSignal(
        window.desk.listing.listed, timeout=PATIENCE_MS, check_params_cb=lambda listed: len(listed.rows) == 1
    ):
        suggestion.click()


def test_a_mistake_in_a_query_is_told_under_the_field(qtbot: QtBot, window: Window, type_text: Type) -> None:
    do(window, "search_archive")
    [line] = window.desk.articles.field.findChildren(QLineEdit)
    with qtbot.waitSignal(
        window.desk.listing.mistaken, timeout=PATIENCE_MS, check_params_cb=lambda mistake: mistake is not None
    ):
        type_text(line, "kind:nonsense")
    qtbot.waitUntil(lambda: "nonsense" in window.desk.articles.field.mistake)
    assert window.desk.articles.model.rowCount() == 2


def test_filters_and_order_of_the_list(qtbot: QtBot, window: Window) -> None:
    until_indexed(qtbot, window)
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        window.desk.sidebar.set_filters([Filter("language", "en")])
    assert window.desk.articles.model.rowCount() == 1
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        do(window, "clear_filters")
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        do(window, "sort_title")
    assert window.desk.listing.wanted.sort is Sort.TITLE


def test_another_listing_keeps_the_article_that_is_read(qtbot: QtBot, window: Window) -> None:
    article = window.desk.opening.article
    assert article is not None
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        do(window, "sort_title")
    table = window.desk.articles.table
    assert window.desk.articles.model.article(table.currentIndex().row()) == article
    assert window.desk.opening.article == article


def test_an_article_that_is_read_is_marked_in_the_list_once_it_is_listed(qtbot: QtBot, window: Window) -> None:
    until_indexed(qtbot, window)
    table, model = window.desk.articles.table, window.desk.articles.model
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        window.desk.sidebar.set_filters([Filter("language", "uk")])
    dockers = next(each for each in window.desk.archive.articles.at_rows([1, 2]) if each.language == "en")
    window.desk.open_article(dockers.id)
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        do(window, "clear_filters")
    assert model.article(table.currentIndex().row()) == dockers


def accept_preview(qtbot: QtBot, window: Window) -> None:
    """Wait for the preview of an import, and take it as it is."""
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportPreviewDialog)), timeout=PATIENCE_MS)
    [dialog] = window.findChildren(ImportPreviewDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_dropped_files_are_imported_and_reported(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    good, bad = tmp_path / "new.txt", tmp_path / "empty.txt"
    good.write_text("Порт відкрито\n\nКораблі виходять у море, а докери повертаються до роботи після страйку.", "utf-8")
    bad.write_bytes(b"")
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        drop(window, good, bad)
        accept_preview(qtbot, window)
    assert "1 article" in window.desk.messages.text()
    assert "1 file(s) refused" in window.desk.messages.text()
    assert window.desk.archive.articles.count() == 3
    assert window.desk.opening.article is not None
    assert window.desk.opening.article.title == "Порт відкрито"
    qtbot.waitUntil(lambda: window.desk.articles.model.rowCount() == 3, timeout=PATIENCE_MS)


def test_an_import_can_be_undone(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    path.write_text("Порт відкрито\n\nКораблі виходять у море.", encoding="utf-8")
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        drop(window, path)
        accept_preview(qtbot, window)
    do(window, "undo")
    assert window.desk.archive.articles.count() == 2
    assert window.desk.opening.article is None


def test_a_preview_that_is_closed_imports_nothing(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("Порт відкрито", encoding="utf-8")
    drop(window, tmp_path / "new.txt")
    qtbot.waitUntil(lambda: bool(window.findChildren(ImportPreviewDialog)), timeout=PATIENCE_MS)
    [dialog] = window.findChildren(ImportPreviewDialog)
    looking = list(dialog._looking)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    # Not for all jobs: the index and what else begins with a window takes long on a busy machine.
    qtbot.waitUntil(lambda: not any(job.running for job in looking), timeout=PATIENCE_MS)
    assert [job.title for job in window.desk.jobs.running if "Import" in job.title] == []
    assert window.desk.archive.articles.count() == 2


def test_an_import_that_was_stopped_is_offered_at_the_next_start(
    qtbot: QtBot, archive: Archive, open_window: Callable[[Archive], Window], tmp_path: Path
) -> None:
    folder = tmp_path / "incoming"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Порт {number}", encoding="utf-8")
    plan = ImportPlan((folder,))
    Note(note_for(archive.folder, plan), plan, 3).write(1)
    window = open_window(archive)
    assert "stopped after 1 of 3 files" in window.desk.messages.text()
    go_on = next(each for each in window.desk.messages.findChildren(QPushButton) if each.text() == "Continue")
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    assert window.desk.archive.articles.count() == 3
    assert list(archive.folder.glob("import-*")) == []


def test_a_pasted_text_becomes_an_article(qtbot: QtBot, window: Window) -> None:
    QGuiApplication.clipboard().setText("Rally in Kedryn\n\nThousands came to the square.")
    do(window, "focus_list")
    do(window, "paste_article")
    [dialog] = window.findChildren(PasteDialog)
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        dialog.accept()
    assert window.desk.opening.article is not None
    assert window.desk.opening.article.title == "Rally in Kedryn"


def test_what_is_copied_as_a_page_is_pasted_as_its_words(qtbot: QtBot, window: Window) -> None:
    data = QMimeData()
    data.setHtml("<p>Rally in Kedryn</p><p>Thousands came to the square.</p>")
    window.desk.importing.take(data)
    qtbot.waitUntil(lambda: bool(window.findChildren(PasteDialog)), timeout=PATIENCE_MS)
    [dialog] = window.findChildren(PasteDialog)
    assert dialog.text().split() == ["Rally", "in", "Kedryn", "Thousands", "came", "to", "the", "square."]
    dialog.reject()


def test_a_bundle_goes_out_and_comes_in_again(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    select(window, "троє")
    press(qtbot, window, Qt.Key.Key_K)
    path = tmp_path / "out.zip"
    do(window, "export")
    [dialog] = window.findChildren(ExportDialog)
    dialog.reject()
    rows = list(window.desk.archive.articles.rows())
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        window.desk.exporting.export(ExportChoice("bundle", Scope.ALL, path), rows)
    assert "2 article" in window.desk.messages.text()
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        drop(window, path)
    assert window.desk.archive.articles.count() == 2
    assert quotes(window) == [("троє", "killed")]
    (tmp_path / "post").mkdir()
    path.rename(tmp_path / "post" / "out.zip")
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        drop(window, tmp_path / "post")  # a bundle in a folder is a bundle, too
    assert window.desk.archive.articles.count() == 2


def test_an_export_that_cannot_be_is_told_with_its_remedy(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    taken = tmp_path / "taken.zip"
    taken.write_bytes(b"")
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        window.desk.exporting.export(
            ExportChoice("bundle", Scope.ALL, taken), list(window.desk.archive.articles.rows())
        )
    assert "already exists" in window.desk.messages.text()


def test_articles_go_into_a_collection_and_out(qtbot: QtBot, window: Window) -> None:
    article = window.desk.opening.article
    assert article is not None
    window.desk.collecting.put_in("Flood", [article.id])
    assert window.desk.archive.collections.of_article(article.id) == ["Flood"]
    window.desk.sidebar.set_filters([Filter("collection", "Flood")])
    do(window, "take_from_collection")
    assert window.desk.archive.collections.of_article(article.id) == []


def test_deleted_articles_leave_the_list_and_the_reader_and_come_back(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        do(window, "delete_articles")
    assert window.desk.articles.model.rowCount() == 1
    assert window.desk.opening.article is None
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        do(window, "undo")
    assert window.desk.articles.model.rowCount() == 2


def test_a_message_offers_to_undo_only_the_step_it_tells_of(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        do(window, "delete_articles")
    assert "deleted" in window.desk.messages.text()
    window.desk.session.add_tag(name="flood", kind="event")
    assert window.desk.messages.text() == ""  # its Undo would take back the tag now


def test_all_is_there_when_the_archive_is_opened_again(
    qtbot: QtBot, window: Window, archive: Archive, open_window: Open, settings: Settings
) -> None:
    select(window, "троє")
    press(qtbot, window, Qt.Key.Key_K)
    do(window, "zoom_in")
    do(window, "theme_dark")
    size = window.desk.reader.view.reading_size
    window.close()
    again = open_window(Archive.open(archive.folder))
    assert quotes(again) == [("троє", "killed")]
    assert "Tag “троє” as killed" in again.actions_["undo"].text()
    assert again.desk.reader.view.reading_size == size == settings.get(READING)
    assert settings.get(SCHEME) == "dark"
    do(again, "theme_light")


def test_every_action_that_opens_something_can_be_closed_again(qtbot: QtBot, window: Window) -> None:
    for action in ("shortcuts", "about", "codebook", "edit_article", "import_files", "add_to_collection"):
        do(window, action)
        dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
        assert dialogs, action
        for dialog in dialogs:
            dialog.reject()


def test_the_list_of_shortcuts_comes_from_the_table(qtbot: QtBot, window: Window) -> None:
    do(window, "shortcuts")
    [dialog] = window.findChildren(ShortcutsDialog)
    dialog.copy()
    assert "Ctrl+Shift+F" in QGuiApplication.clipboard().text()
    dialog.reject()


def test_jobs_are_stopped_when_the_window_closes(qtbot: QtBot, window: Window) -> None:
    window.desk.indexing.catch_up()
    window.close()
    assert window.desk.jobs.running == []


def test_every_control_has_a_name_for_a_screen_reader(qtbot: QtBot, window: Window, type_text: Type) -> None:
    search(qtbot, window, "гребля", type_text)
    open_concordance(qtbot, window)
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        window.desk.sidebar.set_filters([Filter("language", "uk"), Filter("year", "2024")])
    select(window, "троє")
    press(qtbot, window, Qt.Key.Key_K)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and widget.objectName() not in ("qt_scrollarea_viewport",)
        and widget.focusProxy() is None
        and type(widget).__module__ != "PySide6.QtWidgets"
    ]
    assert nameless == []


def test_the_list_begins_in_the_order_that_was_kept(
    open_window: Open, archive: Archive, add_article: Add, settings: Settings
) -> None:
    """The order by date, which is the usual one, would be the other way round."""
    older = add_article("Arson at the port\n\nA shed burned.", published="2020")
    newer = add_article("Bridge closed\n\nBoats go round.", published="2024")
    settings.set(SORT, "title")
    desk = open_window(archive).desk
    assert list(desk.articles.model._rows) == [older.row, newer.row]
    assert desk.opening.article is not None
    assert desk.opening.article.id == older.id


def test_an_archive_in_a_synchronised_folder_is_warned_of(open_window: Open, tmp_path: Path) -> None:
    window = open_window(Archive.create(tmp_path / "Dropbox" / "archive"))
    assert "synchronised" in window.desk.messages.text()
    assert "move its folder" in window.desk.messages.text()


def test_an_empty_archive_says_what_to_do_first(open_window: Open, tmp_path: Path) -> None:
    window = open_window(Archive.create(tmp_path / "empty"))
    assert window.desk.articles.empty.isVisible()
    assert "drop them here" in window.desk.articles.empty.text
    assert not window.actions_["edit_article"].isEnabled()


def until_indexed(qtbot: QtBot, window: Window) -> None:
    """Wait until what filters go by is there."""
    qtbot.waitUntil(lambda: window.desk.sidebar.line("language", "uk") is not None, timeout=PATIENCE_MS)


def open_concordance(qtbot: QtBot, window: Window) -> None:
    do(window, "show_concordance")
    qtbot.waitUntil(lambda: window.desk.concordance.model.rowCount() > 0, timeout=PATIENCE_MS)


def test_facets_of_the_result_are_clicked_on_and_off(qtbot: QtBot, window: Window, type_text: Type) -> None:
    search(qtbot, window, "гребля OR strike", type_text)
    until_indexed(qtbot, window)
    sidebar = window.desk.sidebar
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        sidebar.set_filters([Filter("outlet", "Courier")])
    assert window.desk.articles.model.rowCount() == 1
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        sidebar.set_filters([Filter("outlet", "Courier"), Filter("outlet", "Вісник")])
    assert window.desk.articles.model.rowCount() == 2
    chips = window.desk.articles.chips
    assert [chip.text() for chip in chips.buttons] == ["Courier", "Вісник", "Clear all"]
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        chips.buttons[1].click()
    assert sidebar.filters == {Filter("outlet", "Courier")}
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        do(window, "clear_filters")
    assert chips.buttons == []


def test_a_filter_that_lets_nothing_through_can_be_cleared_from_the_empty_page(
    qtbot: QtBot, window: Window, type_text: Type
) -> None:
    search(qtbot, window, "strike", type_text)
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        window.desk.sidebar.set_filters([Filter("language", "uk")])
    assert window.desk.articles.empty.isVisible()
    with qtbot.waitSignal(
        window.desk.listing.listed, timeout=PATIENCE_MS, check_params_cb=lambda listed: len(listed.rows) == 1
    ):
        window.desk.articles.filters_unwanted.emit()


def test_the_list_is_sorted_by_outlet(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        do(window, "sort_outlet")
    model = window.desk.articles.model
    assert [model.article(place).outlet for place in range(2)] == ["Вісник", "Courier"]


def test_recent_searches_are_kept_offered_and_cleared(qtbot: QtBot, window: Window, type_text: Type) -> None:
    assert not window.actions_["clear_history"].isEnabled()
    search(qtbot, window, "гребля", type_text)
    [line] = window.desk.articles.field.findChildren(QLineEdit)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.desk.history.queries == ["гребля"]
    line.setText("гребля AND )")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.desk.articles.field.mistake), timeout=PATIENCE_MS)
    assert window.desk.history.queries == ["гребля"]
    do(window, "clear_search")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    offers = window.desk.articles.field.offers
    assert [offer.text for offer in offers.offered] == ["гребля", "Clear recent searches"]
    offers.close()
    do(window, "clear_history")
    assert window.desk.history.queries == []


def test_a_search_is_saved_opened_again_and_deleted(qtbot: QtBot, window: Window, type_text: Type) -> None:
    assert not window.actions_["save_search"].isEnabled()
    search(qtbot, window, "strike", type_text)
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        window.desk.sidebar.set_filters([Filter("language", "en")])
    do(window, "save_search")
    [dialog] = window.findChildren(QInputDialog)
    assert dialog.textValue() == "strike, English"
    dialog.setTextValue("Dockers")
    dialog.accept()
    [saved] = window.desk.archive.saved_searches.all()
    do(window, "clear_search")
    do(window, "clear_filters")
    with qtbot.waitSignal(
        window.desk.listing.listed, timeout=PATIENCE_MS, check_params_cb=lambda listed: listed.wanted.query == "strike"
    ):
        window.desk.sidebar.search_wanted.emit(saved)
    assert window.desk.articles.field.query == "strike"
    assert window.desk.sidebar.filters == {Filter("language", "en")}
    window.desk.saving_searches.delete(saved)
    assert window.desk.archive.saved_searches.all() == []
    do(window, "undo")
    assert window.desk.sidebar.line("saved", saved.id) is not None


def test_hits_go_on_in_the_next_article_of_the_list(qtbot: QtBot, window: Window, type_text: Type) -> None:
    search(qtbot, window, "strike OR гребля", type_text)
    with qtbot.waitSignal(window.desk.listing.listed, timeout=PATIENCE_MS):
        do(window, "sort_date")
    view = window.desk.reader.view
    do(window, "focus_list")
    window.desk.articles.table.choose_step(-1)
    told: list[tuple[int, int]] = []
    view.hits_changed.connect(lambda number, count: told.append((number, count)))
    if not view._layer.hits:
        qtbot.waitUntil(lambda: (1, 2) in told, timeout=PATIENCE_MS)
    do(window, "next_hit")
    assert told[-1] == (2, 2)
    do(window, "next_hit")
    qtbot.waitUntil(lambda: view.article_text.startswith("Dockers") and told[-1] == (1, 2), timeout=PATIENCE_MS)
    do(window, "previous_hit")
    qtbot.waitUntil(lambda: view.article_text == BODY and told[-1] == (2, 2), timeout=PATIENCE_MS)
    do(window, "next_hit")
    qtbot.waitUntil(lambda: view.article_text.startswith("Dockers") and told[-1] == (1, 2), timeout=PATIENCE_MS)
    do(window, "next_hit")
    do(window, "next_hit")
    assert "last hit" in window.desk.messages.text()


def test_the_concordance_lists_every_occurrence_and_opens_its_passage(
    qtbot: QtBot, window: Window, type_text: Type
) -> None:
    search(qtbot, window, "strike OR гребля", type_text)
    open_concordance(qtbot, window)
    panel = window.desk.concordance
    assert panel.title == "“strike OR гребля”: 4 occurrence(s) in 2 article(s)"
    do(window, "lines_right")
    lines = [panel.model.line(row) for row in range(4)]
    row = next(row for row, line in enumerate(lines) if line.match == "strike" and line.start > 10)
    panel.table.setCurrentIndex(panel.model.index(row, 0))
    with qtbot.waitSignal(
        window.desk.reader.view.hits_changed, timeout=PATIENCE_MS, check_params_cb=lambda number, _: number == 2
    ):
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert window.desk.reader.view.article_text.startswith("Dockers")
    do(window, "show_concordance")
    assert panel.isHidden()
    assert not window.actions_["show_concordance"].isChecked()


def test_the_concordance_follows_the_search(qtbot: QtBot, window: Window, type_text: Type) -> None:
    do(window, "show_concordance")
    panel = window.desk.concordance
    assert "Search for a word" in panel.explanation
    search(qtbot, window, "strike", type_text)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2, timeout=PATIENCE_MS)
    assert window.actions_["export_concordance"].isEnabled()
    do(window, "clear_search")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0, timeout=PATIENCE_MS)
    assert not window.actions_["export_concordance"].isEnabled()


def test_the_concordance_is_saved_as_a_table(qtbot: QtBot, window: Window, type_text: Type, tmp_path: Path) -> None:
    search(qtbot, window, "strike", type_text)
    open_concordance(qtbot, window)
    path = tmp_path / "lines.csv"
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        window.desk.concordancing.save(path)
    assert str(path) in window.desk.messages.text()
    assert path.read_text("utf-8-sig").count("\n") == 3
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        window.desk.concordancing.save(tmp_path / "not there" / "lines.csv")
    assert "could not be read or written" in window.desk.messages.text()


def test_all_hits_are_tagged_and_one_undo_takes_it_back(qtbot: QtBot, window: Window, type_text: Type) -> None:
    search(qtbot, window, "strike OR гребля", type_text)
    do(window, "tag_hits")
    [dialog] = window.findChildren(TagHitsDialog)
    qtbot.waitUntil(lambda: "4 occurrence" in dialog.outcome, timeout=PATIENCE_MS)
    [line] = dialog.findChildren(QLineEdit)
    type_text(line, "killed")
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "4 occurrence" in window.desk.messages.text()
    assert window.desk.archive.annotations.count() == 4
    do(window, "undo")
    assert window.desk.archive.annotations.count() == 0


def test_lines_of_the_concordance_are_tagged(qtbot: QtBot, window: Window, type_text: Type) -> None:
    search(qtbot, window, "strike OR гребля", type_text)
    open_concordance(qtbot, window)
    window.desk.concordance.table.selectAll()
    do(window, "tag_hits")
    [dialog] = window.findChildren(TagHitsDialog)
    assert dialog.only_selected
    qtbot.waitUntil(lambda: "4 occurrence" in dialog.outcome, timeout=PATIENCE_MS)
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        dialog.accept()
    assert window.desk.archive.annotations.count() == 4


def test_a_long_step_is_undone_as_a_job(qtbot: QtBot, window: Window, archive: Archive) -> None:
    article = window.desk.opening.article
    assert article is not None
    with archive.action("Tag it all"):
        for start in range(250):
            archive.annotations.add(
                article.id, start % 90, start % 90 + 1 + start // 90, archive.tags.named("killed").id
            )
    window.desk.session.announce_tagged()
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        do(window, "undo")
        assert annotations(window), "the window would have stood still"
    assert annotations(window) == []
    assert "Undone: Tag it all" in window.desk.messages.text()
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        do(window, "redo")
    assert len(annotations(window)) == 250


def test_the_field_offers_how_a_search_may_go_on(qtbot: QtBot, window: Window, type_text: Type) -> None:
    until_indexed(qtbot, window)
    do(window, "search_archive")
    field = window.desk.articles.field
    [line] = field.findChildren(QLineEdit)
    type_text(line, "tag:kil")
    qtbot.waitUntil(lambda: bool(field.offers.offered), timeout=PATIENCE_MS)
    assert field.offers.take_current()
    assert field.query == "tag:killed"


def test_the_buttons_of_the_records_have_their_icons_once_the_panel_is_shown(window: Window) -> None:
    assert window.desk.records.findChildren(QToolButton) == []
    do(window, "show_records")
    actions = [button.defaultAction() for button in window.desk.records.findChildren(QToolButton)]
    assert window.actions_["merge_records"] in actions
    assert not any(action.icon().isNull() for action in actions if action is not None)
