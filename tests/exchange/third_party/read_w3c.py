# SPDX-License-Identifier: GPL-3.0-or-later
"""Web Annotations as pyld reads them: expanded by the context of the W3C, which is given as a file.

read_w3c.py FILE CONTEXT TEXTS     TEXTS is a folder with the text of every article, ID.txt
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pyld import jsonld

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
RDF_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"
REFERENCES = "http://purl.org/dc/terms/references"
TEXT = "http://purl.org/dc/dcmitype/Text"

file, context, texts = map(Path, sys.argv[1:])


def load(url: str, _options: object = None) -> dict[str, Any]:
    """The one context that there is; nothing else is asked for."""
    if url != "http://www.w3.org/ns/anno.jsonld":
        raise ValueError(url)
    document = json.loads(context.read_text(encoding="utf-8"))
    return {"contextUrl": None, "documentUrl": url, "document": document, "contentType": "application/ld+json"}


def of_type(nodes: list[dict[str, Any]], type_: str) -> dict[str, Any]:
    """The one node of a type."""
    (found,) = (node for node in nodes if type_ in node.get("@type", ()))
    return found


def label_of(bodies: list[dict[str, Any]]) -> str:
    """The text of the one body for tagging."""
    (found,) = (body for body in bodies if body[f"{OA}hasPurpose"][0]["@id"] == f"{OA}tagging")
    return str(found[RDF_VALUE][0]["@value"])


def marks(collection: dict[str, Any]) -> Iterator[list[Any]]:
    """Every annotation of a text, with the words that its position covers there."""
    for annotation in collection[f"{AS}first"][0][f"{AS}items"][0]["@list"]:
        target = annotation[f"{OA}hasTarget"][0]
        if f"{OA}hasSelector" not in target:
            continue  # it links others
        article = target[f"{OA}hasSource"][0]["@id"].removeprefix("urn:uuid:")
        position = of_type(target[f"{OA}hasSelector"], f"{OA}TextPositionSelector")
        quote = of_type(target[f"{OA}hasSelector"], f"{OA}TextQuoteSelector")[f"{OA}exact"][0]["@value"]
        start, end = (int(position[f"{OA}{name}"][0]["@value"]) for name in ("start", "end"))
        covered = (texts / f"{article}.txt").read_bytes().decode()[start:end]
        assert covered == quote, (covered, quote)
        yield [article, start, end, covered, label_of(annotation[f"{OA}hasBody"])]


jsonld.set_document_loader(load)
(expanded,) = jsonld.expand(json.loads(file.read_text(encoding="utf-8")))
found = list(marks(expanded))
assert expanded[f"{AS}totalItems"][0]["@value"] >= len(found)
described = [node for node in expanded[REFERENCES] if TEXT in node["@type"]]
sys.stdout.write(json.dumps({"articles": len(described), "annotations": found}))
