# SPDX-License-Identifier: GPL-3.0-or-later
"""A CAS as XMI 2.0 in XML 1.0, which cannot hold every character: these are replaced by U+FFFD and listed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from archivist.exchange.cas.own_layer import REPLACED_FIELD, replaced_characters, writable
from archivist.exchange.cas.type_system import META_DATA, META_FIELD
from archivist.exchange.cas.writing import SOFA, NewCas, NewStructure
from archivist.exchange.cas.xmi_reading import XMI
from archivist.model import JsonValue

_CAS = "http:///uima/cas.ecore"
_VIEW = "_InitialView"


def xmi_of(cas: NewCas) -> tuple[bytes, int]:
    """The XMI file of a CAS, and how many of its characters were replaced."""
    listed = replaced_characters(cas.text)
    if listed:
        cas.add(META_FIELD, 0, 0, key=REPLACED_FIELD, value=listed)
    prefixes = _prefixes(cas)
    root = etree.Element(f"{{{XMI}}}XMI", nsmap={"xmi": XMI, "cas": _CAS, **prefixes})
    root.set(f"{{{XMI}}}version", "2.0")
    etree.SubElement(root, f"{{{_CAS}}}NULL").set(f"{{{XMI}}}id", "0")
    replaced = 0
    for structure in cas.structures:
        element = etree.SubElement(root, f"{{{_namespace(structure.type)}}}{structure.type.rsplit('.', 1)[1]}")
        for name, value in _attributes(structure):
            written = writable(value)
            element.set(name, written)
            if written != value and structure.type != META_DATA:  # which only repeats what our fields say
                replaced += sum(map(str.__ne__, written, value))
    sofa = etree.SubElement(root, f"{{{_CAS}}}Sofa")
    text = writable(cas.text)
    described = {"sofaNum": "1", "sofaID": _VIEW, "mimeType": "text", "sofaString": text}
    for name, value in {f"{{{XMI}}}id": str(SOFA), **described}.items():
        sofa.set(name, value)
    replaced += len(listed.split())
    view = etree.SubElement(root, f"{{{_CAS}}}View")
    view.set("sofa", str(SOFA))
    view.set("members", " ".join(str(structure.id) for structure in cas.structures))
    written_file: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written_file, replaced


def _attributes(structure: NewStructure) -> Iterator[tuple[str, str]]:
    yield f"{{{XMI}}}id", str(structure.id)
    yield "sofa", str(SOFA)
    yield "begin", str(structure.begin)
    yield "end", str(structure.end)
    yield from ((name, _written(value)) for name, value in structure.features.items())
    yield from ((name, str(target)) for name, target in structure.references.items())


def _written(value: JsonValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


def _namespace(type_: str) -> str:
    return f"http:///{type_.rsplit('.', 1)[0].replace('.', '/')}.ecore"


def _prefixes(cas: NewCas) -> dict[str, str]:
    """A prefix for each namespace, in the order in which they come."""
    namespaces = dict.fromkeys(_namespace(structure.type) for structure in cas.structures)
    return {f"type{number}": namespace for number, namespace in enumerate(namespaces, 1)}
