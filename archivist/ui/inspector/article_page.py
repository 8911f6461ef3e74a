# SPDX-License-Identifier: GPL-3.0-or-later
"""The article that is open: where it comes from, how its text was made, its annotations and its records."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from archivist.model import Annotation, Article, Status
from archivist.store import Archive
from archivist.ui.forms import CopyableLine, form_layout, heading, muted_label
from archivist.ui.icons import Icons
from archivist.ui.inspector.annotation_list import AnnotationListView
from archivist.ui.inspector.record_list import RecordListView
from archivist.ui.notes import worded
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_MARGIN = 2 * GRID
_ANNOTATIONS, _RECORDS = 0, 1  # tabs
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class ArticlePage(QWidget):
    """Details above, annotations or records by kind below; the border between them can be moved."""

    edit_wanted = Signal()
    duplicates_wanted = Signal()
    provenance_wanted = Signal()
    review_wanted = Signal()  # of the annotations that wait
    annotation_chosen = Signal(str)  # id
    record_wanted = Signal(str)  # id of a record to show

    def __init__(self, archive: Archive, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._wording = Wording(self)
        self._values: dict[str, CopyableLine] = {}
        self._build(icons)

    def load(self, article: Article) -> None:
        """Show an article."""
        self._title.setText(article.title or self.tr("Without a title"))
        self._show_values(self._coverage(article) | self._source(article))
        warnings = self._archive.articles.warnings(article.id)
        self._warnings.setText("\n".join(map(worded, warnings)))
        self._warnings.setVisible(bool(warnings))
        self.load_annotations(article.id)

    def load_annotations(self, article_id: str) -> None:
        """Show the annotations of the article anew."""
        annotations: list[Annotation] = self._archive.annotations.of_article(article_id)
        self._list.show_annotations(annotations)
        self._below.setCurrentIndex(1 if annotations else 0)
        waiting = sum(annotation.status is Status.REVIEW for annotation in annotations)
        self._review.setText(self.tr("%n annotation(s) for review", "", waiting))
        self._review.setVisible(waiting > 0)
        records = self._records.load(self._archive, annotations)
        self.lists.setTabText(_ANNOTATIONS, self.tr("%n annotation(s)", "", len(annotations)))
        self.lists.setTabText(_RECORDS, self.tr("%n record(s)", "", records))

    def show_others(self, count: int) -> None:
        """Say how many more articles are one text with this one."""
        self._others.setText(self.tr("%n more of the same story", "", count))
        self._others.setVisible(count > 0)

    def _coverage(self, article: Article) -> dict[str, str]:
        return {
            "outlet": article.outlet,
            "byline": article.byline,
            "section": article.section,
            "published": article.published and self._published(article.published),
            "language": self._wording.language(article.language),
            "url": article.url,
            "collections": ", ".join(self._archive.collections.of_article(article.id)),
            "restriction": self._wording.restriction(article.restriction) if article.restriction else "",
        }

    def _source(self, article: Article) -> dict[str, str]:
        provenance = self._archive.articles.provenance(article.id)
        original = article.original
        reader = f"{provenance.reader} {provenance.reader_version}".strip()
        return {
            "imported": self._wording.moment(article.imported_at),
            "source": provenance.source,
            "reader": reader,
            "encoding": provenance.encoding or "",
            "type": original.media_type if original else "",
            "size": self._wording.size(original.size) if original else "",
            "sha256": original.sha256 if original else "",
            "id": article.id,
        }

    def _published(self, edtf: str) -> str:
        worded = self._wording.date(edtf)
        return worded if _DAY.fullmatch(edtf) else f"{worded} ({edtf})"

    def _show_values(self, values: dict[str, str]) -> None:
        for name, value in values.items():
            line = self._values[name]
            line.show_value(value)
            form: QFormLayout = self._forms[name]
            form.setRowVisible(line, bool(value))

    def _build(self, icons: Icons) -> None:
        self._forms: dict[str, QFormLayout] = {}
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._build_details(icons))
        splitter.addWidget(self._build_annotations())
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def _build_details(self, icons: Icons) -> QWidget:
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        edit = QPushButton(self.tr("Edit details…"))
        edit.clicked.connect(self.edit_wanted)
        icons.give(edit, "edit")
        self._others = QPushButton()
        self._others.setToolTip(self.tr("See what differs"))
        self._others.clicked.connect(self.duplicates_wanted)
        self._others.hide()
        icons.give(self._others, "duplicates")
        self._review = QPushButton()
        self._review.setToolTip(self.tr("Their words are not certainly in the text: say where they belong"))
        self._review.clicked.connect(self.review_wanted)
        self._review.hide()
        icons.give(self._review, "warning")
        self._warnings = muted_label()
        self._warnings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._warnings.setAccessibleName(self.tr("What the reader of the file was not sure of"))
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.addWidget(self._title)
        column.addWidget(self._warnings)
        column.addLayout(self._form(self._coverage_titles()))
        column.addWidget(self._review, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._others, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(edit, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(heading(self.tr("Original")))
        column.addLayout(self._form(self._source_titles()))
        provenance = QPushButton(self.tr("Provenance…"))
        provenance.clicked.connect(self.provenance_wanted)
        icons.give(provenance, "info")
        column.addWidget(provenance, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(details)
        return area

    def _coverage_titles(self) -> dict[str, str]:
        return {
            "outlet": self.tr("Outlet"),
            "byline": self.tr("Byline"),
            "section": self.tr("Section"),
            "published": self.tr("Published"),
            "language": self.tr("Language"),
            "url": self.tr("Address"),
            "collections": self.tr("Collections"),
            "restriction": self.tr("Handing over"),
        }

    def _source_titles(self) -> dict[str, str]:
        return {
            "imported": self.tr("Imported"),
            "source": self.tr("From"),
            "reader": self.tr("Read by"),
            "encoding": self.tr("Encoding"),
            "type": self.tr("Type"),
            "size": self.tr("Size"),
            "sha256": self.tr("SHA-256"),
            "id": self.tr("Id"),
        }

    def _form(self, titles: dict[str, str]) -> QFormLayout:
        form = form_layout()
        form.setVerticalSpacing(GRID // 2)
        form.setHorizontalSpacing(GRID)
        for name, title in titles.items():
            line = CopyableLine()
            line.setAccessibleName(title)
            label = muted_label(title)
            label.setWordWrap(False)
            label.setMinimumWidth(9 * GRID)
            form.addRow(label, line)
            self._values[name] = line
            self._forms[name] = form
        return form

    def _build_annotations(self) -> QWidget:
        self._records = RecordListView()
        self._records.record_wanted.connect(self.record_wanted)
        self._list = AnnotationListView()
        self._list.annotation_chosen.connect(self.annotation_chosen)
        nothing = muted_label(
            self.tr("Nothing is marked yet. Select words in the article, then press the key of a tag.")
        )
        nothing.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        nothing.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._below = QStackedWidget()
        self._below.addWidget(nothing)
        self._below.addWidget(self._list)
        self.lists = QTabWidget()
        self.lists.setDocumentMode(True)
        self.lists.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its tabs have it
        self.lists.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.lists.tabBar().setAccessibleName(self.tr("What is marked"))
        self.lists.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.lists.addTab(self._below, "")
        self.lists.addTab(self._records, "")
        return self.lists
