# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing one article of a bundle into an archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace

from archivist.errors import ArticleNotFound
from archivist.exchange.bundle.documents import WrittenArticle
from archivist.exchange.bundle.reading import BundleReader
from archivist.exchange.bundle.same_texts import SameTexts
from archivist.exchange.incoming.conflicts import KEEP_OURS, Conflict, Decision, Decisions
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Article, JsonValue, Restriction
from archivist.store import Archive

_METADATA = ("title", "outlet", "byline", "section", "url", "published", "captured", "language")
# What can be taken over. A text is corrected by a revision; the rest says where ours came from, or is its keeper's.
_TAKEN = ("title", "outlet", "byline", "section", "url", "published", "language")
_CHOICES = (Decision.OURS, Decision.THEIRS)

_Differences = Mapping[str, tuple[JsonValue, JsonValue]]


def merge_article(
    archive: Archive,
    reader: BundleReader,
    written: WrittenArticle,
    same_texts: SameTexts,
    decisions: Decisions = KEEP_OURS,
) -> MergeLine:
    """Add an article, unless it is here by its id, its text or its original; inside an action."""
    outcome, details = Outcome.UNCHANGED, []
    try:
        ours = archive.articles.get(written.id)
    except ArticleNotFound:
        ours, outcome = _add(archive, reader, written, same_texts)
    if ours.id != written.id:
        details.append(f"is here under another id, {ours.id}")
    different = {} if outcome is Outcome.NEW else dict(_differences(archive, ours, written))
    conflict = None
    if different:
        conflict = Conflict(different, _CHOICES if any(name in _TAKEN for name in different) else _CHOICES[:1])
        outcome = Outcome.CONFLICT
        if decisions.on("article", ours.id) is Decision.THEIRS:
            outcome = _take(archive, ours, written, different)
        kept = [name for name in different if outcome is Outcome.CONFLICT or name not in _TAKEN]
        if kept:
            details.append(f"differs in {', '.join(kept)}; ours is kept")
    _collect(archive, ours, written)
    return MergeLine("article", ours.id, ours.title, outcome, "; ".join(details), conflict=conflict)


def _add(
    archive: Archive, reader: BundleReader, written: WrittenArticle, same_texts: SameTexts
) -> tuple[Article, Outcome]:
    articles = archive.articles
    known = written.id if articles.is_deleted(written.id) else same_texts.find(written)
    if known is not None:
        outcome = Outcome.MAPPED
        if articles.is_deleted(known):
            articles.restore(known)
            outcome = Outcome.RESTORED
        return articles.get(known), outcome
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


def _take(archive: Archive, ours: Article, written: WrittenArticle, different: _Differences) -> Outcome:
    taken = {name: getattr(written.draft, name) for name in _TAKEN if name in different}
    if not taken:
        return Outcome.CONFLICT
    archive.articles.update(ours.id, **taken)
    return Outcome.REPLACED


def _differences(
    archive: Archive, ours: Article, written: WrittenArticle
) -> Iterator[tuple[str, tuple[JsonValue, JsonValue]]]:
    """In what ours differs. One that is here under another id came here in its own way, and from another file."""
    articles, draft = archive.articles, written.draft
    sha256 = articles.revision(ours.id).sha256
    if sha256 != written.text_sha256:
        yield "text", (sha256, written.text_sha256)
    is_same = ours.id == written.id
    for name in _METADATA:
        here, there = getattr(ours, name), getattr(draft, name)
        if here != there and (is_same or name != "captured"):
            yield name, (here, there)
    if ours.restriction != written.restriction:
        yield "restriction", (_restriction_json(ours.restriction), _restriction_json(written.restriction))
    if not is_same:
        return
    part = articles.part(ours.id)
    if ours.original != written.original or part != written.part:
        here = ours.original.sha256 if ours.original else None
        yield "original", ({"sha256": here, "part": part}, {"sha256": written.original.sha256, "part": written.part})
    provenance = articles.provenance(ours.id)
    if draft.provenance is not None and provenance != draft.provenance:
        yield "provenance", (asdict(provenance), asdict(draft.provenance))
    warnings = articles.warnings(ours.id)
    if warnings != draft.warnings:
        yield "warnings", (list(warnings), list(draft.warnings))


def _restriction_json(held: Restriction | None) -> JsonValue:
    return {"kind": held.kind, "until": held.until, "reason": held.reason} if held else None


def _collect(archive: Archive, ours: Article, written: WrittenArticle) -> None:
    collections = archive.collections
    present = {name.casefold() for name in collections.of_article(ours.id)}
    for name in written.collections:
        if name.casefold() not in present:
            collections.put_in(collections.ensure(name).name, [ours.id])
