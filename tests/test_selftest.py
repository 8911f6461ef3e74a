# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage


def test_the_main_job_is_done_and_what_it_makes_is_kept(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "archivist", "selftest", "--keep", tmp_path / "kept"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The main job works." in done.stdout
    assert (tmp_path / "kept" / "archive" / "archive.db").is_file()
    assert (tmp_path / "kept" / "bundle.zip").is_file()
    picture = QImage(str(tmp_path / "kept" / "desk.png"))
    assert (picture.width(), picture.height()) == (1440, 900)
