# SPDX-License-Identifier: GPL-3.0-or-later
"""The types of a CAS and their features, as a TypeSystem.xml or the %TYPES of CAS JSON describe them.

Those of UIMA itself, and those of DKPro Core that INCEpTION builds upon, are known without a description.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

TOP = "uima.cas.TOP"
ANNOTATION_BASE = "uima.cas.AnnotationBase"
ANNOTATION = "uima.tcas.Annotation"
DOCUMENT_ANNOTATION = "uima.tcas.DocumentAnnotation"
FS_ARRAY = "uima.cas.FSArray"
STRING = "uima.cas.String"
DOUBLE = "uima.cas.Double"
INTEGER = "uima.cas.Integer"
WHOLE_NUMBERS = frozenset(f"uima.cas.{name}" for name in ("Byte", "Short", "Integer", "Long"))
FRACTIONS = frozenset({"uima.cas.Float", DOUBLE})
BOOLEAN = "uima.cas.Boolean"
PRIMITIVES = WHOLE_NUMBERS | FRACTIONS | {BOOLEAN, STRING}
PRIMITIVE_ARRAYS = frozenset(f"{name}Array" for name in PRIMITIVES)
PRIMITIVE_LISTS = frozenset(f"uima.cas.{name}List" for name in ("Integer", "Float", "String"))

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
SENTENCE = f"{DKPRO}segmentation.type.Sentence"
TOKEN = f"{DKPRO}segmentation.type.Token"
META_DATA = f"{DKPRO}metadata.type.DocumentMetaData"
META_FIELD = f"{DKPRO}metadata.type.MetaDataStringField"
TAG_SET = f"{DKPRO}metadata.type.TagsetDescription"
NAMED_ENTITY = f"{DKPRO}ner.type.NamedEntity"


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of a type."""

    range: str  # the type of its value
    shared: bool = False  # "multiple references allowed": an array stands apart, and the value is its id
    description: str = ""


@dataclass(frozen=True, slots=True)
class Type:
    """A type and the features that it adds to those of its supertype."""

    supertype: str
    features: Mapping[str, Feature] = field(default_factory=dict)
    description: str = ""


class TypeSystem:
    """Types by name. One that nothing is known of has no supertype and no features."""

    def __init__(self, types: Mapping[str, Type]) -> None:
        self._types = {**_KNOWN, **types}
        for name, known in _KNOWN.items():  # a description may tell less of a known type, or more
            if name in types:
                described = types[name]
                features = {**known.features, **described.features}
                self._types[name] = Type(described.supertype, features, described.description)
        # A CAS asks the same of every token, so what was found is kept.
        self._lines: dict[str, tuple[str, ...]] = {}
        self._features: dict[tuple[str, str], Feature | None] = {}

    def __contains__(self, type_: str) -> bool:
        return type_ in self._types

    def is_a(self, type_: str, ancestor: str) -> bool:
        """Whether a type is this one or one of its subtypes."""
        return ancestor in self.line(type_)

    def line(self, type_: str) -> tuple[str, ...]:
        """A type, its supertype, the supertype of that, and so on."""
        if type_ not in self._lines:
            line: dict[str, None] = {}
            name = type_
            while name and name not in line:
                line[name] = None
                name = self._types[name].supertype if name in self._types else ""
            self._lines[type_] = tuple(line)
        return self._lines[type_]

    def feature(self, type_: str, name: str) -> Feature | None:
        """The feature of this name, inherited or not."""
        key = (type_, name)
        if key not in self._features:
            described = (self._types[each].features for each in self.line(type_) if each in self._types)
            self._features[key] = next((features[name] for features in described if name in features), None)
        return self._features[key]

    def features(self, type_: str) -> dict[str, Feature]:
        """All features, those of the highest supertype first."""
        found: dict[str, Feature] = {}
        for ancestor in reversed(self.line(type_)):
            if ancestor in self._types:
                found.update(self._types[ancestor].features)
        return found


def _texts(*names: str) -> dict[str, Feature]:
    return {name: Feature(STRING) for name in names}


def _known() -> dict[str, Type]:
    number = Feature(INTEGER)
    link = f"{DKPRO}coref.type.CoreferenceLink"
    argument = f"{DKPRO}semantics.type.SemArgLink"
    ends = {end: Feature(TOKEN) for end in ("Governor", "Dependent")}
    position = f"{DKPRO}lexmorph.type.pos.POS"
    return {
        TOP: Type(""),
        ANNOTATION_BASE: Type(TOP, {"sofa": Feature("uima.cas.Sofa")}),
        ANNOTATION: Type(ANNOTATION_BASE, {"begin": number, "end": number}),
        DOCUMENT_ANNOTATION: Type(ANNOTATION, _texts("language")),
        FS_ARRAY: Type(TOP, {"elements": Feature(FS_ARRAY)}),
        "uima.cas.NonEmptyFSList": Type(TOP, {"head": Feature(TOP), "tail": Feature(TOP)}),
        META_DATA: Type(
            DOCUMENT_ANNOTATION, _texts("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri")
        ),
        META_FIELD: Type(ANNOTATION, _texts("key", "value")),
        TAG_SET: Type(ANNOTATION, {**_texts("layer", "name"), "tags": Feature(FS_ARRAY)}),
        SENTENCE: Type(ANNOTATION),
        TOKEN: Type(ANNOTATION),
        NAMED_ENTITY: Type(ANNOTATION, _texts("value", "identifier")),
        position: Type(ANNOTATION, _texts("PosValue", "coarseValue")),
        f"{DKPRO}syntax.type.dependency.Dependency": Type(ANNOTATION, {**ends, **_texts("DependencyType", "flavor")}),
        link: Type(ANNOTATION, {"next": Feature(link), **_texts("referenceType", "referenceRelation")}),
        f"{DKPRO}coref.type.CoreferenceChain": Type(ANNOTATION_BASE, {"first": Feature(link)}),
        f"{DKPRO}semantics.type.SemPred": Type(ANNOTATION, {**_texts("category"), "arguments": Feature(FS_ARRAY)}),
        f"{DKPRO}semantics.type.SemArg": Type(ANNOTATION),
        argument: Type(TOP, {**_texts("role"), "target": Feature(f"{DKPRO}semantics.type.SemArg")}),
    }


_KNOWN = _known()
