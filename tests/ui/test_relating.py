# SPDX-License-Identifier: GPL-3.0-or-later
"""Relating as a person does it in the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Article, Kind, Node, NodeType, RecordDraft, Relation
from archivist.store import Archive
from archivist.ui.window import Window

BODY = "Страйк у порту\n\nМіністерство назвало трьох поранених; докери не вірять."
PATIENCE_MS = 30_000


@pytest.fixture
def article(add_article: Callable[..., Article]) -> Article:
    return add_article(BODY)


@pytest.fixture
def marked(archive: Archive, article: Article) -> dict[str, Annotation]:
    tags = {"Страйк": "strike", "Міністерство": "ministry", "трьох поранених": "killed"}
    return {
        quote: archive.annotations.add_quote(article.id, quote, archive.tags.named(tag).id)
        for quote, tag in tags.items()
    }


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive, marked: dict[str, Annotation]) -> Window:
    return open_window(archive)


def node(annotation: Annotation) -> Node:
    return Node(NodeType.ANNOTATION, annotation.id)


def choose(window: Window, annotation: Annotation) -> None:
    window.desk.reader.view.choose(annotation.id)


def type_and_enter(qtbot: QtBot, window: Window, text: str) -> None:
    popup = window.desk.relating.popup
    popup.field.setText(text)
    qtbot.waitUntil(lambda: not popup.awaits_answer, timeout=PATIENCE_MS)
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)


def choose_type(qtbot: QtBot, window: Window, text: str) -> None:
    types = window.desk.relating.types
    types.field.setText(text)
    qtbot.keyClick(types.field, Qt.Key.Key_Return)


def relations(window: Window) -> list[Relation]:
    return window.desk.archive.relations.all()


def button(window: Window, name: str) -> QAbstractButton:
    found = window.desk.inspector.findChildren(QAbstractButton)
    return next(each for each in found if name in (each.accessibleName(), each.text()) and each.isVisible())


def test_by_key_the_end_is_asked_for_and_then_the_type(
    qtbot: QtBot, window: Window, marked: dict[str, Annotation]
) -> None:
    choose(window, marked["трьох поранених"])
    window.actions_["add_relation"].trigger()
    type_and_enter(qtbot, window, "мініс")
    types = window.desk.relating.types
    assert types.isVisible()
    assert [types.rows.index(row).data() for row in range(types.rows.rowCount())] == ["claimant", "said by"]
    qtbot.keyClick(types.field, Qt.Key.Key_Return)
    [relation] = relations(window)
    ends = (node(marked["трьох поранених"]), node(marked["Міністерство"]))
    assert (relation.type, relation.source, relation.target) == ("claimant", *ends)


def test_seen_from_the_other_end_the_relation_is_made_in_its_own_direction(
    qtbot: QtBot, window: Window, marked: dict[str, Annotation]
) -> None:
    choose(window, marked["Міністерство"])
    window.actions_["add_relation"].trigger()
    type_and_enter(qtbot, window, "страйк")
    choose_type(qtbot, window, "participant in")
    [relation] = relations(window)
    assert (relation.source, relation.target) == (node(marked["Страйк"]), node(marked["Міністерство"]))


def test_by_button_the_type_is_asked_for_first_and_the_end_may_be_a_new_record(
    qtbot: QtBot, window: Window, marked: dict[str, Annotation]
) -> None:
    choose(window, marked["трьох поранених"])
    qtbot.mouseClick(button(window, "Add a relation"), Qt.MouseButton.LeftButton)
    choose_type(qtbot, window, "claimant")
    type_and_enter(qtbot, window, "Профспілка докерів")
    [relation] = relations(window)
    record = window.desk.archive.records.get(relation.target.id)
    assert (record.kind, record.name) == (Kind.ACTOR, "Профспілка докерів")
    window.actions_["undo"].trigger()
    assert relations(window) == []
    assert window.desk.archive.records.count() == 0


def test_two_annotations_that_were_joined_in_the_text_get_a_type(
    qtbot: QtBot, window: Window, marked: dict[str, Annotation]
) -> None:
    window.desk.relating.relate_both(marked["Страйк"].id, marked["Міністерство"].id)
    with qtbot.waitSignal(window.desk.relating.related):
        qtbot.keyClick(window.desk.relating.types.field, Qt.Key.Key_Return)
    assert [relation.type for relation in relations(window)] == ["participant"]


def test_the_inspector_lists_relations_from_both_ends_and_a_click_goes_there(
    qtbot: QtBot, window: Window, marked: dict[str, Annotation]
) -> None:
    window.desk.session.add_relation("participant", node(marked["Страйк"]), node(marked["Міністерство"]))
    choose(window, marked["Міністерство"])
    qtbot.mouseClick(button(window, "participant in: Страйк"), Qt.MouseButton.LeftButton)
    assert window.desk.reader.view.chosen == marked["Страйк"].id
    assert button(window, "participant: Міністерство").isVisible()


def test_a_relation_leads_to_an_annotation_of_another_article(
    qtbot: QtBot, window: Window, marked: dict[str, Annotation], archive: Archive, add_article: Callable[..., Article]
) -> None:
    other = add_article("Докери повернулися до роботи.")
    far = archive.annotations.add_quote(other.id, "Докери", archive.tags.named("ministry").id)
    window.desk.session.add_relation("participant", node(marked["Страйк"]), node(far))
    choose(window, marked["Страйк"])
    qtbot.mouseClick(button(window, "participant: Докери"), Qt.MouseButton.LeftButton)
    assert window.desk.opening.article is not None
    assert window.desk.opening.article.id == other.id
    assert window.desk.reader.view.chosen == far.id


def test_the_type_is_changed_where_it_stands(qtbot: QtBot, window: Window, marked: dict[str, Annotation]) -> None:
    window.desk.session.add_relation("participant", node(marked["Страйк"]), node(marked["Міністерство"]))
    choose(window, marked["Страйк"])
    [types] = [
        field for field in window.desk.inspector.findChildren(QComboBox) if "Міністерство" in field.accessibleName()
    ]
    assert [types.itemText(number) for number in range(3)] == ["participant", "place", "Another type…"]
    types.setCurrentIndex(1)
    types.activated.emit(1)
    assert [relation.type for relation in relations(window)] == ["place"]


def test_a_type_can_be_a_word_of_her_own(qtbot: QtBot, window: Window, marked: dict[str, Annotation]) -> None:
    window.desk.relating.relate_both(marked["Страйк"].id, marked["Міністерство"].id)
    choose_type(qtbot, window, "наслідок")
    assert [relation.type for relation in relations(window)] == ["наслідок"]


def test_a_word_of_her_own_may_be_a_part_of_a_known_one_and_have_an_end_of_any_kind(
    qtbot: QtBot, window: Window, marked: dict[str, Annotation]
) -> None:
    window.desk.relating.relate(node(marked["Страйк"]), QRect(10, 10, 10, 10))
    types = window.desk.relating.types
    for known in ("part", "part-of"):  # what the other end of “part of” is called, and how it is kept
        types.field.setText(known)
        qtbot.keyClick(types.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert types.isVisible()
    types.field.setText("ca")
    qtbot.keyClick(types.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    type_and_enter(qtbot, window, "мініс")
    [relation] = relations(window)
    assert (relation.type, relation.target) == ("ca", node(marked["Міністерство"]))


def test_a_relation_is_deleted_and_comes_back(qtbot: QtBot, window: Window, marked: dict[str, Annotation]) -> None:
    window.desk.session.add_relation("participant", node(marked["Страйк"]), node(marked["Міністерство"]))
    choose(window, marked["Страйк"])
    delete = button(window, "Delete the relation participant: Міністерство")
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    assert relations(window) == []
    window.actions_["undo"].trigger()
    assert button(window, "participant: Міністерство").isVisible()


def test_a_relation_that_is_there_is_refused_with_a_sentence(
    qtbot: QtBot, window: Window, marked: dict[str, Annotation]
) -> None:
    ends = (node(marked["Страйк"]), node(marked["Міністерство"]))
    window.desk.session.add_relation("participant", *ends)
    window.desk.session.add_relation("participant", *ends)
    assert "already related" in window.desk.messages.text()
    assert len(relations(window)) == 1


def test_records_are_offered_as_ends(qtbot: QtBot, window: Window, marked: dict[str, Annotation]) -> None:
    record = window.desk.session.add_record(RecordDraft(Kind.EVENT, "Портовий страйк"))
    assert record is not None
    window.desk.relating.relate(node(marked["трьох поранених"]), QRect(10, 10, 10, 10))
    choose_type(qtbot, window, "counts for")
    type_and_enter(qtbot, window, "Портовий")
    assert [relation.target for relation in relations(window)] == [Node(NodeType.RECORD, record.id)]


def test_arcs_are_drawn_when_they_are_wanted_and_follow_the_relations(
    window: Window, marked: dict[str, Annotation]
) -> None:
    session, arcs = window.desk.session, window.desk.reader.view._arcs
    relation = session.add_relation("participant", node(marked["Страйк"]), node(marked["Міністерство"]))
    assert relation is not None
    assert len(arcs) == 0
    window.actions_["show_arcs"].trigger()
    assert len(arcs) == 1
    session.delete_relation(relation.id)
    assert len(arcs) == 0
    session.undo()
    assert len(arcs) == 1
    window.actions_["show_arcs"].trigger()
    assert len(arcs) == 0


def test_the_reader_holds_an_annotation_and_asks_for_the_type(
    qtbot: QtBot, window: Window, marked: dict[str, Annotation]
) -> None:
    view = window.desk.reader.view
    choose(window, marked["Страйк"])
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_E)
    choose(window, marked["Міністерство"])
    qtbot.keyClick(view, Qt.Key.Key_Return)
    choose_type(qtbot, window, "")
    [relation] = relations(window)
    assert (relation.source, relation.target) == (node(marked["Страйк"]), node(marked["Міністерство"]))
