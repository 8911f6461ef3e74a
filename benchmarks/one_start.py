# SPDX-License-Identifier: GPL-3.0-or-later
"""One start of the desktop, in a process of its own, which ends as soon as its window can be used; for starting.py.

    python benchmarks/one_start.py FOLDER

Prints the time of the system's clock then, and what the process took of the processor by then, in seconds. Beside
the program's own modules it imports nothing, and those in the program's own order.
"""

from __future__ import annotations

import sys
import time

from archivist import __main__ as program
from archivist.ui import preflight


def look_when_running() -> None:
    """Have the application end once a window is painted, its list is filled and a key would be answered."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - the program's own imports are timed, in its own order
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    painted = False

    def look() -> None:
        nonlocal painted
        windows = [each for each in QApplication.topLevelWidgets() if each.objectName() == "desk" and each.isVisible()]
        if not windows or not windows[0].desk.articles.model.rowCount():
            return
        if not painted:
            painted = True  # what waits now is done before the next look
            return
        print(time.monotonic(), time.process_time(), flush=True)
        windows[0].close()
        QApplication.exit()

    run = QApplication.exec

    def run_and_look(*_: object) -> int:
        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(0)
        return run()

    QApplication.exec = run_and_look  # type: ignore[method-assign]


def main() -> None:
    missing = preflight.missing

    def missing_and_look() -> list[preflight.Missing]:
        found = missing()
        look_when_running()  # Qt is what the program imports next
        return found

    preflight.missing = missing_and_look
    sys.argv = ["archivist", "--archive", sys.argv[1]]
    program.main()


if __name__ == "__main__":
    main()
