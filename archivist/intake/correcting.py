# SPDX-License-Identifier: GPL-3.0-or-later
"""A text that a person corrected, in a file or in the window, or took up again, for an article of the archive."""

from __future__ import annotations

from pathlib import Path

from archivist import __version__
from archivist.decoding.encodings import decode
from archivist.errors import EmptyFile, TextChangedSince, TextsChangedSince
from archivist.intake.files import read_file
from archivist.intake.plain_text import decoding_warnings
from archivist.intake.reader import source_name
from archivist.model import Provenance, Revised
from archivist.store import Archive

CORRECTION = "correction"


def correct(archive: Archive, article: str, path: Path, encoding: str | None = None) -> Revised:
    """Give an article (id) the text of a file, to the letter; its annotations follow.

    Raises FileUnreadable, FileTooLarge, UnsupportedFile, EmptyFile, NotText, WrongEncoding,
    InvalidValue, ArticleNotFound.
    """
    raw = read_file(path)
    if not raw:
        raise EmptyFile(path)
    decoded = decode(raw, encoding, path=path)
    parameters = {"file": source_name(path)}
    reading = Provenance(source_name(path), CORRECTION, __version__, decoded.encoding, parameters)
    return archive.articles.revise(article, decoded.text, reading, decoding_warnings(decoded))


def correct_typed(archive: Archive, article: str, text: str, revision: str) -> Revised:
    """Give an article (id) a text that was typed over its text `revision` (id); its annotations follow.

    Raises TextChangedSince where the article has another text by now, InvalidValue, ArticleNotFound.
    """
    title = archive.articles.get(article).title
    with archive.action(f"Revise {title}"):  # within which nobody else writes
        if archive.articles.get(article).revision != revision:
            raise TextChangedSince(title)
        return archive.articles.revise(article, text, Provenance("", CORRECTION, __version__, None))


def take_up_again(archive: Archive, article: str, older: str, current: str) -> Revised:
    """Give an article (id) its text `older` (id) again, to the letter, in place of its text `current` (id).

    It is a new text, as a corrected one is, and annotations follow. Raises TextsChangedSince where the
    article has another text than `current` by now, RevisionNotFound, ArticleNotFound.
    """
    title = archive.articles.get(article).title
    with archive.action(f"Revise {title}"):  # within which nobody else writes
        if archive.articles.get(article).revision != current:
            raise TextsChangedSince(title)
        text, encoding = archive.revisions.get(article, older), archive.revisions.provenance(article, older).encoding
        reading = Provenance("", CORRECTION, __version__, encoding, {"text": text.number})
        return archive.articles.revise(article, text.body, reading)
