# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether an archive knows anything of a bundle, so that something in it may differ."""

from __future__ import annotations

from archivist.exchange.bundle.reading import BundleReader
from archivist.exchange.bundle.same_texts import SameTexts
from archivist.exchange.bundle.tag_merging import differences
from archivist.store import Archive


def knows_any(archive: Archive, reader: BundleReader) -> bool:
    """Whether an article, annotation, record or relation of the bundle is or was here, or a tag is another one here."""
    tags = {tag.id: tag for tag in archive.tags.all()}
    if any(tag.id in tags and differences(tags[tag.id], tag, {}) for tag in reader.tags):
        return True
    if _knows_article(archive, reader):
        return True
    return (
        any(archive.records.is_known(record.id) for record in reader.records())
        or any(archive.annotations.is_known(written.id) for written in reader.annotations())
        or any(archive.relations.is_known(relation.id) for relation in reader.relations())
    )


def _knows_article(archive: Archive, reader: BundleReader) -> bool:
    if any(map(archive.articles.is_known, reader.article_ids)):
        return True
    same_texts = SameTexts(archive, reader.article_ids)
    return any(
        same_texts.find(written) is not None or archive.articles.of_original(written.original.sha256)
        for written in reader.articles()
    )
