# SPDX-License-Identifier: GPL-3.0-or-later
"""Our CSV tables as frictionless validates and reads them."""

import json
import sys
from pathlib import Path

from frictionless import Package, system

folder = Path(sys.argv[1])
with system.use_context(trusted=True):
    package = Package(str(folder / "datapackage.json"))
    report = package.validate()
    problems = [error.message for task in report.tasks for error in task.errors]
    if problems:
        sys.exit("\n".join(problems))
    rows = {name: package.get_resource(name).read_rows() for name in ("articles", "annotations")}

texts = {row["id"]: (folder / "articles" / f"{row['id']}.txt").read_bytes().decode() for row in rows["articles"]}


def plain(cell):
    """A cell as the description of the package says that it is to be read."""
    return cell[1:] if cell and cell.startswith("'") else cell


marks = []
for row in rows["annotations"]:
    covered = texts[row["article"]][row["start"] : row["end"]]
    if covered != plain(row["quote"]):
        sys.exit(f"{row['id']} has other words in its cell")
    marks.append([row["article"], row["start"], row["end"], covered, plain(row["tag"])])
json.dump({"articles": len(texts), "annotations": marks}, sys.stdout)
