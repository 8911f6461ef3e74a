# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers that spaCy gives to the strings of a list in a JSON file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from spacy.strings import StringStore

store = StringStore()
print(json.dumps([store.add(string) for string in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))]))
