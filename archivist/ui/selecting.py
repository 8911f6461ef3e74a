# SPDX-License-Identifier: GPL-3.0-or-later
"""Selecting what is under the caret: a word, a noun phrase, a sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from archivist.ui.messages import MessageBar
from archivist.ui.opening import Opening
from archivist.ui.reader import ReaderPanel


class Selecting(QObject):
    """Selects words of the article that is shown, so that a key can tag them."""

    def __init__(self, opening: Opening, reader: ReaderPanel, messages: MessageBar) -> None:
        super().__init__(reader)
        self._opening = opening
        self._view = reader.view
        self._messages = messages

    def select_word(self) -> None:
        """Select the word under the caret."""
        from archivist.language.units import word_at

        self._select(word_at)

    def select_noun_phrase(self) -> None:
        """Select the noun phrase under the caret."""
        from archivist.language.units import noun_phrase_at

        article = self._opening.article
        language = article.language if article is not None else ""
        self._select(lambda text, offset: noun_phrase_at(text, offset, language))

    def select_sentence(self) -> None:
        """Select the sentence under the caret."""
        from archivist.language.units import sentence_at

        self._select(sentence_at)

    def _select(self, find: Callable[[str, int], tuple[int, int] | None]) -> None:
        span = find(self._view.article_text, self._view.caret())
        if span is not None:
            self._view.select_whole(*span)
        else:
            self._messages.tell(
                self.tr("There is no word under the caret."), self.tr("Click into one, then try again.")
            )
