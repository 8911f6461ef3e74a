# SPDX-License-Identifier: GPL-3.0-or-later
"""The results of one annotation of a task: regions with their labels and answers, and relations.

All results that have the id of a region belong to it; those with labels say what it is, the others
(choices, numbers, text and so on, of controls with perRegion) are its attributes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from archivist.exchange.document_draft import DocumentDraft, is_number
from archivist.exchange.items import Problem, ReadAnnotation, ReadRelation
from archivist.exchange.label_studio.writing import OURS
from archivist.model import JsonValue

_PLACE = frozenset({"start", "end", "text", "globalOffsets"})
_OTHER_PLACES = ("startOffset", "channel")  # of a page or a dialogue, and of sound
_TEXT_AREA = "textarea"
_NAMELESS = "related"  # the type of a relation that has none


@dataclass(frozen=True, slots=True)
class Annotated:
    """What one annotator, or one model, made of a task."""

    where: str  # "task 3, annotation 2"
    results: list[JsonValue]
    annotator: str
    created_at: str
    modified_at: str


@dataclass(slots=True)
class Region:
    """Words that are marked, with all that is said of them."""

    id: str
    key: str
    where: str
    to_name: str  # the object that shows the text
    start: int
    end: int
    quote: str | None
    labels: list[str]
    note: str = ""
    own: JsonValue = None  # what an Archivist wrote
    attributes: dict[str, JsonValue] = field(default_factory=dict)

    def put_in(self, draft: DocumentDraft, by: Annotated) -> None:
        """Add it to a document, once for each of its labels."""
        for number, label in enumerate(self.labels or [""]):
            annotation = ReadAnnotation(
                self.key,
                self.start,
                self.end,
                label,
                self.where,
                quote=self.quote,
                note=self.note,
                attributes=dict(self.attributes),
                annotator=by.annotator,
                created_at=by.created_at,
                modified_at=by.modified_at,
            )
            draft.mark(annotation, self.own if number == 0 else None)


class Regions:
    """What is in an annotation. `problems` has what is wrong in it, `unread` how much of which type is no region."""

    def __init__(self, annotated: Annotated, prefix: str) -> None:
        self.annotated = annotated
        self.all: list[Region] = []
        self.unread: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self._prefix = prefix  # that keeps the keys of several annotations of a task apart
        self._relations: list[tuple[str, Mapping[str, JsonValue]]] = []
        answers = list(self._sorted())
        for where, result in answers:
            self._add_answer(where, result)

    def among(self, marked: Iterable[Region]) -> list[Region]:
        """Those of these regions that are of this annotation."""
        mine = set(map(id, self.all))
        return [region for region in marked if id(region) in mine]

    def relate(self, draft: DocumentDraft, marked: Iterable[Region]) -> None:
        """Add the relations between regions that are in the document."""
        there: dict[str, str] = {}
        for region in self.among(marked):
            there.setdefault(region.id, region.key)
        left = []
        for where, result in self._relations:
            ends = [str(result.get(name)) for name in ("from_id", "to_id")]
            if all(end in there for end in ends):
                for relation in _relations(result, there[ends[0]], there[ends[1]], where):
                    draft.relate(relation, _own(result))
            else:
                left.append((where, result))
        self._relations = left

    def tell_unrelated(self) -> None:
        """Note the relations that have not been added to any document."""
        for where, result in self._relations:
            ends = f"{result.get('from_id')} and {result.get('to_id')}"
            self.problems.append(Problem(self._at(where), f"there is no text with both of its regions, {ends}"))

    def _sorted(self) -> Iterator[tuple[str, Mapping[str, JsonValue]]]:
        """Sort the results; yields those that answer something about a region."""
        for number, result in enumerate(self.annotated.results, 1):
            where = f"result {number}"
            value = result.get("value") if isinstance(result, Mapping) else None
            if not isinstance(result, Mapping):
                self.problems.append(Problem(self._at(where), "it is no JSON object"))
            elif result.get("type") == "relation":
                self._relations.append((where, result))
            elif not isinstance(value, Mapping) or not _is_in_text(value):
                self.unread[str(result.get("type"))] += 1
            elif _labels(value) is not None:
                self.all.append(self._region(where, result, value))
            else:
                yield where, result

    def _add_answer(self, where: str, result: Mapping[str, JsonValue]) -> None:
        """An answer of a region; it is one itself where nothing labels it."""
        id_, value = str(result.get("id", "")), result["value"]
        regions = [region for region in self.all if id_ and region.id == id_]
        if not regions:
            regions = [self._region(where, result, value)]
            self.all += regions
        type_, name = str(result.get("type", "")).lower(), str(result.get("from_name", ""))
        answer = _answer(type_, value)
        if name.strip() and "\0" not in name and answer is not None:
            for region in regions:
                region.attributes[name] = answer

    def _region(self, where: str, result: Mapping[str, JsonValue], value: Mapping[str, JsonValue]) -> Region:
        id_ = str(result.get("id", ""))
        meta = result.get("meta")
        note = meta.get("text", "") if isinstance(meta, Mapping) else ""
        return Region(
            id_,
            self._prefix + (id_ or where),
            where if not id_ else f"region {id_}",
            str(result.get("to_name", "")),
            int(value["start"]),
            int(value["end"]),
            None if str(result.get("type", "")).lower() == _TEXT_AREA else _joined(value.get("text")),
            _labels(value) or [],
            (_joined(note, "\n") or "").replace("\0", ""),
            _own(result),
        )

    def _at(self, where: str) -> str:
        return f"{self.annotated.where}, {where}"


def _is_in_text(value: Mapping[str, JsonValue]) -> bool:
    """Whether a value has a place in a plain text: not in a page, a dialogue, a picture or a recording."""
    return all(_is_whole(value.get(name)) for name in ("start", "end")) and not any(
        name in value for name in _OTHER_PLACES
    )


def _is_whole(value: JsonValue) -> bool:
    return is_number(value) or (isinstance(value, float) and value.is_integer())


def _labels(value: Mapping[str, JsonValue]) -> list[str] | None:
    """The labels of a value, whatever its control is called; None where it has no field for them."""
    for name, labels in value.items():
        if name.endswith("labels") and isinstance(labels, list):
            return [label for label in labels if isinstance(label, str) and "\0" not in label]
    return None


def _answer(type_: str, value: Mapping[str, JsonValue]) -> JsonValue:
    """What a control says of a region: one value, or a list of several."""
    key = "text" if type_ == _TEXT_AREA else type_ if type_ in value else None
    if key is None:
        key = next((name for name in value if name not in _PLACE), None)
    answer = value.get(key) if key is not None else None
    return answer[0] if isinstance(answer, list) and len(answer) == 1 else answer


def _joined(value: JsonValue, between: str = "") -> str | None:
    """A text that may be a list of its parts."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return between.join(value)
    return value if isinstance(value, str) else None


def _own(result: Mapping[str, JsonValue]) -> JsonValue:
    meta = result.get("meta")
    return meta.get(OURS) if isinstance(meta, Mapping) else None


def _relations(result: Mapping[str, JsonValue], source: str, target: str, where: str) -> Iterator[ReadRelation]:
    """A relation for each of its labels, and in each of its directions."""
    found = result.get("labels")
    labels = [label for label in found if isinstance(label, str) and label] if isinstance(found, list) else []
    direction = result.get("direction", "right")
    for label in labels or [_NAMELESS]:
        if direction != "left":
            yield ReadRelation(label, source, target, where=where)
        if direction in ("left", "bi"):
            yield ReadRelation(label, target, source, where=where)
