# SPDX-License-Identifier: GPL-3.0-or-later
"""Our entities as followthemoney reads, cleans and validates them: what it would drop or change is told."""

import json
import sys
from collections import Counter
from pathlib import Path

from followthemoney import model

counts = Counter()
changed = []
ids = set()
references = set()
for line in Path(sys.argv[1]).read_text(encoding="utf-8").split("\n"):
    if not line:
        continue
    given = json.loads(line)
    proxy = model.get_proxy(given, cleaned=False)
    read = proxy.to_dict()
    counts[proxy.schema.name] += 1
    if given["id"] in ids:
        changed.append([given["id"], "its id is another's"])
    ids.add(given["id"])
    before = {name: sorted(values) for name, values in given["properties"].items()}
    after = {name: sorted(values) for name, values in read["properties"].items()}
    if (given["id"], given["schema"], before) != (read["id"], read["schema"], after):
        changed.append([given["id"], before, after])
    proxy.schema.validate(given)
    for prop, value in proxy.itervalues():
        if not prop.type.validate(value):
            changed.append([given["id"], prop.name, value])
        if prop.type.name == "entity":
            references.add(value)
json.dump({"counts": counts, "changed": changed, "missing": sorted(references - ids)}, sys.stdout)
