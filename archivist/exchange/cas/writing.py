# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles with their annotations as CAS files, one for each, with the type system beside them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from archivist.exchange.cas.own_layer import (
    ARTICLE_FIELDS,
    COLLECTION_FIELD,
    OWN_TYPES,
    RELATION,
    SPAN,
    span_features,
)
from archivist.exchange.cas.type_system import META_DATA, META_FIELD, SENTENCE, TOKEN
from archivist.exchange.cas.type_system_files import type_system_xml
from archivist.exchange.files.packages import new_package
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.language.segments import sentences, tokens
from archivist.model import JsonValue, Loss, Progress
from archivist.text import Utf16Map

SOFA = 1  # id of the text; the structures are numbered on from it
TYPE_SYSTEM = "TypeSystem.xml"
_UNKNOWN_LANGUAGE = "x-unspecified"
_ARTICLES_A_STEP = 50


class NewStructure(NamedTuple):
    """A feature structure to write; offsets are UTF-16 units."""

    id: int
    type: str
    begin: int
    end: int
    features: Mapping[str, JsonValue]
    references: Mapping[str, int]  # ids


@dataclass(slots=True)
class NewCas:
    """An article as a CAS to write."""

    text: str
    structures: list[NewStructure] = field(default_factory=list)

    def add(self, type_: str, begin: int, end: int, **features: JsonValue) -> int:
        """One more structure; returns its id."""
        return self.add_with(type_, begin, end, features)

    def add_with(
        self,
        type_: str,
        begin: int,
        end: int,
        features: Mapping[str, JsonValue],
        references: Mapping[str, int] | None = None,
    ) -> int:
        """One more structure, with features or references of any name; returns its id."""
        id_ = SOFA + 1 + len(self.structures)
        self.structures.append(NewStructure(id_, type_, begin, end, features, references or {}))
        return id_


AsBytes = Callable[[NewCas], tuple[bytes, int]]  # a file, and how many characters it could not hold


def write(
    contents: Contents, path: Path, suffix: str, as_bytes: AsBytes, why: str
) -> Generator[Progress, None, list[Loss]]:
    """Write the articles to a new folder or zip file; `why` a character may be lost."""
    replaced = 0
    with new_package(path) as add:
        add(TYPE_SYSTEM, type_system_xml(OWN_TYPES, "Press coverage with annotations, as an Archivist wrote it"))
        for done, handed in enumerate(contents.articles()):
            if done % _ARTICLES_A_STEP == 0:
                yield Progress(done, len(contents), handed.article.title)
            raw, count = as_bytes(new_cas(handed, contents))
            add(f"{handed.article.id}{suffix}", raw)
            replaced += count
    return [Loss("characters", replaced, why)] if replaced else []


def new_cas(handed: HandedArticle, contents: Contents) -> NewCas:
    """An article as a CAS: what is said of it, its sentences and words, its annotations and relations."""
    text, article = handed.text, handed.article
    places = Utf16Map(text)
    cas = NewCas(text)
    cas.add(
        META_DATA,
        0,
        places.utf16_length,
        documentId=article.id,
        documentTitle=article.title,
        language=article.language or _UNKNOWN_LANGUAGE,
    )
    for key, value in _fields(handed, contents):
        cas.add(META_FIELD, 0, 0, key=key, value=value)
    for type_, segments in ((SENTENCE, sentences(text)), (TOKEN, tokens(text))):
        for start, end in segments:
            cas.add(type_, places.to_utf16(start), places.to_utf16(end))
    _add_annotations(cas, handed, contents, places)
    return cas


def _fields(handed: HandedArticle, contents: Contents) -> Iterator[tuple[str, str]]:
    article = handed.article
    values = {"article": article.id, **{name: getattr(article, name) for name in ARTICLE_FIELDS if name != "article"}}
    yield from ((name, value) for name, value in values.items() if value)
    yield from ((COLLECTION_FIELD, name) for name in contents.collections(article.id))


def _add_annotations(cas: NewCas, handed: HandedArticle, contents: Contents, places: Utf16Map) -> None:
    wanted = {mark.record for mark in handed.annotations if mark.record}
    names = {id_: record.name for id_, record in contents.archive.records.at(wanted).items()} if wanted else {}
    spans: dict[str, NewStructure] = {}
    for mark in handed.annotations:
        features = span_features(mark, names.get(mark.record or "", ""))
        cas.add_with(SPAN, places.to_utf16(mark.start), places.to_utf16(mark.end), features)
        spans[mark.id] = cas.structures[-1]
    for relation in handed.relations:
        source, target = spans[relation.source.id], spans[relation.target.id]
        features = {"relation": relation.type, "note": relation.note, "uuid": relation.id}
        features = {name: value for name, value in features.items() if value}
        ends = {"Governor": source.id, "Dependent": target.id}
        cas.add_with(RELATION, target.begin, target.end, features, ends)
