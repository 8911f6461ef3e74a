# SPDX-License-Identifier: GPL-3.0-or-later
"""The labelling configuration of a Label Studio project: what can be marked in which text.

Tags as in Label Studio's documentation: Labels, Relations, Choices, Number and TextArea as controls,
Text as the object that they mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from archivist.errors import FileDamaged, FileUnsafe
from archivist.exchange.files.packed import Files
from archivist.model import RELATION_TYPES, Kind, Tag
from archivist.store.attributes import APPROXIMATIONS, NUMBERS

NAME = "config.xml"
TEXT = "text"  # the name of the object, and of the data that it shows
CHOICES = "approximation"
# Attributes that have a control, by kind; those that are neither numbers nor choices are text.
ATTRIBUTES: Mapping[Kind, tuple[str, ...]] = {
    Kind.FIGURE: (*NUMBERS, CHOICES, "unit", "counted", "claimant", "as_of"),
    Kind.DATE: ("edtf",),
}
_LARGEST = 16 << 20  # bytes
_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def configuration(tags: Iterable[Tag]) -> bytes:
    """The configuration for a codebook, as XML."""
    view = etree.Element("View")
    # Without it, runs of spaces are drawn as one.
    etree.SubElement(view, "Style").text = ".htx-text{white-space:pre-wrap}"
    labels: dict[Kind, etree._Element] = {}
    for tag in tags:
        if tag.kind not in labels:
            labels[tag.kind] = etree.SubElement(view, "Labels", name=str(tag.kind), toName=TEXT)
        etree.SubElement(labels[tag.kind], "Label", value=tag.name, background=tag.colour)
    relations = etree.SubElement(view, "Relations")
    for type_ in RELATION_TYPES:
        etree.SubElement(relations, "Relation", value=type_)
    etree.SubElement(view, "Text", name=TEXT, value=f"${TEXT}")
    for kind, names in ATTRIBUTES.items():
        if kind in labels:
            _add_attributes(view, kind, names)
    # Label Studio takes it as text, which must not declare an encoding.
    xml: str = etree.tostring(view, encoding="unicode", pretty_print=True)
    return xml.encode()


def _add_attributes(view: etree._Element, kind: Kind, names: Iterable[str]) -> None:
    """The controls of a region, shown while it is selected."""
    box = etree.SubElement(view, "View", visibleWhen="region-selected", whenTagName=str(kind))
    for name in names:
        etree.SubElement(box, "Header", value=name.replace("_", " "), size="5")
        common = {"name": name, "toName": TEXT, "perRegion": "true"}
        if name in NUMBERS:
            etree.SubElement(box, "Number", common)
        elif name == CHOICES:
            choices = etree.SubElement(box, "Choices", {**common, "choice": "single", "showInline": "true"})
            for choice in APPROXIMATIONS:
                etree.SubElement(choices, "Choice", value=choice)
        else:
            etree.SubElement(box, "TextArea", {**common, "rows": "1", "maxSubmissions": "1"})


def texts_of(files: Files, name: str) -> dict[str, str]:
    """Which field of the data each object of a configuration shows. Raises FileDamaged, FileUnsafe, FileTooLarge."""
    raw = files.read(name, limit=_LARGEST)
    if b"<!" in raw.replace(b"<!--", b""):
        raise FileUnsafe(files.where(name), "it declares a document type")
    try:
        root = etree.fromstring(raw, etree.XMLParser(**_PARSER))
    except etree.XMLSyntaxError as error:
        raise FileDamaged(files.where(name), f"it is no XML ({error})") from error
    return {
        element.get("name", ""): value.removeprefix("$")
        for element in root.iter(etree.Element)
        if (value := element.get("value", "")).startswith("$")
    }
