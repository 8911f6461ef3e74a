# SPDX-License-Identifier: GPL-3.0-or-later
"""One task of Label Studio: its texts, and what annotators or models marked in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from archivist.exchange import own_fields
from archivist.exchange.document_draft import DocumentDraft
from archivist.exchange.incoming.offset_units import agrees
from archivist.exchange.items import Problem
from archivist.exchange.label_studio.regions import Annotated, Region, Regions
from archivist.exchange.label_studio.writing import OURS
from archivist.file_names import shown
from archivist.model import JsonValue

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{1,9}://|/data/)\S+", re.IGNORECASE)


class Task:
    """A task in the full form. Once read, `problems` has what was not, and `unknown` the data that was not taken."""

    def __init__(self, where: str, value: Mapping[str, JsonValue], configured: Mapping[str, str]) -> None:
        self.problems: list[Problem] = []
        self.unknown: set[str] = set()
        self._where = where
        self._value = value
        data = value.get("data")
        self._data: Mapping[str, JsonValue] = data if isinstance(data, Mapping) else {}
        self._configured = configured

    def drafts(self) -> Iterator[tuple[DocumentDraft, JsonValue]]:
        """A document for each text that something is marked in, or else for the text of the task, and its metadata."""
        sets = self._annotated()
        regions = [Regions(made, f"{number}:" if len(sets) > 1 else "") for number, made in enumerate(sets, 1)]
        fields: dict[str, list[Region]] = {}
        unplaced: list[Region] = []
        for region in (region for found in regions for region in found.all):
            field = self._field(region)
            (unplaced if field is None else fields.setdefault(field, [])).append(region)
        if not fields and (main := self._main_text()) is not None:
            fields[main] = []
        if unplaced or not fields:
            self._no_text(unplaced)
        ours = own_fields.is_of_archivist(self._data)
        for field, marked in fields.items():
            draft = self._draft(field, marked, alone=len(fields) == 1)
            meta = self._value.get("meta")
            own = meta.get(OURS) if isinstance(meta, Mapping) else None
            if isinstance(own, Mapping):
                draft.know(own)
            for found in regions:
                for region in found.among(marked):
                    region.put_in(draft, found.annotated)
                found.relate(draft, marked)
            yield draft, self._data if ours or len(fields) == 1 else {}
        for found in regions:
            self._tell_unread(found)
        self.unknown = set(self._data) - set(fields) - (own_fields.ARTICLE_FIELDS if ours else own_fields.OF_ANYONE)

    def _draft(self, field: str, marked: list[Region], *, alone: bool) -> DocumentDraft:
        where = self._where if alone else f"{self._where}, {field}"
        text = str(self._data[field])
        is_address = bool(marked) and _ADDRESS.fullmatch(text) and not any(_agrees(text, region) for region in marked)
        return DocumentDraft(where, None, text) if is_address else DocumentDraft(where, text)

    def _field(self, region: Region) -> str | None:
        """Which field of the data a region is in: as the configuration says, as it is called, or as its words say."""
        texts = {name: text for name, text in self._data.items() if isinstance(text, str)}
        for name in (self._configured.get(region.to_name), region.to_name.removeprefix("$")):
            if name in texts:
                return name
        agreeing = [name for name, text in texts.items() if _agrees(text, region)]
        return agreeing[0] if len(agreeing) == 1 else self._main_text()

    def _main_text(self) -> str | None:
        """The field that is the text of the task, where that is plain."""
        texts = [name for name, text in self._data.items() if isinstance(text, str) and text]
        configured = [name for name in self._configured.values() if name in texts]
        for candidates in (["text"] if "text" in texts else [], configured, texts):
            if len(candidates) == 1:
                return candidates[0]
        return None

    def _no_text(self, regions: list[Region]) -> None:
        rest = f"; {len(regions)} regions in it were not read" if regions else ""
        self.problems.append(Problem(self._where, f"it has no text, or several and none that is plainly meant{rest}"))

    def _annotated(self) -> list[Annotated]:
        """What annotators made of it; what models did only where no annotator has come yet."""
        people = [*self._sets("annotations"), *self._sets("completions")]
        models = list(self._sets("predictions"))
        drafts = [draft for draft in self._sets("drafts") if draft.results]
        if drafts:
            self.problems.append(Problem(self._where, f"{len(drafts)} unfinished drafts were not read"))
        if people and any(model.results for model in models):
            self.problems.append(Problem(self._where, "predictions were not read, because there are annotations"))
        return people or models

    def _sets(self, name: str) -> Iterator[Annotated]:
        values = self._value.get(name) or []
        for number, value in enumerate(values if isinstance(values, list) else [values], 1):
            where = f"{self._where}, {name.removesuffix('s')} {number}"
            results = value.get("result") if isinstance(value, Mapping) else None
            if not isinstance(results, list):
                # Exports may name what is elsewhere by its number only.
                self.problems.append(Problem(where, "it has no list of results"))
            elif value.get("was_cancelled") or value.get("skipped"):
                if results:
                    self.problems.append(Problem(where, f"it was skipped, so its {len(results)} results are not read"))
            else:
                yield Annotated(
                    where,
                    results,
                    _annotator(value),
                    _moment(value.get("created_at")),
                    _moment(value.get("updated_at")),
                )

    def _tell_unread(self, found: Regions) -> None:
        found.tell_unrelated()
        for type_, count in sorted(found.unread.items()):
            what = f"{count} of type “{shown(type_)}” mark no words of a plain text and are not read"
            self.problems.append(Problem(found.annotated.where, what))
        self.problems.extend(found.problems)


def _agrees(text: str, region: Region) -> bool:
    return bool(region.quote) and agrees(text, region.start, region.end, region.quote or "")


def _annotator(value: Mapping[str, JsonValue]) -> str:
    """Who made an annotation, as far as the file says."""
    who = value.get("completed_by", value.get("created_username", value.get("model_version")))
    if isinstance(who, Mapping):
        names = [str(who.get(name) or "").strip() for name in ("first_name", "last_name")]
        who = who.get("email") or " ".join(filter(None, names)) or who.get("id")
    if isinstance(who, int) and not isinstance(who, bool):
        return f"user {who}"
    return who.replace("\0", "").strip() if isinstance(who, str) else ""


def _moment(value: JsonValue) -> str:
    """A time as ISO 8601 in UTC; "" where it is none."""
    try:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            moment = datetime.fromtimestamp(value, UTC)
        else:
            moment = datetime.fromisoformat(value)
    except (TypeError, ValueError, OverflowError, OSError):
        return ""
    in_utc = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return in_utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")
