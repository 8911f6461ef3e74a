# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from archivist.model import Kind
from archivist.store import Archive
from archivist.ui.session import Session
from archivist.ui.tagging.popup import TagPopup

Type = Callable[[QWidget, str], None]


def field(popup: TagPopup) -> QLineEdit:
    return popup.findChild(QLineEdit)


def listed(popup: TagPopup) -> list[str]:
    model = popup.findChild(QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def chosen_by(
    qtbot: QtBot, popup: TagPopup, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> str:
    with qtbot.waitSignal(popup.tag_chosen) as chosen:
        qtbot.keyClick(field(popup), key, modifier)
    return str(chosen.args[0])


def test_lists_all_tags_by_kind(popup: TagPopup) -> None:
    assert listed(popup) == ["strike", "ministry", "killed"]


def test_enter_applies_the_first_match(qtbot: QtBot, popup: TagPopup, archive: Archive, type_text: Type) -> None:
    type_text(field(popup), "IL")
    assert listed(popup)[0] == "killed"
    assert chosen_by(qtbot, popup, Qt.Key.Key_Return) == archive.tags.named("killed").id
    assert not popup.isVisible()


def test_the_arrows_move(qtbot: QtBot, popup: TagPopup, archive: Archive) -> None:
    qtbot.keyClick(field(popup), Qt.Key.Key_Down)
    assert chosen_by(qtbot, popup, Qt.Key.Key_Return) == archive.tags.named("ministry").id


def test_a_click_applies(qtbot: QtBot, popup: TagPopup, archive: Archive) -> None:
    view = popup.findChild(QListView)
    with qtbot.waitSignal(popup.tag_chosen) as chosen:
        place = view.visualRect(view.model().index(2, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args[0] == archive.tags.named("killed").id


def test_escape_closes_without_a_choice(qtbot: QtBot, popup: TagPopup) -> None:
    with qtbot.assertNotEmitted(popup.tag_chosen), qtbot.waitSignal(popup.closed):
        qtbot.keyClick(field(popup), Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_a_new_name_can_be_made_a_tag_of_the_first_kind_by_enter(
    qtbot: QtBot, popup: TagPopup, archive: Archive, type_text: Type
) -> None:
    type_text(field(popup), "обстріл")
    assert listed(popup)[0] == "Create event tag “обстріл”"
    tag = archive.tags.get(chosen_by(qtbot, popup, Qt.Key.Key_Return))
    assert (tag.name, tag.kind) == ("обстріл", Kind.EVENT)


@pytest.mark.parametrize(
    ("key", "kind"), [(Qt.Key.Key_1, Kind.EVENT), (Qt.Key.Key_2, Kind.ACTOR), (Qt.Key.Key_3, Kind.FIGURE)]
)
def test_a_key_says_of_which_kind_it_is(
    qtbot: QtBot, popup: TagPopup, archive: Archive, type_text: Type, key: Qt.Key, kind: Kind
) -> None:
    type_text(field(popup), "лікарня")
    tag = archive.tags.get(chosen_by(qtbot, popup, key, Qt.KeyboardModifier.ControlModifier))
    assert (tag.name, tag.kind) == ("лікарня", kind)


def test_a_name_that_is_there_is_not_offered_to_be_made(popup: TagPopup, type_text: Type) -> None:
    type_text(field(popup), "Killed")
    assert listed(popup) == ["killed"]


def test_a_tag_is_not_made_by_a_kind_key_while_nothing_is_typed(
    qtbot: QtBot, popup: TagPopup, archive: Archive
) -> None:
    with qtbot.assertNotEmitted(popup.tag_chosen):
        qtbot.keyClick(field(popup), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert len(archive.tags.all()) == 3


def test_begins_at_the_current_tag(popup: TagPopup, archive: Archive) -> None:
    popup.open_at(QRect(100, 100, 60, 20), archive.tags.named("killed").id)
    assert popup.findChild(QListView).currentIndex().data() == "killed"


def test_opens_empty_after_it_was_used(popup: TagPopup, type_text: Type) -> None:
    type_text(field(popup), "x")
    popup.close()
    popup.open_at(QRect(0, 0, 1, 1))
    assert field(popup).text() == ""
    assert len(listed(popup)) == 3


def test_an_empty_codebook_says_how_to_begin(popup: TagPopup, session: Session, archive: Archive) -> None:
    for tag in archive.tags.all():
        session.delete_tag(tag.id)
    popup.open_at(QRect(0, 0, 1, 1))
    assert not popup.findChild(QListView).isVisible()


def test_rows_are_read_out_with_kind_and_key(popup: TagPopup) -> None:
    row = popup.findChild(QListView).model().index(2, 0)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "killed, figure, key k"
