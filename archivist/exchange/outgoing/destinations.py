# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an export may go: its name has to say what it will be."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from archivist.errors import InvalidValue
from archivist.exchange.format import Format

# Extensions by which people and programs tell files; a folder called so would be taken for one of these.
_OF_FILES = frozenset(
    [
        ".zip",
        ".json",
        ".jsonl",
        ".jsonld",
        ".xml",
        ".xmi",
        ".html",
        ".htm",
        ".md",
        ".txt",
        ".csv",
        ".tsv",
        ".xlsx",
        ".ann",
        ".conllu",
        ".conll",
        ".iob",
        ".tei",
        ".qdpx",
        ".qdc",
        ".qda",
        ".spacy",
        ".pdf",
        ".docx",
        ".sqlite3",
    ]
)


def check_destination(format_: Format, destination: Path, articles: int) -> None:
    """Raises InvalidValue where a name is that of something else than would be written."""
    extension = destination.suffix.lower()
    if format_.one_article and extension == format_.one_article:
        if articles > 1:
            wanted = f"a folder or a name that ends in .zip, as each of the {articles} articles is a file of its own"
            raise InvalidValue("name of an export", destination.name, wanted)
        return
    if extension in _OF_FILES and not _fits(destination.name.lower(), format_.outgoing):
        raise InvalidValue("name of an export", destination.name, _in_words(format_.outgoing))


def _fits(name: str, extensions: Iterable[str]) -> bool:
    return any(extension and name.endswith(extension) for extension in extensions)


def _in_words(extensions: tuple[str, ...]) -> str:
    named = [extension for extension in extensions if extension]
    words = f"a name that ends in {' or '.join(named)}" if named else ""
    return f"a folder or {words}" if "" in extensions and words else words or "a folder"
