# SPDX-License-Identifier: GPL-3.0-or-later
"""The articles in Dublin Core, a record each as in OAI-PMH (oai_dc): for catalogues, which ours does not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from archivist.exchange.bundle.xml_text import DECLARATION, element, leaf, leaf_or_none
from archivist.exchange.files.json_fields import urn
from archivist.model import Article

_RECORD = (
    'oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def document(
    ids: Sequence[str], article: Callable[[str], Article], collections: Callable[[str], Sequence[str]]
) -> Iterator[bytes]:
    """The document for these articles, a chunk for each."""
    yield f"{DECLARATION}<records>\n".encode()
    for id_ in ids:
        yield f"{_record(article(id_), collections(id_))}\n".encode()
    yield b"</records>\n"


def _record(article: Article, collections: Sequence[str]) -> str:
    return element(
        _RECORD,
        leaf("dc:title", article.title),
        leaf_or_none("dc:creator", article.byline),
        leaf_or_none("dc:publisher", article.outlet),
        leaf_or_none("dc:subject", article.section),
        leaf_or_none("dc:date", article.published),
        leaf("dc:type", "Text"),
        leaf("dc:format", "text/plain"),
        leaf("dc:identifier", urn(article.id)),
        leaf_or_none("dc:identifier", article.url),
        leaf_or_none("dc:language", article.language),
        *(leaf("dc:relation", name) for name in collections),
    )
