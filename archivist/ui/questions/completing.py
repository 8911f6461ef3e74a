# SPDX-License-Identifier: GPL-3.0-or-later
"""How a query may go on where somebody is typing it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from archivist.errors import IndexFailed
from archivist.model import Kind
from archivist.ui.questions.answering import Sources

if TYPE_CHECKING:
    from archivist.model import Completion


def complete(sources: Sources, query: str, caret: int) -> Completion:
    """What may stand at a code point of a query; only fields and operators while there is no index."""
    from archivist.search.completion import completions

    try:
        return sources.search.completions(query, caret)
    except IndexFailed:
        return completions(query, caret, _NoVocabulary())


class _NoVocabulary:
    """Nothing that the archive or its index hold."""

    def values(self, field: str) -> Sequence[str]:  # noqa: ARG002 - as the protocol has it
        return ()

    def records(self, kind: Kind, typed: str) -> Sequence[str]:  # noqa: ARG002 - as the protocol has it
        return ()

    def words(self, prefix: str) -> Sequence[str]:  # noqa: ARG002 - as the protocol has it
        return ()
