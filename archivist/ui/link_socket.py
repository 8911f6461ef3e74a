# SPDX-License-Identifier: GPL-3.0-or-later
"""A link that is followed elsewhere is shown by the window that has the archive open already.

A program that is started with a link hands it over through a local socket: a file in a folder of that
person, named after the archive's folder, which nobody else may write to. There is no network in this.
The message is one line of UTF-8, the link; the answer is one line.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_SCHEME = "archivist:"
_LONGEST = 500  # bytes of a message; that of a link to a passage is about 90
_PATIENCE_MS = 2000  # for a message once somebody is connected
_ANSWER_MS = 5000  # for the window to answer, which may be at work
_LONGEST_PATH = 100  # bytes of the path of a socket; systems have room for 104 or 108
_MOST = 8  # programs that may be connected at a time
_TAKEN = b"taken\n"


class LinkServer(QObject):
    """Hears of links for one archive, for as long as its window is open."""

    link_received = Signal(str)  # on one line, and no more than meant as a link

    def __init__(
        self, folder: Path, archive: Path, parent: QObject | None = None, *, patience_ms: int = _PATIENCE_MS
    ) -> None:
        """`folder` is where sockets lie. What has the archive open for writing is the only one to listen for it.

        Who is connected for `patience_ms` and has sent no link is let go. Where no socket can be made, nothing is
        heard; a link then opens a window of its own, if it can.
        """
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST)
        self._server.newConnection.connect(self._on_new_connection)
        self._connected = 0
        self._patience_ms = patience_ms
        self.path = _socket_path(folder, archive)
        if _is_private(self.path.parent):
            QLocalServer.removeServer(str(self.path))  # left behind by one that was killed
            self._server.listen(str(self.path))

    @property
    def listening(self) -> bool:
        """Whether links can be received."""
        return self._server.isListening()

    def close(self) -> None:
        """Hear of no more links."""
        self._server.close()

    def _on_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(partial(self._on_disconnected, socket))
            self._connected += 1
            if self._connected > _MOST:
                socket.abort()
                continue
            socket.setReadBufferSize(_LONGEST)
            socket.readyRead.connect(partial(self._on_ready_read, socket))
            QTimer.singleShot(self._patience_ms, socket, socket.abort)
            self._on_ready_read(socket)  # what came before anybody listened

    def _on_disconnected(self, socket: QLocalSocket) -> None:
        self._connected -= 1
        socket.deleteLater()

    def _on_ready_read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= _LONGEST:
                socket.abort()
            return
        link = _link_in(bytes(socket.readLine(_LONGEST).data()))
        if link is None:
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.disconnectFromServer()  # once that is written
        self.link_received.emit(link)


def hand_over(folder: Path, archive: Path, link: str) -> bool:
    """Hand a link to the window that has an archive open; whether there was one that took it."""
    message = f"{link}\n".encode(errors="replace")
    path = _socket_path(folder, archive)
    if _link_in(message) is None or not _is_private(path.parent):
        return False
    socket = QLocalSocket()
    socket.connectToServer(str(path))
    if not socket.waitForConnected(_ANSWER_MS):
        return False
    socket.write(message)
    socket.flush()
    while not socket.canReadLine():
        if not socket.waitForReadyRead(_ANSWER_MS):
            break
    taken = bytes(socket.readLine(_LONGEST).data()) == _TAKEN
    socket.abort()
    return taken


def _link_in(message: bytes) -> str | None:
    """The link that a message is; None where it is anything else, or no link could be so long."""
    try:
        link = message.decode().removesuffix("\n")
    except UnicodeDecodeError:
        return None
    meant = link.casefold().startswith(_SCHEME) and link.isprintable()
    return link if meant and len(message) <= _LONGEST else None


def _socket_path(folder: Path, archive: Path) -> Path:
    """Where the socket lies: among the temporary files where the path of the folder leaves no room for its name.

    Programs that are told of different folders for those do not find each other then, and open windows of their own.
    """
    name = hashlib.sha256(os.fsencode(archive.resolve())).hexdigest()[:24]
    if hasattr(os, "getuid") and len(os.fsencode(folder / name)) > _LONGEST_PATH:
        folder = Path(tempfile.gettempdir(), f"archivist-{os.getuid()}")
    return folder / name


def _is_private(folder: Path) -> bool:
    """Whether a folder, which is made where it is missing, belongs to this person, and only she may write to it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(status.st_mode):
        return False
    if not hasattr(os, "getuid"):  # where sockets are no files
        return True
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
