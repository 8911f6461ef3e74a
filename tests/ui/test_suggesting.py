# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions as a person settles them in the window, by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Article, Kind, RecordDraft
from archivist.store import Archive
from archivist.ui.window import Window

BODY = "Рух на мості\n\nУ порту було 18 загиблих і 40 поранених, а з ними 7 рятувальників. Це сталося 5 жовтня."
PATIENCE_MS = 30_000
CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def article(add_article: Callable[..., Article]) -> Article:
    return add_article(BODY, published="2024-10-08", language="uk")


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[Archive], Window], archive: Archive, article: Article) -> Window:
    archive.tags.add("wounded", "figure")
    archive.tags.add("day", "date")
    window = open_window(archive)
    window.desk.reader.view.setFocus()
    wait_for(qtbot, window, "18 загиблих", "40 поранених", "7 рятувальників", "5 жовтня")
    return window


def offered(window: Window) -> list[str]:
    return [each.quote for each in window.desk.suggesting.offered]


def wait_for(qtbot: QtBot, window: Window, *quotes: str) -> None:
    qtbot.waitUntil(lambda: offered(window) == list(quotes), timeout=PATIENCE_MS)


def press(qtbot: QtBot, window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    qtbot.keyClick(window.desk.reader.view, key, modifier)


def chosen(window: Window) -> str:
    suggestion = window.desk.reader.view.chosen_suggestion
    return suggestion.quote if suggestion else ""


def annotated(window: Window) -> list[Annotation]:
    article = window.desk.opening.article
    assert article is not None
    return window.desk.archive.annotations.of_article(article.id)


def quotes(window: Window) -> list[str]:
    return [each.quote for each in annotated(window)]


def test_going_from_one_to_the_next_and_back(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Down)
    assert chosen(window) == "40 поранених"
    press(qtbot, window, Qt.Key.Key_Up)
    assert chosen(window) == "18 загиблих"


def test_accepting_annotates_as_it_was_offered_and_goes_on(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    assert "18 killed" in window.desk.reader.view.accessibleDescription()
    press(qtbot, window, Qt.Key.Key_Return)
    [made] = annotated(window)
    assert (made.quote, made.tag.name, made.attributes["value"]) == ("18 загиблих", "killed", 18)
    assert chosen(window) == "40 поранених"
    assert window.desk.reader.view.hasFocus()


def test_the_next_one_stays_chosen_when_the_article_has_been_read_again(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.desk.suggesting.offered_changed, timeout=PATIENCE_MS):
        pass
    assert chosen(window) == "40 поранених"


def test_accepting_all_of_a_kind_is_one_step(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return, CTRL | SHIFT)
    assert quotes(window) == ["18 загиблих", "40 поранених", "7 рятувальників"]
    assert window.desk.messages.text().startswith("3 suggestion")
    assert chosen(window) == "5 жовтня"
    press(qtbot, window, Qt.Key.Key_Z)
    assert quotes(window) == []
    wait_for(qtbot, window, "18 загиблих", "40 поранених", "7 рятувальників", "5 жовтня")


def test_what_is_rejected_stays_away(qtbot: QtBot, window: Window, archive: Archive) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Backspace)
    assert chosen(window) == "40 поранених"
    archive.records.add(RecordDraft(Kind.ACTOR, "Порт"))
    with qtbot.waitSignal(window.desk.suggesting.offered_changed, timeout=PATIENCE_MS):
        window.desk.session.records_changed.emit()
    assert "18 загиблих" not in offered(window)
    assert quotes(window) == []


def test_undoing_a_rejection_brings_it_back(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Backspace)
    wait_for(qtbot, window, "40 поранених", "7 рятувальників", "5 жовтня")
    press(qtbot, window, Qt.Key.Key_Z)
    wait_for(qtbot, window, "18 загиблих", "40 поранених", "7 рятувальників", "5 жовтня")


def test_escape_lets_go_and_then_nothing_is_accepted(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Escape, NONE)
    press(qtbot, window, Qt.Key.Key_Return)
    assert chosen(window) == ""
    assert quotes(window) == []


def test_hidden_suggestions_are_shown_again_by_the_same_key(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_F4, NONE)
    assert offered(window) == []
    assert not window.actions_["show_suggestions"].isChecked()
    assert not window.actions_["next_suggestion"].isEnabled()
    press(qtbot, window, Qt.Key.Key_F4, NONE)
    wait_for(qtbot, window, "18 загиблих", "40 поранених", "7 рятувальників", "5 жовтня")


def test_tagging_words_by_hand_takes_their_suggestion_away(qtbot: QtBot, window: Window) -> None:
    start = BODY.index("40 поранених")
    window.desk.reader.view.select(start, start + len("40 поранених"))
    press(qtbot, window, Qt.Key.Key_K, NONE)
    wait_for(qtbot, window, "18 загиблих", "7 рятувальників", "5 жовтня")


def test_a_record_is_named_by_what_the_accepted_figure_counts(qtbot: QtBot, window: Window) -> None:
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return)
    [made] = annotated(window)
    window.desk.reader.view.choose(made.id)
    press(qtbot, window, Qt.Key.Key_R, NONE)
    assert window.desk.linking.popup.field.text() == made.attributes["counted"] == "загиблі"
    window.desk.linking.popup.close()
