# SPDX-License-Identifier: GPL-3.0-or-later
"""A CAS out of UIMA CAS JSON 0.4, with its structures as a list or as an object by id.

Source of the format: the specification in apache/uima-uimaj-io-jsoncas.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from archivist.errors import FileDamaged, UnsupportedFile
from archivist.exchange.cas.structures import Cas, Sofa, Structure
from archivist.exchange.cas.type_system_files import type_system_of_json
from archivist.exchange.files import json_stream
from archivist.exchange.items import Problem
from archivist.model import JsonValue

STRUCTURES = "%FEATURE_STRUCTURES"
TYPES = "%TYPES"
VIEWS = "%VIEWS"
HEADER = "%HEADER"
_VERSIONS = ("0.", "1.")  # of the specification, that are read alike


def read_cas_json(raw: bytes, path: Path) -> Cas:
    """The CAS of a JSON file; `path` is for messages. Raises FileDamaged, UnsupportedFile."""
    try:
        value = json_stream.parse(raw)
    except ValueError as error:
        raise FileDamaged(path, str(error)) from error
    if isinstance(value, list):  # the reduced form
        value = {STRUCTURES: value}
    if not isinstance(value, Mapping) or not {STRUCTURES, TYPES, VIEWS} & value.keys():
        detail = "it is the older JSON of UIMA, which says too little; write it as UIMA CAS JSON 0.4"
        old = isinstance(value, Mapping) and "_context" in value
        raise UnsupportedFile(path, detail if old else f"it is JSON, but no CAS: it has no {STRUCTURES}")
    reader = _Reader(path, value)
    return reader.cas()


class _Reader:
    """Reads the structures of one CAS."""

    def __init__(self, path: Path, value: Mapping[str, JsonValue]) -> None:
        self._path = path
        self._value = value
        self._sofas: list[Sofa] = []
        self._structures: list[Structure] = []
        self._problems: list[Problem] = []
        self._arrays: dict[int, int] = {}  # ids of the arrays with the bytes of sofas, by id of the sofa

    def cas(self) -> Cas:
        """All of it."""
        self._check_version()
        ids: set[int] = set()
        for number, (id_, fields) in enumerate(self._written(), 1):
            if not isinstance(fields, Mapping):
                self._tell(f"structure {number}", "it is no JSON object")
            elif not _is_id(id_) or not isinstance(fields.get("%TYPE"), str):
                self._tell(f"structure {number}", f"it has no {'%TYPE' if _is_id(id_) else '%ID'}")
            else:
                if id_ in ids:
                    self._tell(f"%ID {id_}", f"%ID {id_} is used twice; references to it mean the first")
                ids.add(id_)
                self._take(id_, fields)
        types = type_system_of_json(self._value.get(TYPES))
        return Cas(types, self._with_data(), tuple(self._structures), self._members(), tuple(self._problems))

    def _with_data(self) -> tuple[Sofa, ...]:
        written = {structure.id: structure.features.get("elements") for structure in self._structures}
        return tuple(
            replace(sofa, data=_bytes(written.get(self._arrays[sofa.id]))) if sofa.id in self._arrays else sofa
            for sofa in self._sofas
        )

    def _check_version(self) -> None:
        header = self._value.get(HEADER)
        version = str(header.get("%VERSION", "")) if isinstance(header, Mapping) else ""
        if version and not version.startswith(_VERSIONS):
            self._tell("", f"it says that it is CAS JSON {version}; it was read as CAS JSON 0.4")

    def _written(self) -> Iterator[tuple[JsonValue, JsonValue]]:
        structures = self._value.get(STRUCTURES, [])
        if isinstance(structures, Mapping):
            for key, fields in structures.items():
                yield (int(key) if key.isascii() and key.isdecimal() else key), fields
        elif isinstance(structures, list):
            for fields in structures:
                yield (fields.get("%ID") if isinstance(fields, Mapping) else None), fields
        else:
            raise FileDamaged(self._path, f"its {STRUCTURES} is neither a list nor an object")

    def _take(self, id_: int, fields: Mapping[str, JsonValue]) -> None:
        type_ = fields["%TYPE"]
        if type_ == "uima.cas.Sofa":
            self._sofas.append(_sofa(id_, fields))
            if _is_id(fields.get("@sofaArray")):
                self._arrays[id_] = fields["@sofaArray"]
            return
        features: dict[str, JsonValue] = {}
        references: dict[str, tuple[int, ...]] = {}
        for key, value in fields.items():
            if key == "%ELEMENTS":
                self._take_elements(value, references, features, referring=_holds_structures(type_))
            elif key.startswith("@"):
                references[key[1:]] = (value,) if _is_id(value) else ()
            elif not key.startswith("%") and value is not None:
                features[key.lstrip("^#")] = value
        sofa = references.pop("sofa", ())
        self._structures.append(Structure(id_, type_, features, references, sofa[0] if sofa else None))

    @staticmethod
    def _take_elements(
        value: JsonValue,
        references: dict[str, tuple[int, ...]],
        features: dict[str, JsonValue],
        *,
        referring: bool,
    ) -> None:
        if referring and isinstance(value, list):
            references["elements"] = tuple(id_ for id_ in value if _is_id(id_))
        else:
            features["elements"] = value

    def _members(self) -> dict[int, frozenset[int]]:
        views = self._value.get(VIEWS)
        found: dict[int, frozenset[int]] = {}
        for view in views.values() if isinstance(views, Mapping) else ():
            if isinstance(view, Mapping) and isinstance(view.get("%MEMBERS"), list) and _is_id(view.get("%SOFA")):
                found[view["%SOFA"]] = frozenset(member for member in view["%MEMBERS"] if _is_id(member))
        return found

    def _tell(self, where: str, what: str) -> None:
        name = ", ".join(filter(None, (self._path.name, where)))
        self._problems.append(Problem(name, f"{what[:1].upper()}{what[1:]}."))


def _sofa(id_: int, fields: Mapping[str, JsonValue]) -> Sofa:
    text = fields.get("sofaString")
    return Sofa(
        id_,
        str(fields.get("sofaID") or ""),
        text if isinstance(text, str) else None,
        str(fields.get("mimeType") or ""),
        str(fields.get("sofaURI") or ""),
    )


def _bytes(written: JsonValue) -> bytes | None:
    """The bytes of an array, which CAS JSON writes in base 64."""
    try:
        return b64decode(written, validate=True) if isinstance(written, str) else None
    except ValueError:
        return None


def _holds_structures(type_: str) -> bool:
    return type_ == "uima.cas.FSArray" or (type_.endswith("[]") and not type_.startswith("uima.cas."))


def _is_id(value: JsonValue) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0
