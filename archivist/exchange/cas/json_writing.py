# SPDX-License-Identifier: GPL-3.0-or-later
"""A CAS as UIMA CAS JSON 0.4, with its type system in it."""

from __future__ import annotations

import json

from archivist.exchange.cas.json_reading import STRUCTURES, TYPES, VIEWS
from archivist.exchange.cas.own_layer import OWN_TYPES
from archivist.exchange.cas.type_system_files import type_system_json
from archivist.exchange.cas.writing import SOFA, NewCas, NewStructure
from archivist.model import JsonValue

_VIEW = "_InitialView"
_TYPES = json.dumps(type_system_json(OWN_TYPES), ensure_ascii=False)


def json_of(cas: NewCas) -> tuple[bytes, int]:
    """The JSON file of a CAS, a structure a line; it can hold every character."""
    sofa = {
        "%ID": SOFA,
        "%TYPE": "uima.cas.Sofa",
        "sofaNum": 1,
        "sofaID": _VIEW,
        "mimeType": "text",
        "sofaString": cas.text,
    }
    structures = ",\n".join(
        json.dumps(each, ensure_ascii=False) for each in (sofa, *(_structure(each) for each in cas.structures))
    )
    view = {_VIEW: {"%SOFA": SOFA, "%MEMBERS": [structure.id for structure in cas.structures]}}
    written = f'{{"{TYPES}": {_TYPES},\n"{STRUCTURES}": [\n{structures}\n],\n"{VIEWS}": {json.dumps(view)}}}\n'
    return written.encode(), 0


def _structure(structure: NewStructure) -> dict[str, JsonValue]:
    return {
        "%ID": structure.id,
        "%TYPE": structure.type,
        "@sofa": SOFA,
        "begin": structure.begin,
        "end": structure.end,
        **structure.features,
        **{f"@{name}": target for name, target in structure.references.items()},
    }
