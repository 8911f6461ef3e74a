# SPDX-License-Identifier: GPL-3.0-or-later
"""What the header of a TEI document says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml.etree import _Element

from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.items import Problem, ReadDocument
from archivist.exchange.tei.elements import LANG, words
from archivist.exchange.tei.header import COLLECTIONS, PROGRAM, RESTRICTED, restriction_of
from archivist.file_names import shown
from archivist.text import one_line
from archivist.xml_names import child, children, descendants, local_name

_DATED = ("when-custom", "when-iso", "when")
_RANGES = (("from", "to"), ("notBefore", "notAfter"))
_IN_JOURNAL = ("j", "m", "s")  # level of a title that is not the article's own


def with_metadata(document: ReadDocument, tei: _Element) -> ReadDocument:
    """The document with what its header says."""
    header = child(tei, "teiHeader")
    described = child(header, "fileDesc")
    source = child(described, "sourceDesc")
    published = child(described, "publicationStmt")
    inside = list(source.iter()) if source is not None else []
    dates = [element for element in inside if local_name(element) == "date"]
    restricted = _restricted(published)
    restriction = restriction_of(restricted)
    unread = Problem(document.name, f"its restriction is not understood and was left out: “{shown(restricted)}”")
    return replace(
        document,
        restriction=restriction,
        problems=(*document.problems, unread) if restricted and restriction is None else document.problems,
        id=_own_id(published),
        title=_title(described) or document.title,
        byline=_joined(_of(source, "author") or _of(child(described, "titleStmt"), "author")),
        outlet=_outlet(inside) or _joined(_of(source, "publisher")[:1] or _of(published, "publisher")[:1]),
        section=_joined([element for element in _of(source, "biblScope") if element.get("unit") == "section"]),
        url=_url(inside) or _url(list(published.iter()) if published is not None else []),
        published=_first_date([d for d in dates if d.get("type") != "captured"]) or _first_date(_of(published, "date")),
        captured=_first_date([element for element in dates if element.get("type") == "captured"]),
        language=_language(tei, header),
        collections=tuple(_collections(header)),
    )


def edtf_of(element: _Element) -> str:
    """The date that the attributes of an element give, "" where they give none that can be read."""
    said = [element.get(name, "") for name in _DATED]
    for first, last in _RANGES:
        start, end = (_attribute(element, name) for name in (first, last))
        if start or end:
            said.append(start if start == end else f"{start or '..'}/{end or '..'}")
    return next((edtf for edtf in map(str.strip, said) if edtf and _is_date(edtf)), "")


def _attribute(element: _Element, name: str) -> str:
    said: list[str] = [element.get(f"{name}{form}", "") for form in ("-custom", "-iso", "")]
    return next(filter(None, said), "")


def _is_date(edtf: str) -> bool:
    try:
        date_range(edtf)
    except InvalidDate:
        return False
    return True


def _own_id(published: _Element | None) -> str:
    ids = (words(idno) for idno in children(published, "idno") if idno.get("type") == PROGRAM)
    return next(filter(is_uuid, ids), "")


def _restricted(published: _Element | None) -> str:
    """How an article of ours is restricted. In other files such words say what is allowed, and to whom."""
    availability = child(published, "availability") if _own_id(published) else None
    if availability is None or availability.get("status") != RESTRICTED:
        return ""
    return one_line(words(availability))


def _title(described: _Element | None) -> str:
    titles = list(children(child(described, "titleStmt"), "title"))
    main = [title for title in titles if title.get("type", "main") == "main"] or titles[:1]
    return _joined(main[:1])


def _outlet(inside: Iterable[_Element]) -> str:
    titles = [element for element in inside if local_name(element) == "title"]
    levels = {title.get("level", ""): title for title in reversed(titles)}
    has_own = "a" in levels
    return next(
        (_joined([levels[level]]) for level in _IN_JOURNAL if level in levels and (has_own or level == "j")), ""
    )


def _url(inside: Iterable[_Element]) -> str:
    for element in inside:
        if local_name(element) == "idno" and element.get("type", "").upper() in ("URL", "URI"):
            return words(element)
        target: str = element.get("target", "")
        if local_name(element) in ("ptr", "ref") and target.startswith(("http://", "https://")):
            return target
    return ""


def _first_date(elements: Iterable[_Element]) -> str:
    for element in elements:
        found = edtf_of(element) or words(element)
        if found and _is_date(found):
            return found
    return ""


def _language(tei: _Element, header: _Element | None) -> str:
    said = [element.get(LANG, "") for element in (tei, *children(tei, "text"))]
    said += [element.get("ident", "") for element in _of(child(header, "profileDesc"), "language")]
    return next(filter(None, said), "").partition("-")[0].lower()


def _collections(header: _Element | None) -> Iterator[str]:
    for keywords in _of(header, "keywords"):
        if keywords.get("scheme") == COLLECTIONS:
            yield from (words(term) for term in children(keywords, "term"))


def _of(element: _Element | None, name: str) -> list[_Element]:
    return [] if element is None else list(descendants(element, name))


def _joined(elements: Iterable[_Element]) -> str:
    said = (words(element) for element in elements)
    return ", ".join(one_line(text) for text in said if text.strip())
