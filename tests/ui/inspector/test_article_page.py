# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from archivist.model import Annotation, Article, Restriction, RestrictionKind
from archivist.store import Archive
from archivist.ui.inspector import InspectorPanel
from archivist.ui.inspector.annotation_list import AnnotationListView
from archivist.ui.session import Session


def value(page: QWidget, title: str) -> QLineEdit:
    return next(each for each in page.findChildren(QLineEdit) if each.accessibleName() == title)


def words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def rows(page: QWidget) -> list[str]:
    model = page.findChild(AnnotationListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_shows_where_the_article_comes_from(panel: InspectorPanel, archive: Archive, article: Article) -> None:
    archive.collections.add("Порт")
    archive.collections.put_in("Порт", [article.id])
    panel.show_article(article.id)
    page = panel.currentWidget()
    assert article.title in words(page)
    assert value(page, "Outlet").text() == "Берег"
    assert value(page, "Published").text() == "1 April 2023 to 30 April 2023 (2023-04)"
    assert value(page, "Collections").text() == "Порт"
    assert value(page, "SHA-256").text() == article.original.sha256
    assert value(page, "Encoding").text() == "utf-8"


def test_what_is_not_known_takes_no_room(panel: InspectorPanel, article: Article) -> None:
    panel.show_article(article.id)
    assert not value(panel.currentWidget(), "Byline").isVisible()


def test_a_restriction_is_said_in_words(panel: InspectorPanel, archive: Archive, article: Article) -> None:
    panel.show_article(article.id)
    assert not value(panel.currentWidget(), "Handing over").isVisible()
    for restriction, words_ in (
        (Restriction(RestrictionKind.EMBARGO, "2030-01-31", "names"), "Under embargo until 31 January 2030 (names)"),
        (Restriction(RestrictionKind.EMBARGO), "Under embargo"),
        (Restriction(RestrictionKind.REDACTED), "Redacted"),
    ):
        archive.articles.restrict([article.id], restriction)
        panel.show_article(article.id)
        assert value(panel.currentWidget(), "Handing over").text() == words_


def test_the_address_is_text_to_copy_and_no_link(panel: InspectorPanel, article: Article) -> None:
    panel.show_article(article.id)
    address = value(panel.currentWidget(), "Address")
    assert address.text() == "https://bereh.example/strike"
    assert address.isReadOnly()


def test_warnings_of_the_reader_are_shown(panel: InspectorPanel, add_article: Callable[..., Article]) -> None:
    article = add_article("Заголовок\n\nТекст", warnings=("The encoding was guessed.",))
    panel.show_article(article.id)
    assert "The encoding was guessed." in words(panel.currentWidget())


def test_annotations_are_grouped_by_kind_in_reading_order(
    panel: InspectorPanel, article: Article, annotate: Callable[..., Annotation]
) -> None:
    for quote, tag in (
        ("порту", "strike"),
        ("12 поранених", "killed"),
        ("Страйк", "strike"),
        ("Міністерство", "ministry"),
    ):
        annotate(quote, tag)
    panel.show_article(article.id)
    assert rows(panel.currentWidget()) == [
        "Events  2", "Страйк", "порту", "Actors  1", "Міністерство", "Figures  1", "12 поранених",
    ]  # fmt: skip


def test_an_article_without_annotations_says_how_to_make_one(panel: InspectorPanel, article: Article) -> None:
    panel.show_article(article.id)
    assert any("press the key of a tag" in text for text in words(panel.currentWidget()))


def test_a_new_annotation_joins_the_list(panel: InspectorPanel, session: Session, article: Article) -> None:
    panel.show_article(article.id)
    session.annotate(article.id, 0, 6, session.archive.tags.named("strike").id)
    assert rows(panel.currentWidget()) == ["Events  1", "Страйк"]


def test_edited_details_are_shown(panel: InspectorPanel, session: Session, article: Article) -> None:
    panel.show_article(article.id)
    session.edit_article(article.id, outlet="Затока")
    assert value(panel.currentWidget(), "Outlet").text() == "Затока"
