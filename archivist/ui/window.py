# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: where the panels stand, the menus, and what is remembered of it. It has no logic."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from archivist.errors import ArchivistError
from archivist.store import Archive
from archivist.ui.actions import ARTICLE_MENU, Needs
from archivist.ui.commands import Commands
from archivist.ui.desk import Desk
from archivist.ui.focus_mode import FocusMode
from archivist.ui.icons import Icons
from archivist.ui.keys import Keys
from archivist.ui.questions.articles import Listed
from archivist.ui.questions.concordance import Order
from archivist.ui.settings import (
    BELOW_SPLITTER,
    DESK_SPLITTER,
    GEOMETRY,
    LANGUAGE,
    MEASURE,
    MINIMAP,
    READING,
    RECENT_ARCHIVES,
    RIGHT_SPLITTER,
    SCHEME,
    SHUT_SECTIONS,
    SORT,
    Settings,
)
from archivist.ui.theme import GRID, Scheme, Theme
from archivist.ui.translation import Language, known_language, own_name
from archivist.ui.window_actions import Actions

if TYPE_CHECKING:
    from archivist.ui.command_palette import CommandPalette

_SIZE = QSize(190 * GRID, 120 * GRID)
_SCREEN = 0.94  # of the screen, at the most, at the first start
_RECORD_BUTTONS = ("new_record", "merge_records", "split_record", "export_record", "delete_record")
_BELOW = (76 * GRID, 36 * GRID, 30 * GRID)  # px: the desk, the concordance, the history
_READABLE = 44 * GRID  # px, what the other panels leave to the article at the least
_RIGHT = (76 * GRID, 34 * GRID)  # px: article, inspector


class Window(QMainWindow):
    """One window on one archive, which it closes."""

    archive_wanted = Signal(object)  # Path of another archive to open
    new_archive_wanted = Signal(object)  # Path of an archive to make
    closing = Signal()  # its archive is still open
    closed = Signal()

    def __init__(self, archive: Archive, settings: Settings, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._settings = settings
        self._theme = theme
        self.keys = Keys(settings, self)
        self.desk = Desk(archive, settings, self.keys, icons, self)
        self.actions_ = Actions(self, self.desk.reader.view, icons, self.keys)  # QWidget has actions() of its own
        self._commands = Commands(self.desk, self.keys, self._open_palette, icons, self)
        self._right = QSplitter(Qt.Orientation.Horizontal)
        self._splitter = self.desk.columns
        self._below = QSplitter(Qt.Orientation.Vertical)
        self._focus_mode = FocusMode(self.desk, self)
        self._build()
        self.actions_.connect_all(self._commands.slots())
        self._join()
        self._restore()
        try:
            self.desk.begin()
        except ArchivistError:  # damaged where it was not read before
            self.desk.close()
            raise

    @cached_property
    def palette_(self) -> CommandPalette:  # QWidget has palette() of its own
        """All actions by their words."""
        from archivist.ui.command_palette import CommandPalette

        return CommandPalette(self.actions_, self.keys, self._settings, self)

    # Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.desk.importing.accepts(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.desk.importing.take(event.mimeData())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_["full_screen"].setChecked(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        self._remember()
        self.hide()  # stopping a job may take a moment
        self.desk.close()
        event.accept()
        self.closed.emit()

    # Private

    def _build(self) -> None:
        self.setObjectName("desk")
        self.setWindowTitle(self.tr("{archive} – Archivist").format(archive=self.desk.name))
        self.setAcceptDrops(True)
        self.actions_.fill_menu_bar(self.menuBar())
        self.desk.articles.set_sort_menu(self.actions_.menu("order"))
        self.desk.articles.set_fold_action(self.actions_.drawn("fold_list"))
        self.desk.records.add_buttons(lambda: [self.actions_.drawn(id_) for id_ in _RECORD_BUTTONS])
        article = QWidget()
        article.setMinimumWidth(_READABLE)
        article_column = QVBoxLayout(article)
        article_column.setContentsMargins(0, 0, 0, 0)
        article_column.setSpacing(0)
        article_column.addWidget(self.desk.reading.area, 1)
        article_column.addWidget(self.desk.sweeping.bar)
        article_column.addWidget(self.desk.strip)
        for splitter, panels in (
            (self._right, (article, self.desk.inspector)),
            (self._below, (self._splitter, self.desk.concordance, self.desk.steps)),
        ):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            for panel in panels:
                splitter.addWidget(panel)
        self._right.setStretchFactor(0, 1)
        self._splitter.set_rest(self._right)
        self._below.setStretchFactor(0, 1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._below, 1)
        column.addWidget(self.desk.messages)  # below, so that the text one reads stays where it is
        column.addWidget(self.desk.progress)
        self.setCentralWidget(centre)
        self.setTabOrder(self.desk.articles.field, self.desk.articles.table)
        self.setTabOrder(self.desk.articles.table, self.desk.reader.view)

    def _join(self) -> None:
        desk, actions = self.desk, self.actions_
        self._commands.archive_wanted.connect(self.archive_wanted)
        self._commands.new_archive_wanted.connect(self.new_archive_wanted)
        desk.preserving.archive_wanted.connect(self.archive_wanted)
        self._commands.scheme_wanted.connect(self._on_scheme_wanted)
        self._commands.language_wanted.connect(self._on_language_wanted)
        self._commands.focus_wanted.connect(self._focus_mode.toggle)
        self._focus_mode.changed.connect(actions["focus_mode"].setChecked)
        actions.menu("recent").aboutToShow.connect(self._fill_recent)
        desk.opening.opened.connect(self._on_article_opened)
        desk.annotating.chosen_changed.connect(partial(actions.set_possible, Needs.ANNOTATION))
        desk.suggesting.chosen_changed.connect(partial(actions.set_possible, Needs.SUGGESTION))
        desk.suggesting.offered_changed.connect(partial(actions.set_possible, Needs.SUGGESTIONS))
        desk.articles.selection_changed.connect(self._on_selection_changed)
        desk.sidebar.filters_changed.connect(self._on_filters_changed)
        desk.listing.listed.connect(self._on_listed)
        desk.recent_changed.connect(partial(actions.set_possible, Needs.HISTORY))
        desk.lines_changed.connect(partial(actions.set_possible, Needs.LINES))
        desk.concordance.tag_wanted.connect(actions["tag_hits"].trigger)
        desk.concordance.order_wanted.connect(self._on_lines_ordered)
        desk.concordance.shown_changed.connect(actions["show_concordance"].setChecked)
        desk.steps.shown_changed.connect(actions["show_history"].setChecked)
        desk.steps.chosen_changed.connect(partial(actions.set_possible, Needs.STEP))
        desk.records.shown_changed.connect(actions["show_records"].setChecked)
        desk.records.record_shown_changed.connect(partial(actions.set_possible, Needs.RECORD))
        desk.sweeping.held_changed.connect(actions["hold_tag"].setChecked)
        desk.reader.view.menu_wanted.connect(self._open_article_menu)
        desk.session.history_changed.connect(self._on_history_changed)
        self._on_history_changed()

    def _on_scheme_wanted(self, scheme: Scheme) -> None:
        self._theme.set_scheme(scheme)
        self._settings.set(SCHEME, scheme.value)

    def _on_language_wanted(self, language: Language) -> None:
        if language.value == self._settings.get(LANGUAGE):
            return
        self._settings.set(LANGUAGE, language.value)
        if language is Language.SYSTEM:
            said = self.tr("From the next start on, Archivist speaks the language of the system.")
        else:
            said = self.tr("From the next start on, Archivist speaks this language: {language}.")
            said = said.format(language=own_name(language))
        self.desk.messages.tell(said, button=(self.tr("Close Archivist"), self.close))

    def _on_article_opened(self, article_id: str | None) -> None:
        self.actions_.set_possible(Needs.ARTICLE, article_id is not None)

    def _on_selection_changed(self) -> None:
        self.actions_.set_possible(Needs.SELECTION, self.desk.articles.table.selectionModel().hasSelection())

    def _on_filters_changed(self) -> None:
        self.actions_.set_possible(Needs.FILTERS, bool(self.desk.sidebar.filters))

    def _on_listed(self, listed: Listed) -> None:
        self.actions_.set_possible(Needs.SEARCH, bool(listed.wanted.query))
        self.actions_.set_possible(Needs.RESULT, bool(listed.wanted.query or listed.wanted.filters))
        self.actions_.set_possible(Needs.FOLDED, listed.wanted.folded)
        self.actions_["fold_list"].setChecked(listed.wanted.folded)
        self.actions_[f"sort_{listed.wanted.sort}"].setChecked(True)

    def _on_lines_ordered(self, order: Order) -> None:
        self.actions_[f"lines_{order}"].setChecked(True)

    def _on_history_changed(self) -> None:
        session = self.desk.session
        undo, redo = session.undo_name(), session.redo_name()
        self.actions_["undo"].setText(self.tr("&Undo: {action}").format(action=undo) if undo else self.tr("&Undo"))
        self.actions_["redo"].setText(self.tr("&Redo: {action}").format(action=redo) if redo else self.tr("&Redo"))
        self.actions_.set_possible(Needs.UNDO, bool(undo))
        self.actions_.set_possible(Needs.REDO, bool(redo))

    def _open_palette(self) -> None:
        self.palette_.open()

    def _open_article_menu(self, place: QPoint) -> None:
        menu = self.desk.reader.view.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        self.actions_.add_to(menu, ARTICLE_MENU)
        menu.popup(place)

    def _fill_recent(self) -> None:
        menu = self.actions_.menu("recent")
        menu.clear()
        here = str(self.desk.archive.folder.resolve())
        others = [name for name in self._settings.get(RECENT_ARCHIVES) if name != here]
        for name in others:
            menu.addAction(name.replace("&", "&&"), partial(self.archive_wanted.emit, Path(name)))
        if not others:
            menu.addAction(self.tr("No other archive was open yet")).setEnabled(False)

    def _restore(self) -> None:
        get = self._settings.get
        if not self.restoreGeometry(get(GEOMETRY)):
            self.resize(_SIZE.boundedTo(self.screen().availableSize() * _SCREEN))
        for splitter, setting, sizes in (
            (self._right, RIGHT_SPLITTER, _RIGHT),
            (self._below, BELOW_SPLITTER, _BELOW),
        ):
            if not splitter.restoreState(get(setting)):
                splitter.setSizes(list(sizes))
        if not self._splitter.restoreState(get(DESK_SPLITTER)):
            self._splitter.set_usual_sizes()
        self.desk.reader.view.set_reading_size(get(READING))
        self.desk.reader.view.set_measure(get(MEASURE))
        self.desk.reader.minimap.setVisible(bool(get(MINIMAP)))
        self.actions_["show_minimap"].setChecked(bool(get(MINIMAP)))
        self.actions_[f"theme_{self._theme.scheme}"].setChecked(True)
        self.actions_[f"language_{known_language(get(LANGUAGE))}"].setChecked(True)
        self.actions_["lines_article"].setChecked(True)
        self.actions_["show_sidebar"].setChecked(not self.desk.sidebar.isHidden())
        self.actions_["show_suggestions"].setChecked(self.desk.suggesting.are_shown)
        self.actions_["show_inspector"].setChecked(not self.desk.inspector.isHidden())

    def _remember(self) -> None:
        self._focus_mode.leave()
        self._splitter.hide_records()  # the next start begins with the articles
        put = self._settings.set
        put(GEOMETRY, self.saveGeometry())
        put(DESK_SPLITTER, self._splitter.saveState())
        put(RIGHT_SPLITTER, self._right.saveState())
        put(BELOW_SPLITTER, self._below.saveState())
        put(READING, self.desk.reader.view.reading_size)
        put(MEASURE, self.desk.reader.view.measure)
        put(MINIMAP, int(not self.desk.reader.minimap.isHidden()))
        put(SORT, self.desk.listing.plain_sort.value)
        put(SHUT_SECTIONS, self.desk.sidebar.shut_sections)
        self._settings.save()
