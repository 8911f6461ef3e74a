# SPDX-License-Identifier: GPL-3.0-or-later
"""Offline is a promise: no room imports what could reach a network, or runs what a file says."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import archivist
from archivist.store import Archive
from tests.conftest import ROOT

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
# Through a file of the person's own, from one window to another; see archivist/ui/link_socket.py.
LOCAL = {"ui/link_socket.py": {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}}
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
    local = LOCAL.get(path.relative_to(PACKAGE).as_posix(), set())
    forbidden = [
        name
        for name in set(_imported(tree)) - local - {name.rpartition(".")[0] for name in local}
        if any(name == bad or name.startswith(f"{bad}.") for bad in NETWORK + RUNS_DATA)
    ]
    called = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id in ("eval", "exec")]
    assert forbidden + called == []


PAGE = """<html><head><meta charset="utf-8"><title>Гребля</title><base href="http://127.0.0.1:9/">
<meta http-equiv="refresh" content="0; url=http://127.0.0.1:9/next"><link rel="stylesheet" href="http://127.0.0.1:9/a.css">
<script src="//127.0.0.1:9/a.js"></script><link rel="canonical" href="http://127.0.0.1:9/article"></head>
<body><iframe src="http://127.0.0.1:9/frame"></iframe><article><h1>Прорвало греблю біля Ожвина</h1>
<img src="http://127.0.0.1:9/a.png" srcset="http://127.0.0.1:9/b.png 2x"><object data="http://127.0.0.1:9/o"></object>
<p>Рятувальники вивезли понад сто людей, серед них тридцять дітей. Робота триває, сказав речник служби.</p>
<p>Міністерка оголосила надзвичайний стан і попросила допомоги в сусідніх громадах.</p></article></body></html>"""
FEED = """<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd" [
<!ENTITY remote SYSTEM "http://127.0.0.1:9/entity"><!ENTITY local SYSTEM "file:///etc/passwd">]>
<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?><rss version="2.0"><channel><title>Хвиля</title>
<item><title>Гребля &remote; &local;</title><link>http://127.0.0.1:9/1</link><enclosure url="http://127.0.0.1:9/a.mp3"/>
<description>&lt;img src="http://127.0.0.1:9/a.png"&gt; Прорвало греблю.</description></item></channel></rss>"""
LETTER = f"""From: a@example.org
Subject: dam
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="x"

--x
Content-Type: message/external-body; access-type=URL; url="http://127.0.0.1:9/body"

--x
Content-Type: text/html; charset=utf-8

{PAGE}
--x--
"""
# The program as it is started, but it ends at once where anything of it asks for a connection.
WATCHED = """
import os, socket, sys
def watch(event, arguments):
    is_pipe = event == "socket.__new__" and arguments[1] == socket.AF_UNIX
    if event.startswith(("socket.", "urllib.")) and not is_pipe:
        os.write(2, f"{event} {arguments}".encode())
        os._exit(99)
sys.addaudithook(watch)
from archivist.__main__ import main
main()
"""


def test_nothing_that_a_file_names_is_fetched(tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    for name, text in (("a.html", PAGE), ("b.xhtml", PAGE), ("c.xml", FEED), ("d.rss", FEED), ("e.eml", LETTER)):
        (folder / name).write_text(text, encoding="utf-8")
    Archive.create(tmp_path / "archive").close()
    run = subprocess.run(
        [sys.executable, "-c", WATCHED, "--archive", tmp_path / "archive", "import", folder, "--json"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr.decode()
    files = json.loads(run.stdout)["files"]
    assert len(files) == 5
    assert [file["status"] for file in files[:2]] == ["imported", "duplicate"]
    # What is fetched in a worker is not let through, and the file refused; see tests/intake/test_workers.py.
    assert not [file for file in files if "network" in file["reason"]]
    with Archive.open(tmp_path / "archive", read_only=True) as archive:
        bodies = [archive.articles.revision(id_).body for file in files for id_ in file["articles"]]
    assert not [body for body in bodies if "root:" in body]
