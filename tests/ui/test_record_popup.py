# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archivist.model import Alias, Article, Kind, Record, RecordDraft
from archivist.store import Archive
from archivist.ui.jobs import Jobs
from archivist.ui.record_popup import RecordPopup
from archivist.ui.record_rows import NewRecord

Type = Callable[[QWidget, str], None]
PATIENCE_MS = 30_000
PLACE = QRect(100, 100, 60, 20)


@pytest.fixture
def port(archive: Archive) -> Record:
    draft = RecordDraft(Kind.ACTOR, "Порт Тарнгавен", type="organisation", aliases=(Alias("Tarnhavn Port"),))
    return archive.records.add(draft)


@pytest.fixture
def popup(qtbot: QtBot, jobs: Jobs) -> RecordPopup:
    popup = RecordPopup(jobs)
    qtbot.addWidget(popup)
    return popup


def listed(popup: RecordPopup) -> list[str]:
    return [popup.rows.index(row).data() for row in range(popup.rows.rowCount())]


def answered(qtbot: QtBot, popup: RecordPopup) -> None:
    qtbot.waitUntil(lambda: not popup.awaits_answer, timeout=PATIENCE_MS)


def chosen_by(qtbot: QtBot, popup: RecordPopup, key: Qt.Key, **keys: Any) -> Any:
    with qtbot.waitSignal(popup.chosen, timeout=PATIENCE_MS) as chosen:
        qtbot.keyClick(popup.field, key, **keys)
    return chosen.args[0]


def test_enter_at_once_takes_what_the_words_name(qtbot: QtBot, popup: RecordPopup, port: Record) -> None:
    popup.open_at(PLACE, [Kind.ACTOR], words="порт\nТарнгавен")
    assert chosen_by(qtbot, popup, Qt.Key.Key_Return) == port
    assert not popup.isVisible()


def test_typing_finds_by_any_name(qtbot: QtBot, popup: RecordPopup, port: Record, type_text: Type) -> None:
    popup.open_at(PLACE, [Kind.ACTOR], words="він")
    type_text(popup.field, "tarn")
    answered(qtbot, popup)
    assert listed(popup) == ["Порт Тарнгавен", "Create actor “tarn”"]
    assert chosen_by(qtbot, popup, Qt.Key.Key_Return) == port


def test_enter_makes_no_record_before_the_offer_is_seen(qtbot: QtBot, popup: RecordPopup) -> None:
    popup.open_at(PLACE, [Kind.ACTOR], words="буксир")
    with qtbot.assertNotEmitted(popup.chosen):
        qtbot.keyClick(popup.field, Qt.Key.Key_Return)
        answered(qtbot, popup)
    assert chosen_by(qtbot, popup, Qt.Key.Key_Return) == NewRecord(Kind.ACTOR, "буксир")


def test_control_and_enter_make_a_record_though_others_fit(
    qtbot: QtBot, popup: RecordPopup, port: Record, type_text: Type
) -> None:
    popup.open_at(PLACE, [Kind.ACTOR])
    type_text(popup.field, "Порт")
    control = Qt.KeyboardModifier.ControlModifier
    assert chosen_by(qtbot, popup, Qt.Key.Key_Return, modifier=control) == NewRecord(Kind.ACTOR, "Порт")


def test_the_arrows_move(qtbot: QtBot, popup: RecordPopup, port: Record, archive: Archive, type_text: Type) -> None:
    other = archive.records.add(RecordDraft(Kind.ACTOR, "Порт Північний"))
    popup.open_at(PLACE, [Kind.ACTOR])
    type_text(popup.field, "порт")
    answered(qtbot, popup)
    qtbot.keyClick(popup.field, Qt.Key.Key_Down)
    assert chosen_by(qtbot, popup, Qt.Key.Key_Return) in (other, port)


def test_it_is_closed_before_the_choice_is_told(qtbot: QtBot, popup: RecordPopup, port: Record) -> None:
    seen = []
    popup.chosen.connect(lambda _choice: seen.append(popup.isVisible()))
    popup.open_at(PLACE, [Kind.ACTOR], words="порт тарнгавен")
    chosen_by(qtbot, popup, Qt.Key.Key_Return)
    assert seen == [False]


def test_escape_closes_without_a_choice(qtbot: QtBot, popup: RecordPopup) -> None:
    popup.open_at(PLACE, [Kind.ACTOR], words="буксир")
    with qtbot.assertNotEmitted(popup.chosen), qtbot.waitSignal(popup.closed):
        qtbot.keyClick(popup.field, Qt.Key.Key_Escape)


def test_records_chosen_last_are_offered_where_none_fits(qtbot: QtBot, popup: RecordPopup, port: Record) -> None:
    popup.open_at(PLACE, [Kind.ACTOR], words="вони", recent=[port.id])
    answered(qtbot, popup)
    assert listed(popup) == ["Порт Тарнгавен", "Create actor “вони”"]
    assert popup.list.currentIndex().row() == 1


def test_of_several_kinds_none_can_be_made(qtbot: QtBot, popup: RecordPopup, port: Record, type_text: Type) -> None:
    popup.open_at(PLACE, [Kind.ACTOR, Kind.EVENT])
    type_text(popup.field, "порт")
    answered(qtbot, popup)
    assert listed(popup) == ["Порт Тарнгавен"]


def test_annotations_can_be_chosen_as_well(
    qtbot: QtBot, popup: RecordPopup, port: Record, archive: Archive, add_article: Callable[..., Article]
) -> None:
    article = add_article("Порт стоїть, докери страйкують.")
    tags = {quote: archive.tags.named(name).id for quote, name in (("Порт", "ministry"), ("страйкують", "strike"))}
    annotations = [archive.annotations.add_quote(article.id, quote, tag) for quote, tag in tags.items()]
    popup.open_at(PLACE, [Kind.ACTOR, Kind.EVENT], annotations=annotations)
    assert listed(popup) == ["Порт", "страйкують"]
    popup.field.setText("порт")
    answered(qtbot, popup)
    assert listed(popup) == ["Порт", "Порт Тарнгавен"]
    assert chosen_by(qtbot, popup, Qt.Key.Key_Return) == annotations[0]


def test_rows_are_read_out_with_what_tells_them_apart(qtbot: QtBot, popup: RecordPopup, port: Record) -> None:
    popup.open_at(PLACE, [Kind.ACTOR], words="порт тарнгавен")
    answered(qtbot, popup)
    said = [popup.rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == [
        "Порт Тарнгавен, organisation, 0 passage(s)",
        "Create actor “порт тарнгавен”, Ctrl+Return",
    ]
