# SPDX-License-Identifier: GPL-3.0-or-later
"""The short form in which Label Studio exports (JSON-MIN): data and answers of one annotator side by side.

It has neither ids nor relations; what belongs to one region is told by its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archivist.model import JsonValue

_ABOUT_ANNOTATION = {
    "annotator": "completed_by",
    "annotation_id": "id",
    "created_at": "created_at",
    "updated_at": "updated_at",
    "lead_time": "lead_time",
}
_NO_DATA = frozenset({*_ABOUT_ANNOTATION, "id", "agreement"})
_PLACE = frozenset({"start", "end", "text"})


def is_one(value: Mapping[str, JsonValue]) -> bool:
    """Whether a task is in the short form and has something marked."""
    return "annotation_id" in value and any(_is_regions(answer) for answer in value.values())


def unfolded(value: Mapping[str, JsonValue]) -> Mapping[str, JsonValue]:
    """The task as it would be in the full form."""
    answers = {name: answer for name, answer in value.items() if name not in _NO_DATA and _is_regions(answer)}
    annotation = {theirs: value[ours] for ours, theirs in _ABOUT_ANNOTATION.items() if ours in value}
    annotation["result"] = [result for name, regions in answers.items() for result in _results(name, regions)]
    return {
        "data": {name: field for name, field in value.items() if name not in _NO_DATA and name not in answers},
        "annotations": [annotation] if answers else [],
    }


def _results(name: str, regions: list[dict[str, JsonValue]]) -> Iterator[JsonValue]:
    for region in regions:
        key = next((field for field in region if field not in _PLACE), "labels")
        yield {
            "id": f"{region['start']}-{region['end']}",
            "from_name": name,
            "to_name": "",
            "type": key,
            "value": region,
        }


def _is_regions(answer: JsonValue) -> bool:
    return (
        isinstance(answer, list)
        and bool(answer)
        and all(isinstance(region, Mapping) and "start" in region and "end" in region for region in answer)
    )
