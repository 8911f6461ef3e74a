# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive programs are given of the real window over AT-SPI: the tree of controls, and those without a name.

    xvfb-run -a dbus-run-session -- python -m benchmarks.atspi_dump [--most N]

Needs at-spi2-core and gdbus, and a display. It makes the sample archive in a temporary folder, opens
the desktop on it, and walks the tree as a screen reader does, over D-Bus and not inside the program.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))
ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
REGISTRY = "org.a11y.atspi.Registry"
REFERENCE = re.compile(r"\('([^']+)', (?:objectpath )?'([^']+)'\)")
QUOTED = re.compile(r"<?'((?:[^'\\]|\\.)*)'|<?\"((?:[^\"\\]|\\.)*)\"")
SHOWING = 1 << 25  # of the first 32 states
PATIENCE_S = 60
MOST_OF_A_LIST = 12  # rows of a list or a table; they are alike
# Where something stands; it is said by what is in it.
NAMELESS = {
    "filler", "panel", "split pane", "scroll pane", "scroll bar", "separator", "layered pane", "menu bar", "tool bar",
    "status bar", "viewport", "unknown", "label", "table cell", "tree item", "list item", "table row", "page tab list",
    "grouping", "root pane", "icon", "invalid", "splitter", "grip", "list",
}  # fmt: skip


class Control(NamedTuple):
    """One object of the tree."""

    depth: int
    role: str
    name: str
    is_shown: bool

    @property
    def lacks_name(self) -> bool:
        return self.is_shown and not self.name.strip() and self.role not in NAMELESS


class Bus:
    """The bus of AT-SPI, asked by gdbus."""

    def __init__(self) -> None:
        said = _run("gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus",
                    "--method", "org.a11y.Bus.GetAddress")  # fmt: skip
        self._address = _quoted(said)

    def call(self, name: str, path: str, method: str, *arguments: str) -> str:
        """What a method of an object answers, as gdbus writes it."""
        return _run("gdbus", "call", "--address", self._address, "--dest", name, "--object-path", path,
                    "--method", method, *arguments)  # fmt: skip

    def children(self, name: str, path: str) -> list[tuple[str, str]]:
        """The children of an object, each by the name of its program and its path."""
        return REFERENCE.findall(self.call(name, path, f"{ACCESSIBLE}.GetChildren"))

    def control(self, name: str, path: str, depth: int) -> Control:
        """An object with its role and name."""
        role = _quoted(self.call(name, path, f"{ACCESSIBLE}.GetRoleName"))
        states = re.search(r"\d+(?=[,\]])", self.call(name, path, f"{ACCESSIBLE}.GetState").replace("uint32 ", ""))
        is_shown = states is not None and bool(int(states[0]) & SHOWING)
        said = self.call(name, path, "org.freedesktop.DBus.Properties.Get", ACCESSIBLE, "Name")
        return Control(depth, role, _quoted(said), is_shown)

    def walk(self, name: str, path: str, depth: int = 0) -> Iterator[Control]:
        """An object and all below it, in order."""
        control = self.control(name, path, depth)
        yield control
        children = self.children(name, path)
        is_list = control.role in ("list", "table", "tree", "tree table", "list box")
        for child in children[: MOST_OF_A_LIST if is_list else None]:
            yield from self.walk(*child, depth + 1)


def main() -> int:
    """Print the tree and what lacks a name; 1 where something does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=1500, help="controls to look at")
    most = parser.parse_args().most
    launcher = next((path for path in LAUNCHERS if path.exists()), None)
    if launcher is None:
        print("at-spi2-core is not installed")
        return 2
    environment = os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1"}
    with tempfile.TemporaryDirectory() as home:
        environment |= {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        started = [subprocess.Popen([launcher, "--launch-immediately"], env=environment)]
        try:
            bus = Bus()
            started.append(subprocess.Popen([sys.executable, "-m", "archivist"], env=environment))
            found = _walk_program(bus, most)
        finally:
            for process in reversed(started):
                process.terminate()
                process.wait()
    return _report(found)


def _walk_program(bus: Bus, most: int) -> list[Control]:
    """The controls of the window, once it is there."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        programs = bus.children(REGISTRY, ROOT)
        if programs and bus.children(*programs[0]):
            time.sleep(5)  # for the panels to be filled
            return [control for control, _ in zip(bus.walk(*programs[0]), range(most), strict=False)]
        time.sleep(1)
    raise SystemExit("the window did not come")


def _report(found: list[Control]) -> int:
    for control in found:
        print(f"{'  ' * control.depth}{control.role} “{control.name}”")
    nameless = [control for control in found if control.lacks_name]
    print(f"\ncontrols: {len(found)}; without a name: {len(nameless)}")
    for role, count in Counter(control.role for control in nameless).most_common():
        print(f"  {role}: {count}")
    return 1 if nameless else 0


def _run(*command: str) -> str:
    for _ in range(20):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if not done.returncode:
            return done.stdout
        time.sleep(0.5)  # the bus, or the program, is still starting
    raise SystemExit(done.stderr)


def _quoted(said: str) -> str:
    found = QUOTED.search(said)
    return (found[1] if found[1] is not None else found[2]) if found else ""


if __name__ == "__main__":
    raise SystemExit(main())
