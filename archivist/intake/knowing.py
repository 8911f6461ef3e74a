# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the archive has all articles of a file already, told without reading the file."""

from __future__ import annotations

from archivist.decoding.encodings import known_encoding
from archivist.errors import ArticleNotFound
from archivist.intake.gathering import Known
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_named
from archivist.intake.tables.profile import TableProfile
from archivist.model import Provenance
from archivist.store import Archive


def known(archive: Archive, sha256: str, options: ImportOptions) -> Known | None:
    """The articles of the file with this hash; None where it has to be read.

    That is so where one of them was deleted, where not all pieces of the file could be read the
    last time, where it is to be read in another way now, and where its original is gone.
    """
    articles = archive.articles.of_original(sha256)
    if not articles:
        return None
    try:
        made = archive.articles.provenance(articles[0])
        part = archive.articles.part(articles[0])
    except ArticleNotFound:  # deleted in the meantime
        return None
    count = made.parameters.get("articles", 0 if part else 1)
    is_whole = count == len(articles) and not made.parameters.get("unread")
    if not is_whole or not _same_way(made, options) or not archive.originals.path(sha256).is_file():
        return None
    return Known(tuple(articles))


def _same_way(made: Provenance, options: ImportOptions) -> bool:
    """Whether a file would be read as it was; what nobody said is found out, and comes to the same."""
    reader = made.parameters.get("container", made.reader)
    if options.profile and TableProfile.as_read(made.parameters):
        return False  # whether its columns would be taken for the same only its reader can tell
    if options.format and reader_named(options.format).name != reader:
        return False
    if options.profile is not None and options.profile.name != made.parameters.get("profile", ""):
        return False
    return not options.encoding or made.encoding in (None, known_encoding(options.encoding))
