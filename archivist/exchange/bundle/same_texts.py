# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles of a bundle that are here under other ids, known by their texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from archivist.exchange.addresses import address_key
from archivist.exchange.bundle.documents import WrittenArticle
from archivist.store import Archive
from archivist.store.selections import TextHere


class SameTexts:
    """The articles that were here before a bundle came, by the hashes of their texts.

    What a bundle tells apart stays apart: an article that it holds itself, or that is another one
    of it already, is found by no text; nor is one of another address.
    """

    def __init__(self, archive: Archive, bundled: Collection[str]) -> None:
        """`bundled` are the ids of the bundle's articles. Takes seconds in a large archive."""
        self._claims: dict[str, str] = {}  # the id in the bundle, by that of the article here
        self._by_hash: dict[bytes, list[TextHere]] = defaultdict(list)
        for here in archive.selections.texts_here(former=True):
            if here.id not in bundled:
                self._by_hash[bytes.fromhex(here.sha256)].append(here)

    def find(self, written: WrittenArticle) -> str | None:
        """The id of the article here that has, or once had, this text; None where there is none."""
        fitting = [
            here
            for here in self._by_hash.get(bytes.fromhex(written.text_sha256), ())
            if self._claims.get(here.id, written.id) == written.id and _may_be(here, written)
        ]
        if not fitting:
            return None
        # Else as they are given: those that were not deleted, and those with this text now, first.
        best = min(fitting, key=lambda here: (here.deleted, here.url != written.draft.url))
        self._claims[best.id] = written.id
        return best.id


def _may_be(here: TextHere, written: WrittenArticle) -> bool:
    url = written.draft.url
    return not here.url or not url or address_key(here.url) == address_key(url)
