# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of one window and how they are joined: panels speak in signals, and here is who listens."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from archivist.errors import AnnotationNotFound
from archivist.model import NodeType, SavedSearch
from archivist.store import Archive
from archivist.store.step_log import Place
from archivist.text import whole_graphemes
from archivist.ui.agreeing import Agreeing
from archivist.ui.annotating import Annotating
from archivist.ui.articles import ArticlesPanel, Listing
from archivist.ui.awaiting_review import AwaitingReview
from archivist.ui.claiming import Claiming
from archivist.ui.collecting import Collecting
from archivist.ui.columns import Columns
from archivist.ui.comparing import Comparing
from archivist.ui.concordance import ConcordancePanel
from archivist.ui.concordancing import Concordancing
from archivist.ui.curating import Curating
from archivist.ui.duplicating import Duplicating
from archivist.ui.exporting import Exporting
from archivist.ui.history import HistoryPanel
from archivist.ui.icons import Icons
from archivist.ui.importing import Importing
from archivist.ui.indexing import Indexing
from archivist.ui.inspector import InspectorPanel
from archivist.ui.jobs import Jobs
from archivist.ui.keys import Keys
from archivist.ui.linking import Linking
from archivist.ui.looking_back import LookingBack
from archivist.ui.messages import Level, MessageBar
from archivist.ui.opening import Opening
from archivist.ui.preserving import Preserving
from archivist.ui.progress_strip import ProgressStrip
from archivist.ui.questions.articles import Listed, Sort, Wanted, filters_of
from archivist.ui.questions.concordance import Order
from archivist.ui.questions.facets import FACETS
from archivist.ui.reader import End, ReaderPanel
from archivist.ui.reading import Reading
from archivist.ui.records import RecordsPanel
from archivist.ui.relating import Relating
from archivist.ui.retracing import Retracing
from archivist.ui.reviewing import Reviewing
from archivist.ui.revising import Revising
from archivist.ui.saving_searches import SavingSearches
from archivist.ui.scanning_archive import ScanningArchive
from archivist.ui.search_history import SearchHistory
from archivist.ui.selecting import Selecting
from archivist.ui.session import Session
from archivist.ui.settings import SHUT_SECTIONS, SORT, Settings
from archivist.ui.sidebar import SidebarPanel
from archivist.ui.suggesting import Suggesting
from archivist.ui.sweeping import Sweeping
from archivist.ui.tagging import TagStrip
from archivist.ui.tagging_hits import TaggingHits
from archivist.ui.undoing import Undoing
from archivist.ui.unreviewed import Unreviewed
from archivist.ui.warming_up import WarmingUp
from archivist.ui.watching import Watching

if TYPE_CHECKING:
    from archivist.model import ConcordanceLine, Node

_PATIENCE_MS = 3000  # for the batch of an import; a longer stillness looks like a crash
_PATIENCE_AT_THE_END_MS = 60_000  # nobody sees the window any more, and what was typed cannot be typed again


class Desk(QObject):
    """Everything that works on one archive. close() ends it all, the archive last."""

    recent_changed = Signal(bool)  # whether there are recent searches
    lines_changed = Signal(bool)  # whether a concordance is shown

    def __init__(self, archive: Archive, settings: Settings, keys: Keys, icons: Icons, window: QWidget) -> None:
        """Dialogs belong to the window, which takes the panels as well."""
        super().__init__(window)
        self._window, self._keys = window, keys
        self._index_was_missing = False
        self._answered = self._worth_keeping = ""  # the query of what is listed; that which goes among the recent ones
        self._opened = archive  # holds the writer's lock
        self.archive = archive.connect(patience_ms=_PATIENCE_MS)
        self.session = Session(self.archive, self)
        self.jobs = Jobs(self.archive, self)
        self.indexing = Indexing(self.session, self.jobs, self)
        self.comparing = Comparing(self.session, self.jobs, self)
        sort = settings.get(SORT)
        self.listing = Listing(self.jobs, Sort(sort) if sort in list(Sort) else Sort.DATE, self)
        self.messages = MessageBar(icons)
        self.sidebar = SidebarPanel(self.session, self.jobs, settings.get(SHUT_SECTIONS))
        self.articles = ArticlesPanel(self.session, self.listing, icons)
        self.reader = ReaderPanel(icons)
        self.inspector = InspectorPanel(self.session, icons)
        self.concordance = ConcordancePanel(icons)
        self.steps = HistoryPanel(self.session, self.jobs, icons)
        self.records = RecordsPanel(self.session, self.jobs, icons)
        self.columns = Columns(self.sidebar, self.articles, self.records)
        self.strip = TagStrip(self.session)
        self.progress = ProgressStrip(self.jobs, icons)
        self.opening = Opening(self.session, self.jobs, self.reader)
        self._make_hands()
        self.reading = Reading(self.session, self.opening, self.reader, self.messages, keys, icons)
        self.linking = Linking(self.session, self.jobs, self.reader, self.inspector, self.messages, keys)
        self.claiming = Claiming(self.session, self.jobs, self.inspector, self.linking, self.messages)
        self.suggesting = Suggesting(self.session, self.jobs, self.reader, self.messages, keys)
        self.relating = Relating(self.session, self.jobs, self.reader, self.linking, self.messages)
        self.duplicating = Duplicating(self.session, self.jobs, self.inspector, self.messages, icons, window)
        self.importing = Importing(self.session, self.jobs, self.messages, settings, icons, window)
        self.watching = Watching(self.session, self.jobs, self.messages, settings, self.importing, window)
        self.exporting = Exporting(self.session, self.jobs, self.messages, settings, icons, window)
        self.agreeing = Agreeing(self.session, self.jobs, self.messages, icons, window)
        self.preserving = Preserving(self.session, self.jobs, self.messages, settings, icons, window)
        self.collecting = Collecting(self.session, self.messages, window)
        self.undoing = Undoing(self.session, self.jobs, self.inspector, self.messages)
        self.retracing = Retracing(self.session, self.steps, self.undoing, self.messages)
        self.history = SearchHistory(settings)
        self.saving_searches = SavingSearches(self.session, self.messages, window)
        self.concordancing = Concordancing(self.jobs, self.concordance, self.messages, settings, window)
        self.tagging_hits = TaggingHits(self.session, self.jobs, self.messages, self.undoing.undo, window)
        self.scanning = ScanningArchive(self.session, self.jobs, self.messages, icons, self.undoing.undo, window)
        self.curating = Curating(
            self.session, self.jobs, self.records, self.messages, settings, self.undoing.undo, window
        )
        self.revising = Revising(
            self.session, self.jobs, self.inspector, self.messages, settings, icons, self.undoing.undo, window
        )
        self.reviewing = Reviewing(
            self.session, self.jobs, self.inspector, self.messages, icons, self.undoing.undo, window
        )
        self.looking_back = LookingBack(self.session, self.jobs, icons, window)
        self._join()

    def _make_hands(self) -> None:
        """What annotates the article that is shown."""
        self.sweeping = Sweeping(self.session, self.reader, self.strip)
        self.annotating = Annotating(
            self.session, self.reader, self.inspector, self.strip, self.sweeping, self.messages, self._keys
        )
        self.selecting = Selecting(self.opening, self.reader, self.messages)
        self.awaiting_review = AwaitingReview(self.session, self.jobs, self)
        self.unreviewed = Unreviewed(self.session, self.opening, self.inspector, self.messages, self)
        self.warming_up = WarmingUp(self._first_steps(), self)

    def begin(self) -> None:
        """Fill the panels and bring the index up to date."""
        self.listing.begin()
        self.articles.table.choose_step(0)
        self._show_recent()
        self.indexing.catch_up()
        self.comparing.catch_up()
        self.awaiting_review.count()
        self.linking.warm_up()
        self._warn_of_place()
        self.importing.begin()
        self.watching.begin()
        self.preserving.begin()
        self.warming_up.begin()

    def close(self) -> None:
        """Keep what is half typed, stop the jobs and close the archive."""
        self.preserving.close()
        self.warming_up.close()
        self.jobs.drop_all()
        self.archive.set_patience(_PATIENCE_AT_THE_END_MS)
        self.records.close_record()
        self.inspector.show_article(None)  # keeps what is half typed, and writes nothing after it
        self.jobs.close()
        self.reading.beside.close()
        self.scanning.close()  # a job reads what was found
        self.archive.close()
        self._opened.close()

    def open_article(self, article_id: str) -> None:
        """Show an article, in the list as well if it is listed."""
        if self.opening.article is None or self.opening.article.id != article_id:
            self.opening.open(article_id)
        article = self.opening.article
        if article is not None and article.id == article_id:
            self.articles.table.choose(article)

    def show_place(self, article_id: str, start: int, end: int) -> None:
        """Show a place, in code points, of an article."""
        self.opening.show_place(article_id, start, end)
        self.open_article(article_id)

    def show_passage(self, line: ConcordanceLine) -> None:
        """Show an occurrence in its article."""
        self.show_place(line.article, line.start, line.end)

    def show_annotation(self, annotation_id: str) -> None:
        """Show an annotation in its article, and choose it."""
        try:
            annotation = self.archive.annotations.get(annotation_id)
        except AnnotationNotFound as error:
            self.messages.tell_error(error)
            return
        self.show_place(annotation.article, annotation.start, annotation.end)
        self.reader.view.choose(annotation.id)

    def show_node(self, node: Node) -> None:
        """Show an end of a relation: an annotation in its article, a record on its page."""
        if node.type is NodeType.ANNOTATION:
            self.show_annotation(node.id)
        else:
            self.show_record(node.id)

    def show_step(self, place: Place) -> None:
        """Show what a step of the history did: its annotation, its passage, its article or its record."""
        if place.annotation is not None:
            self.show_annotation(place.annotation)
        elif place.article is not None and place.span is not None:
            self.show_place(place.article, *place.span)
        elif place.article is not None:
            self.open_article(place.article)
        elif place.record is not None:
            self.show_record(place.record)

    # Records

    def toggle_records(self) -> None:
        """Show the records in the place of the articles, or the articles again."""
        if self.records.isHidden():
            self.open_records()
        else:
            self.close_records()

    def open_records(self) -> None:
        """Show the records and go there."""
        self.columns.show_records()
        self.records.field.setFocus()

    def close_records(self) -> None:
        """Show the list of articles again."""
        self.columns.hide_records()
        self.reader.view.setFocus()

    def open_list(self) -> None:
        """Go to the list of articles."""
        self.columns.hide_records()
        self.articles.table.setFocus()

    def begin_search(self) -> None:
        """Go to the search field."""
        self.columns.hide_records()
        self.articles.field.begin()

    def show_record(self, record_id: str) -> None:
        """Show the page of a record."""
        self.columns.show_records()
        self.curating.show_record(record_id)

    def show_record_of_chosen(self) -> None:
        """Show the page of the record that the chosen annotation is linked to."""
        chosen = self.reader.view.chosen
        record = self.archive.annotations.get(chosen).record if chosen is not None else None
        if record is not None:
            self.show_record(record)
        else:
            self.messages.tell(
                self.tr("These words are not linked to a record."),
                self.tr("{key} chooses one.").format(key=self._keys.told("link_record")),
            )

    def open_search(self, search: SavedSearch) -> None:
        """Search as a saved search says."""
        known = [sort.value for sort in Sort]
        sort = Sort(search.sort) if search.sort in known else Sort.RELEVANCE
        filters = frozenset(each for each in filters_of(search.chosen) if each.field in FACETS)
        self.articles.field.set_query(search.query)
        self.listing.want(Wanted(search.query, filters, sort))
        self.sidebar.set_filters(filters)

    def toggle_folded(self) -> None:
        """Show of the articles that are one text only the first, or all again."""
        self.listing.set_folded(not self.listing.wanted.folded)

    def order_lines(self, order: Order) -> None:
        """Sort the concordance otherwise."""
        self.concordance.set_order(order)

    def clear_history(self) -> None:
        """Forget the recent searches."""
        self.history.clear()
        self._show_recent()

    def edit_article(self, article_id: str) -> None:
        """Open the details of an article."""
        from archivist.ui.dialogs import ArticleDialog

        dialog = ArticleDialog(self.session, self.archive.articles.get(article_id), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _first_steps(self) -> Iterator[None]:
        """What annotating, a concordance, a suggestion, an import and an export bring along the first time."""
        whole_graphemes("ab", 1, 1)
        yield
        _ = self.archive.records
        yield
        yield from self.inspector.warm_up()
        _ = self.concordance.model
        yield
        import_module("lxml.etree")  # which no thread could import without holding the window up
        yield
        self.jobs.bring("archivist.suggest", "archivist.exchange", "archivist.intake.pipeline", then=lambda: None)

    def _join(self) -> None:
        for panel in (self.concordance, self.steps):
            panel.hide()  # until somebody asks for it
        self.session.failed.connect(self.messages.tell_error)
        self.session.history_changed.connect(self.messages.forget_step)
        self.jobs.failed.connect(self.messages.tell_error)
        self.sidebar.filters_changed.connect(self.listing.set_filters)
        self.sidebar.rename_wanted.connect(self.collecting.rename)
        self.sidebar.delete_wanted.connect(self.collecting.delete)
        self.sidebar.search_wanted.connect(self.open_search)
        self.sidebar.search_rename_wanted.connect(self.saving_searches.rename)
        self.sidebar.search_delete_wanted.connect(self.saving_searches.delete)
        self.articles.article_chosen.connect(self.open_article)
        self.articles.article_chosen.connect(self._remember_search)
        self.articles.field.query_entered.connect(self._remember_search)
        self.articles.field.left.connect(self._remember_search)
        self.articles.field.history_unwanted.connect(self.clear_history)
        self.articles.filter_unwanted.connect(self.sidebar.turn_off)
        self.articles.import_wanted.connect(self.importing.choose_files)
        self.articles.filters_unwanted.connect(self.sidebar.clear_filters)
        self.listing.listed.connect(self._on_listed)
        self.listing.listed.connect(self.concordancing.set_listed)
        self.reader.hits_ended.connect(self._on_hits_ended)
        self.concordance.line_wanted.connect(self.show_passage)
        self.concordance.closed.connect(self.concordancing.close)
        self.concordance.shown_changed.connect(self._on_concordance_shown)
        self.steps.shown_changed.connect(self._on_steps_shown)
        self.retracing.place_found.connect(self.show_step)
        self.concordance.lines_changed.connect(self.lines_changed)
        self.importing.imported.connect(self._on_imported)
        self.importing.article_wanted.connect(self.open_article)
        self.indexing.busy_changed.connect(self.articles.set_indexing)
        self.indexing.caught_up.connect(self._on_index_caught_up)
        self._join_reading()

    def _join_reading(self) -> None:
        """What follows from the article that is shown, and what leads to a place in one."""
        self.opening.opened.connect(self.annotating.set_article)
        self.reading.citing.place_wanted.connect(self.show_place)
        self.reading.citing.article_wanted.connect(self.open_article)
        self.importing.address_pasted.connect(self.reading.citing.go_to)
        self.articles.field.address_entered.connect(self.reading.citing.go_to)
        self.opening.opened.connect(self.linking.set_article)
        self.opening.opened.connect(self.suggesting.set_article)
        self.unreviewed.article_wanted.connect(self.open_article)
        self.scanning.passage_wanted.connect(self.show_place)
        self.agreeing.place_wanted.connect(self.show_place)
        self.opening.opened.connect(self.relating.set_article)
        self.inspector.relation_wanted.connect(self.relating.relate)
        self.inspector.node_wanted.connect(self.show_node)
        self.inspector.record_wanted.connect(self.show_record)
        self.records.annotation_wanted.connect(self.show_annotation)
        self.records.node_wanted.connect(self.show_node)
        self.records.relation_wanted.connect(self.relating.relate)
        self.records.closed.connect(self.close_records)
        self.curating.record_shown.connect(self.columns.show_records)
        self.opening.shown.connect(self.linking.show_names)
        self.opening.shown.connect(self.relating.show_arcs)
        self.opening.opened.connect(self.steps.set_article)
        self.opening.opened.connect(self.inspector.show_article)
        self.opening.opened.connect(self.duplicating.set_article)
        self.duplicating.article_wanted.connect(self.open_article)
        self.inspector.duplicates_wanted.connect(self.duplicating.open)
        self.inspector.review_wanted.connect(self.reviewing.open)
        self.revising.review_wanted.connect(self.reviewing.open)
        self.articles.review_wanted.connect(lambda: self.reviewing.open(""))
        self.awaiting_review.counted.connect(self.articles.set_waiting)
        self.looking_back.older_wanted.connect(self.revising.take_up_again)
        self.comparing.compared.connect(self.duplicating.refresh)
        self.comparing.compared.connect(self._on_groups_changed)
        self.session.duplicates_changed.connect(self._on_groups_changed)
        self.inspector.article_edit_wanted.connect(self.edit_article)
        self.inspector.provenance_wanted.connect(self.preserving.show_provenance)

    def _on_listed(self, listed: Listed) -> None:
        self.opening.set_query("" if listed.index_missing else listed.wanted.query)
        self.sidebar.show_result(listed.wanted)
        self._answered = listed.wanted.query
        if self._answered and self._answered == self._worth_keeping:
            self._remember_search()
        if not listed.wanted.query and not listed.wanted.filters:
            return
        # An index that is still missing after it was built would be built for ever.
        if not listed.index_missing:
            self._index_was_missing = False
            self.indexing.catch_up()
        elif not self._index_was_missing:
            self._index_was_missing = True
            self.indexing.catch_up()

    def _on_index_caught_up(self) -> None:
        if self.listing.wanted.query or self.listing.wanted.filters:
            self.listing.refresh()
        else:
            self.sidebar.refresh()

    def _on_groups_changed(self) -> None:
        if self.listing.wanted.folded or "duplicates" in self.listing.wanted.query:
            self.listing.refresh()

    def _on_hits_ended(self, step: int) -> None:
        """Go on in the next article of the list, or the one before."""
        self.opening.land(End.FIRST if step > 0 else End.LAST)
        if not self.articles.table.choose_step(step):
            self.opening.land(End.FIRST)
            self.messages.tell(
                self.tr("That was the last hit of the search.")
                if step > 0
                else self.tr("That was the first hit of the search.")
            )

    def _on_concordance_shown(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        if shown:
            self.retracing.close()  # there is room for one of them below the article

    def _on_steps_shown(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        if shown:
            self.concordancing.close()

    def _remember_search(self) -> None:
        """Keep the search among the recent ones once it has an answer: one that is mistaken has none."""
        self._worth_keeping = self.listing.wanted.query
        if self._worth_keeping == self._answered:
            self._worth_keeping = ""
            self.history.remember(self._answered)
            self._show_recent()

    def _show_recent(self) -> None:
        recent = self.history.queries
        self.articles.field.set_recent(recent)
        self.recent_changed.emit(bool(recent))

    def _on_imported(self, articles: list[str]) -> None:
        if articles and (len(articles) == 1 or self.opening.article is None):
            self.open_article(articles[0])

    def _warn_of_place(self) -> None:
        kind, _, name = self.archive.unsafe_place().partition(":")
        if kind:
            place = self.tr("a network folder") if kind == "network" else self.tr("a folder that is synchronised")
            self.messages.tell(
                self.tr("This archive lies in {place} ({name}), where it may be damaged.").format(
                    place=place, name=name
                ),
                self.tr("Close it and move its folder to a disk of this computer."),
                level=Level.WARNING,
            )

    @property
    def name(self) -> str:
        """The name of the archive."""
        folder: Path = self.archive.folder
        return folder.resolve().name
