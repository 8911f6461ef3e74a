# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions on the desk: shown in the article that is read, accepted and rejected by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from archivist.errors import ArchivistError
from archivist.ui.jobs import Job, Jobs
from archivist.ui.keys import Keys
from archivist.ui.messages import MessageBar
from archivist.ui.questions.suggesting import Offered, suggestions_of
from archivist.ui.reader import ReaderPanel
from archivist.ui.session import Session
from archivist.ui.wording import Wording

if TYPE_CHECKING:
    from archivist.model import Suggestion


class Suggesting(QObject):
    """Asks what is offered in the shown article, after every change of it, and settles offers.

    Nothing is applied unasked. A settled offer goes at once; the answer that follows may bring others.
    """

    chosen_changed = Signal(bool)  # whether a suggestion is chosen
    offered_changed = Signal(bool)  # whether there are any

    def __init__(self, session: Session, jobs: Jobs, reader: ReaderPanel, messages: MessageBar, keys: Keys) -> None:
        super().__init__(reader)
        self._session = session
        self._jobs = jobs
        self._view = reader.view
        self._messages = messages
        self._keys = keys
        self._wording = Wording(self)
        self._article_id: str | None = None
        self._asking: Job | None = None
        self._offered: list[Suggestion] = []
        self._names: Mapping[str, str] = {}  # of the tags and records that are offered, by id
        self._on = True
        self._view.suggestion_chosen.connect(self._on_chosen)
        for fact in (session.records_changed, session.rejections_changed):
            fact.connect(self._ask)
        session.annotations_changed.connect(self._on_annotations_changed)
        session.article_changed.connect(self._on_annotations_changed)

    @property
    def are_shown(self) -> bool:
        """Whether suggestions are shown."""
        return self._on

    @property
    def offered(self) -> tuple[Suggestion, ...]:
        """What is shown, in the order of the text."""
        return tuple(self._offered)

    def toggle(self) -> None:
        """Show suggestions in the article, or none."""
        self.show(not self._on)

    def show(self, on: bool) -> None:  # noqa: FBT001 - a setter, as Qt has them
        """Show suggestions in the article from now on, or none."""
        self._on = on
        self._ask()

    def set_article(self, article_id: str | None) -> None:
        """The reader shows another article."""
        self._article_id = article_id
        self._show([])
        self._ask()

    def go(self, step: int) -> None:
        """Choose the next suggestion (1) or the one before (-1)."""
        if not self._on:
            self._messages.tell(
                self.tr("Suggestions are hidden."),
                self.tr("Show them first ({key}).").format(key=self._keys.told("show_suggestions")),
            )
        elif not self._offered:
            self._messages.tell(self.tr("Nothing is suggested in this article."))
        elif step > 0:
            self._view.next_suggestion()
        else:
            self._view.previous_suggestion()

    def accept(self) -> None:
        """Annotate the chosen suggestion, and go on to the next one."""
        if chosen := self._view.chosen_suggestion:
            self._settle([chosen], accepting=True)

    def reject(self) -> None:
        """Let the chosen suggestion not be made again, and go on to the next one."""
        if chosen := self._view.chosen_suggestion:
            self._settle([chosen], accepting=False)

    def accept_kind(self) -> None:
        """Annotate all suggestions in the article that are of the chosen one's kind, in one step."""
        if chosen := self._view.chosen_suggestion:
            alike = [each for each in self._offered if each.kind is chosen.kind and each.source == chosen.source]
            if self._settle(alike, accepting=True):
                self._messages.tell(self.tr("%Ln suggestion(s) accepted.", "", len(alike)))

    def _settle(self, suggestions: Sequence[Suggestion], *, accepting: bool) -> bool:
        if self._article_id is None:
            return False
        offers = [(self._article_id, each) for each in suggestions]
        settle = self._session.accept_suggestions if accepting else self._session.reject_suggestions
        last = max(each.end for each in suggestions)
        if not settle(offers):
            return False
        self._show([each for each in self._offered if each not in suggestions])
        following = next((each for each in self._offered if each.start >= last), None)
        self._view.choose_suggestion(following)
        return True

    def _ask(self) -> None:
        if self._asking is not None:
            self._asking.drop()
            self._asking = None
        if self._article_id is None or not self._on:
            self._show([])
            return
        article_id = self._article_id

        def done(found: Offered) -> None:
            self._asking = None
            if article_id == self._article_id:
                self._names = found.names
                self._show(found.suggestions)

        self._asking = self._jobs.ask_process(suggestions_of, (article_id,), done=done, failed=self._on_failed)

    def _show(self, suggestions: Sequence[Suggestion]) -> None:
        chosen = self._view.chosen_suggestion
        self._offered = list(suggestions)
        self._view.show_suggestions(self._offered, self._names)
        if chosen is not None:
            self._view.choose_suggestion(chosen if chosen in self._offered else None)
        self.offered_changed.emit(bool(self._offered))

    def _on_annotations_changed(self, article_id: str) -> None:
        if article_id in ("", self._article_id):
            self._ask()

    def _on_chosen(self, suggestion: Suggestion | None) -> None:
        self.chosen_changed.emit(suggestion is not None)

    def _on_failed(self, error: ArchivistError) -> None:
        self._asking = None
        self._messages.tell_error(error)
