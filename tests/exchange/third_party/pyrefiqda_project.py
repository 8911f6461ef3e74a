# SPDX-License-Identifier: GPL-3.0-or-later
"""A REFI-QDA project as pyrefiqda loads it, after the standard's own schema has found nothing wrong with it."""

from __future__ import annotations

import json
import sys
import tempfile
import zipfile
from pathlib import Path

import xmlschema
from pyrefiqda import RefiProject

project_file, schema_file = Path(sys.argv[1]), Path(sys.argv[2])
with zipfile.ZipFile(project_file) as packed, packed.open("project.qde") as document:
    xmlschema.XMLSchema(schema_file).validate(xmlschema.XMLResource(document, lazy=True))
with tempfile.TemporaryDirectory() as folder:
    project = RefiProject.load(project_file, folder)
    codes = {}
    waiting = list(project.code_book.codes.code)
    for code in waiting:
        codes[code.guid] = code.name
        waiting += code.code
    annotations = []
    sources = project.sources.text_source
    for source in sources:
        path = RefiProject.resolve_source_path(source.plain_text_path, folder)
        text = path.read_bytes().decode("utf-8")
        for selection in source.plain_text_selection:
            start, end = selection.start_position, selection.end_position
            annotations += (
                [source.name, start, end, text[start:end], codes[coding.code_ref.target_guid]]
                for coding in selection.coding
            )
json.dump({"articles": len(sources), "annotations": annotations}, sys.stdout)
