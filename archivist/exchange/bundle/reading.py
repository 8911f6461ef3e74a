# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading a bundle whose bag has been checked, without trusting what is in it."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from uuid import UUID

from archivist.errors import BundleRefused, BundleTooNew, InvalidDate, InvalidValue
from archivist.exchange import web_annotation
from archivist.exchange.bag import BagSource
from archivist.exchange.bundle import documents, layout, record_documents
from archivist.exchange.bundle.documents import WrittenArticle, WrittenTag
from archivist.exchange.bundle.registry_check import RegistryCheck
from archivist.exchange.files import json_stream
from archivist.exchange.files.json_fields import Fields
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.web_annotation import WrittenAnnotation
from archivist.model import Kind, Original, Progress, Record, Relation
from archivist.store import attributes
from archivist.text import canonical

_LARGEST_DOCUMENT = 64 << 20
_LARGEST_TEXT = 256 << 20
_LARGEST_ORIGINAL = 2 << 30


class BundleReader:
    """The articles, annotations, tags, records and relations of a bundle.

    What is malformed raises BundleRefused; what is written by rules of later, BundleTooNew.
    """

    def __init__(self, source: BagSource) -> None:
        self._source = source
        self.article_ids: set[str] = set()  # and the next, once they have been checked
        self.annotation_count = 0
        self._registry = RegistryCheck()
        self._has_records = self._version() > layout.WITHOUT_RECORDS
        with self._refusing(layout.CODEBOOK):
            self.tags: list[WrittenTag] = documents.read_codebook(
                json_stream.parse(self._read(layout.CODEBOOK, _LARGEST_DOCUMENT))
            )

    def check(self, *, quotes: bool = False) -> Generator[Progress, None, None]:
        """Read everything once, before anything of it is used.

        With `quotes` each of them has to be at its place too; what an importer does with one that
        is not, is his to decide.
        """
        articles: set[str] = set()
        revisions: set[str] = set()
        originals: set[str] = set()
        total = sum(name.startswith(f"{layout.TEXTS}/") for name in self._source.sizes)
        for done, article in enumerate(self.articles()):
            if done % 50 == 0:
                yield Progress(done, total, "read")
            self._check_article(article, articles, revisions)
            if article.original.sha256 not in originals:
                originals.add(article.original.sha256)
                self._check_original(article.original)
        self.article_ids = articles
        with self._refusing(layout.RECORDS):
            self._registry.records(self.records())
        annotations = yield from self._check_annotations(articles, quotes=quotes)
        with self._refusing(layout.RECORDS):
            self._registry.relations(self.relations(), annotations)

    @property
    def counts(self) -> tuple[int, ...]:
        """Articles, annotations, records and relations, once they have been checked."""
        registry = self._registry
        return (len(self.article_ids), self.annotation_count, len(registry.kinds), registry.relation_count)

    @property
    def parents(self) -> Mapping[str, str | None]:
        """The id of every record with that of its parent, once they have been checked."""
        return self._registry.parents

    def articles(self) -> Iterator[WrittenArticle]:
        """The articles, one at a time."""
        with self._refusing(layout.ARTICLES):
            self._require(layout.ARTICLES)
            for number, value in enumerate(json_stream.lines(self._source.chunks(layout.ARTICLES)), 1):
                try:
                    article = documents.read_article(value)
                except ValueError as error:
                    raise Malformed(f"article {number}: {error}") from error
                yield article

    def annotations(self) -> Iterator[WrittenAnnotation]:
        """The annotations, one at a time."""
        with self._refusing(layout.ANNOTATIONS):
            self._require(layout.ANNOTATIONS)
            yield from web_annotation.read_collection(self._source.chunks(layout.ANNOTATIONS))

    def records(self) -> Iterator[Record]:
        """The records, one at a time, in no order; none where the bundle is older than records."""
        if self._has_records:
            with self._refusing(layout.RECORDS):
                self._require(layout.RECORDS)
                yield from record_documents.read_records(self._source.chunks(layout.RECORDS))

    def relations(self) -> Iterator[Relation]:
        """The relations, one at a time."""
        if self._has_records:
            with self._refusing(layout.RECORDS):
                yield from record_documents.read_relations(self._source.chunks(layout.RECORDS))

    def text(self, article: str) -> str:
        """The text of an article."""
        name = layout.text_file(article)
        with self._refusing(name):
            text = self._read(name, _LARGEST_TEXT).decode("utf-8")
            if canonical(text, compose=False) != text:
                raise Malformed("it is no text with LF line ends")
        return text

    def original(self, sha256: str) -> bytes:
        """The bytes of an original."""
        return self._read(layout.original_file(sha256), _LARGEST_ORIGINAL)

    def _version(self) -> int:
        if layout.BUNDLE not in self._source.sizes:
            raise BundleRefused(self._source.path, f"it is a bag of something else, without “{layout.BUNDLE}”")
        with self._refusing(layout.BUNDLE):
            fields = Fields(json_stream.parse(self._read(layout.BUNDLE, _LARGEST_DOCUMENT)))
            if fields.text("format") != layout.FORMAT:
                raise Malformed("it is another format")
            version = fields.number("version")
            if version > layout.VERSION:
                raise BundleTooNew(self._source.path, version, layout.VERSION)
        return version

    def _check_article(self, article: WrittenArticle, articles: set[str], revisions: set[str]) -> None:
        with self._refusing(layout.ARTICLES):
            if article.id in articles or article.revision in revisions:
                raise Malformed(f"article {article.id} is there twice")
            articles.add(article.id)
            revisions.add(article.revision)
            if hashlib.sha256(self.text(article.id).encode()).hexdigest() != article.text_sha256:
                raise Malformed(f"the text of article {article.id} is not that of its revision")

    def _check_original(self, original: Original) -> None:
        name = layout.original_file(original.sha256)
        self._require(name)
        digest = hashlib.sha256()
        for chunk in self._source.chunks(name):
            digest.update(chunk)
        if digest.hexdigest() != original.sha256 or self._source.sizes[name] != original.size:
            raise BundleRefused(self._source.path, f"“{name}” is not the file that it has to be")

    def _check_annotations(self, articles: set[str], *, quotes: bool) -> Generator[Progress, None, set[bytes]]:
        tags = {tag.id: tag.kind for tag in self.tags}
        known: set[bytes] = set()
        article, text = "", ""
        for annotation in self.annotations():
            if len(known) % 500 == 0:
                yield Progress(len(known), 0, "read")
            with self._refusing(layout.ANNOTATIONS):
                id_ = UUID(annotation.id).bytes
                if id_ in known:
                    raise Malformed(f"annotation {annotation.id} is there twice")
                if annotation.article not in articles:
                    raise Malformed(f"annotation {annotation.id} marks an article that is not there")
                if annotation.tag not in tags:
                    raise Malformed(f"annotation {annotation.id} has a tag that is not there")
                self._check_link(annotation, tags[annotation.tag])
                _check_attributes(annotation)
                known.add(id_)
                if quotes and annotation.article != article:
                    article, text = annotation.article, self.text(annotation.article)
                if quotes and not annotation.stands_in(text):
                    raise Malformed(f"the quote of annotation {annotation.id} is not at its place")
        self.annotation_count = len(known)
        return known

    def _check_link(self, annotation: WrittenAnnotation, kind: Kind) -> None:
        if annotation.record is None or not self._has_records:
            return
        if annotation.record not in self._registry.kinds:
            raise Malformed(f"annotation {annotation.id} is linked to a record that is not there")
        if self._registry.kinds[annotation.record] is not kind:
            raise Malformed(f"annotation {annotation.id} is linked to a record of another kind")

    def _require(self, name: str) -> None:
        if name not in self._source.sizes:
            raise BundleRefused(self._source.path, f"“{name}” is missing")

    def _read(self, name: str, limit: int) -> bytes:
        return self._source.read(name, limit=limit)

    @contextmanager
    def _refusing(self, name: str) -> Iterator[None]:
        """Turn what is wrong with a document into a refusal that names it."""
        try:
            yield
        except UnicodeDecodeError as error:
            told = f"“{name}”: it is not UTF-8, at byte {error.start}"
            raise BundleRefused(self._source.path, told) from error
        except ValueError as error:
            raise BundleRefused(self._source.path, f"“{name}”: {error}") from error


def _check_attributes(annotation: WrittenAnnotation) -> None:
    try:
        attributes.checked(annotation.attributes)
    except (InvalidDate, InvalidValue) as error:
        raise Malformed(f"the attributes of annotation {annotation.id}: {error}") from error
