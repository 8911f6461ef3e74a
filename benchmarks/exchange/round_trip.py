# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes back of an export, aspect by aspect: everything of an archive that a format says it keeps."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archivist import exchange
from archivist.errors import ArchivistError
from archivist.exchange import Aspect, Contents, Format, HandedArticle, Selection, TagMapping
from archivist.exchange.items import ReadDocument
from archivist.exchange.report import MergeReport, Outcome
from archivist.model import Annotation, ArticleDraft, JsonValue, Loss, NodeType
from archivist.store import Archive
from tests.long_work import run_to_end

Facts = dict[Aspect, Counter[str]]

_OF_ARTICLES: dict[Aspect, Callable[[HandedArticle], object]] = {
    Aspect.TITLE: lambda handed: handed.article.title,
    Aspect.OUTLET: lambda handed: handed.article.outlet,
    Aspect.BYLINE: lambda handed: handed.article.byline,
    Aspect.SECTION: lambda handed: handed.article.section,
    Aspect.URL: lambda handed: handed.article.url,
    Aspect.PUBLISHED: lambda handed: handed.article.published,
    Aspect.CAPTURED: lambda handed: handed.article.captured,
    Aspect.LANGUAGE: lambda handed: handed.article.language,
    Aspect.RESTRICTIONS: lambda handed: handed.article.restriction,
    Aspect.TEXT: lambda handed: handed.text,
    Aspect.ORIGINAL: lambda handed: handed.article.original,
}
_OF_ANNOTATIONS: dict[Aspect, Callable[[Annotation], object]] = {
    Aspect.NOTES: lambda mark: mark.note,
    Aspect.ATTRIBUTES: lambda mark: dict(mark.attributes),
    Aspect.ANNOTATORS: lambda mark: mark.created_by,
    Aspect.TIMES: lambda mark: [mark.created_at, mark.modified_at],
    Aspect.RECORD_LINKS: lambda mark: mark.record,
}
_NAME = re.compile(r"^(.*name='(?:[^'\\\\]|\\\\.)*').*$", re.DOTALL)  # of a fact: the id, and the draft up to its name
OF_RECORDS = frozenset({Aspect.RECORDS, Aspect.RECORD_RELATIONS, Aspect.RECORD_TIMES, Aspect.RELATION_TIMES})
NOT_IMPORTED = frozenset({Aspect.HISTORY})  # it is there to be read


@dataclass
class Result:
    """What a format came to."""

    format: str
    shape: str  # extension of the file; "folder"
    read_as: str = ""  # name of the format that took it for its own
    losses: tuple[Loss, ...] = ()
    compared: Counter[Aspect] = field(default_factory=Counter)
    different: Counter[Aspect] = field(default_factory=Counter)
    examples: dict[Aspect, list[str]] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)  # what the import reported as left out or in conflict
    only_records: bool = False  # whether the format brings no articles
    again: str = ""  # what taking it in a second time changed
    failed: str = ""


def round_trip(archive: Archive, format_: Format, path: Path, scratch: Path) -> Result:
    """Export everything to the path, import it into an archive that is empty, and compare."""
    result = Result(format_.name, path.suffix or "folder")
    chosen = Selection(tuple(archive.articles.ids(archive.articles.rows())), restricted=True)
    try:
        result.losses = tuple(run_to_end(exchange.export(archive, format_, chosen, path)).losses)
        reader = _reader(format_, path)
        if reader is None:
            return result
        result.read_as = reader.name
        expected = facts(Contents(archive, chosen, format_.fit), format_.keeps)
        with _new_archive(archive, format_, scratch) as other:
            report = run_to_end(exchange.take_in(other, reader, path, TagMapping()))
            result.told = _told(report)
            found = _found(other, reader, path, format_.keeps)
            again = run_to_end(exchange.take_in(other, reader, path, TagMapping()))
            result.again = "a second import changes it" if again.changed else ""
    except ArchivistError as error:
        result.failed = f"{type(error).__name__}: {error}"
        return result
    keeps = format_.keeps
    result.only_records = Aspect.RECORDS in keeps and not found.get(Aspect.ARTICLE_IDS)
    if result.only_records:
        keeps &= OF_RECORDS
        expected[Aspect.RECORDS], found[Aspect.RECORDS] = map(_named, (expected, found))
    _compare(result, expected, found, keeps)
    return result


def _named(facts_: Facts) -> Counter[str]:
    """The records without what else is said of them."""
    return Counter(_NAME.sub(r"\1", fact) for fact in facts_[Aspect.RECORDS].elements())


def _reader(format_: Format, path: Path) -> Format | None:
    """The format that this is recognised as; the one that wrote it where that reads and is not recognised."""
    recognised = [found.format for found in exchange.recognise([path]) if found.path == path]
    return recognised[0] if recognised else format_ if format_.reads else None


def _new_archive(archive: Archive, format_: Format, folder: Path) -> Archive:
    """An empty archive; for a format without texts one that has these, and nothing else."""
    new = Archive.create(folder, who="Somebody else")
    if Aspect.TEXT not in format_.keeps and Aspect.ANNOTATIONS in format_.keeps:
        with new.action("Add the texts"):
            for id_ in archive.articles.ids(archive.articles.rows()):
                body = archive.articles.revision(id_).body
                new.articles.add(ArticleDraft("text", body), body.encode(), "text/plain", part=id_, id_=id_)
    return new


def _told(report: MergeReport) -> list[str]:
    return [f"{line.outcome}: {line}" for line in report.lines if line.outcome in (Outcome.LEFT_OUT, Outcome.CONFLICT)]


def _found(archive: Archive, reader: Format, path: Path, keeps: frozenset[Aspect]) -> Facts:
    everything = Selection(tuple(archive.articles.ids(archive.articles.rows())), restricted=True)
    found = facts(Contents(archive, everything), keeps)
    if Aspect.TEXT not in keeps and reader.read is not None:  # the articles were here before: compare what is read
        documents = [item for item in reader.read(path) if isinstance(item, ReadDocument)]
        found |= _of_documents(documents, keeps)
    return found


def _of_documents(documents: Sequence[ReadDocument], keeps: frozenset[Aspect]) -> Facts:
    names = [aspect for aspect in _OF_ARTICLES if aspect in keeps and hasattr(ReadDocument, aspect.value)]
    found = {
        aspect: Counter(
            _fact(document.id, getattr(document, aspect.value))
            for document in documents
            if getattr(document, aspect.value)
        )
        for aspect in names
    }
    if Aspect.COLLECTIONS in keeps:
        found[Aspect.COLLECTIONS] = Counter(
            _fact(document.id, name) for document in documents for name in document.collections
        )
    return found


# The facts of an archive


def facts(contents: Contents, keeps: frozenset[Aspect]) -> Facts:
    """All that these articles say of each aspect, as texts that can be compared."""
    found: Facts = {aspect: Counter() for aspect in keeps}

    def say(aspect: Aspect, *parts: object) -> None:
        if aspect in found:
            found[aspect][_fact(*parts)] += 1

    carried: set[str] = set()
    for handed in contents.articles():
        marks = handed.annotations + (handed.for_review if Aspect.FOR_REVIEW in keeps else ())
        carried |= {mark.id for mark in marks}
        _say_article(say, contents, handed, keeps)
        for mark in marks:
            _say_annotation(say, mark, keeps)
    for tag in contents.tags:
        parent = next((one.name for one in contents.tags if one.id == tag.parent), "")
        say(Aspect.CODEBOOK, tag.name, tag.kind, tag.colour, tag.shortcut, parent, tag.description)
    for record in contents.records():
        say(Aspect.RECORDS, record.id, record.draft)
        say(Aspect.RECORD_TIMES, record.id, record.created_by, record.created_at, record.modified_at)
    for relation in contents.belonging.relations:
        ends = [end.id for end in (relation.source, relation.target) if end.type is NodeType.ANNOTATION]
        if carried.issuperset(ends):
            articles = {contents.belonging.articles[id_] for id_ in ends}
            aspect = _of_relation(len(ends), len(articles))
            say(aspect, relation.id, relation.type, relation.source, relation.target, relation.note)
            if aspect in keeps:
                say(Aspect.RELATION_TIMES, relation.id, relation.created_by, relation.created_at)
    return found


def _say_article(say: Callable[..., None], contents: Contents, handed: HandedArticle, keeps: frozenset[Aspect]) -> None:
    id_ = handed.article.id
    key = id_ if Aspect.ARTICLE_IDS in keeps else handed.text
    say(Aspect.ARTICLE_IDS, id_)
    for aspect, value_of in _OF_ARTICLES.items():
        value = value_of(handed)
        if value:
            say(aspect, key, value)
    for name in contents.collections(id_):
        say(Aspect.COLLECTIONS, key, name)
    say(Aspect.PROVENANCE, key, contents.provenance(id_))


def _say_annotation(say: Callable[..., None], mark: Annotation, keeps: frozenset[Aspect]) -> None:
    place = (mark.start, mark.end, mark.quote, mark.tag.name)
    article = mark.article if Aspect.ARTICLE_IDS in keeps else ""
    key: Sequence[object] = (mark.id,) if Aspect.ANNOTATION_IDS in keeps else (article, *place)
    if mark.status == "review":
        say(Aspect.FOR_REVIEW, *key, article, mark.quote, mark.prefix, mark.suffix, mark.tag.name)
    else:
        say(Aspect.ANNOTATIONS, article, *place)
    say(Aspect.ANNOTATION_IDS, mark.id, article, *place)
    for aspect, value_of in _OF_ANNOTATIONS.items():
        value = value_of(mark)
        if value:
            say(aspect, *key, value)


def _of_relation(annotations: int, articles: int) -> Aspect:
    """What a relation with so many annotations at its ends, in so many articles, is to a format."""
    if annotations < 2:
        return Aspect.RECORD_RELATIONS
    return Aspect.RELATIONS if articles == 1 else Aspect.CROSS_RELATIONS


def _fact(*parts: object) -> str:
    return json.dumps(parts, default=_plain, ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> JsonValue:
    return repr(value)


def _compare(result: Result, expected: Facts, found: Facts, keeps: frozenset[Aspect]) -> None:
    for aspect in Aspect:
        if aspect not in keeps or aspect in NOT_IMPORTED:
            continue
        there, here = expected.get(aspect, Counter()), found.get(aspect, Counter())
        missing, more = there - here, here - there
        result.compared[aspect] = there.total()
        result.different[aspect] = max(missing.total(), more.total())
        if missing or more:
            result.examples[aspect] = [*_examples("-", missing), *_examples("+", more)]


def _examples(sign: str, some: Counter[str]) -> Iterator[str]:
    for fact in sorted(some)[:2]:
        yield f"{sign} {fact[:300]}"
