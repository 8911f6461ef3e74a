# SPDX-License-Identifier: GPL-3.0-or-later
"""Which system library Qt lacks, asked before Qt is started.

Without a library of its platform plugin Qt ends the process, and its message names libxcb-cursor0
whichever is missing. So the libraries are loaded one by one first.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from dataclasses import dataclass
from pathlib import Path

# The Debian package of each library that a bare system may lack.
_PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
_PLUGINS = {
    "xcb": "libqxcb.so",
    "wayland": "libqwayland.so",
    "offscreen": "libqoffscreen.so",
    "minimal": "libqminimal.so",
}


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that Qt cannot start without."""

    what: str  # a library, or "display"
    package: str = ""  # of Debian, where it is known

    def __str__(self) -> str:
        if self.what == "display":
            return "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."
        return f"The system library {self.what} is missing" + (f" (package {self.package})." if self.package else ".")


def missing() -> list[Missing]:
    """What is missing, nothing if the window can be opened. Only Linux is asked."""
    if not sys.platform.startswith("linux"):
        return []
    if _platform() in ("xcb", "wayland") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return [Missing("display")]
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return [Missing("PySide6")]
    qt = Path(spec.submodule_search_locations[0]) / "Qt"
    libraries = [qt / "lib" / f"libQt6{module}.so.6" for module in ("Core", "Gui", "Widgets", "Svg")]
    plugin = _PLUGINS.get(_platform())
    if plugin is not None:
        libraries.append(qt / "plugins" / "platforms" / plugin)
    return missing_of(libraries)


def missing_of(libraries: list[Path]) -> list[Missing]:
    """What keeps these libraries from being loaded."""
    found: dict[str, Missing] = {}
    for library in libraries:
        if not library.exists():  # a Qt of the system's own, which brings what it needs
            continue
        try:
            ctypes.CDLL(str(library))
        except OSError as error:
            name = str(error).split(":", 1)[0].strip()
            found[name] = Missing(name, _PACKAGES.get(name, ""))
    return list(found.values())


def advice(found: list[Missing]) -> str:
    """What is missing and one command that brings it, as text for a terminal."""
    lines = ["The window cannot be opened.", *map(str, found)]
    packages = sorted({each.package for each in found if each.package})
    if packages:
        lines.append("Install with: sudo apt-get install " + " ".join(packages))
    if any(each.what == "display" for each in found):
        lines.append("Run it on a desktop; the commands of “archivist --help” need no display.")
    return "\n".join(lines)


def _platform() -> str:
    asked = os.environ.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if asked:
        return asked
    return "wayland" if os.environ.get("WAYLAND_DISPLAY") and not os.environ.get("DISPLAY") else "xcb"
