# SPDX-License-Identifier: GPL-3.0-or-later
"""TEI as lxml reads it: spans by their anchors, labels by their categories, and nothing that only we would know.

tei_lxml.py FOLDER
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from lxml import etree

TEI = {"tei": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


def anchors(block: Any) -> tuple[str, dict[str, int]]:
    """The character content, and after how many characters of it each anchor stands."""
    parts, length, found = [], 0, {}
    for event, element in etree.iterwalk(block, events=("start", "end")):
        if event == "start" and element.tag.endswith("}anchor"):
            found[element.get(ID)] = length
        said = element.text if event == "start" else element.tail if element is not block else None
        parts.append(said or "")
        length += len(said or "")
    return "".join(parts), found


def marks(root: Any) -> list[list[Any]]:
    (block,) = root.xpath("tei:text/tei:body/tei:ab", namespaces=TEI)
    text, places = anchors(block)
    assert text == block.xpath("string()")
    terms = {
        category.get(ID): category.xpath("string(tei:catDesc/tei:term)", namespaces=TEI)
        for category in root.xpath("//tei:taxonomy//tei:category", namespaces=TEI)
    }
    quotes = {
        annotation.get("target"): annotation.xpath("string(tei:note[@type='quote'])", namespaces=TEI)
        for annotation in root.xpath("//tei:annotation", namespaces=TEI)
    }
    found = []
    for span in root.xpath("//tei:standOff/tei:spanGrp/tei:span", namespaces=TEI):
        start, end = (places[span.get(name).removeprefix("#")] for name in ("from", "to"))
        assert text[start:end] == quotes["#" + span.get(ID)]
        found.append([root.base, start, end, text[start:end], terms[span.get("ana").removeprefix("#")]])
    return found


files = sorted(path for path in Path(sys.argv[1]).glob("*.xml") if path.name != "registry.xml")
annotations = [mark for path in files for mark in marks(etree.parse(str(path)).getroot())]
sys.stdout.write(json.dumps({"articles": len(files), "annotations": annotations}))
