# SPDX-License-Identifier: GPL-3.0-or-later
"""What each action does: one slot for every id of the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from archivist.language.edges import Edge, Unit
from archivist.ui.desk import Desk
from archivist.ui.icons import Icons
from archivist.ui.keys import Keys
from archivist.ui.questions.articles import Sort
from archivist.ui.questions.concordance import Order
from archivist.ui.theme import READING_SIZE, Scheme
from archivist.ui.translation import Language

if TYPE_CHECKING:
    from archivist.ui.dialogs import Scope

Slots = dict[str, Callable[[], object]]


class Commands(QObject):
    """The slots of one window."""

    archive_wanted = Signal(object)  # Path of another archive to open
    new_archive_wanted = Signal(object)  # Path of an archive to make
    scheme_wanted = Signal(object)  # Scheme
    language_wanted = Signal(object)  # Language
    focus_wanted = Signal()  # nothing but the article, or all again

    def __init__(
        self, desk: Desk, keys: Keys, open_palette: Callable[[], object], icons: Icons, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._keys = keys
        self._open_palette = open_palette
        self._icons = icons
        self._window = window

    def slots(self) -> Slots:
        """The slot of every action."""
        return (
            self._archive_slots()
            | self._edit_slots()
            | self._search_slots()
            | self._annotation_slots()
            | self._suggestion_slots()
            | self._record_slots()
            | self._view_slots()
            | {"palette": self._open_palette, "shortcuts": self._open_shortcuts, "about": self._open_about}
        )

    def _archive_slots(self) -> Slots:
        desk = self._desk
        return {
            "new_archive": self._choose_new_archive,
            "open_archive": self._choose_archive,
            "import_files": desk.importing.choose_files,
            "import_folder": desk.importing.choose_folder,
            "import_bundle": desk.importing.choose_bundle,
            "paste_article": desk.importing.paste,
            "watch_folders": desk.watching.choose_folders,
            "export": partial(desk.exporting.open, self._rows),
            "back_up": desk.preserving.back_up,
            "restore_backup": desk.preserving.restore,
            "verify_archive": desk.preserving.verify,
            "close_window": self._window.close,
            "quit": self._window.close,
        }

    def _edit_slots(self) -> Slots:
        return {
            "undo": self._desk.undoing.undo,
            "redo": self._desk.undoing.redo,
            "show_history": self._desk.retracing.toggle,
            "take_back": self._desk.retracing.take_back,
            "edit_article": self._edit_article,
            "provenance": self._show_provenance,
            "read_again": self._read_again,
            "correct_here": self._correct_here,
            "correct_text": self._correct_text,
            "show_texts": self._show_texts,
            "copy_citation": self._desk.reading.citing.copy,
            "go_to_address": self._desk.reading.citing.go_to_clipboard,
            "add_to_collection": self._add_to_collection,
            "take_from_collection": self._take_from_collection,
            "delete_articles": self._delete_articles,
            "same_story": self._desk.duplicating.open,
            "put_together": self._put_together,
        }

    def _search_slots(self) -> Slots:
        desk = self._desk
        lines: Slots = {f"lines_{order}": partial(desk.order_lines, order) for order in Order}
        return lines | {
            "search_archive": desk.begin_search,
            "find_in_article": desk.reader.open_find,
            "next_hit": desk.reader.view.next_hit,
            "previous_hit": desk.reader.view.previous_hit,
            "clear_search": partial(desk.articles.field.set_query, ""),
            "clear_filters": desk.sidebar.clear_filters,
            "fold_list": desk.toggle_folded,
            "show_others": desk.articles.table.toggle_others,
            "show_concordance": desk.concordancing.toggle,
            "export_concordance": desk.concordancing.export,
            "tag_hits": self._tag_hits,
            "save_search": self._save_search,
            "clear_history": desk.clear_history,
        }

    def _annotation_slots(self) -> Slots:
        desk, nudge = self._desk, self._desk.inspector.nudge
        edges: Slots = {
            f"{edge}_{side}{suffix}": partial(nudge, edge, step, unit)
            for edge in (Edge.START, Edge.END)
            for side, step in (("left", -1), ("right", 1))
            for suffix, unit in (("", Unit.WORD), ("_character", Unit.CHARACTER), ("_sentence", Unit.SENTENCE))
        }
        return edges | {
            "choose_tag": desk.annotating.choose_tag,
            "repeat_tag": desk.annotating.repeat_tag,
            "next_annotation": desk.reader.view.choose_next,
            "previous_annotation": desk.reader.view.choose_previous,
            "hold_tag": desk.annotating.hold,
            "select_word": desk.selecting.select_word,
            "select_noun_phrase": desk.selecting.select_noun_phrase,
            "select_sentence": desk.selecting.select_sentence,
            "next_unreviewed": desk.unreviewed.next,
            "move_annotation": desk.annotating.move_chosen,
            "duplicate_annotation": desk.annotating.duplicate_chosen,
            "unselect": desk.annotating.unselect,
            "retag": desk.annotating.retag,
            "edit_note": desk.inspector.edit_note,
            "delete_annotation": desk.annotating.delete_chosen,
            "review": self._review,
            "compare_annotators": desk.agreeing.open,
            "codebook": self._open_codebook,
        }

    def _suggestion_slots(self) -> Slots:
        suggesting = self._desk.suggesting
        return {
            "show_suggestions": suggesting.toggle,
            "next_suggestion": partial(suggesting.go, 1),
            "previous_suggestion": partial(suggesting.go, -1),
            "accept_suggestion": suggesting.accept,
            "reject_suggestion": suggesting.reject,
            "accept_kind": suggesting.accept_kind,
            "scan_archive": self._scan_archive,
        }

    def _record_slots(self) -> Slots:
        linking, curating = self._desk.linking, self._desk.curating
        return {
            "link_record": linking.link,
            "repeat_record": linking.repeat,
            "unlink_record": linking.unlink,
            "add_relation": self._desk.relating.relate_chosen,
            "begin_relation": self._desk.reader.view.begin_relation,
            "show_arcs": self._desk.relating.toggle_arcs,
            "show_records": self._desk.toggle_records,
            "open_record": self._desk.show_record_of_chosen,
            "new_record": curating.new,
            "rename_record": self._desk.records.rename_record,
            "merge_records": curating.merge,
            "split_record": curating.split,
            "delete_record": curating.delete,
            "export_record": curating.export,
        }

    def _view_slots(self) -> Slots:
        desk, view, table = self._desk, self._desk.reader.view, self._desk.articles.table
        orders: Slots = {f"sort_{sort}": partial(desk.listing.set_sort, sort) for sort in Sort}
        schemes: Slots = {f"theme_{scheme}": partial(self.scheme_wanted.emit, scheme) for scheme in Scheme}
        languages: Slots = {f"language_{each}": partial(self.language_wanted.emit, each) for each in Language}
        return (
            orders
            | schemes
            | languages
            | {
                "zoom_in": partial(view.zoom, 1),
                "zoom_out": partial(view.zoom, -1),
                "zoom_reset": partial(view.set_reading_size, READING_SIZE),
                "widen_text": partial(view.widen, 1),
                "narrow_text": partial(view.widen, -1),
                "filter_annotations": desk.reader.toggle_filter,
                "show_minimap": partial(_toggle, desk.reader.minimap),
                "keep_beside": desk.reading.beside.toggle_article,
                "show_original": desk.reading.beside.toggle_original,
                "focus_mode": self.focus_wanted.emit,
                "show_sidebar": partial(_toggle, desk.sidebar),
                "show_inspector": partial(_toggle, desk.inspector),
                "full_screen": self._toggle_full_screen,
                "focus_sidebar": partial(_focus, desk.sidebar),
                "focus_list": desk.open_list,
                "focus_article": partial(_focus, view),
                "focus_inspector": partial(_focus_inside, desk.inspector),
                "focus_concordance": desk.concordancing.open,
                "focus_records": desk.open_records,
                "focus_history": desk.retracing.open,
                "next_article": partial(table.choose_step, 1),
                "previous_article": partial(table.choose_step, -1),
            }
        )

    def _choose_archive(self) -> None:
        self._choose_folder(self.tr("Open an archive"), self.archive_wanted.emit)

    def _choose_new_archive(self) -> None:
        self._choose_folder(self.tr("New archive: choose an empty folder, or make one"), self.new_archive_wanted.emit)

    def _choose_folder(self, title: str, then: Callable[[Path], object]) -> None:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title, str(self._desk.archive.folder.resolve().parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        self._open(dialog)

    def _edit_article(self) -> None:
        if self._desk.opening.article is not None:
            self._desk.edit_article(self._desk.opening.article.id)

    def _show_provenance(self) -> None:
        if self._desk.opening.article is not None:
            self._desk.preserving.show_provenance(self._desk.opening.article.id)

    def _read_again(self) -> None:
        self._desk.revising.read_again(self._desk.articles.table.selected_articles())

    def _correct_here(self) -> None:
        if self._desk.opening.article is not None:
            self._desk.revising.correct_here(self._desk.opening.article)

    def _show_texts(self) -> None:
        if self._desk.opening.article is not None:
            self._desk.looking_back.open(self._desk.opening.article)

    def _review(self) -> None:
        article = self._desk.opening.article
        self._desk.reviewing.open(article.id if article is not None else "")

    def _correct_text(self) -> None:
        if self._desk.opening.article is not None:
            self._desk.revising.choose_text(self._desk.opening.article)

    def _tag_hits(self) -> None:
        panel = self._desk.concordance
        lines = [] if panel.isHidden() else panel.selected_lines()
        self._desk.tagging_hits.open(self._desk.listing.wanted, lines)

    def _save_search(self) -> None:
        self._desk.saving_searches.save(self._desk.listing.wanted)

    def _add_to_collection(self) -> None:
        self._desk.collecting.add_to_collection(self._desk.articles.table.selected_articles())

    def _take_from_collection(self) -> None:
        names = [filter_.value for filter_ in self._desk.sidebar.filters if filter_.field == "collection"]
        if len(names) == 1:
            self._desk.collecting.take_out(names[0], self._desk.articles.table.selected_articles())
        else:
            self._desk.messages.tell(
                self.tr("Out of which collection?"), self.tr("Choose one collection in the sidebar, then try again.")
            )

    def _delete_articles(self) -> None:
        self._desk.collecting.delete_articles(self._desk.articles.table.selected_articles())

    def _put_together(self) -> None:
        self._desk.duplicating.put_together(self._desk.articles.table.selected_articles())

    def _rows(self, scope: Scope) -> Sequence[int]:
        """The archive rows that an export of this scope holds."""
        from archivist.ui.dialogs import Scope

        match scope:
            case Scope.SELECTED:
                return [article.row for article in self._desk.articles.table.selected_articles()]
            case Scope.SHOWN:
                return self._desk.articles.model.all_rows
            case _:
                return self._desk.archive.articles.rows()

    def _scan_archive(self) -> None:
        """Read what is selected if that is more than one article, else what is listed."""
        selected = self._desk.articles.table.selected_articles()
        listed = self._desk.articles.model.all_rows
        self._desk.scanning.start([article.row for article in selected] if len(selected) > 1 else list(listed))

    def _toggle_full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def _open_codebook(self) -> None:
        from archivist.ui.tagging.codebook_dialog import CodebookDialog

        self._open(CodebookDialog(self._desk.session, self._keys, self._icons, self._window))

    def _open_shortcuts(self) -> None:
        from archivist.ui.dialogs import ShortcutsDialog

        self._open(ShortcutsDialog(self._keys, self._desk.archive.tags.all(), self._window))

    def _open_about(self) -> None:
        from archivist.ui.dialogs import AboutDialog

        self._open(AboutDialog(self._desk.archive, self._icons, self._window))

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _toggle(panel: QWidget) -> None:
    panel.setVisible(panel.isHidden())


def _focus(panel: QWidget) -> None:
    panel.show()
    panel.setFocus()


def _focus_inside(panel: QWidget) -> None:
    panel.show()
    panel.setFocus()
    panel.focusNextChild()
