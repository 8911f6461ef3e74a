# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing one article of a bundle into an archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from archivist.errors import ArticleNotFound
from archivist.exchange.bundle.documents import WrittenArticle
from archivist.exchange.bundle.reading import BundleReader
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Article
from archivist.store import Archive

_METADATA = ("title", "outlet", "byline", "section", "url", "published", "captured", "language")


def merge_article(archive: Archive, reader: BundleReader, written: WrittenArticle) -> MergeLine:
    """Add an article, unless it is here by its id or by its original; inside an action."""
    outcome, details = Outcome.UNCHANGED, []
    try:
        ours = archive.articles.get(written.id)
    except ArticleNotFound:
        ours, outcome = _add(archive, reader, written)
    if outcome is Outcome.MAPPED:
        details.append(f"is here under another id, {ours.id}")
    different = [] if outcome is Outcome.NEW else list(_differences(archive, ours, written))
    if different:
        details.append(f"differs in {', '.join(different)}; ours is kept")
        outcome = Outcome.CONFLICT
    _collect(archive, ours, written)
    return MergeLine("article", ours.id, ours.title, outcome, "; ".join(details))


def _add(archive: Archive, reader: BundleReader, written: WrittenArticle) -> tuple[Article, Outcome]:
    articles = archive.articles
    if articles.is_deleted(written.id):
        articles.restore(written.id)
        return articles.get(written.id), Outcome.RESTORED
    added = articles.add(
        replace(written.draft, body=reader.text(written.id)),
        reader.original(written.original.sha256),
        written.original.media_type,
        part=written.part,
        id_=written.id,
        revision_id=None if articles.is_revision(written.revision) else written.revision,
        imported_at=written.imported_at,
    )
    if written.restriction and not added.duplicate:
        articles.restrict([added.article], written.restriction)
    return articles.get(added.article), Outcome.NEW if added.article == written.id else Outcome.MAPPED


def _differences(archive: Archive, ours: Article, written: WrittenArticle) -> Iterator[str]:
    """In what ours differs. One that is here under another id came here in its own way."""
    articles = archive.articles
    if articles.revision(ours.id).sha256 != written.text_sha256:
        yield "text"
    yield from (name for name in _METADATA if getattr(ours, name) != getattr(written.draft, name))
    if ours.original != written.original or articles.part(ours.id) != written.part:
        yield "original"
    if ours.restriction != written.restriction:
        yield "restriction"
    if ours.id == written.id:
        if articles.provenance(ours.id) != written.draft.provenance:
            yield "provenance"
        if articles.warnings(ours.id) != written.draft.warnings:
            yield "warnings"


def _collect(archive: Archive, ours: Article, written: WrittenArticle) -> None:
    collections = archive.collections
    present = {name.casefold() for name in collections.of_article(ours.id)}
    for name in written.collections:
        if name.casefold() not in present:
            collections.put_in(collections.ensure(name).name, [ours.id])
