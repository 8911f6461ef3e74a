# SPDX-License-Identifier: GPL-3.0-or-later
"""Our exports as programs of others read them, in the environment of the readers (`make readers`)."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archivist import exchange
from archivist.exchange import Selection
from archivist.exchange.outgoing.contents import Contents
from archivist.model import Kind
from archivist.store import Archive
from tests.exchange.brat.test_elsewhere import as_brat_has_it
from tests.exchange.conllu.test_cases import as_tokens_have_it
from tests.exchange.reading_elsewhere import marked_here, run_elsewhere
from tests.exchange.tei.test_elsewhere import complaints_of_jing
from tests.long_work import run_to_end

Marks = Counter[tuple[int, int, str, str]]


@dataclass(frozen=True, slots=True)
class Reader:
    """A program of others: the format that it reads, and what it is given."""

    format: str
    name: str
    script: str
    file: str  # name of the export, by whose suffix its shape is known
    arguments: tuple[str, ...] = ()  # {cases}, {texts} stand for folders
    sees: Callable[[Marks], Marks] = lambda marks: marks  # what it can see of what is marked
    readers: str = ""  # the environment, where it is one of its own


_SCHEMA = "{cases}/refi-qda/schema/%s.xsd"
READERS = (
    Reader("bundle", "bagit, frictionless", "bundle_bagit", "bundle"),
    Reader("w3c", "pyld", "read_w3c", "all.jsonld", ("{cases}/web-annotation/anno.jsonld", "{texts}")),
    Reader("csv", "frictionless", "tables_frictionless", "tables"),
    Reader("xlsx", "openpyxl", "workbook_openpyxl", "tables.xlsx"),
    Reader("brat", "bratly", "brat_bratly", "brat", sees=lambda marks: Counter(as_brat_has_it(marks))),
    Reader("brat", "pybrat", "brat_pybrat", "brat", sees=lambda marks: Counter(as_brat_has_it(marks))),
    Reader("cas-xmi", "dkpro-cassis", "cassis_reader", "cas"),
    Reader("cas-json", "dkpro-cassis", "cassis_reader", "cas"),
    Reader("refi-qda", "xmlschema, pyrefiqda", "pyrefiqda_project", "all.qdpx", (_SCHEMA % "Project",)),
    Reader("refi-qda-codebook", "xmlschema, pyrefiqda", "refi_codebook", "tags.qdc", (_SCHEMA % "Codebook",)),
    Reader("label-studio", "label-studio-sdk", "label_studio_tasks", "tasks"),
    Reader("doccano", "doccano", "doccano_project", "lines.jsonl", readers="doccano"),
    Reader("spacy", "spaCy (DocBin)", "spacy_docs", "docs.spacy"),
    Reader("spacy", "spaCy (JSONL)", "spacy_docs", "docs.jsonl"),
    Reader("tei", "lxml", "tei_lxml", "tei"),
    Reader("stam", "stam", "read_stam", "all.store.stam.json"),
    Reader("conllu", "conllu", "conllu_conllu", "all.conllu", sees=as_tokens_have_it),
    Reader("ftm", "followthemoney", "followthemoney_entities", "all.jsonl"),
    Reader("html", "lxml", "html_lxml", "html"),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of it; -1 where there is no such number."""

    reader: Reader
    articles: int = -1
    annotations: int = -1
    mismatches: int = -1
    failed: str = ""


def all_seen(archive: Archive, folder: Path, cases: Path, wanted: Callable[[str], bool]) -> Iterator[Seen]:
    """Export all in every format that can be written, and have each read."""
    exports: dict[str, Path] = {}
    _write_texts(archive, folder / "texts")
    for format_ in exchange.formats():
        if not format_.writes or not wanted(format_.name):
            continue
        readers = [reader for reader in READERS if reader.format == format_.name]
        if not readers:
            yield Seen(Reader(format_.name, "(only our own check)", "", ""))
        for reader in readers:
            path = folder / format_.name / reader.file
            try:
                if str(path) not in exports:
                    path.parent.mkdir(exist_ok=True)
                    run_to_end(exchange.export(archive, format_, _everything(archive), path))
                    exports[str(path)] = path
                yield _seen(archive, reader, path, folder, cases)
            except (Exception, pytest.skip.Exception) as error:  # noqa: BLE001 - the others are to be measured, too
                yield Seen(reader, failed=f"{type(error).__name__}: {str(error)[-300:]}")


def valid_tei(folder: Path, cases: Path) -> Seen:
    """What jing says of the TEI files that were written there."""
    reader = Reader("tei", "jing, tei_all.rng", "", "")
    try:
        complaints = complaints_of_jing(cases / "tei" / "tei_all.rng", folder / "tei" / "tei")
    except (Exception, pytest.skip.Exception) as error:  # noqa: BLE001 - as above
        return Seen(reader, failed=str(error))
    return Seen(reader, len(list((folder / "tei" / "tei").glob("*.xml"))), mismatches=len(complaints))


def valid_w3c(folder: Path, cases: Path, python: str) -> Seen:
    """What the checker of the recommendation's MUSTs says of the annotations that were written there."""
    checker = cases / "web-annotation" / "w3c_musts.py"
    done = subprocess.run(
        [python, checker, folder / "w3c" / "all.jsonld"], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    reader = Reader("w3c", "jsonschema, MUSTs of the W3C", "", "")
    if done.returncode:
        return Seen(reader, failed=f"it ended with {done.returncode}: {(done.stdout or done.stderr)[-300:]}")
    return Seen(reader, annotations=int(done.stdout.split()[2]), mismatches=0)


def _everything(archive: Archive) -> Selection:
    return Selection(tuple(archive.articles.ids(archive.articles.rows())), restricted=True)


def _write_texts(archive: Archive, folder: Path) -> None:
    folder.mkdir()
    for id_ in archive.articles.ids(archive.articles.rows()):
        (folder / f"{id_}.txt").write_bytes(archive.articles.revision(id_).body.encode())


def _seen(archive: Archive, reader: Reader, path: Path, folder: Path, cases: Path) -> Seen:
    arguments = [one.format(cases=cases, texts=folder / "texts") for one in reader.arguments]
    seen = json.loads(run_elsewhere(reader.script, path, *arguments, readers=reader.readers))
    if isinstance(seen, list):  # the codes of a codebook: above, name, colour
        return _codes(archive, reader, seen)
    if "counts" in seen:
        return _entities(archive, reader, seen)
    marks = Counter((start, end, covered, label) for _, start, end, covered, label in seen["annotations"])
    expected = reader.sees(marked_here(archive))
    articles = archive.articles.count() - seen["articles"]
    return Seen(reader, seen["articles"], marks.total(), _different(expected, marks) + abs(articles))


def _codes(archive: Archive, reader: Reader, seen: list[list[str]]) -> Seen:
    expected = Counter((tag.name, tag.colour.upper()) for tag in archive.tags.all())
    found = Counter((name, (colour or "").upper()) for above, name, colour in seen if above)  # at the top are the kinds
    return Seen(reader, 0, 0, _different(expected, found))


def _entities(archive: Archive, reader: Reader, seen: dict[str, Any]) -> Seen:
    """Entities know no places; of annotations there are those of actors and events, as mentions."""
    articles, mentions = (seen["counts"].get(schema, 0) for schema in ("Article", "Mention"))
    marks = [mark for _, marks, _ in Contents(archive, _everything(archive)).annotations() for mark in marks]
    expected = sum(mark.tag.kind in (Kind.ACTOR, Kind.EVENT) for mark in marks)
    wrong = len(seen["changed"]) + len(seen["missing"])
    return Seen(reader, articles, mentions, wrong + abs(expected - mentions) + abs(archive.articles.count() - articles))


def _different(expected: Counter[Any], found: Counter[Any]) -> int:
    return max((expected - found).total(), (found - expected).total())
