# SPDX-License-Identifier: GPL-3.0-or-later
"""Offline is a promise: no room imports what could reach a network, or runs what a file says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import archivist

NETWORK = (
    *("socket", "ssl", "asyncio", "ftplib", "smtplib", "http.client", "http.server", "urllib.request", "xmlrpc"),
    *(
        "requests",
        "urllib3",
        "httpx",
        "aiohttp",
        "PySide6.QtNetwork",
        "PySide6.QtWebEngineCore",
        "trafilatura.downloads",
    ),
)
RUNS_DATA = ("pickle", "marshal", "shelve", "dill", "joblib")
PACKAGE = Path(archivist.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_reaches_a_network_or_runs_data(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    forbidden = [
        name
        for name in _imported(tree)
        if any(name == bad or name.startswith(f"{bad}.") for bad in NETWORK + RUNS_DATA)
    ]
    called = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in ("eval", "exec")]
    assert forbidden + called == []
