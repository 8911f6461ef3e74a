# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen that nobody sees, on which the program runs and tells assistive programs what it shows."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from archivist.ui.settings import LANGUAGE, SCHEME
from benchmarks.desk_by_keyboard.keyboard import running
from benchmarks.reading_desk.bus import Bus

PROGRAMS = ("Xvfb", "openbox", "xdotool", "setxkbmap", "xclip", "import", "dbus-daemon")
LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))
PATIENCE_S = 20
# Its usual keys would take Alt+Shift and an arrow away from the program.
_MANAGER = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <keyboard/>
  <mouse>
    <context name="Client">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
    </context>
  </mouse>
</openbox_config>
"""


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is to look."""

    theme: str  # light or dark
    language: str  # en or uk
    scale: float

    @property
    def size(self) -> tuple[int, int]:
        """Of the screen, in its pixels: a large one where nothing is scaled, else 1280 by 800 scaled."""
        return (1600, 1000) if self.scale == 1 else (round(1280 * self.scale), round(800 * self.scale))

    def __str__(self) -> str:
        return f"{self.theme}-{self.language}-{self.scale:g}"


@contextmanager
def screen(home: Path, look: Look) -> Iterator[tuple[dict[str, str], Bus]]:
    """An X server with a window manager and a bus; the environment to use them in, and the bus of AT-SPI."""
    environment = os.environ | {
        "DISPLAY": _free_display(),
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": f"{look.scale:g}",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LANG": "C.UTF-8",
        **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")},
    }
    _write_settings(home, look)
    width, height = look.size
    with ExitStack() as started:
        started.enter_context(
            running(
                "Xvfb", environment["DISPLAY"], "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"
            )
        )
        _wait_for_display(environment)
        # With these two layouts Cyrillic is on the keyboard; xdotool would otherwise remap keys and lose letters.
        subprocess.run(("setxkbmap", "us,ua"), env=environment, check=True)
        manager = home / "openbox.xml"
        manager.write_text(_MANAGER, encoding="utf-8")
        started.enter_context(running("openbox", "--config-file", str(manager), environment=environment))
        daemon = subprocess.Popen(
            ("dbus-daemon", "--session", "--nofork", "--print-address"),
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        started.callback(daemon.wait)
        started.callback(daemon.terminate)
        assert daemon.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().strip()
        launcher = next(path for path in LAUNCHERS if path.exists())
        started.enter_context(running(str(launcher), "--launch-immediately", environment=environment))
        yield environment, Bus(_address_of_accessibility(environment["DBUS_SESSION_BUS_ADDRESS"]))


@contextmanager
def window(environment: dict[str, str], folder: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    """The program on an archive; what it writes to the terminal can be read of it."""
    command = (sys.executable, "-m", "archivist", "--archive", str(folder), *more)
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def _free_display() -> str:
    """One that no server has; another's would be of another size, and shared."""
    taken = {path.name.removeprefix("X") for path in Path("/tmp/.X11-unix").glob("X*")}  # noqa: S108 - where X has them
    return f":{random.choice([number for number in range(200, 900) if str(number) not in taken])}"


def _write_settings(home: Path, look: Look) -> None:
    path = home / "config" / "archivist" / "settings.ini"
    path.parent.mkdir(parents=True, exist_ok=True)
    sections = [f"[{key.split('/')[0]}]\n{key.split('/')[1]}={value}\n" for key, value in ((SCHEME.key, look.theme),)]
    sections[0] += f"{LANGUAGE.key.split('/')[1]}={look.language}\n"
    path.write_text("\n".join(sections), encoding="utf-8")


def _wait_for_display(environment: dict[str, str]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        asked = subprocess.run(("xdotool", "getdisplaygeometry"), env=environment, capture_output=True, check=False)
        if asked.returncode == 0:
            return
        time.sleep(0.05)
    raise SystemExit("the X server did not start")


def _address_of_accessibility(session: str) -> str:
    deadline = time.monotonic() + PATIENCE_S
    bus = Bus(session)
    while time.monotonic() < deadline:
        try:
            return str(bus.call("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")[0])
        except Exception:  # noqa: BLE001 - it is still starting
            time.sleep(0.1)
    raise SystemExit("the bus of AT-SPI did not start")
