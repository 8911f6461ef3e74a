# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test may ask for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from archivist.model import Article, ArticleDraft, Provenance
from archivist.store import Archive

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile("untimed", deadline=None)  # how long things take is for benchmarks to say
settings.load_profile("untimed")


def pytest_configure() -> None:
    # Before any QApplication: where there is neither a display nor Xvfb, Qt draws into memory.
    has_display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or shutil.which("Xvfb")
    if sys.platform.startswith("linux") and not has_display:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _private_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the folders of the person who runs it."""
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home" / name.lower()))


@pytest.fixture(scope="session")
def cases() -> Path:
    """The folder of real files that no one here wrote."""
    return _shared("cases")


@pytest.fixture(scope="session")
def seed() -> Path:
    """The real article of the kind that the program exists for."""
    return next(_shared("seed").glob("*.txt"))


def _shared(name: str) -> Path:
    """A folder beside the checkout, or where ARCHIVIST_CASES (the folder of cases, or the one above it) says."""
    given = Path(os.environ.get("ARCHIVIST_CASES", ROOT.parent / "shared"))
    for root in (given, given.parent):
        if (root / name).is_dir():
            return root / name
    pytest.skip(f"no {name} on this machine")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive with three tags: strike (event), ministry (actor), killed (figure)."""
    with Archive.create(tmp_path / "archive", who="Olena") as archive:
        archive.tags.add("strike", "event", shortcut="s")
        archive.tags.add("ministry", "actor", shortcut="m")
        archive.tags.add("killed", "figure", shortcut="k")
        yield archive


@pytest.fixture
def add_article(archive: Archive) -> Callable[..., Article]:
    """Adds an article with this body; further fields of the draft by name."""

    def add(body: str, **fields: Any) -> Article:
        provenance = Provenance("test.txt", "plain-text", "1", "utf-8")
        title = fields.pop("title", body.split("\n", 1)[0])
        original = fields.pop("original", body.encode())  # the same is the same article
        draft = ArticleDraft(title=title, body=body, provenance=provenance, **fields)
        added = archive.articles.add(draft, original, "text/plain")
        return archive.articles.get(added.article)

    return add
