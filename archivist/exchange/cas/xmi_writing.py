# SPDX-License-Identifier: GPL-3.0-or-later
"""A CAS as XMI 2.0 in XML 1.0, which cannot hold every character: these are replaced by U+FFFD and listed."""

from __future__ import annotations

import re

from archivist.exchange.cas.own_layer import REPLACED_FIELD, replaced_characters, writable
from archivist.exchange.cas.type_system import META_DATA, META_FIELD
from archivist.exchange.cas.writing import SOFA, NewCas, NewStructure
from archivist.exchange.cas.xmi_reading import XMI
from archivist.model import JsonValue

_CAS = "http:///uima/cas.ecore"
_VIEW = "_InitialView"
_SPECIAL = re.compile('[&<>"\t\n\r]')
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def xmi_of(cas: NewCas) -> tuple[bytes, int]:
    """The XMI file of a CAS, and how many of its characters were replaced."""
    listed = replaced_characters(cas.text)
    if listed:
        cas.add(META_FIELD, 0, 0, key=REPLACED_FIELD, value=listed)
    names, declared = _names(cas)
    lines = ["<?xml version='1.0' encoding='UTF-8'?>", f"<xmi:XMI {declared}>", '  <cas:NULL xmi:id="0"/>']
    replaced = len(listed.split())
    for structure in cas.structures:
        id_, type_, begin, end, features, references = structure
        said = ""
        if features or references:
            said, count = _said(structure)
            replaced += count if type_ != META_DATA else 0  # which only repeats what our fields say
        lines.append(f'  <{names[type_]} xmi:id="{id_}" sofa="{SOFA}" begin="{begin}" end="{end}"{said}/>')
    text = _escaped(writable(cas.text))
    members = " ".join(str(structure.id) for structure in cas.structures)
    lines += [
        f'  <cas:Sofa xmi:id="{SOFA}" sofaNum="1" sofaID="{_VIEW}" mimeType="text" sofaString="{text}"/>',
        f'  <cas:View sofa="{SOFA}" members="{members}"/>',
        "</xmi:XMI>\n",
    ]
    return "\n".join(lines).encode(), replaced


def _said(structure: NewStructure) -> tuple[str, int]:
    """The features and references as attributes, and how many characters of them were replaced."""
    attributes, replaced = [], 0
    for name, value in structure.features.items():
        meant = _written(value)
        written = writable(meant)
        if written != meant:
            replaced += sum(map(str.__ne__, written, meant))
        attributes.append(f' {name}="{_escaped(written)}"')
    attributes += (f' {name}="{target}"' for name, target in structure.references.items())
    return "".join(attributes), replaced


def _written(value: JsonValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)


def _escaped(text: str) -> str:
    """A text as the value of an attribute; a reader makes a space of any other white space that is not escaped."""
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text


def _names(cas: NewCas) -> tuple[dict[str, str], str]:
    """The name of the elements of each type, and the declarations of the prefixes of these."""
    prefixes = {XMI: "xmi", _CAS: "cas"}
    names: dict[str, str] = {}
    for type_ in dict.fromkeys(structure.type for structure in cas.structures):
        package, _, name = type_.rpartition(".")
        namespace = f"http:///{package.replace('.', '/')}.ecore"
        names[type_] = f"{prefixes.setdefault(namespace, f'type{len(prefixes) - 1}')}:{name}"
    declared = " ".join(f'xmlns:{prefix}="{namespace}"' for namespace, prefix in prefixes.items())
    return names, f'{declared} xmi:version="2.0"'
