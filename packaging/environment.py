# SPDX-License-Identifier: GPL-3.0-or-later
"""Make .venv ready to run or to test the checkout, on a machine that has only Python.

    python3 packaging/environment.py [--dev]

installs into .venv what constraints.txt pins (with --dev, the tools of the tests too), and with apt
what debian-packages.txt lists where Qt lacks a system library. Where nothing is to do it says
nothing and takes a fraction of a second. It needs the standard library only.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
DEBIAN_PACKAGES = ROOT / "packaging" / "debian-packages.txt"
SUPPORTED = ((3, 11), (3, 14))  # from, and up to but not including

Stamp = dict[str, str | bool]


class SetupFailed(Exception):
    """The machine lacks something that only its owner can give; the message says what to do."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Make .venv ready to run or to test this checkout.")
    parser.add_argument("--dev", action="store_true", help="install the tools of the tests too")
    try:
        prepare(dev=parser.parse_args().dev)
    except SetupFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failure:
        print(f"This command failed: {' '.join(failure.cmd)}", file=sys.stderr)
        return 1
    return 0


def prepare(*, dev: bool) -> None:
    """Bring .venv and the system libraries to what this checkout asks for."""
    found = installed(VENV)
    dev = dev or bool(found.get("dev"))
    wanted = stamp(ROOT, dev=dev)
    if found != wanted:
        require_python(sys.version_info[:2])
        if found.get("python") != wanted["python"] or not PYTHON.exists():
            make_venv()
        install_python_packages(dev=dev)
        (VENV / "installed.json").write_text(json.dumps(wanted), encoding="utf-8")
    if missing_libraries():
        install_debian_packages(list_of_packages(DEBIAN_PACKAGES))
        if missing := missing_libraries():
            raise SetupFailed(f"Qt still lacks these system libraries: {', '.join(missing)}")


def require_python(version: tuple[int, int]) -> None:
    """Raise SetupFailed unless this Python can run the program."""
    if not SUPPORTED[0] <= version < SUPPORTED[1]:
        raise SetupFailed(
            f"This is Python {version[0]}.{version[1]}; Archivist runs on 3.11, 3.12 and 3.13. "
            "Name one of them: make PYTHON=python3.11 ..."
        )


def stamp(root: Path, *, dev: bool) -> Stamp:
    """What an environment of this checkout is made from; another stamp calls for another install."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        "install": [project.get(table) for table in ("build-system", "project", "dependency-groups")],
        "layout": project.get("tool", {}).get("setuptools"),
        "pins": (root / "packaging" / "constraints.txt").read_text(encoding="utf-8"),
        "version": (root / "archivist" / "__init__.py").read_text(encoding="utf-8"),
        "compiler": shutil.which("cc") is not None,
        "compiled": [path.read_text(encoding="utf-8") for path in compiled_from(root)],
    }
    digest = hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
    # A virtual environment holds absolute paths, so that a moved checkout needs a new one.
    return {"python": f"{root} {sys.version_info[:2]}", "asked": digest, "dev": dev}


def compiled_from(root: Path) -> list[Path]:
    """What the installation compiles, and how."""
    return [root / "setup.py", *sorted((root / "archivist" / "search" / "kernel").glob("*.[ch]"))]


def installed(venv: Path) -> Stamp:
    """The stamp of an environment that was made to its end, or an empty one."""
    try:
        found: Stamp = json.loads((venv / "installed.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def make_venv() -> None:
    """An empty .venv. Debian ships the module that this takes in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None:
        install_debian_packages([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
    print("Making .venv ...", flush=True)
    run([sys.executable, "-m", "venv", "--clear", str(VENV)])


def install_python_packages(*, dev: bool) -> None:
    """The checkout itself, editable, and what it depends on, in exactly the pinned versions."""
    print("Installing the pinned packages into .venv; the first time this takes some minutes ...", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--constraint", str(CONSTRAINTS)]
    if not sys.stdout.isatty():
        pip.append("--quiet")
    run([*pip, "pip"])  # Python's own may be too old for what follows
    groups = ["--group", "dev"] if dev else []
    # setuptools warns of every editable installation of a package that does not lie in src/.
    os.environ["PYTHONWARNINGS"] = "ignore:Editable installation"
    for old in (ROOT / "archivist" / "search" / "kernel").glob("*.so"):
        old.unlink()  # it would stay, should it not be compiled anew
    run([*pip, "--build-constraint", str(CONSTRAINTS), *groups, "--editable", "."])


def missing_libraries() -> list[str]:
    """The system libraries that Qt is linked against and that this machine lacks."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return []
    qt = next(VENV.glob("lib/python*/site-packages/PySide6/Qt"))
    loaded = [
        *(qt / "lib" / f"libQt6{module}.so.6" for module in ("Core", "Gui", "Widgets", "Svg")),
        *(qt / "plugins" / "platforms" / f"libq{name}.so" for name in ("offscreen", "xcb", "wayland")),
    ]
    told = subprocess.run(["ldd", *(str(path) for path in loaded)], capture_output=True, text=True, check=False)
    return not_found(told.stdout.splitlines())


def not_found(lines: Iterable[str]) -> list[str]:
    """The names that ldd could not find, each once, sorted."""
    return sorted({line.split()[0] for line in lines if line.endswith("=> not found")})


def list_of_packages(path: Path) -> list[str]:
    """The names in a file of one Debian package a line, comments apart."""
    lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def install_debian_packages(packages: list[str]) -> None:
    """Install with apt; SetupFailed names the command where that is not ours to do."""
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    by_hand = f"Something from the system is missing. Install it, then try again:\n    sudo {' '.join(install)}"
    if shutil.which("apt-get") is None:
        raise SetupFailed(f"{by_hand}\n(the names are Debian's; your system has its own)")
    prefix = as_root()
    if prefix is None:
        raise SetupFailed(by_hand)
    print(f"Installing from the system: {' '.join(packages)} ...", flush=True)
    # Half a list is often enough, so it is the installation that decides.
    subprocess.run([*prefix, "apt-get", "update", "-qq"], check=False)
    try:
        run([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *install, "-qq"], output=subprocess.DEVNULL)
    except subprocess.CalledProcessError as failure:
        raise SetupFailed(by_hand) from failure


def as_root() -> list[str] | None:
    """The words before a command that make it root's, or None where root is not to be had."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    return ["sudo"] if sys.stdin.isatty() else ["sudo", "--non-interactive"]


def run(command: list[str], output: int | None = None) -> None:
    """Run in the checkout, errors shown; a failure is a CalledProcessError."""
    subprocess.run(command, cwd=ROOT, check=True, stdout=output)


if __name__ == "__main__":
    raise SystemExit(main())
