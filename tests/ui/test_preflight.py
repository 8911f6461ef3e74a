# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from archivist.ui import preflight
from archivist.ui.preflight import Missing


def test_nothing_is_missing_where_these_tests_run() -> None:
    assert preflight.missing() == []


def test_without_a_display_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    found = preflight.missing()
    assert found == [Missing("display")]
    assert "archivist --help" in preflight.advice(found)


def test_a_library_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "libbroken.so"
    broken.write_bytes(b"not a library")
    [found] = preflight.missing_of([broken])
    assert "libbroken.so" in found.what


def test_the_advice_is_one_command_for_all_known_packages() -> None:
    found = [Missing("libEGL.so.1", "libegl1"), Missing("libxcb-cursor.so.0", "libxcb-cursor0"), Missing("libodd.so")]
    assert preflight.advice(found).endswith("sudo apt-get install libegl1 libxcb-cursor0")
    assert "libodd.so" in preflight.advice(found)


def test_asking_does_not_start_qt() -> None:
    code = "import sys, archivist.ui.preflight; print('PySide6' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
