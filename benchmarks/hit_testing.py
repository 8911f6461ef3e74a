# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a click finds what is painted there, at thousands of points in every writing.

    python -m benchmarks.hit_testing [POINTS]

Texts with emoji, families of them, Arabic, Hebrew, combining marks, tabs, no-break spaces and long words, in
several sizes, on screens of several scales, scrolled anywhere. The oracle are the pixels of a rendering in
which each annotation has a colour of its own: the reader's, in which they overlap, and Qt's.
"""

from __future__ import annotations

import os
import random
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from archivist.ui.reader.view import ArticleView
from tests.ui.reader.painted_spans import Mismatch, apart, mismatches, mismatches_with_qt, overlapping, text

_POINTS = 5000
_AT_ONCE = 50
_SIZES = (12, 14, 17, 20, 28)
_SCALES = (1, 1.5, 2)
_WIDTHS = (500, 760, 1100)


def main() -> None:
    points = int(sys.argv[1]) if len(sys.argv) > 1 else _POINTS
    application = QApplication([])
    view = ArticleView()
    view.show()
    wrong: list[Mismatch] = []
    for name, spans, compare in (
        ("as the reader paints, overlapping", overlapping, mismatches),
        ("as Qt paints letters", apart, mismatches_with_qt),
    ):
        done, found = 0, []
        while done < points:
            seed = done // _AT_ONCE
            chance = random.Random(seed)
            body = text(seed)
            annotations = spans(body, seed)
            view.set_reading_size(chance.choice(_SIZES))
            view.resize(chance.choice(_WIDTHS), 700)
            view.show_article(body, annotations)
            application.processEvents()
            view.verticalScrollBar().setValue(chance.randint(0, view.verticalScrollBar().maximum()))
            found += compare(view, annotations, _AT_ONCE, seed, chance.choice(_SCALES))
            done += _AT_ONCE
        print(f"{name}: {done:,} points, mismatches {len(found)}", flush=True)
        wrong += found
    for each in wrong[-20:]:
        print(each)


if __name__ == "__main__":
    main()
