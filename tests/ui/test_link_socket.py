# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archivist.ui.link_socket import LinkServer, hand_over

LINK = "archivist://article/0b3c7f0e-6d0e-4a3e-9a4e-0a4de8a7c001?revision=1#char=120,143"


@pytest.fixture
def folder() -> Iterator[Path]:
    """Where sockets lie; its path is short, as that of a socket has to be."""
    with tempfile.TemporaryDirectory(prefix="links") as parent:
        yield Path(parent, "s")


@pytest.fixture
def listen(qapp: QApplication, folder: Path) -> Iterator[Callable[..., LinkServer]]:
    """Listens for links to an archive until the test ends."""
    servers: list[LinkServer] = []

    def listen_(archive: Path, **options: int) -> LinkServer:
        servers.append(LinkServer(folder, archive, **options))
        return servers[-1]

    yield listen_
    for server in servers:
        server.close()
        server.deleteLater()


Listen = Callable[..., LinkServer]


def heard(server: LinkServer) -> list[str]:
    links: list[str] = []
    server.link_received.connect(links.append)
    return links


def connect(folder: Path, qtbot: QtBot) -> QLocalSocket:
    """A connection to the one socket that there is."""
    socket = QLocalSocket()
    socket.connectToServer(str(next(folder.iterdir())))
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState)
    return socket


def send(folder: Path, message: bytes, qtbot: QtBot) -> bytes:
    """What the window answers until it ends the connection."""
    socket = connect(folder, qtbot)
    socket.write(message)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    return bytes(socket.readAll().data())


def test_a_link_is_heard_and_answered(listen: Listen, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    links = heard(listen(tmp_path / "archive"))
    assert send(folder, f"{LINK}\n".encode(), qtbot) == b"taken\n"
    assert links == [LINK]


def test_a_link_that_comes_in_pieces_is_heard_when_it_is_whole(
    listen: Listen, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    links = heard(listen(tmp_path / "archive"))
    socket = connect(folder, qtbot)
    socket.write(LINK.encode()[:30])
    socket.flush()
    QApplication.processEvents()
    assert links == []
    socket.write(f"{LINK[30:]}\n".encode())
    qtbot.waitUntil(lambda: links == [LINK])


@pytest.mark.parametrize(
    "message",
    [
        b"file:///etc/passwd\n",
        b"\n",
        b"archivist://article/\xff\xfe\n",
        b"archivist://article/\x00\x1b[2J\n",
        b"archivist://" + b"a" * 600 + b"\n",
        b"archivist://" + b"a" * 100_000,
    ],
    ids=["no link", "empty", "not UTF-8", "control characters", "too long", "endless"],
)
def test_what_is_no_link_is_not_heard(
    message: bytes, listen: Listen, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    links = heard(listen(tmp_path / "archive"))
    assert send(folder, message, qtbot) == b""
    assert links == []
    assert send(folder, f"{LINK}\n".encode(), qtbot) == b"taken\n"  # it still listens


def test_who_says_nothing_is_not_waited_for(listen: Listen, folder: Path, tmp_path: Path, qtbot: QtBot) -> None:
    listen(tmp_path / "archive", patience_ms=1)
    assert send(folder, b"", qtbot) == b""


def test_a_socket_that_a_killed_program_left_is_replaced(
    listen: Listen, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    killed = (
        "import os, sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication;"
        "from archivist.ui.link_socket import LinkServer; app = QCoreApplication([]);"
        "server = LinkServer(*map(Path, sys.argv[1:])); os._exit(0 if server.listening else 1)"
    )
    subprocess.run([sys.executable, "-c", killed, folder, tmp_path / "archive"], check=True)
    assert len(list(folder.iterdir())) == 1
    assert not hand_over(folder, tmp_path / "archive", LINK)
    links = heard(listen(tmp_path / "archive"))
    send(folder, f"{LINK}\n".encode(), qtbot)
    assert links == [LINK]


def test_without_a_window_a_link_is_not_taken(folder: Path, tmp_path: Path, qapp: QApplication) -> None:
    assert not hand_over(folder, tmp_path / "archive", LINK)


def test_each_archive_has_a_socket_of_its_own_however_it_is_named(listen: Listen, folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    (tmp_path / "link").symlink_to(archive)
    names = []
    for place in (archive, tmp_path / "link", tmp_path / "other"):
        server = listen(place)
        names.append([each.name for each in folder.iterdir()])
        server.close()
    assert names[0] == names[1] != names[2]
    assert list(folder.iterdir()) == []


def test_a_folder_that_others_may_write_to_is_not_used(listen: Listen, folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)
    assert not listen(tmp_path / "archive").listening
    assert not hand_over(folder, tmp_path / "archive", LINK)


def test_nobody_else_may_use_a_socket(listen: Listen, folder: Path, tmp_path: Path) -> None:
    listen(tmp_path / "archive")
    assert folder.stat().st_mode & 0o077 == 0
    assert next(folder.iterdir()).stat().st_mode & 0o077 == 0


def test_a_folder_whose_path_is_too_long_for_a_socket_has_one_among_temporary_files(
    listen: Listen, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    long = tmp_path / ("long" * 40)
    server = LinkServer(long, tmp_path / "archive")
    assert not long.exists()
    links = heard(server)
    send(next(folder.iterdir()), f"{LINK}\n".encode(), qtbot)
    assert links == [LINK]
    assert next(folder.iterdir()).stat().st_mode & 0o077 == 0
    server.close()
    server.deleteLater()


def test_where_no_socket_can_be_made_nothing_is_heard(listen: Listen, folder: Path, tmp_path: Path) -> None:
    folder.write_bytes(b"")
    assert not listen(tmp_path / "archive").listening
    assert not hand_over(folder, tmp_path / "archive", LINK)
