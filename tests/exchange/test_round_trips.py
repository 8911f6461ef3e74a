# SPDX-License-Identifier: GPL-3.0-or-later
"""Every format that is written and read: what its losses do not name is the same in another archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import pytest

from archivist.exchange import Aspect, Format, Selection, TagMapping, export, export_bundle, formats, import_bundle
from archivist.exchange import take_in as take_in_format
from archivist.model import (
    Annotation,
    Article,
    Kind,
    Node,
    NodeType,
    Record,
    RecordDraft,
    Relation,
    Restriction,
    RestrictionKind,
)
from archivist.store import Archive
from tests.exchange.test_every_format import place
from tests.long_work import run_to_end

# Of FollowTheMoney entities only the records are taken in; see ftm/test_ftm.py.
BOTH_WAYS = [format_ for format_ in formats() if format_.writes and format_.reads and format_.name != "ftm"]
# What other programs make of a file that has it all.
ELSEWHERE = {"places after characters such as emoji", "annotations that overlap one before them"}
OF_ARTICLES = {
    aspect: attrgetter(f"{aspect}")
    for aspect in (
        *(Aspect.TITLE, Aspect.OUTLET, Aspect.BYLINE, Aspect.SECTION, Aspect.URL, Aspect.PUBLISHED),
        *(Aspect.CAPTURED, Aspect.LANGUAGE, Aspect.ORIGINAL),
    )
} | {Aspect.RESTRICTIONS: attrgetter("restriction")}
OF_ANNOTATIONS: dict[Aspect, Callable[[Annotation], object]] = {
    Aspect.ANNOTATIONS: lambda mark: (mark.article, mark.start, mark.end, mark.quote, mark.tag.name, mark.tag.kind),
    Aspect.NOTES: attrgetter("note"),
    Aspect.ATTRIBUTES: lambda mark: dict(mark.attributes),
    Aspect.ANNOTATORS: attrgetter("created_by"),
    Aspect.TIMES: attrgetter("created_at", "modified_at"),
    Aspect.RECORD_LINKS: attrgetter("record"),
    Aspect.FOR_REVIEW: attrgetter("status"),
}


@pytest.fixture
def full(archive: Archive, articles: list[Article], add_article: Callable[..., Article]) -> Archive:
    """Articles with all that is known of one, and records and relations that somebody else made long ago."""
    hard, other = sorted(articles, key=lambda article: not article.outlet)
    archive.articles.update(hard.id, section="Світ", url="https://visnyk.example/1")
    archive.articles.restrict([hard.id], Restriction(RestrictionKind.EMBARGO, "2030-01-31", "на прохання"))
    add_article("Третя новина", captured="2022-01-07")
    marks = archive.annotations.of_article(hard.id)
    far = archive.annotations.add(other.id, 0, 5, archive.tags.named("strike").id)
    moments = ("2020-03-01T10:00:00.000Z", "2021-04-02T11:30:00.000Z")
    record = Record(0, "7d0c7c0e-0000-4000-8000-000000000001", RecordDraft(Kind.ACTOR, "Рада"), 0, "Ihor", *moments)
    archive.records.bring_in(record)
    archive.records.link([next(mark.id for mark in marks if mark.record is None)], record.id)
    here, there, beyond = (Node(NodeType.ANNOTATION, mark.id) for mark in (marks[0], marks[1], far))
    known = Node(NodeType.RECORD, record.id)
    ends = ((here, there), (here, known), (known, Node(NodeType.RECORD, archive.records.ids()[0])), (there, beyond))
    for number, (source, target) in enumerate(ends, 1):
        id_ = f"7d0c7c0e-0000-4000-8000-00000000001{number}"
        archive.relations.bring_in(Relation(id_, "says", source, target, f"так {number}", "Ihor", moments[0]))
    return archive


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "other", who="Petro") as other:
        yield other


def handed_over(archive: Archive, other: Archive, format_: Format, folder: Path) -> set[str]:
    """Export everything and import it into the other archive; returns what the losses name."""
    everything = Selection(tuple(archive.articles.ids(archive.articles.rows())), restricted=True)
    if Aspect.TEXT not in format_.keeps:  # so the articles have to be there, without what is marked in them
        bare = replace(everything, annotators=frozenset({"nobody"}))
        run_to_end(import_bundle(other, run_to_end(export_bundle(archive, bare, folder / "bare")).path))
    report = run_to_end(export(archive, format_, everything, place(folder, format_)))
    run_to_end(take_in_format(other, format_, report.path, TagMapping()))
    return {loss.what for loss in report.losses}


def state(archive: Archive) -> dict[Aspect, dict[str, object]]:
    """What there is of each aspect, by the id of what has it, or by name."""
    ids = archive.articles.ids(archive.articles.rows())
    articles = [archive.articles.get(id_) for id_ in ids]
    marks = [mark for id_ in ids for mark in archive.annotations.of_article(id_)]
    names = {tag.id: tag.name for tag in archive.tags.all()}
    records, relations = list(archive.records.all()), archive.relations.all()
    return {
        **{aspect: {each.id: get(each) for each in articles} for aspect, get in OF_ARTICLES.items()},
        Aspect.TEXT: {id_: archive.articles.revision(id_).body for id_ in ids},
        Aspect.COLLECTIONS: {id_: archive.collections.of_article(id_) for id_ in ids},
        Aspect.PROVENANCE: {id_: archive.articles.provenance(id_) for id_ in ids},
        **{aspect: {mark.id: get(mark) for mark in marks} for aspect, get in OF_ANNOTATIONS.items()},
        Aspect.CODEBOOK: {
            tag.name: (tag.id, tag.kind, tag.colour, tag.shortcut, names.get(tag.parent or ""), tag.description)
            for tag in archive.tags.all()
        },
        Aspect.RECORDS: {record.id: record.draft for record in records},
        Aspect.RECORD_TIMES: {each.id: (each.created_by, each.created_at, each.modified_at) for each in records},
        Aspect.RELATION_TIMES: {each.id: (each.created_by, each.created_at) for each in relations},
        **{aspect: {} for aspect in (Aspect.RELATIONS, Aspect.CROSS_RELATIONS, Aspect.RECORD_RELATIONS)},
        **_relations(archive, relations),
    }


def _relations(archive: Archive, relations: list[Relation]) -> dict[Aspect, dict[str, object]]:
    found: dict[Aspect, dict[str, object]] = {}
    for each in relations:
        nodes = (each.source, each.target)
        aspect = Aspect.RECORD_RELATIONS
        if all(node.type is NodeType.ANNOTATION for node in nodes):
            texts = {archive.annotations.get(node.id).article for node in nodes}
            aspect = Aspect.RELATIONS if len(texts) == 1 else Aspect.CROSS_RELATIONS
        found.setdefault(aspect, {})[each.id] = (each.type, each.source, each.target, each.note)
    return found


@pytest.mark.parametrize("format_", BOTH_WAYS, ids=lambda format_: format_.name)
def test_what_the_losses_do_not_name_is_the_same_in_another_archive(
    full: Archive, other: Archive, format_: Format, tmp_path: Path
) -> None:
    told = handed_over(full, other, format_, tmp_path)
    assert told <= {*Aspect, *ELSEWHERE}
    before, after, skipped = state(full), state(other), set(told)
    if Aspect.RECORDS in told:
        skipped.add(Aspect.RECORD_TIMES)  # of which there are no records to be told
    if Aspect.ANNOTATIONS in told:
        skipped.update(OF_ANNOTATIONS, (Aspect.RELATIONS, Aspect.CROSS_RELATIONS))
    for aspect in before.keys() - skipped:
        wanted = before[aspect]
        if aspect is Aspect.RELATION_TIMES:  # of those that are there, as the others have been told
            wanted = {id_: made for id_, made in wanted.items() if id_ in after[aspect]}
        assert after[aspect] == wanted, aspect
