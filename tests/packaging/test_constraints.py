# SPDX-License-Identifier: GPL-3.0-or-later
"""constraints.txt pins everything that an installation brings in, and fits what pyproject.toml asks for."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LINES = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
PINS = {canonicalize_name(line.partition("==")[0]): line for line in LINES if not line.startswith("#")}
ASKED = [
    *PROJECT["build-system"]["requires"],
    *PROJECT["project"]["dependencies"],
    *PROJECT["dependency-groups"]["dev"],
    *PROJECT["dependency-groups"]["benchmarks"],
    "pip",  # installs the others
    "setuptools-scm",  # builds bagit, which comes as source
]


def _with_what_they_need(asked: list[str]) -> Iterator[Requirement]:
    """These requirements and, as far as they are installed, everything that they bring in."""
    seen: set[str] = set()
    waiting = [(Requirement(line), frozenset[str]()) for line in asked]
    while waiting:
        requirement, extras = waiting.pop()
        applies = requirement.marker is None or any(
            requirement.marker.evaluate({"extra": extra}) for extra in extras | {""}
        )
        if not applies or str(requirement) in seen:
            continue
        seen.add(str(requirement))
        yield requirement
        try:
            needed = requires(requirement.name) or []
        except PackageNotFoundError:
            continue
        waiting += [(Requirement(line), frozenset(requirement.extras)) for line in needed]


def test_every_line_pins_one_version() -> None:
    assert [line for line in PINS.values() if str(Requirement(line).specifier).count("==") != 1] == []


@pytest.mark.parametrize("asked", ASKED)
def test_everything_asked_for_is_pinned(asked: str) -> None:
    for requirement in _with_what_they_need([asked]):
        pin = Requirement(PINS[canonicalize_name(requirement.name)])
        version = str(pin.specifier).removeprefix("==")
        assert requirement.specifier.contains(version, prereleases=True), f"{pin} does not fit {requirement}"
