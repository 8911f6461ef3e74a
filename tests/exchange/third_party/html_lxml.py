# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages as lxml's parser of HTML reads them: the text content, and which characters an annotation's pieces hold.

html_lxml.py FOLDER
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from lxml import etree, html


def marks(page: Any, name: str) -> list[list[Any]]:
    (text,) = page.xpath("//div[@class='text']")
    spans: dict[str, list[int]] = {}
    inside: list[str] = []
    length = 0
    for event, element in etree.iterwalk(text, events=("start", "end")):
        number = element.get("data-n")
        if event == "start" and number:
            inside.append(number)
        if event == "end" and number:
            inside.pop()
        said = element.text if event == "start" else element.tail if element is not text else None
        for covered in inside if said else ():
            spans.setdefault(covered, [length, 0])[1] = length + len(said)
        length += len(said or "")
    content = text.text_content()
    labels = {item.get("id"): item.get("data-tag") for item in page.xpath("//ol[@class='marks']/li")}
    return [[name, start, end, content[start:end], labels[f"a{n}"]] for n, (start, end) in spans.items()]


files = sorted(path for path in Path(sys.argv[1]).glob("*.html") if path.name != "index.html")
parser = html.HTMLParser(encoding="utf-8")
annotations = [mark for path in files for mark in marks(html.parse(str(path), parser).getroot(), path.stem)]
sys.stdout.write(json.dumps({"articles": len(files), "annotations": annotations}))
