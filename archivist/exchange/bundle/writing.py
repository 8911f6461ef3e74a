# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing articles with all that belongs to them as a bundle.

Equal articles give equal bytes: files and lines come in the order of the articles' ids, and the
present moment is nowhere but in Bagging-Date of bag-info.txt, which the checksums of data/ do not cover.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid5

from archivist import __version__
from archivist.errors import (
    ArchiveDamaged,
    BundleRefused,
    BundleUnsafe,
    NothingSelected,
    OnlyRestricted,
    StorageFailed,
)
from archivist.exchange import tables, web_annotation
from archivist.exchange.bag import BagSource, BagWriter, check_bag, new_bag
from archivist.exchange.bundle import documents, dublin_core, layout, premis, record_documents
from archivist.exchange.bundle.cleaning import Cleaning
from archivist.exchange.bundle.reading import BundleReader
from archivist.exchange.files.json_fields import is_sha256, is_uuid
from archivist.exchange.outgoing.belonging import Belonging
from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.exchange.outgoing.losses import not_chosen
from archivist.exchange.table_rows import SpokenOf, rows_of
from archivist.file_names import shown
from archivist.model import (
    Annotation,
    Article,
    ExportReport,
    JsonValue,
    Kind,
    Loss,
    Original,
    Progress,
    Provenance,
    Record,
    Relation,
    Tag,
)
from archivist.store import Archive
from archivist.store.connection import storage_error

_CHUNK = 1 << 20
_RECORDS_AT_ONCE = 500
# Makes the id of a collection of annotations from those of its articles: the same set, the same id.
_COLLECTIONS = UUID("5f0e6f0e-5d0c-4a53-9a6c-2f6f3a9c7d11")

_WHY_NOT_TOLD = "tell of annotations that were not chosen, or of their relations"

# A file of the payload: its name, its size where it is known, and its bytes, read when they are wanted.
_Part = tuple[str, int | None, Iterator[bytes]]


def export_bundle(
    archive: Archive, articles: Selection | Sequence[str], destination: Path
) -> Generator[Progress, None, ExportReport]:
    """Write a selection, or the articles with these ids, as a bundle: a zip file for a name in .zip, else a folder.

    It appears at its destination when it is whole and has been read back. While it is written the
    archive is read as it is at one moment, so this connection can write nothing. Texts that no
    bundle can hold are cleaned, and told as losses, as are relations that lead out of it and all that
    the selection leaves out; which records belong to the articles, belonging.py says. Raises
    NothingSelected, OnlyRestricted, ArticleNotFound, DestinationTaken, DiskFull, StorageFailed;
    ArchiveDamaged where the archive holds what no importer would take, and what could lead out of the
    bundle before anything is written.
    """
    selection = articles if isinstance(articles, Selection) else Selection(tuple(articles))
    if not selection.articles:
        raise NothingSelected
    contents = _Files(archive, selection)
    if not contents.ids:
        raise OnlyRestricted(len(contents.chosen.withheld))
    with new_bag(destination) as bag:
        with archive.snapshot():
            yield from contents.check_names()
            yield from _write(bag, contents)
        with bag.finish(_info(contents)) as written:
            yield from _read_back(written, contents, archive.folder, destination)
        bag.publish()
    return ExportReport(
        destination,
        len(contents.ids),
        contents.annotation_count,
        (*not_chosen(contents.chosen, contents.left_out), *contents.cleaning.losses(), *contents.losses),
        records=contents.record_count,
        relations=len(contents.relations),
    )


def _write(bag: BagWriter, contents: _Files) -> Iterator[Progress]:
    total = len(contents.ids) * contents.passes
    done = 0
    for name, size, chunks in contents.parts():
        with bag.file(name, size) as write:
            for chunk in chunks:
                write(chunk)
                done += 1
                if done % 50 == 0:
                    yield Progress(min(done, total), total, "write")


def _read_back(source: BagSource, contents: _Files, folder: Path, destination: Path) -> Iterator[Progress]:
    """Read the new bundle as an importer would, and every quote in its text."""
    try:
        yield from check_bag(source)
    except (BundleRefused, BundleUnsafe) as error:
        raise StorageFailed(destination, f"what was read back is damaged: {error.detail}") from error
    try:
        reader = BundleReader(source)
        yield from reader.check(quotes=True)
        if reader.counts != contents.counts:
            raise BundleRefused(source.path, "it does not hold all that was written")
    except BundleRefused as error:
        # The disk kept what was written; so what was written is what the archive should not hold.
        raise ArchiveDamaged(folder, f"a bundle of it would be refused for {error.detail}") from error


def _info(contents: _Files) -> list[tuple[str, str]]:
    return [
        ("Bag-Software-Agent", f"Archivist {__version__}"),
        ("Bagging-Date", datetime.now(UTC).date().isoformat()),
        ("External-Description", "Annotated press coverage; see data/README.txt"),
        ("External-Identifier", f"urn:uuid:{contents.id}"),
    ]


class _Files:
    """The files of a bundle, each made while it is read, article after article."""

    passes = 10  # how often all articles are gone through

    def __init__(self, archive: Archive, selection: Selection) -> None:
        self.chosen = Contents(archive, selection)
        self.ids = self.chosen.ids
        self.id = str(uuid5(_COLLECTIONS, " ".join((*self.ids, *_filters(selection)))))
        self.annotation_count = 0
        self.left_out = 0  # annotations that were not chosen
        self.record_count = 0
        self.relations: list[Relation] = []
        self.losses: tuple[Loss, ...] = ()
        self.cleaning = Cleaning()
        self._archive = archive
        self._names: dict[str, str] = {}  # of the records that belong to the articles, by id
        self._kinds: dict[str, Kind] = {}
        self._told: set[str] = set()  # ids of annotations and relations, where not all are chosen

    @property
    def counts(self) -> tuple[int, ...]:
        """Articles, annotations, records and relations that were written."""
        return (len(self.ids), self.annotation_count, self.record_count, len(self.relations))

    def check_names(self) -> Iterator[Progress]:
        """Refuse an id or a hash that is none: both become names of files. Raises ArchiveDamaged."""
        for done, id_ in enumerate(self.ids):
            article = self._archive.articles.get(id_)
            if not is_uuid(id_):
                raise self._damaged(f"“{shown(id_)}” is no id of an article")
            if not is_sha256(self._original(article).sha256):
                raise self._damaged(f"“{shown(self._original(article).sha256)}” is no SHA-256 of an original")
            if done % 50 == 0:
                yield Progress(done, len(self.ids), "check")

    def parts(self) -> Iterator[_Part]:
        """The payload, file by file; each has to be used up before the next is asked for."""
        yield _whole(layout.README, layout.README_TEXT.encode())
        version = {"format": layout.FORMAT, "version": layout.VERSION}
        yield _whole(layout.BUNDLE, (json.dumps(version, indent=2) + "\n").encode())
        yield _whole(layout.CODEBOOK, documents.codebook_json(self._tags()))
        yield from self._texts()
        yield from self._originals()
        yield layout.ARTICLES, None, map(self._article_json, self.ids)
        belonging = self.chosen.new_belonging()
        yield layout.ANNOTATIONS, None, web_annotation.write_collection(self._annotations(belonging), self.id)
        yield layout.RECORDS, None, self._registry(belonging)
        yield from self._tables(belonging)
        yield layout.HISTORY, None, self._history()
        yield layout.PREMIS, None, premis.document(self._archive, self.ids)
        yield layout.DUBLIN_CORE, None, dublin_core.document(self.ids, self._article, self._collections)

    def _texts(self) -> Iterator[_Part]:
        for id_ in self.ids:
            yield _whole(layout.text_file(id_), self._archive.articles.revision(id_).body.encode())

    def _originals(self) -> Iterator[_Part]:
        written = set()
        for id_ in self.ids:
            original = self._original(self._archive.articles.get(id_))
            if original.sha256 not in written:
                written.add(original.sha256)
                path = self._archive.originals.path(original.sha256)
                yield layout.original_file(original.sha256), original.size, _file_chunks(path, original.sha256)

    def _article_json(self, id_: str) -> bytes:
        articles = self._archive.articles
        article = self._article(id_)
        return documents.article_json(
            article,
            self._original(article),
            self.cleaning.clean(articles.part(id_), "part of an article", id_),
            articles.revision(id_),
            self._provenance(id_),
            self._collections(id_),
            self.cleaning.clean(articles.warnings(id_), "warnings of an article", id_),
        )

    def _annotations(self, belonging: Belonging) -> Iterator[list[Annotation]]:
        for _, chosen, left_out in self.chosen.annotations():
            annotations = self._clean(chosen)
            self.annotation_count += len(annotations)
            self.left_out += left_out
            if not self.chosen.selection.chooses_all:
                self._told.update(annotation.id for annotation in annotations)
            belonging.see(annotations)
            yield annotations

    def _registry(self, belonging: Belonging) -> Iterator[bytes]:
        chosen = belonging.chosen()
        self.losses += chosen.losses
        self.relations = [self.cleaning.clean(relation, "a relation", relation.id) for relation in chosen.relations]
        self._told.update(relation.id for relation in self.relations)
        return record_documents.write_registry(self._records(chosen.records), self.relations)

    def _records(self, ids: Sequence[str]) -> Iterator[list[Record]]:
        for at in range(0, len(ids), _RECORDS_AT_ONCE):
            records = self._records_at(ids[at : at + _RECORDS_AT_ONCE])
            self._names |= {record.id: record.name for record in records}
            self._kinds |= {record.id: record.kind for record in records}
            self.record_count += len(records)
            yield records

    def _records_at(self, ids: Sequence[str]) -> list[Record]:
        found = self._archive.records.at(ids)
        return [self.cleaning.clean(found[id_], "a record", id_) for id_ in ids]

    def _history(self) -> Iterator[bytes]:
        left_out = 0
        for number, entry in enumerate(self._archive.history.of_articles(self.ids)):
            if self._is_told(entry):
                yield documents.json_line(self.cleaning.clean(entry, "an entry of the history", str(number)))
            else:
                left_out += 1
        self.losses += (Loss("entries of the history", left_out, _WHY_NOT_TOLD),) if left_out else ()

    def _is_told(self, entry: Mapping[str, JsonValue]) -> bool:
        """Whether an entry of the history may go with what is chosen."""
        if self.chosen.selection.chooses_all or entry["what"] not in ("annotation", "relation"):
            return True
        return (entry["after"] or entry["before"])["id"] in self._told

    def _tables(self, belonging: Belonging) -> Iterator[_Part]:
        spoken = SpokenOf(self._names, self._kinds, belonging.passages, belonging.words, self.relations)
        made = rows_of(self.chosen, spoken, self.cleaning.clean)
        for table, rows in made.items():
            yield f"{layout.TABLES}/{table.file}", None, table.lines(rows)
        yield _whole(f"{layout.TABLES}/{tables.DATA_PACKAGE}", tables.data_package_json(made))

    def _article(self, id_: str) -> Article:
        return self.cleaning.clean(self._archive.articles.get(id_), "an article", id_)

    def _provenance(self, id_: str) -> Provenance:
        return self.cleaning.clean(self._archive.articles.provenance(id_), "the provenance of an article", id_)

    def _collections(self, id_: str) -> list[str]:
        return self.cleaning.clean(self._archive.collections.of_article(id_), "collections of an article", id_)

    def _clean(self, annotations: Iterable[Annotation]) -> list[Annotation]:
        return [self.cleaning.clean(annotation, "an annotation", annotation.id) for annotation in annotations]

    def _tags(self) -> list[Tag]:
        return [self.cleaning.clean(tag, "a tag", tag.id) for tag in self._archive.tags.all()]

    def _original(self, article: Article) -> Original:
        if article.original is None:
            raise self._damaged(f"the article {shown(article.id)} has no original")
        return article.original

    def _damaged(self, detail: str) -> ArchiveDamaged:
        return ArchiveDamaged(self._archive.folder, detail)


def _filters(selection: Selection) -> Iterator[str]:
    """What chooses among the annotations, in an order."""
    for chosen in (selection.tags, selection.kinds, selection.annotators):
        if chosen is not None:
            yield from ("of", *sorted(chosen))


def _whole(name: str, data: bytes) -> _Part:
    return name, len(data), iter((data,))


def _file_chunks(path: Path, sha256: str) -> Iterator[bytes]:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                yield chunk
    except OSError as error:
        raise storage_error(error, path) from error
    if digest.hexdigest() != sha256:
        raise StorageFailed(path, "it is not the file that it has to be")
