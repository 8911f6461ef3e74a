# SPDX-License-Identifier: GPL-3.0-or-later
"""The articles that are one text: choose one to see what differs from the article that one reads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archivist.language.word_diff import FigureChange
from archivist.model import Article, Likeness
from archivist.ui.duplicates.difference_view import DifferenceView
from archivist.ui.forms import dialog_layout, heading, muted_label
from archivist.ui.icons import Icons
from archivist.ui.questions.duplicates import Comparison
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_ARTICLE = Qt.ItemDataRole.UserRole
_MOST_FIGURES = 12  # changes of figures that are listed
_LIST_WIDTH = 30 * GRID


class DuplicatesDialog(QDialog):
    """The other articles of a group at the left, and how the chosen one differs at the right."""

    comparison_wanted = Signal(str, str)  # ids of the article that one reads, and of the other
    article_wanted = Signal(str)  # id
    apart_wanted = Signal(str, str)  # ids of two articles that are not one text

    def __init__(self, article: Article, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article = article
        self._wording = Wording(self)
        self._build(icons)

    @property
    def article(self) -> str:
        """The id of the article that the others are compared with."""
        return self._article.id

    def show_articles(self, articles: Sequence[Article]) -> None:
        """Show a group, of which the article is one; an empty one where it is alone."""
        chosen = self._chosen()
        others = [article for article in articles if article.id != self._article.id]
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._list.clear()
        for article in others:
            origin = " · ".join(filter(None, (article.outlet, self._wording.date(article.published))))
            item = QListWidgetItem(f"{origin or self.tr('Origin not known')}\n{article.title}")
            item.setData(_ARTICLE, article)
            item.setToolTip(article.title)
            self._list.addItem(item)
        self._list.blockSignals(False)  # noqa: FBT003 - Qt's own
        same = [row for row, article in enumerate(others) if chosen is not None and article.id == chosen.id]
        self._list.setCurrentRow(same[0] if same else 0)
        self._count.setText(
            self.tr("%n more of the same story", "", len(others))
            if others
            else self.tr("No other article has this text.")
        )
        self._on_chosen()

    def show_comparison(self, other: str, comparison: Comparison) -> None:
        """Show how an article (id) differs, if it is still the chosen one."""
        chosen = self._chosen()
        if chosen is None or chosen.id != other:
            return
        self._likeness.setText(self._worded(comparison))
        self._legend.setVisible(comparison.differs)
        self._figures.setText(self._worded_figures(comparison.figures))
        self._figures.setVisible(bool(comparison.figures))
        self._view.show_comparison(comparison)

    def _chosen(self) -> Article | None:
        item = self._list.currentItem()
        return item.data(_ARTICLE) if item is not None else None

    def _on_chosen(self) -> None:
        chosen = self._chosen()
        for button in (self._open, self._apart):
            button.setEnabled(chosen is not None)
        self._legend.setVisible(chosen is not None)
        self._view.show_comparison(None)
        self._figures.hide()
        self._likeness.setText("")
        self._show_facts(chosen)
        if chosen is not None:
            self._likeness.setText(self.tr("Comparing…"))
            self.comparison_wanted.emit(self._article.id, chosen.id)

    def _show_facts(self, other: Article | None) -> None:
        """Title, outlet and so on of both articles, where they differ."""
        differing = False
        for name, (label, here, there) in self._facts.items():
            values = [self._fact(article, name) for article in (self._article, other) if article is not None]
            shown = len(values) > 1 and values[0] != values[1]
            for widget in (label, here, there):
                widget.setVisible(shown)
            differing = differing or shown
            if shown:
                here.setText(values[0] or "—")
                there.setText(values[1] or "—")
        for head in self._heads:  # over nothing they would be riddles
            head.setVisible(differing)

    def _fact(self, article: Article, name: str) -> str:
        value: str = getattr(article, name)
        if name == "language":
            return self._wording.language(value)
        return self._wording.date(value) if name == "published" and value else value

    def _worded(self, comparison: Comparison) -> str:
        if comparison.equal:
            return self.tr("The texts are equal, to the letter.")
        found = comparison.found
        if found is None:
            return self.tr("These two have little in common; they are together by way of others, or by your word.")
        percent = round(100 * found.share)
        match found.likeness:
            case Likeness.SAME if comparison.differs:  # in addresses, which do not count
                return self.tr("The same words.")
            case Likeness.SAME:
                return self.tr("The same words; only capitals, punctuation or blanks differ.")
            case Likeness.CONTAINED:
                return self.tr("The one is contained in the other: {percent} % of the shorter.").format(percent=percent)
            case _:
                return self.tr("Nearly the same: {percent} % in common.").format(percent=percent)

    def _worded_figures(self, changes: Sequence[FigureChange]) -> str:
        nothing = self.tr("none")
        worded = [f"{change.figures or nothing} → {change.other or nothing}" for change in changes[:_MOST_FIGURES]]
        if len(changes) > _MOST_FIGURES:
            worded.append(self.tr("and %n more", "", len(changes) - _MOST_FIGURES))
        return self.tr("Figures that differ: {changes}").format(changes=";  ".join(worded))

    def _on_open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.article_wanted.emit(chosen.id)

    def _on_apart(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.apart_wanted.emit(self._article.id, chosen.id)

    def _build(self, icons: Icons) -> None:
        self.setWindowTitle(self.tr("The same story"))
        column = dialog_layout(self)
        self._count = heading("")
        column.addWidget(self._count)
        sides = QHBoxLayout()
        sides.setSpacing(2 * GRID)
        sides.addWidget(self._build_list())
        sides.addLayout(self._build_comparison(), 1)
        column.addLayout(sides, 1)
        column.addWidget(self._build_buttons(icons))
        self.resize(120 * GRID, 84 * GRID)

    def _build_list(self) -> QListWidget:
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Other articles of the same story"))
        self._list.setFixedWidth(_LIST_WIDTH)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setUniformItemSizes(True)
        self._list.setSpacing(GRID // 4)
        self._list.currentRowChanged.connect(self._on_chosen)
        self._list.itemActivated.connect(self._on_open)
        return self._list

    def _build_comparison(self) -> QVBoxLayout:
        self._likeness = muted_label()
        self._figures = heading("")
        self._figures.setTextFormat(Qt.TextFormat.PlainText)
        self._figures.setWordWrap(True)
        self._figures.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._view = DifferenceView()
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addLayout(self._build_facts())
        column.addWidget(self._likeness)
        column.addWidget(self._figures)
        column.addWidget(self._view, 1)
        self._legend = muted_label(self.tr("Struck out is what only this article has, marked what only the other has."))
        column.addWidget(self._legend)
        return column

    def _build_facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._heads = [muted_label(self.tr("This article")), muted_label(self.tr("The other"))]
        for place, head in enumerate(self._heads, start=1):
            grid.addWidget(head, 0, place)
        titles = {
            "outlet": self.tr("Outlet"),
            "published": self.tr("Published"),
            "title": self.tr("Title"),
            "byline": self.tr("Byline"),
            "language": self.tr("Language"),
        }
        self._facts: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        for row, (name, title) in enumerate(titles.items(), start=1):
            label, here, there = muted_label(title), QLabel(), QLabel()
            label.setWordWrap(False)
            for value in (here, there):
                value.setTextFormat(Qt.TextFormat.PlainText)
                value.setWordWrap(True)
                value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                value.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            for place, widget in enumerate((label, here, there)):
                grid.addWidget(widget, row, place, Qt.AlignmentFlag.AlignTop)
            self._facts[name] = (label, here, there)
        return grid

    def _build_buttons(self, icons: Icons) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._open = QPushButton(self.tr("&Open"))
        self._apart = QPushButton(self.tr("&Not the same"))
        icons.give(self._open, "article")
        icons.give(self._apart, "split")
        for button, slot in ((self._open, self._on_open), (self._apart, self._on_apart)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Enter opens the chosen one
        buttons.rejected.connect(self.reject)
        return buttons
