# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles as TEI files, ID.xml, one for each; and registry.xml with all tags and records."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from pathlib import Path

from lxml.etree import _Element

from archivist.exchange.files.packages import new_package
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.exchange.tei.elements import ID, LANG, SPACE, add, add_text, as_file, new, replaced_in, set_word
from archivist.exchange.tei.features import add_features
from archivist.exchange.tei.header import add_header, add_registry_header
from archivist.exchange.tei.records_out import add_lists
from archivist.model import Annotation, Loss, NodeType, Progress, Record, Relation, Status, Tag

REGISTRY = "registry.xml"
QUOTE, PREFIX, SUFFIX, ATTRIBUTES, COMMENT = "quote", "prefix", "suffix", "attributes", "comment"
REVIEW = "review"
ANNOTATOR = "annotator"
_AT_ONCE = 50  # articles between two reports of progress
_WHY_REPLACED = "XML cannot hold these control characters; other programs see U+FFFD in their place"


def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write a folder or a zip file."""
    relations = _Relations(contents)
    replaced = 0
    with new_package(path) as put:
        for number, handed in enumerate(contents.articles()):
            if number % _AT_ONCE == 0:
                yield Progress(number, len(contents), handed.article.title)
            document = article_document(handed, contents, relations.of.get(handed.article.id, ()))
            replaced += replaced_in(document)
            put(f"{handed.article.id}.xml", as_file(document))
        registry = _registry_document(contents, relations.across)
        replaced += replaced_in(registry)
        put(REGISTRY, as_file(registry))
    return [Loss("characters", replaced, _WHY_REPLACED)] if replaced else []


class _Relations:
    """The relations that go with the articles."""

    def __init__(self, contents: Contents) -> None:
        self.of: dict[str, list[Relation]] = {}  # those with annotations of one article, by its id
        self.across: list[Relation] = []  # the others
        belonging = contents.belonging
        for relation in belonging.relations:
            ends = (relation.source, relation.target)
            articles = {belonging.articles[end.id] for end in ends if end.type is NodeType.ANNOTATION}
            if len(articles) == 1:
                self.of.setdefault(articles.pop(), []).append(relation)
            else:
                self.across.append(relation)


def article_document(handed: HandedArticle, contents: Contents, relations: Iterable[Relation]) -> _Element:
    """An article with its annotations, what they are linked to, and these relations."""
    tei = new("TEI")
    if handed.article.language:
        tei.set(LANG, handed.article.language)
    marks = (*handed.annotations, *handed.for_review)
    add_header(tei, handed, contents, _used(contents.tags, marks))
    _add_text(add(add(tei, "text"), "body"), handed)
    linked = {mark.record for mark in marks if mark.record is not None}
    records = contents.archive.records.at(linked) if linked else {}
    _add_stand_off(tei, handed, [records[id_] for id_ in sorted(records)], list(relations))
    return tei


def _registry_document(contents: Contents, relations: list[Relation]) -> _Element:
    tei = new("TEI")
    add_registry_header(tei, contents.tags)
    records = list(contents.records())
    if records or relations:
        stand_off = add(tei, "standOff")
        add_lists(stand_off, records)
        files = {id_: f"{article}.xml" for id_, article in contents.belonging.articles.items()}
        _add_relations(stand_off, relations, files)
    else:
        add(add(add(tei, "text"), "body"), "p")
    return tei


def _used(tags: list[Tag], marks: Iterable[Annotation]) -> list[Tag]:
    """The tags of these annotations and what they lie under, in their order."""
    by_id = {tag.id: tag for tag in tags}
    used: set[str] = set()
    for mark in marks:
        tag: Tag | None = mark.tag
        while tag is not None and tag.id not in used:
            used.add(tag.id)
            tag = by_id.get(tag.parent or "")
    return [tag for tag in tags if tag.id in used]


def _add_text(body: _Element, handed: HandedArticle) -> None:
    """The text in an <ab>, with an anchor wherever an annotation begins or ends."""
    block = add(body, "ab")
    block.set(ID, "text")
    block.set(SPACE, "preserve")
    text = handed.text
    edges = {edge for mark in handed.annotations for edge in (mark.start, mark.end)}
    lines = {at + 1 for at, character in enumerate(text) if character == "\n"}
    before = 0
    for at in sorted(edges | lines):
        add_text(block, text[before:at])
        if at in lines:
            add(block, "lb")
        if at in edges:
            add(block, "anchor").set(ID, _anchor(at))
        before = at
    add_text(block, text[before:])


def _anchor(at: int) -> str:
    return f"c{at}"


def _add_stand_off(tei: _Element, handed: HandedArticle, records: list[Record], relations: list[Relation]) -> None:
    if not handed.annotations and not handed.for_review:
        return
    stand_off = add(tei, "standOff")
    add_lists(stand_off, records, REGISTRY)
    spans = add(stand_off, "spanGrp")
    for mark in handed.annotations:
        span = add(spans, "span", mark.tag.name, from_=f"#{_anchor(mark.start)}", to=f"#{_anchor(mark.end)}")
        span.set(ID, f"s-{mark.id}")
        _set_meaning(span, mark)
    annotations = add(stand_off, "listAnnotation")
    for mark in handed.annotations:
        _add_annotation(annotations, mark, f"#s-{mark.id}")
    for mark in handed.for_review:
        element = _add_annotation(annotations, mark, "#text")
        element.set("n", f"{mark.start} {mark.end}")
        _set_meaning(element, mark)
    _add_relations(stand_off, relations, {})


def _set_meaning(element: _Element, mark: Annotation) -> None:
    """The tag and the record of an annotation."""
    element.set("ana", f"#t-{mark.tag.id}")
    if mark.record is not None:
        element.set("corresp", f"#r-{mark.record}")


def _add_annotation(annotations: _Element, mark: Annotation, target: str) -> _Element:
    """Who said what of some words, and when."""
    element = add(annotations, "annotation", target=target, motivation="tagging")
    element.set(ID, f"a-{mark.id}")
    if mark.created_by:
        by = add(element, "respStmt")
        add(by, "resp", ANNOTATOR)
        add(by, "name", mark.created_by)
    changes = add(element, "revisionDesc")
    for status, when in (("created", mark.created_at), ("modified", mark.modified_at)):
        add(changes, "change", when=when, status=status)
    surroundings = [(QUOTE, mark.quote)]
    if mark.status is Status.REVIEW:
        add(changes, "change", status=REVIEW)
        surroundings += [(PREFIX, mark.prefix), (SUFFIX, mark.suffix)]
    for type_, text in (*surroundings, (COMMENT, mark.note)):
        if text:
            add(element, "note", text, type=type_)
    if mark.attributes:
        add_features(add(element, "note", type=ATTRIBUTES), mark.attributes)
    return element


def _add_relations(stand_off: _Element, relations: list[Relation], files: Mapping[str, str]) -> None:
    """A list of relations; `files` are those in which annotations (id) are that are not in this one."""
    if not relations:
        return
    holder = add(stand_off, "listRelation")
    for relation in relations:
        element = add(holder, "relation")
        element.set(ID, f"l-{relation.id}")
        set_word(element, "name", relation.type)
        for name, end in (("active", relation.source), ("passive", relation.target)):
            prefix = "r" if end.type is NodeType.RECORD else "a"
            element.set(name, f"{files.get(end.id, '')}#{prefix}-{end.id}")
        if relation.note:
            add(element, "desc", relation.note)
