# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import archivist
from archivist import paths

PACKAGE = Path(archivist.__file__).parent


def test_a_checkout_has_the_folders_beside_the_package() -> None:
    assert paths.resources() == PACKAGE.parent / "resources"
    assert paths.data() == PACKAGE.parent / "data"


def test_a_wheel_has_them_inside_the_package(tmp_path: Path) -> None:
    installed = tmp_path / "archivist"
    for folder in ("resources", "data"):
        (installed / folder).mkdir(parents=True)
    for module in ("__init__.py", "paths.py"):
        shutil.copy(PACKAGE / module, installed / module)
    program = "from archivist import paths; print(paths.resources(), paths.data(), sep='\\n')"
    run = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == [str(installed / "resources"), str(installed / "data")]
