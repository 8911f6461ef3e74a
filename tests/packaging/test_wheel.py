# SPDX-License-Identifier: GPL-3.0-or-later
"""The wheel holds the whole program and what it shows."""

from __future__ import annotations

import email
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from email.message import Message
from pathlib import Path
from zipfile import ZipFile

import pytest

from archivist import __version__

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    with ZipFile(wheel) as archive:
        return email.message_from_bytes(archive.read(f"{_dist_info()}/METADATA"))


def _dist_info() -> str:
    return f"archivist_desktop-{__version__}.dist-info"


def _files(folder: str) -> set[str]:
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in found}


def test_every_package_is_named() -> None:
    packages = {path.parent.relative_to(ROOT) for path in (ROOT / "archivist").rglob("*.py")}
    named = {".".join(package.parts) for package in packages}
    assert named | {"archivist.resources", "archivist.data"} == set(PROJECT["tool"]["setuptools"]["packages"])


def test_the_wheel_holds_every_module(names: set[str]) -> None:
    assert {name for name in names if name.endswith(".py")} == {n for n in _files("archivist") if n.endswith(".py")}


@pytest.mark.skipif(
    shutil.which("cc") is None or not Path(sysconfig.get_path("include"), "Python.h").exists(),
    reason="there is no C compiler, or what it needs to compile for Python",
)
def test_the_wheel_holds_what_was_compiled_for_every_python(names: set[str], wheel: Path) -> None:
    assert any(name.startswith("archivist/search/kernel/compiled.abi3.") for name in names)
    assert "-cp311-abi3-" in wheel.name


def test_the_wheel_says_that_it_is_typed(names: set[str]) -> None:
    assert "archivist/py.typed" in names


@pytest.mark.parametrize("folder", ["resources", "data"])
def test_the_wheel_holds_what_the_program_shows(names: set[str], folder: str) -> None:
    shipped = {name.removeprefix("archivist/") for name in names if name.startswith(f"archivist/{folder}/")}
    assert shipped == _files(folder)
    assert shipped


def test_the_wheel_holds_the_licence(names: set[str], metadata: Message) -> None:
    assert f"{_dist_info()}/licenses/LICENSE" in names
    assert metadata["License-Expression"] == "GPL-3.0-or-later"


def test_the_wheel_says_its_version(metadata: Message) -> None:
    assert metadata["Version"] == __version__


def test_the_wheel_asks_for_no_tool_of_the_tests(metadata: Message) -> None:
    assert len(metadata.get_all("Requires-Dist", [])) == len(PROJECT["project"]["dependencies"])


def test_the_wheel_brings_the_command(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        entry_points = archive.read(f"{_dist_info()}/entry_points.txt").decode()
    assert entry_points.split() == ["[console_scripts]", "archivist", "=", "archivist.__main__:main"]


def test_from_a_wheel_the_shipped_files_are_found_in_the_package(wheel: Path, tmp_path: Path) -> None:
    with ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    question = "from archivist import paths; print(paths.resources(), paths.data(), sep='\\n')"
    told = subprocess.run(
        [sys.executable, "-c", question], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert told == [str(tmp_path / "archivist" / "resources"), str(tmp_path / "archivist" / "data")]
