# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading copies that come back are told to be such."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.exchange import Selection, export
from archivist.exchange.formats import format_to_write
from archivist.intake.outcome import FileRead
from archivist.intake.reader import ImportOptions
from archivist.intake.reading import read
from archivist.model import Article
from archivist.store import Archive
from tests.long_work import run_to_end


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_a_reading_copy_is_said_to_come_without_its_annotations(
    archive: Archive, add_article: Callable[..., Article], tmp_path: Path, name: str
) -> None:
    article = add_article("Страйк на заводі\nЗагинуло 18 людей, і ще двох шукають під завалами цеху.")
    run_to_end(export(archive, format_to_write(name), Selection((article.id,)), tmp_path / "copy"))
    [path] = (tmp_path / "copy").glob(f"{article.id}.*")
    outcome = read(path.read_bytes(), path, ImportOptions())
    assert isinstance(outcome, FileRead)
    assert "reading copy" in outcome.drafts[0].warnings[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<html><head><meta name='generator' content='WordPress'></head><body><p>{}</p></body></html>"),
        ("a.md", "# Страйк\n\n- **Article:** перший\n\n{}\n"),
    ],
)
def test_other_files_are_not(tmp_path: Path, name: str, text: str) -> None:
    raw = text.format("Загинуло 18 людей, і ще двох шукають під завалами цеху. " * 5).encode()
    outcome = read(raw, tmp_path / name, ImportOptions())
    assert isinstance(outcome, FileRead)
    assert not any("reading copy" in warning for warning in outcome.drafts[0].warnings)
