# SPDX-License-Identifier: GPL-3.0-or-later
"""The formats that are read, and which of them a file is in.

Further ones can be installed beside the program: a package with an entry point in the group
“archivist.readers” that loads a Reader.
"""

from __future__ import annotations

import logging
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from archivist.decoding.signatures import binary_kind
from archivist.errors import InvalidValue, UnsupportedFile
from archivist.intake.captures.wacz import WACZ
from archivist.intake.captures.warc import WARC
from archivist.intake.documents.docx import DOCX
from archivist.intake.documents.epub import EPUB
from archivist.intake.documents.odt import ODT
from archivist.intake.documents.refusals import old_document, xml_document
from archivist.intake.documents.rtf import RTF
from archivist.intake.feeds.feed import FEED
from archivist.intake.feeds.json_feed import JSON_FEED
from archivist.intake.feeds.telegram_page import TELEGRAM_PAGE
from archivist.intake.mail.mail import MAIL
from archivist.intake.mail.mbox import MBOX
from archivist.intake.markdown import MARKDOWN
from archivist.intake.packed.gzipped import GZIP
from archivist.intake.packed.tarred import TAR
from archivist.intake.packed.zipped import ZIP
from archivist.intake.pages.html import HTML
from archivist.intake.pages.mhtml import MHTML
from archivist.intake.pdf.pdf import PDF
from archivist.intake.plain_text import PLAIN_TEXT
from archivist.intake.reader import Reader
from archivist.intake.references.csl_json import CSL_JSON
from archivist.intake.references.ris import RIS
from archivist.intake.references.unread_formats import bibliography_kind
from archivist.intake.references.zotero_json import ZOTERO_JSON
from archivist.intake.references.zotero_rdf import ZOTERO_RDF
from archivist.intake.tables.readers import CSV, JSON

_GROUP = "archivist.readers"
_LOG = logging.getLogger(__name__)


@cache
def formats() -> tuple[Reader, ...]:
    """Every reader, in the order in which they are asked: what is surest of itself first, plain text last."""
    return (
        *_installed(),
        PDF,
        RTF,
        DOCX,
        ODT,
        EPUB,
        WARC,
        WACZ,
        ZIP,
        GZIP,
        TAR,
        ZOTERO_RDF,  # before feeds, whose first form is RDF, too
        FEED,
        JSON_FEED,
        MHTML,
        MBOX,
        MAIL,
        TELEGRAM_PAGE,
        HTML,
        ZOTERO_JSON,
        CSL_JSON,
        RIS,
        JSON,
        CSV,
        MARKDOWN,
        PLAIN_TEXT,
    )


def _installed() -> list[Reader]:
    found = []
    for entry_point in entry_points(group=_GROUP):
        try:
            reader = entry_point.load()
        except Exception:  # noqa: BLE001 - what others installed must not keep the program from working
            _LOG.warning("the reader %s could not be loaded", entry_point.name, exc_info=True)
            continue
        if isinstance(reader, Reader):
            found.append(reader)
        else:
            _LOG.warning("%s is not a reader", entry_point.value)
    return found


def reader_named(name: str) -> Reader:
    """The reader of this name, or of this extension. Raises InvalidValue."""
    wanted = name.strip().lower().removeprefix(".")
    by_name = [reader for reader in formats() if wanted == reader.name]
    by_extension = [reader for reader in formats() if f".{wanted}" in reader.extensions]
    if not by_name and not by_extension:
        raise InvalidValue("format", name, ", ".join(reader.name for reader in formats()))
    return (*by_name, *by_extension)[0]  # what is one reader's name and another's extension is the name


def reader_for(raw: bytes, path: Path, name: str | None = None) -> Reader:
    """The reader of a file: the one that is named, or the first that takes it.

    Raises UnsupportedFile, and of old office documents NeedsConversion and FileEncrypted.
    """
    if name:
        return reader_named(name)
    for reader in formats():
        if reader.sniff(raw, path):
            return reader
    refusal = old_document(raw, path) or xml_document(raw, path)
    if refusal:
        raise refusal
    kind = binary_kind(raw) or bibliography_kind(raw)
    if kind:
        raise UnsupportedFile(path, f"it is {kind}")
    raise UnsupportedFile(path, f"no reader takes “{path.suffix}”" if path.suffix else "it is not a text")
