# SPDX-License-Identifier: GPL-3.0-or-later
"""install.sh puts the program into the menu of a desktop."""

from __future__ import annotations

import subprocess
from pathlib import Path

INSTALL = Path(__file__).resolve().parents[2] / "packaging" / "linux" / "install.sh"
NAME = "org.archivist.Archivist"


def _entry(prefix: Path, *program: str) -> list[str]:
    subprocess.run([INSTALL, prefix, *program], check=True, capture_output=True)
    return (prefix / "share" / "applications" / f"{NAME}.desktop").read_text("utf-8").splitlines()


def test_the_entry_starts_the_command_of_the_path(tmp_path: Path) -> None:
    assert "Exec=archivist %u" in _entry(tmp_path)


def test_the_entry_starts_the_program_that_is_named(tmp_path: Path) -> None:
    assert 'Exec="/a checkout/.venv/bin/archivist" %u' in _entry(tmp_path, "/a checkout/.venv/bin/archivist")


def test_icon_and_metadata_come_with_the_entry(tmp_path: Path) -> None:
    entry = _entry(tmp_path)
    assert f"Icon={NAME}" in entry
    assert (tmp_path / "share" / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg").is_file()
    assert (tmp_path / "share" / "metainfo" / f"{NAME}.metainfo.xml").is_file()
