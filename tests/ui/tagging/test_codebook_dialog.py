# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)
from pytestqt.qtbot import QtBot

from archivist.model import Article, Kind
from archivist.store import Archive
from archivist.ui.forms import ChoiceField, LongTextField
from archivist.ui.icons import Icons
from archivist.ui.keys import Keys
from archivist.ui.session import Session
from archivist.ui.settings import Settings
from archivist.ui.tagging.codebook_dialog import CodebookDialog
from archivist.ui.tagging.merge_tag_dialog import MergeTagDialog

Type = Callable[[QWidget, str], None]


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, icons: Icons, settings: Settings) -> CodebookDialog:
    dialog = CodebookDialog(session, Keys(settings), icons)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def row(dialog: CodebookDialog, name: str) -> QTreeWidgetItem:
    tree = dialog.findChild(QTreeWidget)
    return tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)[0]


def choose(dialog: CodebookDialog, name: str) -> None:
    dialog.findChild(QTreeWidget).setCurrentItem(row(dialog, name))


def field(dialog: CodebookDialog, name: str) -> QLineEdit:
    found = next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)
    found.setFocus()
    return found


def choice(dialog: CodebookDialog, name: str) -> ChoiceField:
    return next(each for each in dialog.findChildren(ChoiceField) if each.accessibleName() == name)


def button(dialog: QWidget, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == text)


def said(dialog: CodebookDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_lists_tags_under_their_kind_with_key_and_count(
    dialog: CodebookDialog, session: Session, add_article: Callable[..., Article]
) -> None:
    killed = session.archive.tags.named("killed")
    session.annotate(add_article("Двоє загинули").id, 0, 4, killed.id)
    found = row(dialog, "killed")
    assert (found.parent().text(0), found.text(1), found.text(2)) == ("Figures", "K", "1")


def test_a_tag_stands_under_the_one_that_it_is_part_of(dialog: CodebookDialog, session: Session) -> None:
    session.add_tag(name="officers", kind="figure", parent=session.archive.tags.named("killed").id)
    assert row(dialog, "officers").parent().text(0) == "killed"


def test_says_what_to_do_while_none_is_chosen(dialog: CodebookDialog) -> None:
    assert "Choose a tag" in said(dialog)
    assert not button(dialog, "Delete…").isEnabled()


def test_a_name_is_kept_when_its_field_is_left(
    qtbot: QtBot, dialog: CodebookDialog, archive: Archive, type_text: Type
) -> None:
    choose(dialog, "killed")
    name = field(dialog, "Name")
    name.selectAll()
    type_text(name, "загиблі")
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    assert archive.tags.named("загиблі").kind is Kind.FIGURE
    assert row(dialog, "загиблі").isSelected()


def test_a_description_is_kept_when_the_dialog_closes(
    qtbot: QtBot, dialog: CodebookDialog, archive: Archive, type_text: Type
) -> None:
    choose(dialog, "killed")
    type_text(dialog.findChild(LongTextField), "лише мертві")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert archive.tags.named("killed").description == "лише мертві"


def test_what_is_half_typed_survives_another_change(dialog: CodebookDialog, session: Session, type_text: Type) -> None:
    choose(dialog, "killed")
    type_text(field(dialog, "Name"), " on dut")
    session.add_tag(name="rumour", kind="event")
    assert field(dialog, "Name").text() == "killed on dut"


def test_what_is_undone_is_shown(qtbot: QtBot, dialog: CodebookDialog, session: Session, type_text: Type) -> None:
    choose(dialog, "killed")
    type_text(field(dialog, "Name"), " on duty")
    qtbot.keyClick(field(dialog, "Name"), Qt.Key.Key_Tab)
    session.undo()
    assert field(dialog, "Name").text() == "killed"


def test_the_kind_and_the_parent_are_kept_at_once(qtbot: QtBot, dialog: CodebookDialog, archive: Archive) -> None:
    choose(dialog, "killed")
    qtbot.keyClick(choice(dialog, "Kind"), Qt.Key.Key_Up)
    assert archive.tags.named("killed").kind is Kind.ACTOR
    qtbot.keyClick(choice(dialog, "Part of"), Qt.Key.Key_End)
    assert archive.tags.named("killed").parent == archive.tags.named("ministry").id


def test_a_tag_cannot_be_part_of_what_is_part_of_it(dialog: CodebookDialog, session: Session) -> None:
    killed = session.archive.tags.named("killed")
    inner = session.add_tag(name="officers", kind="figure", parent=killed.id)
    assert inner is not None
    session.add_tag(name="sergeants", kind="figure", parent=inner.id)
    choose(dialog, "killed")
    parents = choice(dialog, "Part of")
    assert [parents.itemText(n) for n in range(parents.count())] == ["none", "strike", "ministry"]


def test_a_clash_of_keys_names_the_other_tag_and_is_not_kept(
    qtbot: QtBot, dialog: CodebookDialog, archive: Archive
) -> None:
    choose(dialog, "killed")
    key = field(dialog, "Key")
    key.selectAll()
    qtbot.keyClicks(key, "m")
    assert "“ministry”" in said(dialog)
    qtbot.keyClick(key, Qt.Key.Key_Tab)
    assert archive.tags.named("killed").shortcut == "k"


def test_a_key_can_be_changed(qtbot: QtBot, dialog: CodebookDialog, archive: Archive, type_text: Type) -> None:
    choose(dialog, "killed")
    key = field(dialog, "Key")
    key.selectAll()
    type_text(key, "Ж")
    qtbot.keyClick(key, Qt.Key.Key_Tab)
    assert archive.tags.named("killed").shortcut == "ж"


def test_a_name_that_is_taken_is_not_kept(qtbot: QtBot, dialog: CodebookDialog, archive: Archive) -> None:
    choose(dialog, "killed")
    name = field(dialog, "Name")
    name.selectAll()
    qtbot.keyClicks(name, "STRIKE")
    assert "Another tag" in said(dialog)
    qtbot.keyClick(name, Qt.Key.Key_Tab)
    assert {tag.name for tag in archive.tags.all()} == {"strike", "ministry", "killed"}


def test_a_new_tag_is_of_the_kind_that_is_looked_at(
    qtbot: QtBot, dialog: CodebookDialog, archive: Archive, type_text: Type
) -> None:
    choose(dialog, "killed")
    button(dialog, "New tag").click()
    assert not button(dialog, "Create tag").isEnabled()
    type_text(field(dialog, "Name"), "поранені")
    qtbot.keyClick(field(dialog, "Name"), Qt.Key.Key_Return)
    made = archive.tags.named("поранені")
    assert made.kind is Kind.FIGURE
    assert row(dialog, "поранені").isSelected()


def test_what_is_typed_for_a_new_tag_is_not_taken_for_the_old_one(
    dialog: CodebookDialog, archive: Archive, type_text: Type
) -> None:
    choose(dialog, "killed")
    button(dialog, "New tag").click()
    type_text(field(dialog, "Name"), "нове")
    choose(dialog, "strike")
    assert {tag.name for tag in archive.tags.all()} == {"strike", "ministry", "killed"}
    assert field(dialog, "Name").text() == "strike"


def test_deleting_asks_and_says_how_many_annotations_go(
    dialog: CodebookDialog, session: Session, add_article: Callable[..., Article]
) -> None:
    article = add_article("Двоє загинули")
    for end in (4, 12):
        session.annotate(article.id, 0, end, session.archive.tags.named("killed").id)
    choose(dialog, "killed")
    button(dialog, "Delete…").click()
    question = dialog.findChild(QMessageBox)
    assert "killed" in question.text()
    assert question.informativeText().startswith("2 annotation")
    button(question, "Keep").click()
    assert session.archive.annotations.count() == 2


def test_deleting_can_be_undone_in_the_dialog(qtbot: QtBot, dialog: CodebookDialog, archive: Archive) -> None:
    choose(dialog, "killed")
    button(dialog, "Delete…").click()
    button(dialog.findChild(QMessageBox), "Delete").click()
    assert {tag.name for tag in archive.tags.all()} == {"strike", "ministry"}
    dialog.findChild(QTreeWidget).setFocus()
    qtbot.keyClick(dialog.findChild(QTreeWidget), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {tag.name for tag in archive.tags.all()} == {"strike", "ministry", "killed"}
    assert row(dialog, "killed")


# Order and hierarchy


@pytest.fixture
def events(session: Session, dialog: CodebookDialog) -> Callable[[], list[str]]:
    """Adds flood and picket after strike; gives the events in order, each as deep as it is nested."""
    for name in ("flood", "picket"):
        session.add_tag(name=name, kind="event")

    def listed() -> list[str]:
        found = []
        items = QTreeWidgetItemIterator(dialog.findChild(QTreeWidget))
        while (item := items.value()) is not None:
            depth, above = -1, item.parent()
            while above is not None:
                depth, above = depth + 1, above.parent()
            if depth >= 0 and item.text(0) in ("strike", "flood", "picket"):
                found.append("-" * depth + item.text(0))
            items += 1
        return found

    assert listed() == ["strike", "flood", "picket"]
    return listed


@pytest.mark.parametrize(
    ("name", "keys", "expected"),
    [
        ("flood", "Alt+Up", ["flood", "strike", "picket"]),
        ("flood", "Alt+Down", ["strike", "picket", "flood"]),
        ("strike", "Alt+Up", ["strike", "flood", "picket"]),
        ("flood", "Alt+Right", ["strike", "-flood", "picket"]),
        ("strike", "Alt+Right", ["strike", "flood", "picket"]),
        ("flood", "Alt+Left", ["strike", "flood", "picket"]),
    ],
)
def test_a_tag_is_moved_by_keys(
    dialog: CodebookDialog, events: Callable[[], list[str]], name: str, keys: str, expected: list[str]
) -> None:
    choose(dialog, name)
    QTest.keySequence(dialog.findChild(QTreeWidget), QKeySequence(keys))
    assert events() == expected
    assert row(dialog, name).isSelected()


def test_a_nested_tag_comes_out_behind_the_one_above(dialog: CodebookDialog, events: Callable[[], list[str]]) -> None:
    tree = dialog.findChild(QTreeWidget)
    choose(dialog, "flood")
    QTest.keySequence(tree, QKeySequence("Alt+Right"))
    choose(dialog, "picket")
    QTest.keySequence(tree, QKeySequence("Alt+Right"))
    assert events() == ["strike", "-flood", "-picket"]
    choose(dialog, "flood")
    QTest.keySequence(tree, QKeySequence("Alt+Left"))
    assert events() == ["strike", "-picket", "flood"]


def test_a_tag_is_moved_by_buttons(qtbot: QtBot, dialog: CodebookDialog, events: Callable[[], list[str]]) -> None:
    choose(dialog, "picket")
    buttons = {each.accessibleName(): each for each in dialog.findChildren(QToolButton)}
    qtbot.mouseClick(buttons["Move up"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(buttons["Make a part of the tag above"], Qt.MouseButton.LeftButton)
    assert events() == ["strike", "-picket", "flood"]


def drop(dialog: CodebookDialog, name: str, at: str, place: float) -> None:
    """Drop a tag on the row of another: at its upper edge (0), in its middle (0.5), at its lower edge (1)."""
    tree = dialog.findChild(QTreeWidget)
    choose(dialog, name)
    rect = tree.visualItemRect(row(dialog, at))
    point = QPoint(rect.center().x(), rect.top() + round(place * (rect.height() - 1)))
    data = tree.model().mimeData([tree.currentIndex()])
    move, left, nothing = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    tree.dropEvent(QDropEvent(QPointF(point), move, data, left, nothing))  # which Qt calls for a drag of its own only


@pytest.mark.parametrize(
    ("name", "at", "place", "expected"),
    [
        ("picket", "strike", 0.0, ["picket", "strike", "flood"]),
        ("strike", "flood", 1.0, ["flood", "strike", "picket"]),
        ("picket", "strike", 0.5, ["strike", "-picket", "flood"]),
        ("strike", "strike", 0.5, ["strike", "flood", "picket"]),
        ("strike", "killed", 0.5, ["strike", "flood", "picket"]),
        ("picket", "Events", 0.5, ["picket", "strike", "flood"]),
    ],
)
def test_a_tag_is_dragged(
    dialog: CodebookDialog,
    events: Callable[[], list[str]],
    name: str,
    at: str,
    place: float,
    expected: list[str],
) -> None:
    drop(dialog, name, at, place)
    assert events() == expected


def test_a_tag_is_not_dropped_below_itself(dialog: CodebookDialog, events: Callable[[], list[str]]) -> None:
    drop(dialog, "flood", "strike", 0.5)
    drop(dialog, "strike", "flood", 0.5)
    assert events() == ["strike", "-flood", "picket"]


# Merging


def test_merging_shows_counts_and_is_one_step(
    qtbot: QtBot, dialog: CodebookDialog, session: Session, add_article: Callable[..., Article]
) -> None:
    article = add_article("Двоє загинули, троє поранені")
    killed = session.archive.tags.named("killed")
    wounded = session.add_tag(name="wounded", kind="figure")
    assert wounded is not None
    session.annotate(article.id, 0, 4, killed.id)
    session.annotate(article.id, 15, 19, wounded.id)
    choose(dialog, "wounded")
    button(dialog, "Merge…").click()
    merging = dialog.findChild(MergeTagDialog)
    assert merging.into == killed.id
    [told] = [label.text() for label in merging.findChildren(QLabel) if "go to" in label.text()]
    assert "1 annotation(s) of “wounded” will go to “killed”, which then has 2 annotation(s)." in told
    button(merging, "&Merge").click()
    assert [annotation.tag.name for annotation in session.archive.annotations.of_article(article.id)] == ["killed"] * 2
    assert row(dialog, "killed").isSelected()
    assert row(dialog, "killed").text(2) == "2"
    session.undo()
    assert row(dialog, "wounded").text(2) == "1"


def test_a_tag_that_is_alone_of_its_kind_cannot_be_merged(dialog: CodebookDialog) -> None:
    choose(dialog, "killed")
    assert not button(dialog, "Merge…").isEnabled()


# Files


def test_a_codebook_goes_out_and_comes_in(dialog: CodebookDialog, session: Session, tmp_path: Path) -> None:
    dialog.export_codebook(tmp_path / "tags.qdc")
    assert "was written to “tags.qdc”" in said(dialog)
    session.delete_tag(session.archive.tags.named("killed").id)
    dialog.import_codebook(tmp_path / "tags.qdc")
    assert "1 tag(s) came in, 2 were here." in said(dialog)
    assert row(dialog, "killed").text(1) == "K"


def test_a_file_that_is_no_codebook_is_told_in_the_dialog(dialog: CodebookDialog, tmp_path: Path) -> None:
    (tmp_path / "tags.json").write_text("{", encoding="utf-8")
    dialog.import_codebook(tmp_path / "tags.json")
    assert "tags.json" in said(dialog)
    assert "is damaged" in said(dialog)


# Keys


def test_a_key_that_an_action_has_in_the_article_is_named(
    qtbot: QtBot, dialog: CodebookDialog, archive: Archive, type_text: Type
) -> None:
    choose(dialog, "killed")
    key = field(dialog, "Key")
    key.selectAll()
    type_text(key, "n")
    assert "no longer does “Note”" in said(dialog)
    qtbot.keyClick(key, Qt.Key.Key_Tab)
    assert archive.tags.named("killed").shortcut == "n"


def test_a_key_of_two_is_kept(qtbot: QtBot, dialog: CodebookDialog, archive: Archive, type_text: Type) -> None:
    choose(dialog, "killed")
    key = field(dialog, "Key")
    key.selectAll()
    type_text(key, "mk")
    qtbot.keyClick(key, Qt.Key.Key_Tab)
    assert archive.tags.named("killed").shortcut == "mk"
    assert row(dialog, "killed").text(1) == "M, K"
