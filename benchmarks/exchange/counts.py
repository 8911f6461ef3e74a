# SPDX-License-Identifier: GPL-3.0-or-later
"""How many annotations are in files that others wrote, counted without a reader of ours."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.exchange.brat.test_cases import further_events, joined, lines_of, rows_of
from tests.exchange.cas.test_cases import DOCUMENTS, plain_count, seen_by_cassis
from tests.exchange.refi_qda.test_reading import opening_tags
from tests.exchange.tei.test_cases import MARKS, local, root_of
from tests.exchange.test_zotero import annotations_in as zotero_annotations_in
from tests.exchange.w3c.test_cases import annotations_in, words_of

# Of lists of numbers and a label as in doccano, and of its objects with offsets.
_DOCCANO = re.compile(r'\[\d+, \d+, "|"start_offset"')
_LABEL_STUDIO = re.compile(r'"type": "(?:hypertext)?labels"')
# What looks like annotations to whoever only searches: BioC and TEI, and objects with a start and an end in JSON.
_MARKS = re.compile(rb'<annotation\b|<span\b[^>]* from=|<(?:pers|place|org)Name\b|"start": \d+,\s*"end": \d+')
_ALWAYS_BEGIN = ("B-", "U-", "S-")


def counted(format_name: str, paths: Iterable[Path]) -> int | None:
    """The annotations in these files and folders of a format; None where that is not counted, or cannot be here."""
    count = _COUNTS.get(format_name)
    try:
        return None if count is None else sum(map(count, paths))
    except pytest.skip.Exception:  # a reader of others counts them, and there is none
        return None


def counted_relations(format_name: str, paths: Iterable[Path]) -> int | None:
    """The relations in these files and folders of a format; None for one in which they are not counted."""
    count = {"brat": _brat_relations, "cas-xmi": _xmi_relations}.get(format_name)
    return None if count is None else sum(map(count, paths))


def looks_annotated(path: Path) -> int:
    """How many annotations an ordinary file seems to hold."""
    return len(_MARKS.findall(path.read_bytes()))


def files_in(path: Path, *suffixes: str) -> list[Path]:
    """The files at a path with one of these extensions; all where none is named."""
    found = [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file())
    return [each for each in found if not suffixes or each.suffix.lower() in suffixes]


def _brat(path: Path) -> int:
    spans = files_in(path, ".spans")
    if spans:
        return sum(len(rows_of(each)) for each in spans)
    with _unpacked(path) as folder:
        return lines_of(folder)["T"] + further_events(folder)


def _brat_relations(path: Path) -> int:
    facts = files_in(path, ".facts")
    if facts:
        return sum(bool(re.match(r"(obj|span)\d+$", row[1])) for each in facts for row in rows_of(each))
    with _unpacked(path) as folder:
        return joined(folder)


@contextmanager
def _unpacked(path: Path) -> Iterator[Path]:
    """A folder as it is; a zip file as one."""
    if path.is_dir():
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        shutil.unpack_archive(path, folder)
        yield Path(folder)


def _conllu(path: Path) -> int:
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".conllu":
        return len(re.findall(r"\bN(?:ER|E|amedEntity)=B-", raw))
    begun, before = 0, ""
    for row in raw.splitlines():
        tag = row.split()[-1] if row.strip() else ""
        begun += tag.startswith(_ALWAYS_BEGIN) or (tag.startswith("I-") and before[2:] != tag[2:])
        before = tag
    return begun


def _cas(path: Path) -> int:
    return _xmi(path) + _cas_json(path)


def _xmi(path: Path) -> int:
    return sum(plain_count(each)[0].total() for each in files_in(path, ".xmi"))


def _xmi_relations(path: Path) -> int:
    return sum(plain_count(each)[1] for each in files_in(path, ".xmi"))


def _cas_json(path: Path) -> int:
    cases = next(above for above in path.parents if above.name == "uima-cas")
    names = [str(each.relative_to(cases)) for each in files_in(path, ".json")]
    seen = seen_by_cassis(cases, names) if names else ()
    return sum(type_.rpartition(".")[2] not in DOCUMENTS for _, marks in seen for type_, *_ in marks)


def _tei(path: Path) -> int:
    marking = f"//*[local-name()='text']//*[{local(*MARKS)}][normalize-space()] | //*[local-name()='span'][@from]"
    return sum(len(root_of(each).xpath(marking)) for each in files_in(path, ".xml", ".tei"))


def _json(count: Callable[[object], int]) -> Callable[[Path], int]:
    def counted_in(path: Path) -> int:
        try:
            return count(json.loads(path.read_bytes()))
        except ValueError:  # it is refused as no JSON
            return 0

    return lambda path: sum(map(counted_in, files_in(path, ".json", ".jsonld")))


_COUNTS: dict[str, Callable[[Path], int]] = {
    "brat": _brat,
    "conllu": _conllu,
    "cas-xmi": _cas,
    "cas-json": _cas,
    "refi-qda": lambda path: opening_tags(path)["Coding"],
    "doccano": lambda path: len(_DOCCANO.findall(path.read_text(encoding="utf-8"))),
    "label-studio": lambda path: len(_LABEL_STUDIO.findall(path.read_text(encoding="utf-8"))),
    "tei": _tei,
    "w3c": _json(lambda value: sum(map(words_of, annotations_in(value)))),
    "zotero": _json(lambda value: len(list(zotero_annotations_in(value)))),
}
