# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen that nobody sees, with a keyboard and a camera."""

from __future__ import annotations

import os
import random
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = ("Xvfb", "openbox", "xdotool", "setxkbmap", "xclip", "import")
FULL, NARROW = (1600, 1000), (960, 720)  # px
MOMENT = 0.25  # s, for what shows in the window only


class Keyboard:
    """Keys to whatever has the focus, and pictures of the whole screen."""

    def __init__(self, environment: dict[str, str], pictures: Path) -> None:
        self._environment = environment
        self._pictures = pictures
        self.taken: list[Path] = []

    def press(self, *keys: str, times: int = 1, wait: float = MOMENT) -> None:
        """Press keys one after the other, then give the window a moment."""
        self.tool("key", "--clearmodifiers", "--delay", "12", "--repeat", str(times), *keys)
        time.sleep(wait)

    def write(self, text: str, *, wait: float = MOMENT) -> None:
        """Put a text where the caret is: pasted, because typing Cyrillic would change the keyboard."""
        subprocess.run(
            ("xclip", "-selection", "clipboard", "-in"),
            input=text.encode(), env=self._environment, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        self.press("ctrl+v", wait=wait)

    def picture(self, name: str) -> None:
        """Take a picture of the screen."""
        path = self._pictures / f"{len(self.taken) + 1:02}-{name}.png"
        subprocess.run(("import", "-window", "root", str(path)), env=self._environment, check=True)
        self.taken.append(path)

    def tool(self, *arguments: str) -> str:
        """What xdotool says."""
        done = subprocess.run(("xdotool", *arguments), env=self._environment, check=True, capture_output=True)
        return done.stdout.decode().strip()


@contextmanager
def screen(home: Path) -> Iterator[dict[str, str]]:
    """An X server with a window manager; the environment to use it in, with folders of its own."""
    environment = os.environ | {
        "DISPLAY": f":{random.randint(200, 900)}",  # likely to be free
        "QT_QPA_PLATFORM": "xcb",
        "LANG": "C.UTF-8",
        **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")},
    }
    width, height = FULL
    with running("Xvfb", environment["DISPLAY"], "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"):
        for _ in range(200):
            asked = subprocess.run(("xdotool", "getdisplaygeometry"), env=environment, capture_output=True, check=False)
            if asked.returncode == 0:
                break
            time.sleep(0.05)
        # With these two layouts Cyrillic is on the keyboard; xdotool would otherwise remap keys and lose letters.
        subprocess.run(("setxkbmap", "us,ua"), env=environment, check=True)
        with running("openbox", environment=environment):
            yield environment


@contextmanager
def running(*command: str, environment: dict[str, str] | None = None) -> Iterator[None]:
    """A program that is ended at the end."""
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        process.wait()
