# SPDX-License-Identifier: GPL-3.0-or-later
"""Our workbook as openpyxl reads it."""

import json
import sys

from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

workbook = load_workbook(sys.argv[1])


def rows(name):
    sheet = workbook[name]
    if sheet.freeze_panes != "A2" or sheet.auto_filter.ref != sheet.dimensions:
        sys.exit(f"{name}: {sheet.freeze_panes} {sheet.auto_filter.ref} {sheet.dimensions}")
    if any(cell.data_type == "f" for row in sheet for cell in row):
        sys.exit(f"{name} has formulas")
    header, *values = sheet.values
    return [
        {column: unescape(cell) if isinstance(cell, str) else cell for column, cell in zip(header, row, strict=True)}
        for row in values
    ]


for name in workbook.sheetnames:
    rows(name)
parts = {}
for row in rows("texts"):
    parts.setdefault(row["article"], []).append((row["part"], row["text"]))
texts = {article: "".join(text for _, text in sorted(some)) for article, some in parts.items()}
if set(texts) != {row["id"] for row in rows("articles")}:
    sys.exit("the texts are not those of the articles")
marks = []
for row in rows("annotations"):
    covered = texts[row["article"]][row["start"] : row["end"]]
    if covered != row["quote"]:
        sys.exit(f"{row['id']} has other words in its cell")
    marks.append([row["article"], row["start"], row["end"], covered, row["tag"]])
json.dump({"articles": len(texts), "annotations": marks}, sys.stdout)
