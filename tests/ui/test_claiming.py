# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing the claimant and the event of a claim where its number stands in the inspector."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Article, Kind, Record, RecordDraft, Relation
from archivist.store import Archive
from archivist.ui.window import Window

BODY = "Страйк у порту\n\nМіністерство назвало трьох поранених."
PATIENCE_MS = 30_000


@pytest.fixture
def claim(archive: Archive, add_article: Callable[..., Article]) -> Annotation:
    article = add_article(BODY, language="uk")
    return archive.annotations.add_quote(
        article.id, "трьох поранених", archive.tags.named("killed").id, attributes={"value": 3, "claimant": "міністром"}
    )


@pytest.fixture
def ministry(archive: Archive) -> Record:
    return archive.records.add(RecordDraft(Kind.ACTOR, "Міністерство"))


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive, claim: Annotation) -> Window:
    window = open_window(archive)
    window.desk.reader.view.choose(claim.id)
    return window


def button(window: Window, name: str) -> QAbstractButton:
    found = [each for each in window.desk.inspector.findChildren(QAbstractButton) if each.accessibleName() == name]
    return next(each for each in found if each.isVisible())


def choose(qtbot: QtBot, window: Window, field: str, typed: str, *, new: bool = False) -> None:
    qtbot.mouseClick(button(window, field), Qt.MouseButton.LeftButton)
    popup = window.desk.claiming.popup
    popup.field.setText(typed)
    qtbot.waitUntil(lambda: not popup.awaits_answer, timeout=PATIENCE_MS)
    modifier = Qt.KeyboardModifier.ControlModifier if new else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(popup.field, Qt.Key.Key_Return, modifier)


def relations(window: Window) -> list[Relation]:
    return window.desk.archive.relations.all()


def test_a_claimant_is_chosen_by_any_form_of_its_name(
    qtbot: QtBot, window: Window, ministry: Record, claim: Annotation
) -> None:
    choose(qtbot, window, "Claimant: none", "міністерством")
    [relation] = relations(window)
    assert (relation.type, relation.source.id, relation.target.id) == ("claimant", claim.id, ministry.id)
    assert button(window, "Claimant: Міністерство").isVisible()
    [of_figure] = window.desk.archive.claims.of_article(claim.article)
    assert of_figure.claimant_record == ministry.id


def test_another_event_takes_the_place_of_the_first_and_the_last_step_is_undone(
    qtbot: QtBot, window: Window, archive: Archive
) -> None:
    archive.records.add(RecordDraft(Kind.EVENT, "Страйк"))
    choose(qtbot, window, "Event: none", "страйк")
    [first] = relations(window)
    choose(qtbot, window, "Event: Страйк", "Сутичка", new=True)
    [relation] = relations(window)
    assert (relation.id, relation.type) == (first.id, "counts-for")
    assert archive.records.get(relation.target.id).name == "Сутичка"
    window.actions_["undo"].trigger()
    assert relations(window) == [first]
    assert [record.name for record in archive.records.all()] == ["Страйк"]


def test_what_the_text_says_is_what_a_new_claimant_would_be_called(qtbot: QtBot, window: Window) -> None:
    qtbot.mouseClick(button(window, "Claimant: none"), Qt.MouseButton.LeftButton)
    popup = window.desk.claiming.popup
    qtbot.waitUntil(lambda: not popup.awaits_answer, timeout=PATIENCE_MS)
    assert popup.field.text() == "міністр"
    popup.close()


def test_a_claimant_is_taken_off(qtbot: QtBot, window: Window, ministry: Record) -> None:
    choose(qtbot, window, "Claimant: none", "Міністерство")
    qtbot.mouseClick(button(window, "Claimant: Unlink from the record"), Qt.MouseButton.LeftButton)
    assert relations(window) == []
    assert button(window, "Claimant: none").isVisible()


def test_only_of_a_claim_they_are_asked_for(window: Window, archive: Archive, claim: Annotation) -> None:
    event = archive.annotations.add_quote(claim.article, "Страйк", archive.tags.named("strike").id)
    window.desk.session.annotations_changed.emit(claim.article)
    window.desk.reader.view.choose(event.id)
    names = [each.accessibleName() for each in window.desk.inspector.findChildren(QAbstractButton) if each.isVisible()]
    assert "Claimant: none" not in names
    assert "Record: none" in names
