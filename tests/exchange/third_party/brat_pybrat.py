# SPDX-License-Identifier: GPL-3.0-or-later
"""A collection of brat, as pybrat reads it. It is told to put up with two annotations of the same words."""

import json
import sys
from pathlib import Path

from pybrat.parser import BratParser

found = BratParser(error="ignore").parse(sys.argv[1])
# What the types are called, as brat shows them.
labels = Path(sys.argv[1], "visual.conf").read_text(encoding="utf-8").split("[drawing]")[0].splitlines()[1:]
names = dict(row.split(" | ") for row in labels if row)
annotations = [
    [
        document.id,
        entity.spans[0].start,
        entity.spans[-1].end,
        " ".join(document.text[span.start : span.end] for span in entity.spans),
        names.get(entity.type, entity.type),
    ]
    for document in found
    for entity in document.entities
]
json.dump({"articles": len(found), "annotations": annotations}, sys.stdout)
