# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from archivist.errors import ArchiveReadOnly
from archivist.language.edges import Edge, Unit
from archivist.model import Annotation, Article, Status
from archivist.store import Archive
from archivist.ui.forms import LongTextField
from archivist.ui.icons import Icons
from archivist.ui.inspector import InspectorPanel
from archivist.ui.inspector.annotation_list import AnnotationListView
from archivist.ui.inspector.annotation_page import AnnotationPage
from archivist.ui.inspector.article_page import ArticlePage
from archivist.ui.inspector.tag_button import TagButton
from archivist.ui.session import Session


def note_field(panel: InspectorPanel) -> LongTextField:
    return panel.currentWidget().findChild(LongTextField)


def button(panel: QWidget, text: str) -> QPushButton:
    return next(each for each in panel.findChildren(QPushButton) if each.text() == text)


def actions_done(archive: Archive) -> list[str]:
    return list(dict.fromkeys(str(entry["action"]) for entry in archive.history.entries()))


def test_says_what_to_do_while_no_article_is_open(panel: InspectorPanel) -> None:
    shown = panel.currentWidget()
    assert isinstance(shown, QLabel)
    assert "Choose an article" in shown.text()


def test_shows_the_article_while_no_annotation_is_chosen(panel: InspectorPanel, article: Article) -> None:
    panel.show_article(article.id)
    assert isinstance(panel.currentWidget(), ArticlePage)


def test_shows_the_chosen_annotation(panel: InspectorPanel, figure: Annotation) -> None:
    panel.show_annotation(figure.id)
    page = panel.currentWidget()
    assert isinstance(page, AnnotationPage)
    assert any(label.text() == figure.quote for label in page.findChildren(QLabel))
    assert page.findChild(TagButton).accessibleName() == "Tag: killed, figure"


def test_goes_back_to_the_article(qtbot: QtBot, panel: InspectorPanel, figure: Annotation) -> None:
    panel.show_annotation(figure.id)
    with qtbot.waitSignal(panel.annotation_chosen, check_params_cb=lambda id_: id_ is None):
        button(panel.currentWidget(), "Article").click()
    assert isinstance(panel.currentWidget(), ArticlePage)


def test_a_deleted_annotation_gives_way_to_its_article(
    qtbot: QtBot, panel: InspectorPanel, session: Session, figure: Annotation
) -> None:
    panel.show_annotation(figure.id)
    button(panel.currentWidget(), "Delete").click()
    assert isinstance(panel.currentWidget(), ArticlePage)
    assert panel.annotation_id is None
    assert session.archive.annotations.count() == 0


def test_an_annotation_that_undo_takes_away_gives_way_too(
    panel: InspectorPanel, session: Session, article: Article
) -> None:
    made = session.annotate(article.id, 0, 6, session.archive.tags.named("strike").id)
    assert made is not None
    panel.show_annotation(made.id)
    session.undo()
    assert isinstance(panel.currentWidget(), ArticlePage)


def test_what_is_for_review_is_not_moved_onto_other_words(
    panel: InspectorPanel, session: Session, article: Article
) -> None:
    made = session.annotate(article.id, 0, 6, session.archive.tags.named("strike").id)
    assert made is not None
    reading = session.archive.articles.provenance(article.id)
    session.archive.articles.revise(article.id, "Quite other words are here now", reading)
    waiting = session.archive.annotations.get(made.id)
    panel.show_annotation(made.id)
    panel.nudge(Edge.END, 1, Unit.WORD)
    assert waiting.status is Status.REVIEW
    assert session.archive.annotations.get(made.id) == waiting


def test_a_note_is_kept_when_the_field_is_left(
    qtbot: QtBot,
    panel: InspectorPanel,
    archive: Archive,
    figure: Annotation,
    type_text: Callable[[QWidget, str], None],
) -> None:
    panel.show_annotation(figure.id)
    panel.edit_note()
    type_text(note_field(panel), "Число міністерства")
    qtbot.keyClick(note_field(panel), Qt.Key.Key_Tab)
    assert archive.annotations.get(figure.id).note == "Число міністерства"


def test_a_note_is_kept_after_a_pause(
    qtbot: QtBot,
    panel: InspectorPanel,
    session: Session,
    figure: Annotation,
    type_text: Callable[[QWidget, str], None],
) -> None:
    panel.show_annotation(figure.id)
    panel.edit_note()
    type_text(note_field(panel), "ще")
    with qtbot.waitSignal(session.annotations_changed):
        pass
    assert session.archive.annotations.get(figure.id).note == "ще"


def test_a_note_is_one_step_to_undo(
    panel: InspectorPanel,
    session: Session,
    figure: Annotation,
    type_text: Callable[[QWidget, str], None],
) -> None:
    panel.show_annotation(figure.id)
    before = len(actions_done(session.archive))
    type_text(note_field(panel), "кілька слів")
    panel.save_pending()
    panel.save_pending()
    assert len(actions_done(session.archive)) == before + 1
    session.undo()
    assert note_field(panel).text() == ""
    session.redo()
    assert note_field(panel).text() == "кілька слів"


def test_a_note_is_not_lost_when_another_annotation_is_chosen(
    panel: InspectorPanel,
    archive: Archive,
    figure: Annotation,
    event: Annotation,
    type_text: Callable[[QWidget, str], None],
) -> None:
    panel.show_annotation(figure.id)
    type_text(note_field(panel), "з газети")
    panel.show_annotation(event.id)
    assert archive.annotations.get(figure.id).note == "з газети"
    assert archive.annotations.get(event.id).note == ""
    assert note_field(panel).text() == ""


def test_a_note_is_not_lost_when_the_window_closes(
    panel: InspectorPanel, archive: Archive, figure: Annotation, type_text: Callable[[QWidget, str], None]
) -> None:
    panel.show_annotation(figure.id)
    type_text(note_field(panel), "останнє слово")
    panel.close()
    assert archive.annotations.get(figure.id).note == "останнє слово"


def test_a_half_typed_note_survives_another_change_of_the_annotation(
    panel: InspectorPanel, session: Session, figure: Annotation, type_text: Callable[[QWidget, str], None]
) -> None:
    panel.show_annotation(figure.id)
    type_text(note_field(panel), "недописане")
    session.retag(figure.id, session.archive.tags.named("ministry").id)
    assert note_field(panel).text() == "недописане"


def test_a_note_keeps_its_no_break_spaces(
    panel: InspectorPanel, archive: Archive, figure: Annotation, type_text: Callable[[QWidget, str], None]
) -> None:
    panel.show_annotation(figure.id)
    type_text(note_field(panel), "12\u00a0тис.")
    panel.save_pending()
    assert archive.annotations.get(figure.id).note == "12\u00a0тис."


def test_a_note_that_could_not_be_kept_comes_back(
    qtbot: QtBot,
    archive: Archive,
    icons: Icons,
    figure: Annotation,
    event: Annotation,
    type_text: Callable[[QWidget, str], None],
) -> None:
    with Archive.open(archive.folder, read_only=True) as locked:
        session = Session(locked)
        panel = InspectorPanel(session, icons)
        qtbot.addWidget(panel)
        panel.show_annotation(figure.id)
        type_text(note_field(panel), "не пропаде")
        with qtbot.waitSignal(session.failed) as failed:
            panel.show_annotation(event.id)
        assert isinstance(failed.args[0], ArchiveReadOnly)
        assert note_field(panel).text() == ""
        panel.show_annotation(figure.id)
        assert note_field(panel).text() == "не пропаде"


def test_nothing_is_written_after_the_inspector_was_emptied(
    qtbot: QtBot, archive: Archive, icons: Icons, figure: Annotation, type_text: Callable[[QWidget, str], None]
) -> None:
    with Archive.open(archive.folder, read_only=True) as locked:
        panel = InspectorPanel(Session(locked), icons)
        qtbot.addWidget(panel)
        panel.show_annotation(figure.id)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()
        unit = next(each for each in panel.findChildren(QLineEdit) if each.accessibleName() == "Unit")
        unit.setFocus()
        type_text(unit, "осіб")
        type_text(note_field(panel), "не пропаде")
        panel.show_article(None)
    panel.close()


def test_the_tag_asks_for_another_one(qtbot: QtBot, panel: InspectorPanel, figure: Annotation) -> None:
    panel.show_annotation(figure.id)
    tag = panel.currentWidget().findChild(TagButton)
    with qtbot.waitSignal(panel.retag_wanted) as asked:
        qtbot.keyClick(tag, Qt.Key.Key_Space)
    assert asked.args[0] == figure.id
    assert asked.args[1] == QRect(tag.mapToGlobal(tag.rect().topLeft()), tag.size())


def test_shows_the_tag_anew_when_it_is_renamed(panel: InspectorPanel, session: Session, figure: Annotation) -> None:
    panel.show_annotation(figure.id)
    session.edit_tag(figure.tag.id, name="wounded")
    assert panel.currentWidget().findChild(TagButton).accessibleName() == "Tag: wounded, figure"


def test_a_click_moves_an_edge_by_a_word(
    qtbot: QtBot, panel: InspectorPanel, archive: Archive, figure: Annotation
) -> None:
    panel.show_annotation(figure.id)
    buttons = {each.accessibleName(): each for each in panel.currentWidget().findChildren(QToolButton)}
    qtbot.mouseClick(buttons["End to the right"], Qt.MouseButton.LeftButton)
    assert archive.annotations.get(figure.id).quote == "12 поранених під"
    qtbot.mouseClick(buttons["Start to the left"], Qt.MouseButton.LeftButton)
    assert archive.annotations.get(figure.id).quote == "назвало 12 поранених під"


def test_a_row_of_the_list_chooses_its_annotation(
    qtbot: QtBot, panel: InspectorPanel, article: Article, figure: Annotation, event: Annotation
) -> None:
    panel.show_article(article.id)
    view = panel.currentWidget().findChild(AnnotationListView)
    row = next(view.model().index(n, 0) for n in range(4) if view.model().index(n, 0).data() == event.quote)
    with qtbot.waitSignal(panel.annotation_chosen, check_params_cb=lambda id_: id_ == event.id):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(row).center())
    assert panel.annotation_id == event.id


def test_asks_for_the_details_to_be_edited(qtbot: QtBot, panel: InspectorPanel, article: Article) -> None:
    panel.show_article(article.id)
    with qtbot.waitSignal(panel.article_edit_wanted, check_params_cb=lambda id_: id_ == article.id):
        button(panel.currentWidget(), "Edit details…").click()


def test_an_article_that_was_deleted_is_not_shown(panel: InspectorPanel, session: Session, article: Article) -> None:
    panel.show_article(article.id)
    session.delete_articles([article.id])
    assert isinstance(panel.currentWidget(), QLabel)


def test_every_control_has_a_name(panel: InspectorPanel, figure: Annotation) -> None:
    panel.show_annotation(figure.id)
    controls = [
        each for each in panel.currentWidget().findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    internal = ("qt_", "QScrollArea")
    nameless = [
        each
        for each in controls
        if each.isVisible()
        and not each.accessibleName()
        and not (isinstance(each, QPushButton) and each.text())
        and not each.objectName().startswith(internal)
    ]
    assert [type(each).__name__ for each in nameless] == []
