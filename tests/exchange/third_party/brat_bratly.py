# SPDX-License-Identifier: GPL-3.0-or-later
"""A collection of brat, as bratly reads it. Its fragments say where, its text says what."""

import json
import sys
from pathlib import Path

from bratly import EntityAnnotation
from bratly.io import read_document_collection_from_folder

found = read_document_collection_from_folder(
    sys.argv[1], no_duplicates_ann=False, sort_ann=False, renumerotize_ann=False
)
# What the types are called, as brat shows them.
labels = Path(sys.argv[1], "visual.conf").read_text(encoding="utf-8").split("[drawing]")[0].splitlines()[1:]
names = dict(row.split(" | ") for row in labels if row)
annotations = []
for document in found.documents:
    for collection in document.annotation_collections:
        for annotation in collection.annotations:
            if isinstance(annotation, EntityAnnotation):
                places = [(fragment.start, fragment.end) for fragment in annotation.fragments]
                words = " ".join(document.text[start:end] for start, end in places)
                if words != annotation.content:
                    sys.exit(f"{document.fullpath}: {annotation} repeats other words than {words!r}")
                annotations.append(
                    [
                        document.fullpath,
                        places[0][0],
                        places[-1][1],
                        words,
                        names.get(annotation.label, annotation.label),
                    ]
                )
json.dump({"articles": len(found.documents), "annotations": annotations}, sys.stdout)
