# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from archivist.model import Article, Kind, Suggestion
from archivist.suggest.findings import Group, GroupKey
from archivist.ui.icons import Icons
from archivist.ui.scanning import FindingsDialog
from archivist.ui.session import Session

BODY = "Рух на мості\n\nУ порту було 18 загиблих.\n\nПізніше знайшли ще 2 загиблих; заявила Олена Дорошенко."
DEAD = GroupKey(Kind.FIGURE, "figure", "загиблі")
NAME = GroupKey(Kind.ACTOR, "guess", "олена дорошенко")


@pytest.fixture
def article(add_article: Callable[..., Article]) -> Article:
    return add_article(BODY)


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, icons: Icons, article: Article) -> FindingsDialog:
    def group(key: GroupKey, name: str, *offers: tuple[str, float]) -> Group:
        examples = []
        for words, confidence in offers:
            start = BODY.index(words)
            offer = Suggestion(start, start + len(words), words, key.kind, {}, confidence=confidence, source=key.source)
            examples.append((article.id, offer))
        confidences = Counter(confidence for _, confidence in offers)
        return Group(key, name, len(offers), 1, confidences, examples)

    groups = [
        group(DEAD, "загиблі", ("18 загиблих", 0.9), ("2 загиблих", 0.6)),
        group(NAME, "Олена Дорошенко", ("Олена Дорошенко", 0.4)),
    ]
    dialog = FindingsDialog(session, groups, 1, icons)
    qtbot.addWidget(dialog)
    return dialog


def names(dialog: FindingsDialog) -> list[str]:
    model = dialog.findChild(QTableView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def counts(dialog: FindingsDialog) -> list[str]:
    model = dialog.findChild(QTableView).model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def passages(dialog: FindingsDialog) -> list[str]:
    found = dialog.findChild(QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def button(dialog: FindingsDialog, beginning: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text().startswith(beginning))


def said(dialog: FindingsDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_the_first_group_is_shown_with_its_passages_in_context(dialog: FindingsDialog) -> None:
    assert names(dialog) == ["загиблі", "Олена Дорошенко"]
    assert dialog.selected() == [DEAD]
    assert passages(dialog)[0].startswith("…Рух на мості У порту було [18 загиблих].")


def test_the_context_of_a_passage_has_no_half_words(dialog: FindingsDialog) -> None:
    assert passages(dialog)[1] == "…було 18 загиблих. Пізніше знайшли ще [2 загиблих]; заявила Олена Дорошенко.…"


def test_a_passage_that_is_activated_is_wanted(qtbot: QtBot, dialog: FindingsDialog, article: Article) -> None:
    found = dialog.findChild(QListWidget)
    with qtbot.waitSignal(dialog.passage_wanted) as wanted:
        found.itemActivated.emit(found.item(1))
    start = BODY.index("2 загиблих")
    assert wanted.args == [article.id, start, start + len("2 загиблих")]


def test_what_is_selected_is_accepted_from_a_confidence_on(qtbot: QtBot, dialog: FindingsDialog) -> None:
    dialog.findChild(QSpinBox).setValue(80)
    assert "1 more are below the confidence" in said(dialog)
    with qtbot.waitSignal(dialog.accept_wanted) as wanted:
        qtbot.mouseClick(button(dialog, "&Accept"), Qt.MouseButton.LeftButton)
    assert wanted.args == [[DEAD], 0.8]


def test_what_is_selected_is_rejected(qtbot: QtBot, dialog: FindingsDialog) -> None:
    with qtbot.waitSignal(dialog.reject_wanted) as wanted:
        qtbot.mouseClick(button(dialog, "&Reject"), Qt.MouseButton.LeftButton)
    assert wanted.args == [[DEAD], 0.5]


def test_nothing_can_be_accepted_where_all_is_below_the_confidence(dialog: FindingsDialog) -> None:
    dialog.findChild(QTableView).selectRow(1)
    assert not button(dialog, "&Accept").isEnabled()
    dialog.findChild(QSpinBox).setValue(40)
    assert button(dialog, "&Accept").isEnabled()


def test_a_settled_group_goes(dialog: FindingsDialog) -> None:
    dialog.settled([DEAD], 0.5)
    assert names(dialog) == ["Олена Дорошенко"]
    assert dialog.selected() == [NAME]


def test_what_was_below_the_confidence_stays(dialog: FindingsDialog) -> None:
    dialog.settled([DEAD], 0.8)
    assert names(dialog) == ["загиблі", "Олена Дорошенко"]
    assert counts(dialog) == ["1", "1"]
    assert len(passages(dialog)) == 1


def test_when_all_is_settled_it_says_so(dialog: FindingsDialog) -> None:
    dialog.settled([DEAD, NAME], 0.0)
    assert "Nothing is left here" in said(dialog)
    assert not button(dialog, "&Accept").isEnabled()
    assert passages(dialog) == []


def test_groups_are_narrowed_by_kind_and_words(dialog: FindingsDialog) -> None:
    kinds = dialog.findChild(QComboBox)
    kinds.setCurrentIndex(kinds.findData(Kind.ACTOR))
    assert names(dialog) == ["Олена Дорошенко"]
    kinds.setCurrentIndex(0)
    dialog.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly).setText("ЗАГИБЛ")
    assert names(dialog) == ["загиблі"]
