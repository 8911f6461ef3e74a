# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON that the commands print. Fields may be added, never renamed: other programs read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archivist.errors import ArchivistError, QueryMistake
from archivist.model import (
    Annotation,
    Article,
    Backup,
    BackupReport,
    Event,
    Finding,
    ImportStatus,
    Provenance,
    RescueReport,
    RestoreReport,
    Revised,
    Revision,
    RevisionProvenance,
    SavedSearch,
    Suggestion,
    Tag,
)

if TYPE_CHECKING:
    from archivist.intake.preview import PreviewedFile
    from archivist.model import ConcordanceLine, RereadReport
    from archivist.search import Results
    from archivist.store.duplicate_groups import Group, Member
    from archivist.tag_hits import Tagged

Json = dict[str, Any]


def previewed(files: Sequence[PreviewedFile], nothing_new: Collection[Path] = ()) -> Json:
    """What `import --preview` found, file by file. `imported` counts the files that would come in.

    Of those in `nothing_new` everything is here, though some of it may differ.
    """
    counts = Counter(file.status for file in files)
    here = sum(file.status is ImportStatus.WARNING and file.path in nothing_new for file in files)
    return {
        "files": [
            {
                "path": str(file.path),
                "status": file.status,
                "format": file.reader,
                "encoding": file.encoding,
                "articles": file.articles,
                "title": file.title,
                "outlet": file.outlet,
                "byline": file.byline,
                "published": file.published,
                "language": file.language,
                "lines": list(file.lines),
                "titles": list(file.titles),
                "reason": file.reason,
                "unread": [{"part": piece.part, "reason": piece.reason} for piece in file.unread],
            }
            for file in files
        ],
        "imported": counts[ImportStatus.IMPORTED] + counts[ImportStatus.WARNING] - here,
        "duplicate": counts[ImportStatus.DUPLICATE] + here,
        "warning": counts[ImportStatus.WARNING],
        "refused": counts[ImportStatus.REFUSED],
    }


def listed(article: Article) -> Json:
    """A line of `list`."""
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "language": article.language,
        "annotations": article.annotation_count,
        "restriction": restriction_shape(article),
    }


def restriction_shape(article: Article) -> Json | None:
    """That an article is under embargo, until a day or without an end (""), or redacted."""
    held = article.restriction
    return {"kind": held.kind, "until": held.until, "reason": held.reason} if held else None


def restricted(article: Article) -> str:
    """The same in words: "embargo until 2030-01-31 (asked for by the source)"."""
    held = article.restriction
    if held is None:
        return ""
    return f"{held.kind}{held.until and f' until {held.until}'}{held.reason and f' ({held.reason})'}"


def shown(
    article: Article, revision: Revision, provenance: Provenance, annotations: list[Annotation], collections: list[str]
) -> Json:
    """The whole of `show`. `body` is the whole text, headline included; spans are in its code points."""
    original = article.original
    return {
        "id": article.id,
        "title": article.title,
        "body": revision.body,
        "outlet": article.outlet,
        "byline": article.byline,
        "section": article.section,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "collections": collections,
        "restriction": restriction_shape(article),
        "revision": revision.id,
        "original": {"sha256": original.sha256, "media_type": original.media_type, "size": original.size}
        if original
        else None,
        "provenance": {
            "source": provenance.source,
            "reader": provenance.reader,
            "reader_version": provenance.reader_version,
            "encoding": provenance.encoding,
            "parameters": dict(provenance.parameters),
            "imported_at": article.imported_at,
        },
        "annotations": [annotation_shape(annotation) for annotation in annotations],
    }


def proven(article: Article, source: str, revisions: Sequence[RevisionProvenance], events: Sequence[Event]) -> Json:
    """The whole of `provenance`. `hash` is over an event and the one before it in the log of the archive."""
    original = article.original
    return {
        "id": article.id,
        "title": article.title,
        "original": {
            "sha256": original.sha256,
            "media_type": original.media_type,
            "size": original.size,
            "source": source,
        }
        if original
        else None,
        "dates": {"captured": article.captured, "imported": article.imported_at, "published": article.published},
        "revisions": [revision_shape(revision) for revision in revisions],
        "events": [event_shape(event) for event in events],
    }


def revision_shape(revision: RevisionProvenance) -> Json:
    """One text of an article, without its words."""
    return {
        "id": revision.id,
        "number": revision.number,
        "current": revision.current,
        "sha256": revision.sha256,
        "created_at": revision.created_at,
        "reader": revision.reader,
        "reader_version": revision.reader_version,
        "encoding": revision.encoding,
        "parameters": dict(revision.parameters),
    }


def revised(report: Revised) -> Json:
    """What `revise` did. `queued` annotations wait for review, on the text that they were made in."""
    return {"revision": report.revision, "moved": report.moved, "queued": report.queued, "changed": report.changed}


def reread(reports: Sequence[RereadReport]) -> Json:
    """What `reread` did, article by article."""

    from archivist.model import RereadStatus

    return {
        "articles": [
            {
                "id": report.article,
                "title": report.title,
                "status": report.status,
                "revision": report.revision,
                "moved": report.moved,
                "queued": report.queued,
                "reason": report.reason,
            }
            for report in reports
        ],
        "revised": sum(report.status is RereadStatus.REVISED for report in reports),
        "refused": sum(report.status is RereadStatus.REFUSED for report in reports),
    }


def backed_up(report: BackupReport) -> Json:
    """What `backup` wrote; `problems` are those of the archive."""
    return {
        **backup_shape(report.backup),
        "copied": report.copied,
        "kept": report.kept,
        "removed": [str(path) for path in report.removed],
    }


def restored(report: RestoreReport) -> Json:
    """What `restore` made, and what verifying it found."""
    return {
        "path": str(report.path),
        "backup": backup_shape(report.backup),
        "findings": [finding_shape(finding) for finding in report.findings],
    }


def rescued(report: RescueReport) -> Json:
    """What `rescue` saved: rows read, rebuilt from the history and lost, and one by one what was lost or mended."""
    return {
        "path": str(report.path),
        "tables": {
            table.table: {"read": table.read, "rebuilt": table.rebuilt, "lost": table.lost} for table in report.tables
        },
        "originals": report.originals,
        "losses": [finding_shape(loss) for loss in report.losses],
        "findings": [finding_shape(finding) for finding in report.findings],
    }


def backup_shape(backup: Backup) -> Json:
    """A backup; `counts` are the rows of its tables."""
    return {
        "path": str(backup.path),
        "identity": backup.identity,
        "made_at": backup.made_at,
        "counts": dict(backup.counts),
        "size": backup.size,
        "problems": [finding_shape(finding) for finding in backup.problems],
    }


def finding_shape(finding: Finding) -> Json:
    """Something that was found wrong."""
    return {"where": finding.where, "problem": finding.problem}


def event_shape(event: Event) -> Json:
    """An entry of the preservation log."""
    return {
        "number": event.number,
        "id": event.id,
        "type": event.type,
        "at": event.at,
        "who": event.who,
        "agent": event.agent,
        "object_type": event.object_type,
        "object": event.object,
        "outcome": event.outcome,
        "detail": dict(event.detail),
        "hash": event.hash,
    }


def annotation_shape(annotation: Annotation) -> Json:
    """An annotation, as `show` and `annotate` print it."""
    return {
        "id": annotation.id,
        "start": annotation.start,
        "end": annotation.end,
        "quote": annotation.quote,
        "kind": annotation.tag.kind,
        "tag": annotation.tag.name,
        "note": annotation.note,
        "attributes": dict(annotation.attributes),
        "record": annotation.record,
        "status": annotation.status,
        "created_by": annotation.created_by,
        "created_at": annotation.created_at,
        "modified_at": annotation.modified_at,
    }


def tagged_shape(query: str, tag: Tag, tagged: Tagged) -> Json:
    """What `annotate --query` did. `added` leaves out the passages that carried the tag before."""
    return {
        "query": query,
        "tag": tag.name,
        "kind": tag.kind,
        "articles": tagged.articles,
        "passages": tagged.passages,
        "added": tagged.added,
    }


def suggested(by_article: Mapping[str, Sequence[Suggestion]], accepted: Sequence[str] | None) -> Json:
    """What `suggest` sees in each article (by id); `accepted` are the ids of the annotations it then made."""
    value: Json = {
        "articles": [
            {"id": article, "suggestions": [suggestion_shape(each) for each in suggestions]}
            for article, suggestions in by_article.items()
        ]
    }
    if accepted is not None:
        value["accepted"] = list(accepted)
    return value


def suggestion_shape(suggestion: Suggestion) -> Json:
    """One suggestion. `source` is the reader that saw it; `tag` is one that these words carried before."""
    return {
        "start": suggestion.start,
        "end": suggestion.end,
        "quote": suggestion.quote,
        "kind": suggestion.kind,
        "attributes": dict(suggestion.attributes),
        "record": suggestion.record,
        "tag": suggestion.tag,
        "confidence": round(suggestion.confidence, 3),
        "source": suggestion.source,
    }


def tag_shape(tag: Tag, names: dict[str, str], annotations: int) -> Json:
    """A line of `tags`; names are those of all tags by their ids."""
    return {
        "id": tag.id,
        "name": tag.name,
        "kind": tag.kind,
        "colour": tag.colour,
        "shortcut": tag.shortcut,
        "parent": names.get(tag.parent) if tag.parent else None,
        "description": tag.description,
        "annotations": annotations,
    }


def found(results: Results) -> Json:
    """The answer to a query of `search`. Matches are in code points of the body."""
    value: Json = {
        "query": results.query,
        "total": results.total,
        "hits": [
            {
                "id": hit.id,
                "title": hit.title,
                "outlet": hit.outlet,
                "published": hit.published,
                "score": round(hit.score, 4),
                "count": hit.count,
                "snippet": hit.snippet,
                "matches": [list(match) for match in hit.matches],
                **({"others": list(hit.others)} if hit.others else {}),
            }
            for hit in results.hits
        ],
        "suggestions": list(results.suggestions),
    }
    if results.pending:  # changed articles that another process is still bringing into the index
        value["pending"] = results.pending
    if results.folded:  # articles that are one text with a hit
        value["folded"] = results.folded
    if results.facets:
        value["facets"] = {
            facet.field: [{"value": value.value, "count": value.count} for value in facet.values]
            for facet in results.facets
        }
    return value


def grouped(groups: Sequence[Group], articles: Mapping[int, Article]) -> Json:
    """The groups of `duplicates`, with their articles by row.

    `likeness` is that to the article `like`: same, nearly, contained, or together, which a person said.
    """
    return {
        "groups": [
            {
                "articles": [
                    {
                        **listed(articles[member.row]),
                        "like": articles[member.like].id if member.like is not None else None,
                        "likeness": _likeness(member),
                        "share": member.found.share if member.found else None,
                    }
                    for member in group.members
                ]
            }
            for group in groups
        ],
        "articles": sum(len(group.members) for group in groups),
    }


def _likeness(member: Member) -> str | None:
    if member.found:
        return member.found.likeness
    return None if member.like is None else "together"


def mistaken(query: str, error: ArchivistError) -> Json:
    """A query of `search --batch` that has no answer. The position is in code points of the query."""
    position = {"position": error.position} if isinstance(error, QueryMistake) else {}
    return {"query": query, "error": str(error), **position}


def in_context(query: str, total: int, lines: Sequence[ConcordanceLine]) -> Json:
    """The lines of `concordance`; total counts all occurrences, those not printed included."""
    return {
        "query": query,
        "total": total,
        "lines": [
            {
                "article": line.article,
                "title": line.title,
                "outlet": line.outlet,
                "published": line.published,
                "start": line.start,
                "end": line.end,
                "left": line.left,
                "match": line.match,
                "right": line.right,
            }
            for line in lines
        ],
    }


def saved_search(search: SavedSearch) -> Json:
    """A line of `searches`."""
    return {
        "id": search.id,
        "name": search.name,
        "query": search.query,
        "sort": search.sort,
        "chosen": {field: list(values) for field, values in search.chosen.items()},
    }
