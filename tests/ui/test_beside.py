# SPDX-License-Identifier: GPL-3.0-or-later
"""Two articles side by side with the same record lit in both, and the original beside the text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Article, ArticleDraft, Kind, Provenance, RecordDraft
from archivist.store import Archive
from archivist.ui.reader.original_views import PageView, image_of
from archivist.ui.reader.pdf_view import PdfView
from archivist.ui.window import Window
from tests.intake.pdfs import column, pdf

Open = Callable[[Archive], Window]
Add = Callable[..., Article]

ONE = "Греблю прорвало\n\nМіністр Коваль приїхав уранці. Потім Коваль поїхав."
OTHER = "Страйк у порту\n\nПро страйк Коваль нічого не сказав, а речниця сказала."
PAGE = (
    "<html><head><script>document.title='run'</script><link rel=stylesheet href='https://example.org/a.css'></head>"
    "<body><h1>Греблю прорвало</h1><p>Міністр <a href='https://example.org/'>приїхав</a>.</p>"
    "<img src='https://example.org/p.png'><img src='file:///etc/hostname'></body></html>"
)


@pytest.fixture
def articles(add_article: Add) -> tuple[Article, Article]:
    return add_article(ONE, published="2024-03-05"), add_article(OTHER, published="2024-03-04")


@pytest.fixture
def window(open_window: Open, archive: Archive, articles: tuple[Article, Article]) -> Window:
    window = open_window(archive)
    window.desk.open_article(articles[0].id)
    return window


def do(window: Window, action: str) -> None:
    assert window.actions_[action].isEnabled(), action
    window.actions_[action].trigger()


def mark(
    window: Window, article: Article, text: str, words: str, record: str | None = None, nth: int = 0
) -> Annotation:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    archive = window.desk.archive
    tag = next(each for each in archive.tags.all() if each.kind is Kind.ACTOR)
    made = archive.annotations.add(article.id, start, start + len(words), tag.id, record=record)
    window.desk.session.annotations_changed.emit(article.id)
    return made


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def test_an_article_is_kept_beside_the_next_one(window: Window, articles: tuple[Article, Article]) -> None:
    do(window, "keep_beside")
    window.desk.open_article(articles[1].id)
    pane = window.desk.reading.pane
    assert pane.isVisible()
    assert pane.title == "Греблю прорвало"
    assert (pane.view.article_text, window.desk.reader.view.article_text) == (ONE, OTHER)
    window.desk.open_article(articles[0].id)
    do(window, "keep_beside")
    assert pane.isHidden()


def test_the_same_record_is_lit_in_both(window: Window, articles: tuple[Article, Article]) -> None:
    record = window.desk.archive.records.add(RecordDraft(Kind.ACTOR, "Коваль")).id
    first = mark(window, articles[0], ONE, "Коваль", record)
    again = mark(window, articles[0], ONE, "Коваль", record, nth=1)
    there = mark(window, articles[1], OTHER, "Коваль", record)
    mark(window, articles[1], OTHER, "речниця")
    do(window, "keep_beside")
    window.desk.open_article(articles[1].id)
    pane, view = window.desk.reading.pane, window.desk.reader.view
    view.choose(there.id)
    assert view._layer.lit == pane.view._layer.lit == {first.id, again.id, there.id}
    view.choose(None)
    assert view._layer.lit == set()
    pane.view.choose(first.id)
    assert there.id in view._layer.lit
    pane.close_pane()
    assert view._layer.lit == set()


def test_what_changes_in_the_archive_changes_beside(window: Window, articles: tuple[Article, Article]) -> None:
    do(window, "keep_beside")
    window.desk.open_article(articles[1].id)
    made = mark(window, articles[0], ONE, "Міністр")
    assert [each.id for each in window.desk.reading.pane.view.annotations] == [made.id]


def test_escape_closes_it(qtbot: QtBot, window: Window) -> None:
    do(window, "keep_beside")
    pane = window.desk.reading.pane
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.isHidden()


def add(archive: Archive, raw: bytes, media_type: str) -> str:
    return archive.articles.add(ArticleDraft("Сторінка", "Сторінка\n\nТекст."), raw, media_type).article


def test_the_original_page_is_beside_the_text(window: Window) -> None:
    window.desk.open_article(add(window.desk.archive, PAGE.encode(), "text/html"))
    do(window, "show_original")
    pane = window.desk.reading.pane
    assert pane.isVisible()
    assert "Міністр приїхав." in pane.page.toPlainText()
    assert "document.title" not in pane.page.toPlainText()
    do(window, "show_original")
    assert pane.isHidden()


def test_an_image_is_beside_the_text_as_wide_as_there_is_room(qtbot: QtBot, window: Window) -> None:
    window.desk.open_article(add(window.desk.archive, png(4000, 300), "image/png"))
    do(window, "show_original")
    image = window.desk.reading.pane.image
    assert image.isVisible()
    qtbot.waitUntil(lambda: image._label.pixmap().width() > 0)
    assert 0 < image._label.pixmap().width() <= image.viewport().width() * image.devicePixelRatio()


def test_a_text_has_no_original_to_be_shown(window: Window) -> None:
    do(window, "show_original")
    assert window.desk.reading.pane.isHidden()
    assert "no image, page or PDF" in window.desk.messages.text()


def test_the_original_follows_the_article(window: Window, articles: tuple[Article, Article]) -> None:
    page = add(window.desk.archive, PAGE.encode(), "text/html")
    window.desk.open_article(page)
    do(window, "show_original")
    window.desk.open_article(articles[0].id)
    assert window.desk.reading.pane.isHidden()


def test_a_page_loads_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    page = PageView()
    qtbot.addWidget(page)
    page.show_page(PAGE)
    for kind in QTextDocument.ResourceType:
        for url in (QUrl.fromLocalFile(str(secret)), QUrl("https://example.org/p.png")):
            assert page.loadResource(kind.value, url).isEmpty()
    assert not page.openLinks()


def test_what_is_no_image_is_none() -> None:
    assert image_of(b"no image") is None
    assert image_of(png(30, 20)).width() == 30  # type: ignore[union-attr]


# A PDF

PATIENCE_MS = 60_000


def show_pdf(qtbot: QtBot, window: Window, raw: bytes) -> PdfView:
    """The pages of an original, of which the first is drawn."""
    window.desk.open_article(add(window.desk.archive, raw, "application/pdf"))
    do(window, "show_original")
    document = window.desk.reading.pane.document
    qtbot.waitUntil(lambda: 1 in document.drawn_pages(), timeout=PATIENCE_MS)
    return document


def where(window: Window) -> str:
    return window.desk.reading.pane._where.text()


def test_the_pages_of_a_pdf_are_beside_the_text(qtbot: QtBot, window: Window) -> None:
    document = show_pdf(qtbot, window, pdf(*[column(50, 700, f"сторінка {n}", size=60.0) for n in range(30)]))
    assert document.isVisible()
    assert document.page_count == 30
    assert where(window) == "Page 1 of 30"
    _, page = document._pages[1]
    assert page.width() == round(document._width() * document.devicePixelRatio())
    drawn = document.viewport().grab().toImage()
    place = document._place(1)
    shades = {
        drawn.pixelColor(x, y).lightness() for x in range(10, place.right()) for y in range(20, place.bottom(), 3)
    }
    assert min(shades) < 100 < max(shades)
    assert set(document.drawn_pages()) <= {1, 2, 3}
    qtbot.keyClick(document, Qt.Key.Key_End)
    assert where(window) == "Page 30 of 30"
    qtbot.waitUntil(lambda: 30 in document.drawn_pages(), timeout=PATIENCE_MS)
    assert 1 not in document.drawn_pages()  # what is far away is not kept
    do(window, "show_original")
    assert document.drawn_pages() == []
    assert window.desk.reading.beside._document._process is None


def test_pages_are_drawn_anew_for_another_width(qtbot: QtBot, window: Window) -> None:
    document = show_pdf(qtbot, window, pdf([]))
    before = document._pages[1][0]
    area = window.desk.reading.area
    area.setSizes([area.width() // 3, area.width()])
    qtbot.waitUntil(lambda: document._pages[1][0] > before, timeout=PATIENCE_MS)


def test_another_article_closes_its_pdf(qtbot: QtBot, window: Window, articles: tuple[Article, Article]) -> None:
    show_pdf(qtbot, window, pdf([]))
    window.desk.open_article(articles[0].id)
    assert window.desk.reading.pane.isHidden()
    assert window.desk.reading.beside._document._process is None


@pytest.mark.parametrize("raw", [b"%PDF-1.4 no more", pdf([], password="secret")], ids=["damaged", "locked"])  # noqa: S106 - of the test's own file
def test_a_pdf_that_cannot_be_shown_is_said(qtbot: QtBot, window: Window, raw: bytes) -> None:
    window.desk.open_article(add(window.desk.archive, raw, "application/pdf"))
    do(window, "show_original")
    qtbot.waitUntil(window.desk.messages.isVisible, timeout=PATIENCE_MS)
    assert "cannot be shown" in window.desk.messages.text()
    assert window.desk.reading.pane.isHidden()


def test_a_drawing_that_dies_does_no_harm(qtbot: QtBot, window: Window) -> None:
    document = show_pdf(qtbot, window, pdf(*[[] for _ in range(30)]))
    process = window.desk.reading.beside._document._process
    assert process is not None
    process.kill()
    process.join()
    qtbot.keyClick(document, Qt.Key.Key_End)
    qtbot.waitUntil(window.desk.messages.isVisible, timeout=PATIENCE_MS)
    assert window.desk.reading.pane.isHidden()
    do(window, "show_original")
    qtbot.waitUntil(lambda: 1 in document.drawn_pages(), timeout=PATIENCE_MS)


def test_a_page_in_another_encoding_is_shown_right_after_a_correction(window: Window) -> None:
    archive = window.desk.archive
    draft = ArticleDraft("Сторінка", "Сторінка\n\nТекст.", provenance=Provenance("a.html", "html", "1", "cp1251"))
    article = archive.articles.add(draft, PAGE.encode("cp1251"), "text/html").article
    archive.articles.revise(article, "Сторінка\n\nТекст виправлено.", Provenance("", "correction", "1", "utf-8"))
    window.desk.open_article(article)
    do(window, "show_original")
    assert "Міністр приїхав." in window.desk.reading.pane.page.toPlainText()
