# SPDX-License-Identifier: GPL-3.0-or-later
"""The codes of a REFI-QDA codebook as pyrefiqda loads it, after the standard's own schema has found nothing wrong."""

from __future__ import annotations

import json
import sys

import xmlschema
from pyrefiqda import RefiCodebook

codebook_file, schema_file = sys.argv[1:3]
xmlschema.XMLSchema(schema_file).validate(codebook_file)
codebook = RefiCodebook.load(codebook_file)
found = []
waiting = [(code, "") for code in codebook.codes.code]
for code, above in waiting:
    found.append([above, code.name, code.color])
    waiting += [(lower, code.name) for lower in code.code]
json.dump(found, sys.stdout)
