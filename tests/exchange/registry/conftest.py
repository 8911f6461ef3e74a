# SPDX-License-Identifier: GPL-3.0-or-later
"""Loading registries from texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archivist.exchange import RegistryReport, load_registry
from archivist.store import Archive
from tests.long_work import run_to_end

Load = Callable[..., RegistryReport]


@pytest.fixture
def load(archive: Archive, tmp_path: Path) -> Load:
    """Writes a text or bytes to a file, by default registry.csv, and loads it."""

    def load(content: str | bytes, name: str = "registry.csv", **options: Any) -> RegistryReport:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return run_to_end(load_registry(archive, path, **options))

    return load
