# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bodies of a Web Annotation say of the words: labels, notes, and resources elsewhere.

Read as web_annotation.py writes them, and as others do: a body's own purpose counts, else the
motivation of its annotation. A text for tagging or classifying is a label, every other a note; a
resource is what its purpose says, by its address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archivist.exchange.files import json_stream
from archivist.exchange.w3c.terms import Node, flattened, iri_of, text_of, types_of, uuid_of, words
from archivist.model import JsonValue, Status

_LABELLING = ("tagging", "classifying")


@dataclass(slots=True)
class Said:
    """What the bodies say."""

    labels: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    attributes: dict[str, JsonValue] = field(default_factory=dict)
    resources: dict[str, list[str]] = field(default_factory=dict)  # addresses, by purpose
    record: str = ""  # UUID
    is_ours: bool = False  # whether it names a tag of an Archivist by its id
    for_review: bool = False
    authors: list[str] = field(default_factory=list)  # of bodies that name their own
    moments: list[str] = field(default_factory=list)  # when such bodies were made

    @property
    def note(self) -> str:
        """All notes, a paragraph each."""
        return "\n\n".join(self.notes)


def read_bodies(annotation: Node, creator: str) -> Said:
    """What the bodies of an annotation say, which this creator made ("" where that is not known)."""
    said = Said()
    motivations = words(annotation.get("motivation"))
    bodies = flattened(annotation.get("body"))
    said.is_ours = any(_is_tag_of_ours(body) for body in bodies)
    if isinstance(annotation.get("bodyValue"), str) and annotation["bodyValue"].strip():
        said.notes.append(annotation["bodyValue"])
    for body in bodies:
        purposes = words(body.get("purpose")) if isinstance(body, Mapping) else []
        if isinstance(body, Mapping) and isinstance(body.get("value"), str) and "source" not in body:
            _read_text(said, body, purposes or motivations, creator)
        else:
            _read_resource(said, body, purposes or motivations)
    for purpose, addresses in said.resources.items():
        said.attributes.setdefault(purpose, addresses[0] if len(addresses) == 1 else list(addresses))
    if not said.labels:
        said.labels += motivations[:1]
    return said


def name_of_agent(value: JsonValue) -> str:
    """The name of a creator, of several with commas."""
    names = (
        next(filter(None, (text_of(one, name) for name in ("name", "nickname", "email"))), iri_of(one))
        if isinstance(one, Mapping)
        else iri_of(one)
        for one in flattened(value)
    )
    return ", ".join(filter(None, names))


def _is_tag_of_ours(body: JsonValue) -> bool:
    return (
        isinstance(body, Mapping)
        and "classifying" in words(body.get("purpose"))
        and iri_of(body.get("source")).startswith("urn:uuid:")
    )


def _read_text(said: Said, body: Node, purposes: list[str], creator: str) -> None:
    text = body["value"]
    author = name_of_agent(body.get("creator"))
    if author:
        said.authors.append(author)
    if text_of(body, "created"):
        said.moments.append(text_of(body, "created"))
    if any(purpose in _LABELLING for purpose in purposes):
        if text.strip():
            said.labels.append(text.strip())
    elif said.is_ours and "assessing" in purposes:
        said.for_review = text == Status.REVIEW
    elif "describing" in purposes and text_of(body, "format") == "application/json" and _read_json(said, text):
        pass
    elif text.strip():
        said.notes.append(f"{author}: {text}" if author and creator and author != creator else text)


def _read_json(said: Said, text: str) -> bool:
    try:
        value = json_stream.parse(text.encode())
    except ValueError:
        return False
    if isinstance(value, Mapping):
        said.attributes.update(value)
    return isinstance(value, Mapping)


def _read_resource(said: Said, body: JsonValue, purposes: list[str]) -> None:
    source = body.get("source", body) if isinstance(body, Mapping) else body
    address = iri_of(source)
    if not address:
        return  # what is wrong with it, musts.py tells
    purpose = purposes[0] if purposes else "body"
    if said.is_ours and purpose == "classifying" and uuid_of(address):
        return
    if purpose == "identifying" and address.startswith("urn:uuid:") and uuid_of(address):
        said.record = uuid_of(address)
    elif purpose in _LABELLING:
        named = source if isinstance(source, Mapping) and "SpecificResource" not in types_of(source) else {}
        said.labels.append(text_of(named, "label") or text_of(named, "name") or address)
        if said.labels[-1] != address:
            said.resources.setdefault(purpose, []).append(address)
    else:
        said.resources.setdefault(purpose, []).append(address)
