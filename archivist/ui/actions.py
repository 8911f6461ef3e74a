# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that the window can do, in one table: names, keys and icons; and which menus hold it.

Menus, the list of shortcuts and whatever else offers actions read this table, so they cannot
disagree. The keys of tags are not here: they are the codebook's and act in the article only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject

from archivist.ui.translation import Language, own_name


class Needs(StrEnum):
    """What has to be there for an action to be possible."""

    NOTHING = ""
    ARTICLE = "article"  # one is shown
    SELECTION = "selection"  # articles are selected in the list
    ANNOTATION = "annotation"  # one is chosen
    SUGGESTIONS = "suggestions"  # there are some in the article
    SUGGESTION = "suggestion"  # one is chosen
    UNDO = "undo"
    REDO = "redo"
    SEARCH = "search"  # one is on
    FILTERS = "filters"  # some are on
    RESULT = "result"  # a search or filters are on
    HISTORY = "history"  # there are recent searches
    LINES = "lines"  # of a concordance are shown
    RECORD = "record"  # one is shown
    FOLDED = "folded"  # the list shows one article of each story
    STEP = "step"  # of the history, one that can be undone is chosen


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a person can ask for."""

    id: str
    text: str  # with its mnemonic
    shortcut: str  # as Qt writes it
    icon: str = ""
    needs: Needs = Needs.NOTHING
    choice: str = ""  # the actions of one choice exclude each other
    checkable: bool = False
    in_article: bool = False  # the keys act in the article only
    also: str = ""  # a second key
    also_in_article: str = ""  # a key more, which acts in the article only


# A menu is its id and what is in it: ids of actions, further menus, "" for a line, "…" before the
# id of a submenu that is filled when it opens.
MENUS: tuple[tuple[str, tuple[object, ...]], ...] = (
    (
        "archive",
        (
            "new_archive", "open_archive", "…recent", "",
            "import_files", "import_folder", "import_bundle", "paste_article", "watch_folders", "",
            "export", "",
            "back_up", "restore_backup", "verify_archive", "", "close_window", "quit",
        ),
    ),
    (
        "edit",
        (
            "undo", "redo", "show_history", "take_back", "",
            "edit_article", "provenance", "correct_here", "correct_text", "read_again", "show_texts", "",
            "copy_citation", "go_to_address", "",
            "add_to_collection", "take_from_collection", "delete_articles", "",
            "same_story", "put_together",
        ),
    ),
    (
        "search",
        (
            "search_archive", "find_in_article", "next_hit", "previous_hit", "",
            "show_concordance", ("lines", ("lines_article", "lines_left", "lines_match", "lines_right")),
            "export_concordance", "",
            "fold_list", "show_others", "",
            "tag_hits", "save_search", "",
            "clear_search", "clear_filters", "clear_history",
        ),
    ),
    (
        "annotate",
        (
            "choose_tag", "repeat_tag", "hold_tag",
            ("selecting", ("select_word", "select_noun_phrase", "select_sentence")), "",
            "next_annotation", "previous_annotation", "next_unreviewed", "unselect", "",
            "retag", "edit_note", "move_annotation", "duplicate_annotation",
            ("edges", (
                "start_left", "start_right", "end_left", "end_right", "",
                "start_left_character", "start_right_character", "end_left_character", "end_right_character", "",
                "start_left_sentence", "start_right_sentence", "end_left_sentence", "end_right_sentence",
            )),
            "delete_annotation", "",
            ("suggestions", (
                "show_suggestions", "next_suggestion", "previous_suggestion", "",
                "accept_suggestion", "reject_suggestion", "accept_kind", "",
                "scan_archive",
            )),
            "", "review", "compare_annotators", "codebook",
        ),
    ),
    (
        "records",
        (
            "show_records", "",
            "link_record", "repeat_record", "unlink_record", "open_record", "",
            "add_relation", "begin_relation", "show_arcs", "",
            "new_record", "rename_record", "merge_records", "split_record", "delete_record", "export_record",
        ),
    ),
    (
        "view",
        (
            ("order", ("sort_relevance", "sort_date", "sort_outlet", "sort_title")),
            ("theme", ("theme_system", "theme_light", "theme_dark")),
            ("language", ("language_system", "language_en", "language_uk")), "",
            "zoom_in", "zoom_out", "zoom_reset", "widen_text", "narrow_text", "",
            "filter_annotations", "show_minimap", "keep_beside", "show_original", "",
            "show_sidebar", "show_inspector", "focus_mode", "full_screen", "",
            "focus_sidebar", "focus_list", "focus_article", "focus_inspector", "focus_concordance", "focus_records",
            "focus_history", "",
            "next_article", "previous_article",
        ),
    ),
    ("help", ("palette", "shortcuts", "about")),
)  # fmt: skip

# The menu of the article, at the pointer or the caret.
ARTICLE_MENU: tuple[object, ...] = (
    "choose_tag", "repeat_tag", "hold_tag", "",
    "select_word", "select_noun_phrase", "select_sentence", "",
    "retag", "edit_note", "link_record", "add_relation",
    "move_annotation", "duplicate_annotation", "delete_annotation", "",
    "accept_suggestion", "reject_suggestion", "",
    "find_in_article", "same_story",
)  # fmt: skip


class ActionTable(QObject):
    """The actions in the language of the interface."""

    def actions(self) -> tuple[Action, ...]:
        """All of them, in the order of the menus."""
        return (
            *self._archive(),
            *self._edit(),
            *self._search(),
            *self._annotate(),
            *self._records(),
            *self._view(),
            *self._help(),
        )

    def menu_titles(self) -> dict[str, str]:
        """The titles of the menus by their ids."""
        return {
            "archive": self.tr("&Archive"),
            "recent": self.tr("Open &recent"),
            "edit": self.tr("&Edit"),
            "search": self.tr("&Search"),
            "lines": self.tr("Order of the &concordance"),
            "annotate": self.tr("A&nnotate"),
            "selecting": self.tr("Se&lect what is under the caret"),
            "edges": self.tr("Move an &edge"),
            "suggestions": self.tr("&Suggestions"),
            "records": self.tr("&Records"),
            "view": self.tr("&View"),
            "order": self.tr("&Order of the list"),
            "theme": self.tr("&Colours"),
            "language": self.tr("Lan&guage"),
            "help": self.tr("&Help"),
        }

    def _archive(self) -> tuple[Action, ...]:
        return (
            Action("new_archive", self.tr("&New archive…"), "Ctrl+Shift+N", "new"),
            Action("open_archive", self.tr("&Open archive…"), "Ctrl+O", "open"),
            Action("import_files", self.tr("&Import files…"), "Ctrl+I", "import"),
            Action("import_folder", self.tr("Import a &folder…"), "Ctrl+Shift+I", "import-folder"),
            Action("import_bundle", self.tr("Import a &bundle…"), "Ctrl+Shift+B", "archive"),
            Action("watch_folders", self.tr("&Watched folders…"), "Ctrl+Shift+W", "import-folder"),
            Action("paste_article", self.tr("&Paste an article"), "Ctrl+V", "paste"),
            Action("export", self.tr("&Export…"), "Ctrl+E", "export"),
            Action("back_up", self.tr("&Back up…"), "Ctrl+B", "archive"),
            Action("restore_backup", self.tr("&Restore a backup…"), "Ctrl+Alt+Z", "undo"),
            Action("verify_archive", self.tr("C&heck the archive"), "Ctrl+Alt+K", "accept"),
            Action("close_window", self.tr("&Close"), "Ctrl+W", "close"),
            Action("quit", self.tr("&Quit"), "Ctrl+Q"),
        )

    def _edit(self) -> tuple[Action, ...]:
        selection = Needs.SELECTION
        return (
            Action("undo", self.tr("&Undo"), "Ctrl+Z", "undo", Needs.UNDO),
            Action("redo", self.tr("&Redo"), "Ctrl+Shift+Z", "redo", Needs.REDO),
            Action("show_history", self.tr("&History"), "Ctrl+H", "history", checkable=True),
            Action("take_back", self.tr("Undo the chos&en step"), "Ctrl+Alt+U", needs=Needs.STEP),
            Action("edit_article", self.tr("&Details of the article…"), "Ctrl+D", "edit", Needs.ARTICLE),
            Action("provenance", self.tr("Pro&venance of the article…"), "Ctrl+Alt+P", "info", Needs.ARTICLE),
            Action("read_again", self.tr("Read a&gain with today’s readers"), "Ctrl+Alt+G", "import", selection),
            Action("correct_text", self.tr("Correct the text &from a file…"), "Ctrl+Alt+C", needs=Needs.ARTICLE),
            Action("correct_here", self.tr("Correct the text…"), "Ctrl+Alt+X", "edit", Needs.ARTICLE),
            Action("show_texts", self.tr("Te&xts of the article…"), "Ctrl+Alt+L", "article", Needs.ARTICLE),
            Action("copy_citation", self.tr("Copy with c&itation"), "Ctrl+Shift+Q", needs=Needs.ARTICLE),
            Action("go_to_address", self.tr("Go to the address on the clip&board"), "Ctrl+Shift+V"),
            Action("add_to_collection", self.tr("Add to a &collection…"), "Ctrl+Shift+C", "collection", selection),
            Action(
                "take_from_collection", self.tr("&Take out of the collection"), "Ctrl+Shift+T", needs=Needs.SELECTION
            ),
            Action("delete_articles", self.tr("De&lete articles"), "Ctrl+Del", "delete", selection),
            Action("same_story", self.tr("The &same story…"), "Ctrl+Shift+D", "duplicates", Needs.ARTICLE),
            Action("put_together", self.tr("These are &one text"), "Ctrl+Alt+D", "merge", selection),
        )

    def _search(self) -> tuple[Action, ...]:
        return (
            Action("search_archive", self.tr("&Search the archive"), "Ctrl+Shift+F", "search"),
            Action("find_in_article", self.tr("&Find in the article"), "Ctrl+F", needs=Needs.ARTICLE),
            Action("next_hit", self.tr("Ne&xt hit"), "F3", "next", Needs.ARTICLE),
            Action("previous_hit", self.tr("Pre&vious hit"), "Shift+F3", "previous", Needs.ARTICLE),
            Action("show_concordance", self.tr("C&oncordance"), "F7", "concordance", checkable=True),
            Action("lines_article", self.tr("By &article"), "Ctrl+Alt+A", needs=Needs.LINES, choice="lines"),
            Action("lines_left", self.tr("By the words &before"), "Ctrl+Alt+B", needs=Needs.LINES, choice="lines"),
            Action("lines_match", self.tr("By the &occurrence"), "Ctrl+Alt+M", needs=Needs.LINES, choice="lines"),
            Action("lines_right", self.tr("By the words a&fter"), "Ctrl+Alt+F", needs=Needs.LINES, choice="lines"),
            Action(
                "export_concordance",
                self.tr("Save the concordance as a &table…"),
                "Ctrl+Shift+X",
                "export",
                Needs.LINES,
            ),
            Action("fold_list", self.tr("O&ne of each story"), "Ctrl+Shift+Y", "duplicates", checkable=True),
            Action("show_others", self.tr("Show the othe&rs of the story"), "Ctrl+Alt+Y", needs=Needs.FOLDED),
            Action("tag_hits", self.tr("Ta&g all hits…"), "Ctrl+Shift+A", "tag", Needs.SEARCH),
            Action("save_search", self.tr("Sa&ve the search…"), "Ctrl+S", "saved-search", Needs.RESULT),
            Action("clear_search", self.tr("&End the search"), "Ctrl+Shift+E", "cancel", Needs.SEARCH),
            Action("clear_filters", self.tr("&Clear the filters"), "Ctrl+Shift+L", "filter", Needs.FILTERS),
            Action("clear_history", self.tr("Clear &recent searches"), "Ctrl+Alt+H", needs=Needs.HISTORY),
        )

    def _annotate(self) -> tuple[Action, ...]:
        return (
            Action(
                "choose_tag", self.tr("&Tag the selection…"), "T", "tag", Needs.ARTICLE, in_article=True, also="Return"
            ),
            Action("repeat_tag", self.tr("&Repeat the last tag"), ".", needs=Needs.ARTICLE, in_article=True),
            Action("hold_tag", self.tr("&Keep a tag in hand"), "F2", "tag", Needs.ARTICLE, checkable=True),
            *self._selecting(),
            Action("next_annotation", self.tr("&Next annotation"), "Alt+Down", "next", Needs.ARTICLE),
            Action("previous_annotation", self.tr("&Previous annotation"), "Alt+Up", "previous", Needs.ARTICLE),
            Action("next_unreviewed", self.tr("Ne&xt for review"), "Alt+Shift+Down", "next"),
            Action("unselect", self.tr("&Unselect"), "Esc", needs=Needs.ARTICLE, in_article=True),
            Action("retag", self.tr("Another t&ag…"), "Ctrl+T", "tag", Needs.ANNOTATION),
            Action("edit_note", self.tr("N&ote"), "Ctrl+M", "note", Needs.ANNOTATION, also_in_article="N"),
            Action("move_annotation", self.tr("&Move to the selected words"), "Ctrl+Alt+V", needs=Needs.ANNOTATION),
            Action("duplicate_annotation", self.tr("Dupl&icate"), "Ctrl+Shift+K", needs=Needs.ANNOTATION),
            *self._edges(),
            *self._suggestions(),
            Action(
                "delete_annotation",
                self.tr("&Delete the annotation"),
                "Del",
                "delete",
                Needs.ANNOTATION,
                in_article=True,
            ),
            Action("review", self.tr("Annotations for re&view…"), "Ctrl+Alt+W", "warning"),
            Action("compare_annotators", self.tr("Compare annotat&ors…"), "Ctrl+Alt+J", "duplicates"),
            Action("codebook", self.tr("&Codebook…"), "Ctrl+Shift+G", "tag"),
        )

    def _selecting(self) -> tuple[Action, ...]:
        article = Needs.ARTICLE
        return (
            Action("select_word", self.tr("Select the &word"), "Alt+1", needs=article, in_article=True),
            Action("select_noun_phrase", self.tr("Select the &noun phrase"), "Alt+2", needs=article, in_article=True),
            Action("select_sentence", self.tr("Select the &sentence"), "Alt+3", needs=article, in_article=True),
        )

    def _suggestions(self) -> tuple[Action, ...]:
        offered, chosen = Needs.SUGGESTIONS, Needs.SUGGESTION
        return (
            Action("show_suggestions", self.tr("&Show suggestions"), "F4", "suggestion", checkable=True),
            Action("next_suggestion", self.tr("&Next suggestion"), "Ctrl+Down", "next", offered),
            Action("previous_suggestion", self.tr("&Previous suggestion"), "Ctrl+Up", "previous", offered),
            Action("accept_suggestion", self.tr("&Accept the suggestion"), "Ctrl+Return", "accept", chosen),
            Action("reject_suggestion", self.tr("&Reject the suggestion"), "Ctrl+Backspace", "cancel", chosen),
            Action("accept_kind", self.tr("Accept all of its &kind"), "Ctrl+Shift+Return", needs=chosen),
            Action("scan_archive", self.tr("Read &many articles…"), "Ctrl+Shift+R", "scan"),
        )

    def _edges(self) -> tuple[Action, ...]:
        chosen = Needs.ANNOTATION
        return (
            Action("start_left", self.tr("Start a word to the left"), "Alt+Left", needs=chosen),
            Action("start_right", self.tr("Start a word to the right"), "Alt+Right", needs=chosen),
            Action("end_left", self.tr("End a word to the left"), "Alt+Shift+Left", needs=chosen),
            Action("end_right", self.tr("End a word to the right"), "Alt+Shift+Right", needs=chosen),
            Action("start_left_character", self.tr("Start a character to the left"), "Ctrl+,", needs=chosen),
            Action("start_right_character", self.tr("Start a character to the right"), "Ctrl+.", needs=chosen),
            Action("end_left_character", self.tr("End a character to the left"), "Ctrl+;", needs=chosen),
            Action("end_right_character", self.tr("End a character to the right"), "Ctrl+'", needs=chosen),
            Action("start_left_sentence", self.tr("Start a sentence to the left"), "Ctrl+Alt+,", needs=chosen),
            Action("start_right_sentence", self.tr("Start a sentence to the right"), "Ctrl+Alt+.", needs=chosen),
            Action("end_left_sentence", self.tr("End a sentence to the left"), "Ctrl+Alt+;", needs=chosen),
            Action("end_right_sentence", self.tr("End a sentence to the right"), "Ctrl+Alt+'", needs=chosen),
        )

    def _records(self) -> tuple[Action, ...]:
        article, chosen, record = Needs.ARTICLE, Needs.ANNOTATION, Needs.RECORD
        return (
            Action("show_records", self.tr("Record&s"), "F6", "record", checkable=True),
            Action("link_record", self.tr("&Link to a record…"), "Ctrl+L", "link", article, also_in_article="R"),
            Action("repeat_record", self.tr("Link to the l&ast record"), "Shift+R", needs=article, in_article=True),
            Action("unlink_record", self.tr("&Unlink from the record"), "Ctrl+U", needs=chosen),
            Action("open_record", self.tr("&Show the record"), "Ctrl+Shift+O", needs=chosen),
            Action("add_relation", self.tr("Add a r&elation…"), "Ctrl+R", needs=chosen),
            Action("begin_relation", self.tr("Relate to the one ch&osen next"), "E", needs=chosen, in_article=True),
            Action("show_arcs", self.tr("Rela&tions in the text"), "Shift+F4", "relation", checkable=True),
            Action("new_record", self.tr("&New record…"), "Ctrl+N", "new"),
            Action("rename_record", self.tr("Rena&me the record"), "Shift+F6", "edit", record),
            Action("merge_records", self.tr("Mer&ge the selected records…"), "Ctrl+Shift+M", "merge", record),
            Action("split_record", self.tr("S&plit off the selected passages…"), "Ctrl+Shift+S", "split", record),
            Action("delete_record", self.tr("&Delete the record"), "Ctrl+Shift+Del", "delete", record),
            Action("export_record", self.tr("Save the passages as a ta&ble…"), "Ctrl+Alt+E", "export", record),
        )

    def _view(self) -> tuple[Action, ...]:
        return (
            Action("sort_relevance", self.tr("By &relevance"), "Ctrl+Alt+R", needs=Needs.SEARCH, choice="order"),
            Action("sort_date", self.tr("&Newest first"), "Ctrl+Alt+N", choice="order"),
            Action("sort_outlet", self.tr("By &outlet"), "Ctrl+Alt+O", choice="order"),
            Action("sort_title", self.tr("By &title"), "Ctrl+Alt+T", choice="order"),
            Action("theme_system", self.tr("As the &desktop"), "Ctrl+Alt+0", choice="theme"),
            Action("theme_light", self.tr("&Light"), "Ctrl+Alt+1", "theme-light", choice="theme"),
            Action("theme_dark", self.tr("&Dark"), "Ctrl+Alt+2", "theme-dark", choice="theme"),
            Action("language_system", self.tr("As the &system"), "Ctrl+Alt+7", "language", choice="language"),
            Action("language_en", own_name(Language.ENGLISH), "Ctrl+Alt+8", choice="language"),
            Action("language_uk", own_name(Language.UKRAINIAN), "Ctrl+Alt+9", choice="language"),
            Action("zoom_in", self.tr("&Larger text"), "Ctrl++", also="Ctrl+="),
            Action("zoom_out", self.tr("&Smaller text"), "Ctrl+-"),
            Action("zoom_reset", self.tr("&Usual text size"), "Ctrl+0"),
            Action("widen_text", self.tr("&Wider lines"), "Ctrl+Alt++"),
            Action("narrow_text", self.tr("&Narrower lines"), "Ctrl+Alt+-"),
            Action("filter_annotations", self.tr("F&ilter the annotations…"), "Ctrl+Shift+H", "filter", Needs.ARTICLE),
            Action("show_minimap", self.tr("O&verview of the article"), "Shift+F9", checkable=True),
            Action("keep_beside", self.tr("&Keep this article beside"), "Shift+F8", needs=Needs.ARTICLE),
            Action("show_original", self.tr("The ori&ginal beside the text"), "Shift+F7", needs=Needs.ARTICLE),
            Action("focus_mode", self.tr("Focus on the a&rticle"), "F12", checkable=True),
            Action("show_sidebar", self.tr("Side&bar"), "F9", checkable=True),
            Action("show_inspector", self.tr("&Inspector"), "F8", checkable=True),
            Action("full_screen", self.tr("&Full screen"), "F11", checkable=True),
            Action("focus_sidebar", self.tr("Go to the sidebar"), "Ctrl+1"),
            Action("focus_list", self.tr("Go to the list"), "Ctrl+2"),
            Action("focus_article", self.tr("Go to the article"), "Ctrl+3"),
            Action("focus_inspector", self.tr("Go to the inspector"), "Ctrl+4"),
            Action("focus_concordance", self.tr("Go to the concordance"), "Ctrl+5"),
            Action("focus_records", self.tr("Go to the records"), "Ctrl+6"),
            Action("focus_history", self.tr("Go to the history"), "Ctrl+7"),
            Action("next_article", self.tr("Next article"), "Alt+PgDown", "next"),
            Action("previous_article", self.tr("Previous article"), "Alt+PgUp", "previous"),
        )

    def _help(self) -> tuple[Action, ...]:
        return (
            Action("palette", self.tr("&Commands…"), "Ctrl+Shift+P", "search", also="Ctrl+K"),
            Action("shortcuts", self.tr("&Keyboard shortcuts"), "F1", "help"),
            Action("about", self.tr("&About Archivist"), "Shift+F1", "info"),
        )


def action_ids(content: Iterable[object]) -> list[str]:
    """The ids of the actions in a menu and its submenus, in order."""
    found: list[str] = []
    for each in content:
        if isinstance(each, tuple):
            found += action_ids(each[1])
        elif isinstance(each, str) and each and not each.startswith("…"):
            found.append(each)
    return found


def plain(text: str) -> str:
    """A text of a menu without its mnemonic and dots."""
    return text.replace("&", "").removesuffix("…")
