# SPDX-License-Identifier: GPL-3.0-or-later
"""One Web Annotation, whoever wrote it: where it is, what it says, and what of it cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.items import ReadAnnotation
from archivist.exchange.moments import utc
from archivist.exchange.w3c.bodies import Said, name_of_agent, read_bodies
from archivist.exchange.w3c.musts import broken_musts
from archivist.exchange.w3c.selectors import NoWords, Place, place_of, place_of_fragment
from archivist.exchange.w3c.terms import Node, as_list, flattened, iri_of, is_iri, text_of, types_of, uuid_of, words
from archivist.file_names import shown
from archivist.model import JsonValue

# What an annotation may have and we either read or can do without.
_KNOWN = frozenset(
    ("@context", "id", "@id", "type", "@type", "motivation", "creator", "created", "modified", "body", "bodyValue",
     "target", "generator", "generated")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Marked:
    """What one target of an annotation marks."""

    source: Node  # the resource; at least its "id", which is "" where none is named
    place: Place

    @property
    def address(self) -> str:
        """The address of the resource, without a fragment."""
        return iri_of(self.source)


@dataclass(frozen=True, slots=True)
class Link:
    """An annotation that links others, or records, by their ids."""

    type: str
    source: str  # address
    target: str
    note: str
    id: str  # UUID, or ""
    created_by: str
    created_at: str


@dataclass(slots=True)
class WebAnnotation:
    """An annotation as it was read."""

    id: str  # as the file has it
    said: Said
    annotator: str
    created_at: str
    modified_at: str
    marked: list[Marked] = field(default_factory=list)
    link: Link | None = None
    problems: list[str] = field(default_factory=list)  # ends of sentences about it
    unread: list[str] = field(default_factory=list)  # names of its fields that are not read

    def marks(self, marked: Marked, key: str, where: str) -> Iterator[ReadAnnotation]:
        """What it comes to on one of its targets: an annotation for each of its labels."""
        for number, label in enumerate(self.said.labels or [""]):
            place = marked.place
            yield ReadAnnotation(
                key=key if number == 0 else f"{key} {number + 1}",
                start=place.start,
                end=place.end,
                label=label,
                where=where,
                quote=place.quote,
                prefix=place.prefix,
                suffix=place.suffix,
                note=self.said.note,
                attributes=self.said.attributes,
                record=self.said.record,
                annotator=self.annotator,
                created_at=self.created_at,
                modified_at=self.modified_at,
                id=uuid_of(self.id) if number == 0 and marked is self.marked[0] else "",
                for_review=self.said.for_review,
            )


def read_annotation(node: Node) -> WebAnnotation:
    """Read an annotation, as far as that is possible."""
    creator = name_of_agent(node.get("creator"))
    said = read_bodies(node, creator)
    read = WebAnnotation(
        id=iri_of(node),
        said=said,
        annotator=creator or next(iter(said.authors), ""),
        created_at=utc(text_of(node, "created") or next(iter(said.moments), "")),
        modified_at=utc(text_of(node, "modified")),
        problems=list(broken_musts(node)),
        unread=[name for name in node if name not in _KNOWN],
    )
    if "Annotation" not in types_of(node):
        return read
    read.link = _link(node, said, read)
    if read.link:
        return read
    for target in flattened(node.get("target")):
        try:
            read.marked.append(_marked(target))
        except (NoWords, Malformed) as error:
            read.problems.append(str(error))
    for marked in read.marked:
        read.problems += marked.place.doubts
    return read


def _marked(target: JsonValue) -> Marked:
    if not isinstance(target, Mapping):
        return _of_address({"id": target} if isinstance(target, str) else {})
    if "selector" not in target:
        return _of_address(target["source"] if isinstance(target.get("source"), Mapping) else _resource(target))
    source = next(iter(as_list(target.get("source"))), None)
    node = source if isinstance(source, Mapping) else {"id": source if isinstance(source, str) else ""}
    return Marked(node, place_of(target["selector"]))


def _resource(target: Node) -> Node:
    return {"id": target["source"]} if isinstance(target.get("source"), str) else target


def _of_address(resource: Node) -> Marked:
    address, _, fragment = iri_of(resource).partition("#")
    if not address or not is_iri(address):
        raise NoWords("it marks nothing that can be named")
    if not fragment:
        raise NoWords(f"it marks the whole of “{shown(address)}”, and no words of it")
    return Marked({**resource, "id": address}, place_of_fragment(fragment))


def _link(node: Node, said: Said, read: WebAnnotation) -> Link | None:
    """What it links: one target with the resource of its body, or the two targets that it has.

    (The second is how RecogitoJS and INCEpTION write the relations of annotations.)
    """
    targets = flattened(node.get("target"))
    ends = [iri_of(target) for target in targets if not _is_specific(target)]
    others = said.resources.get("linking", [])
    if not all(ends) or len(ends) != len(targets):
        return None
    if len(ends) == 1 and len(others) == 1 and _is_part_of_annotations(ends[0]):
        ends += others
    elif len(ends) != 2 or "linking" not in words(node.get("motivation")):  # noqa: PLR2004 - a pair
        return None
    made = (read.annotator, read.created_at)
    return Link(said.labels[0] if said.labels else "", ends[0], ends[1], said.note, uuid_of(iri_of(node)), *made)


def _is_specific(target: JsonValue) -> bool:
    return isinstance(target, Mapping) and ("selector" in target or "source" in target)


def _is_part_of_annotations(address: str) -> bool:
    return address.startswith(("urn:uuid:", "#"))
