# SPDX-License-Identifier: GPL-3.0-or-later
"""A STAM store as the reference implementation reads it: the words are those that it takes from its own texts."""

from __future__ import annotations

import json
import sys
from typing import Any

import stam

store = stam.AnnotationStore(file=sys.argv[1])
found: list[list[Any]] = []
for annotation in store.annotations():
    said = {data.key().id(): data.value().get() for data in annotation.data()}
    selections = list(annotation.textselections())
    if len(selections) != 1 or "tag" not in said:
        continue  # it describes an article, or links others
    (selected,) = selections
    covered = str(selected)
    assert said["text"] == covered, (said["text"], covered)
    found.append([selected.resource().id(), selected.begin(), selected.end(), covered, said["tag"]])
sys.stdout.write(json.dumps({"articles": store.resources_len(), "annotations": found}))
