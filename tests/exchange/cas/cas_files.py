# SPDX-License-Identifier: GPL-3.0-or-later
"""Small CAS files as other programs write them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

from archivist.exchange.cas.reading import read
from archivist.exchange.items import Problem, ReadDocument

TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Role</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>office</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
<featureDescription><name>sure</name><rangeTypeName>uima.cas.Boolean</rangeTypeName></featureDescription>
<featureDescription><name>share</name><rangeTypeName>uima.cas.Double</rangeTypeName></featureDescription>
<featureDescription><name>years</name><rangeTypeName>uima.cas.IntegerArray</rangeTypeName></featureDescription>
<featureDescription><name>boss</name><rangeTypeName>webanno.custom.Role</rangeTypeName></featureDescription>
</features></typeDescription>
</types></typeSystemDescription>
"""
NAMESPACES = """xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"
 xmlns:tcas="http:///uima/tcas.ecore" xmlns:custom="http:///webanno/custom.ecore"
 xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"
 xmlns:seg="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"
 xmlns:meta="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmi:version="2.0\""""


def xmi(text: str, *elements: str, members: str | None = None, head: str = "") -> str:
    """An XMI with these elements, whose ids are counted from 2 on ("@" stands for id and sofa)."""
    numbered = [element.replace("@", f'xmi:id="{number}" sofa="1"') for number, element in enumerate(elements, 2)]
    listed = members if members is not None else " ".join(map(str, range(2, 2 + len(elements))))
    return "\n".join(
        (
            f'<?xml version="1.0" encoding="UTF-8"?>{head}<xmi:XMI {NAMESPACES}><cas:NULL xmi:id="0"/>',
            *numbered,
            f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString={quoteattr(text)}/>',
            f'<cas:View sofa="1" members="{listed}"/></xmi:XMI>',
        )
    )


def entity(begin: object, end: object, value: str = "") -> str:
    """A named entity for xmi()."""
    return f'<ner:NamedEntity @ begin="{begin}" end="{end}"' + (f" value={quoteattr(value)}/>" if value else "/>")


def cas_json(text: str, *structures: dict[str, object], **more: object) -> str:
    """A CAS JSON with these structures, whose ids are counted from 2 on."""
    sofa = {"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "sofaString": text}
    numbered = [{"%ID": number, "@sofa": 1, **each} for number, each in enumerate(structures, 2)]
    members = [each["%ID"] for each in numbered]
    views = {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}}
    return json.dumps({**more, "%TYPES": {}, "%FEATURE_STRUCTURES": [sofa, *numbered], "%VIEWS": views})


def written(folder: Path, **files: str | bytes) -> Path:
    """A folder with these files; "__" in a name stands for the dot."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        raw = content.encode() if isinstance(content, str) else content
        (folder / name.replace("__", ".")).write_bytes(raw)
    return folder


def packed(path: Path, files: dict[str, str | bytes]) -> Path:
    """A zip file of these."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return path


def read_all(path: Path) -> tuple[list[ReadDocument], list[str]]:
    """The documents of a path, and what all problems say."""
    items = list(read(path))
    found = [item for item in items if isinstance(item, ReadDocument)]
    problems = [item for item in items if isinstance(item, Problem)]
    problems += [problem for document in found for problem in document.problems]
    return found, [f"{problem.where}: {problem.what}" for problem in problems]


def read_one(path: Path) -> tuple[ReadDocument, list[str]]:
    """The one document of a path, and what all problems say."""
    [document], problems = read_all(path)
    return document, problems
