# SPDX-License-Identifier: GPL-3.0-or-later
"""Going from one annotation that waits for review to the next, through the whole archive."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from archivist.ui.inspector import InspectorPanel
from archivist.ui.messages import MessageBar
from archivist.ui.opening import Opening
from archivist.ui.session import Session


class Unreviewed(QObject):
    """Such an annotation has lost its words, so it is not in the text; the inspector shows it."""

    article_wanted = Signal(str)  # id of the article to open

    def __init__(
        self, session: Session, opening: Opening, inspector: InspectorPanel, messages: MessageBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._opening = opening
        self._inspector = inspector
        self._messages = messages

    def next(self) -> None:
        """Show the next one of the article, else the first of the next article that has one."""
        article = self._opening.article
        here = self._session.archive.review.of_article(article.id) if article is not None else []
        ids = [annotation.id for annotation in here]
        shown = self._inspector.annotation_id
        behind = ids[ids.index(shown) + 1 :] if shown in ids else ids
        if behind:
            self._inspector.choose(behind[0])
            return
        following = self._session.archive.review.next_article(article.id if article is not None else None)
        if following is not None and (article is None or following != article.id):
            self.article_wanted.emit(following)
            ids = [annotation.id for annotation in self._session.archive.review.of_article(following)]
        if ids:
            self._inspector.choose(ids[0])
        else:
            self._messages.tell(self.tr("No annotation waits for review."))
