# SPDX-License-Identifier: GPL-3.0-or-later
"""The header of a TEI file: what is known of an article, and the codebook as a taxonomy."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from lxml.etree import _Element

from archivist import __version__
from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.exchange.tei.elements import ID, add
from archivist.model import Article, Kind, Provenance, Restriction, RestrictionKind, Tag

PROGRAM = "archivist"
COLLECTIONS = "#collections"
EDTF = "https://www.loc.gov/standards/datetime/"
RESTRICTED = "restricted"  # status of what is under embargo or redacted
_RESTRICTION = re.compile(r"(?P<kind>redacted|embargo(?: until (?P<until>\d{4}-\d\d-\d\d))?)(?:: (?P<reason>.*))?")
_W3C_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_HOW = (
    "The text of the article is the character content of the ab, to the letter: each line of it after the first begins"
    " with an lb after the newline. An anchor c12 stands after twelve characters of it, counted as Unicode code points."
)


def add_header(tei: _Element, handed: HandedArticle, contents: Contents, tags: Iterable[Tag]) -> None:
    """The header of an article, with these tags."""
    article = handed.article
    header = add(tei, "teiHeader")
    described = add(header, "fileDesc")
    title = add(described, "titleStmt")
    add(title, "title", article.title)
    if article.byline:
        add(title, "author", article.byline)
    _add_publication(described, article.id, article.restriction)
    _add_source(add(described, "sourceDesc"), article, contents.provenance(article.id))
    _add_encoding(header, tags)
    collections = contents.collections(article.id)
    if article.language or collections:
        profile = add(header, "profileDesc")
        if article.language:
            add(add(profile, "langUsage"), "language", ident=article.language)
        if collections:
            terms = add(add(profile, "textClass"), "keywords", scheme=COLLECTIONS)
            for name in collections:
                add(terms, "term", name)


def add_registry_header(tei: _Element, tags: Iterable[Tag]) -> None:
    """The header of a file that is of no article."""
    header = add(tei, "teiHeader")
    described = add(header, "fileDesc")
    add(add(described, "titleStmt"), "title", "Tags and records")
    _add_publication(described, "", None)
    add(add(described, "sourceDesc"), "p", "Made by those who annotated the articles.")
    _add_encoding(header, tags)


def _add_publication(described: _Element, id_: str, restriction: Restriction | None) -> None:
    statement = add(described, "publicationStmt")
    add(statement, "distributor", "Archivist")
    if id_:
        add(statement, "idno", id_, type=PROGRAM)
    if restriction is not None:
        add(add(statement, "availability", status=RESTRICTED), "p", _restriction_in_words(restriction))


def _restriction_in_words(restriction: Restriction) -> str:
    until = f" until {restriction.until}" if restriction.until else ""
    reason = f": {restriction.reason}" if restriction.reason else ""
    return f"{restriction.kind}{until}{reason}"


def restriction_of(said: str) -> Restriction | None:
    """A restriction by the words that a header of ours says it in; None where they are others."""
    found = _RESTRICTION.fullmatch(said)
    if found is None:
        return None
    kind, until = RestrictionKind(found["kind"].partition(" ")[0]), found["until"] or ""
    try:
        if until:
            date_range(until)
    except InvalidDate:
        return None
    return Restriction(kind, until, found["reason"] or "")


def _add_source(source: _Element, article: Article, provenance: Provenance) -> None:
    bibl = add(source, "bibl")
    add(bibl, "title", article.title, level="a")
    for name, value, attributes in (
        ("author", article.byline, {}),
        ("title", article.outlet, {"level": "j"}),
        ("biblScope", article.section, {"unit": "section"}),
        ("idno", article.url, {"type": "URL"}),
    ):
        if value:
            add(bibl, name, value, **attributes)
    for type_, date in (("published", article.published), ("captured", article.captured)):
        if date:
            set_date(add(bibl, "date", date, type=type_), "when", date)
    parameters = json.dumps(dict(provenance.parameters), ensure_ascii=False, sort_keys=True)
    said = {
        "source": provenance.source,
        "reader": provenance.reader,
        "version": provenance.reader_version,
        "encoding": provenance.encoding or "",
        "parameters": parameters if provenance.parameters else "",
    }
    how = "; ".join(f"{name}: {value}" for name, value in said.items() if value)
    add(bibl, "note", f"How the text was made. {how}", type="provenance")


def set_date(element: _Element, name: str, edtf: str) -> None:
    """Set a date of which TEI may be able to hold no more than that it is EDTF; `name` is when, from or to."""
    if _W3C_DATE.fullmatch(edtf):
        element.set(name, edtf)
    element.set(f"{name}-custom", "".join(edtf.split()))
    element.set("datingMethod", EDTF)


def _add_encoding(header: _Element, tags: Iterable[Tag]) -> None:
    encoding = add(header, "encodingDesc")
    add(add(encoding, "editorialDecl"), "p", _HOW)
    classes = add(encoding, "classDecl")
    kinds = add(classes, "taxonomy")
    kinds.set(ID, "kinds")
    for kind in Kind:
        category = add(kinds, "category")
        category.set(ID, f"kind-{kind}")
        add(category, "catDesc", kind)
    _add_codebook(classes, list(tags))
    application = add(add(encoding, "appInfo"), "application", ident=PROGRAM, version=__version__)
    add(application, "label", "Archivist")


def _add_codebook(classes: _Element, tags: list[Tag]) -> None:
    if not tags:
        return
    codebook = add(classes, "taxonomy")
    codebook.set(ID, "codebook")
    there = {tag.id for tag in tags}
    below: dict[str, list[Tag]] = {}
    for tag in tags:
        below.setdefault(tag.parent if tag.parent in there and tag.parent else "", []).append(tag)
    waiting = [(tag, codebook) for tag in below.get("", ())]
    while waiting:
        tag, parent = waiting.pop(0)
        category = _add_category(parent, tag)
        waiting += [(child, category) for child in below.get(tag.id, ())]


def _add_category(parent: _Element, tag: Tag) -> _Element:
    category = add(parent, "category", n=tag.shortcut, ana=f"#kind-{tag.kind}", style=f"color: {tag.colour}")
    category.set(ID, f"t-{tag.id}")
    described = add(category, "catDesc")
    add(described, "term", tag.name)
    if tag.description:
        add(described, "gloss", tag.description)
    return category
