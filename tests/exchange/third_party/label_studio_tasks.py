# SPDX-License-Identifier: GPL-3.0-or-later
"""The regions of tasks as the SDK of Label Studio has them, which first has to find each annotation valid."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

folder = Path(sys.argv[1])
config = (folder / "config.xml").read_text(encoding="utf-8")
interface = LabelInterface(config)
interface.validate()
converter = Converter(config, str(folder))
articles, annotations = 0, []
for file in sorted(folder.glob("*.json")):
    for task in json.loads(file.read_text(encoding="utf-8")):
        articles += 1
        for annotation in task["annotations"]:
            assert interface.validate_annotation(annotation), annotation
    for item in converter.iter_from_json_file(str(file)):
        text = item["input"]["text"]
        for regions in item["output"].values():
            for region in regions:
                if region["type"] == "Labels":
                    start, end = region["start"], region["end"]
                    assert text[start:end] == region["text"]
                    annotations += [
                        (item["input"]["article"], start, end, text[start:end], label) for label in region["labels"]
                    ]
print(json.dumps({"articles": articles, "annotations": annotations}))
