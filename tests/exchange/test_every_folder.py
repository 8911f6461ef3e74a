# SPDX-License-Identifier: GPL-3.0-or-later
"""Every format that is read from a folder or zip file: what else lies in it is told, and does not hide it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from archivist.exchange import Format, Selection, export, formats, loss_file, recognise
from archivist.exchange.items import Item, Problem, ReadDocument
from archivist.model import Article
from archivist.store import Archive
from tests.exchange.test_every_format import place
from tests.long_work import run_to_end

IN_FOLDERS = [format_ for format_ in formats() if format_.write and format_.read and "" in format_.extensions]
# Those that are one file, of which several may lie in a folder or zip file.
OF_FILES = [format_ for format_ in formats() if format_.name in ("w3c", "stam", "conllu", "refi-qda")]
JSON_OF_OTHERS = {
    "hypothesis": {"rows": [{"id": "a", "uri": "https://news.example/1", "text": "", "target": []}]},
    "zotero": [{"key": "A", "itemType": "annotation", "annotationType": "highlight", "annotationText": "страйк"}],
}


@pytest.fixture
def chosen(articles: list[Article]) -> Selection:
    return Selection(tuple(article.id for article in articles))


def problems(items: Iterator[Item]) -> list[Problem]:
    return [item for item in items if isinstance(item, Problem)]


def put_beside(folder: Path) -> None:
    (folder / "page.html").write_text("<p>Новина</p>")


@pytest.mark.parametrize("format_", IN_FOLDERS, ids=lambda format_: format_.name)
def test_what_else_lies_in_a_folder_is_named(
    archive: Archive, chosen: Selection, tmp_path: Path, format_: Format
) -> None:
    assert format_.read is not None
    folder = place(tmp_path, format_)
    run_to_end(export(archive, format_, chosen, folder))
    assert problems(format_.read(folder)) == []
    put_beside(folder)
    [told] = problems(format_.read(folder))
    assert (told.where, "page.html" in told.what) == (folder.name, True)


@pytest.mark.parametrize("format_", OF_FILES, ids=lambda format_: format_.name)
def test_what_else_lies_in_a_zip_file_is_named(
    archive: Archive, chosen: Selection, tmp_path: Path, format_: Format
) -> None:
    assert format_.read is not None
    path = place(tmp_path, format_)
    run_to_end(export(archive, format_, chosen, path))
    assert problems(format_.read(path)) == []
    packed = path if zipfile.is_zipfile(path) else tmp_path / "packed.zip"
    with zipfile.ZipFile(packed, "a") as file:
        file.writestr("page.html", "<p>Новина</p>")
        if packed != path:
            file.write(path, path.name)
    [told] = problems(format_.read(packed))
    assert (told.where, "page.html" in told.what) == (packed.name, True)


@pytest.mark.parametrize("name", JSON_OF_OTHERS)
def test_what_else_lies_beside_json_is_named(tmp_path: Path, name: str) -> None:
    [format_] = [format_ for format_ in formats() if format_.name == name]
    assert format_.read is not None
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "news.json").write_text(json.dumps(JSON_OF_OTHERS[name]))
    before = problems(format_.read(folder))
    put_beside(folder)
    (folder / "more.json").write_text(json.dumps(JSON_OF_OTHERS[name]))
    told = [problem for problem in problems(format_.read(folder)) if "page.html" in problem.what]
    assert [problem.where for problem in told] == [folder.name]
    assert all("page.html" not in problem.what for problem in before)


@pytest.mark.parametrize("format_", IN_FOLDERS, ids=lambda format_: format_.name)
def test_a_folder_with_other_things_above_an_export_is_gone_into(
    archive: Archive, chosen: Selection, tmp_path: Path, format_: Format
) -> None:
    put_beside(tmp_path)
    run_to_end(export(archive, format_, chosen, place(tmp_path, format_)))
    loss_file(place(tmp_path, format_)).unlink(missing_ok=True)
    assert [found.path for found in recognise([tmp_path])] == [place(tmp_path, format_)]


def damaged(path: Path, name: str) -> None:
    """Change a byte of a member of a zip file, so that it cannot be unpacked."""
    with zipfile.ZipFile(path) as file:
        members = {each: file.read(each) for each in file.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for each, raw in members.items():
            file.writestr(each, raw)
        info = file.getinfo(name)
    raw = bytearray(path.read_bytes())
    raw[info.header_offset + 30 + len(name.encode()) + info.file_size // 2] ^= 1
    path.write_bytes(raw)


@pytest.mark.parametrize(
    "format_", [each for each in IN_FOLDERS if each.name != "label-studio"], ids=lambda format_: format_.name
)
def test_a_damaged_file_in_a_zip_file_does_not_keep_the_others_out(
    archive: Archive, chosen: Selection, tmp_path: Path, format_: Format
) -> None:
    assert format_.read is not None
    path = tmp_path / "news.zip"
    run_to_end(export(archive, format_, chosen, path))
    first, second = sorted(chosen.articles)
    with zipfile.ZipFile(path) as file:
        [name, *_] = sorted(
            (each for each in file.namelist() if first in each), key=lambda each: not each.endswith(".txt")
        )
    damaged(path, name)
    items = list(format_.read(path))
    documents = [item for item in items if isinstance(item, ReadDocument)]
    assert second in [document.id for document in documents if document.text]
    told = [*problems(iter(items)), *(problem for document in documents for problem in document.problems)]
    assert any(name.rpartition("/")[2] in f"{problem.where} {problem.what}" for problem in told)


@pytest.mark.parametrize("name", ["w3c", "stam", "conllu"])
def test_a_damaged_file_among_others_does_not_keep_them_out(
    archive: Archive, chosen: Selection, tmp_path: Path, name: str
) -> None:
    [format_] = [format_ for format_ in formats() if format_.name == name]
    assert format_.read is not None
    written = place(tmp_path, format_)
    run_to_end(export(archive, format_, chosen, written))
    path = tmp_path / "several.zip"
    with zipfile.ZipFile(path, "w") as file:
        for each in ("a", "b"):
            file.write(written, each + format_.extensions[0])
    damaged(path, "a" + format_.extensions[0])
    items = list(format_.read(path))
    assert {item.id for item in items if isinstance(item, ReadDocument)} >= set(chosen.articles) - {""}
    assert any("a" + format_.extensions[0] in f"{problem.where} {problem.what}" for problem in problems(iter(items)))
