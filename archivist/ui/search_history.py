# SPDX-License-Identifier: GPL-3.0-or-later
"""The searches that a person made lately, kept in the settings until they are cleared."""

from __future__ import annotations

from archivist.ui.settings import RECENT_SEARCHES, Settings

_MOST = 20


class SearchHistory:
    """Queries, the newest first, each once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def queries(self) -> list[str]:
        """What was searched for lately."""
        return self._settings.get(RECENT_SEARCHES)

    def remember(self, query: str) -> None:
        """Put a query at the head; "" is none."""
        query = " ".join(query.split())
        if query:
            others = [each for each in self.queries if each != query]
            self._settings.set(RECENT_SEARCHES, [query, *others][:_MOST])

    def clear(self) -> None:
        """Forget them all."""
        self._settings.set(RECENT_SEARCHES, list[str]())
