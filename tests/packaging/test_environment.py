# SPDX-License-Identifier: GPL-3.0-or-later
"""The script behind `make run` and `make test` installs what is missing, and nothing else."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment() -> ModuleType:
    spec = importlib.util.spec_from_file_location("environment", ROOT / "packaging" / "environment.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What of a checkout decides over its environment."""
    kernel = "archivist/search/kernel/kernel.h"
    for name in ("pyproject.toml", "setup.py", "packaging/constraints.txt", "archivist/__init__.py", kernel):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Makes these the only commands there are; each writes down how it was called."""
    folder = tmp_path / "bin"
    log = tmp_path / "log"

    def provide(*names: str, status: int = 0) -> Path:
        folder.mkdir()
        for name in names:
            command = folder / name
            command.write_text(f'#!/bin/sh\necho {name} "$@" >>"{log}"\nexit {status}\n', "utf-8")
            command.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        return log

    return provide


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_supported_python_is_taken(environment: ModuleType, version: tuple[int, int]) -> None:
    environment.require_python(version)


@pytest.mark.parametrize("version", [(3, 10), (3, 14)])
def test_another_python_is_refused_with_a_remedy(environment: ModuleType, version: tuple[int, int]) -> None:
    with pytest.raises(environment.SetupFailed, match=r"make PYTHON=python3\.11"):
        environment.require_python(version)


def test_a_new_pin_calls_for_an_install(environment: ModuleType, checkout: Path) -> None:
    before = environment.stamp(checkout, dev=True)
    with (checkout / "packaging" / "constraints.txt").open("a") as pins:
        pins.write("new-package==1.0\n")
    assert environment.stamp(checkout, dev=True) != before


def test_a_new_dependency_calls_for_an_install(environment: ModuleType, checkout: Path) -> None:
    before = environment.stamp(checkout, dev=True)
    project = checkout / "pyproject.toml"
    project.write_text(
        project.read_text("utf-8").replace("dependencies = [", 'dependencies = ["new-package",'), "utf-8"
    )
    assert environment.stamp(checkout, dev=True) != before


def test_another_source_of_what_is_compiled_calls_for_an_install(environment: ModuleType, checkout: Path) -> None:
    before = environment.stamp(checkout, dev=True)
    with (checkout / "archivist" / "search" / "kernel" / "kernel.h").open("a") as header:
        header.write("// another line\n")
    assert environment.stamp(checkout, dev=True) != before


def test_a_rule_of_the_linter_calls_for_none(environment: ModuleType, checkout: Path) -> None:
    before = environment.stamp(checkout, dev=True)
    with (checkout / "pyproject.toml").open("a") as project:
        project.write("\n[tool.another]\nrule = true\n")
    assert environment.stamp(checkout, dev=True) == before


@pytest.mark.parametrize("content", [None, "", "not json"])
def test_an_unfinished_environment_is_not_taken_for_a_whole_one(
    environment: ModuleType, tmp_path: Path, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "installed.json").write_text(content)
    assert environment.installed(tmp_path) == {}


@pytest.mark.parametrize(("has_dev", "asks_for_dev"), [(True, True), (True, False), (False, False)])
def test_where_all_is_there_nothing_is_run(
    environment: ModuleType,
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    has_dev: bool,
    asks_for_dev: bool,
) -> None:
    _made(environment, checkout, monkeypatch, dev=has_dev)
    environment.prepare(dev=asks_for_dev)


def test_an_environment_without_the_tools_of_the_tests_gets_them(
    environment: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = _made(environment, checkout, monkeypatch, dev=False)
    environment.prepare(dev=True)
    assert any("--group" in command for command in ran)
    assert environment.installed(checkout / ".venv")["dev"] is True


def test_a_missing_library_brings_the_whole_list(
    environment: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _made(environment, checkout, monkeypatch, dev=False)
    missing = iter([["libEGL.so.1"], []])
    asked: list[str] = []
    monkeypatch.setattr(environment, "missing_libraries", lambda: next(missing))
    monkeypatch.setattr(environment, "install_debian_packages", asked.extend)
    environment.prepare(dev=False)
    assert "libegl1" in asked
    assert "libxcb-cursor0" in asked


def test_a_library_that_stays_missing_is_named(
    environment: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _made(environment, checkout, monkeypatch, dev=False)
    monkeypatch.setattr(environment, "missing_libraries", lambda: ["libodd.so.3"])
    monkeypatch.setattr(environment, "install_debian_packages", lambda _packages: None)
    with pytest.raises(environment.SetupFailed, match=r"libodd\.so\.3"):
        environment.prepare(dev=False)


def _made(environment: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch, *, dev: bool) -> list[list[str]]:
    """Let the module see a finished environment; the commands that it runs are listed, not run."""
    venv = checkout / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").touch()
    (venv / "installed.json").write_text(json.dumps(environment.stamp(checkout, dev=dev)), "utf-8")
    ran: list[list[str]] = []

    def run(command: list[str], **_options: Any) -> None:
        ran.append(command)

    for name, value in {
        "ROOT": checkout,
        "VENV": venv,
        "PYTHON": venv / "bin" / "python",
        "run": run,
        "missing_libraries": list,
        "DEBIAN_PACKAGES": ROOT / "packaging" / "debian-packages.txt",
    }.items():
        monkeypatch.setattr(environment, name, value)
    return ran


def test_what_ldd_misses_is_read_once_each(environment: ModuleType) -> None:
    lines = [
        "libqxcb.so:",
        "\tlibxcb-shape.so.0 => not found",
        "\tlibc.so.6 => /lib/libc.so.6 (0x00007f)",
        "\tlibEGL.so.1 => not found",
        "\tlibEGL.so.1 => not found",
    ]
    assert environment.not_found(lines) == ["libEGL.so.1", "libxcb-shape.so.0"]


def test_a_list_of_packages_may_be_commented(environment: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("# Drawing\nlibgl1\n\nlibegl1   # and its reason\n")
    assert environment.list_of_packages(tmp_path / "list.txt") == ["libgl1", "libegl1"]


def test_root_installs_at_once(
    environment: ModuleType, commands: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    log = commands("apt-get", "env")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    environment.install_debian_packages(["libgl1"])
    assert log.read_text().splitlines()[-1].startswith("env DEBIAN_FRONTEND=noninteractive apt-get install")


def test_another_user_installs_with_sudo(
    environment: ModuleType, commands: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    log = commands("apt-get", "sudo")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    environment.install_debian_packages(["libgl1"])
    assert log.read_text().splitlines()[-1].startswith("sudo ")


@pytest.mark.parametrize("there", [("apt-get",), ()], ids=["no sudo", "no apt"])
def test_where_nothing_can_be_installed_the_command_is_told(
    environment: ModuleType, commands: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, there: tuple[str, ...]
) -> None:
    commands(*there)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(environment.SetupFailed, match="sudo apt-get install --yes --no-install-recommends libgl1"):
        environment.install_debian_packages(["libgl1"])


def test_where_apt_fails_the_command_is_told(
    environment: ModuleType, commands: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    commands("apt-get", "sudo", status=100)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(environment.SetupFailed, match="sudo apt-get install"):
        environment.install_debian_packages(["libgl1"])
