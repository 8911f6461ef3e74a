# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import builtins
import sys

import pytest

from archivist.app import keep_responsive


def test_the_thread_of_the_window_is_spared(monkeypatch: pytest.MonkeyPatch) -> None:
    import PySide6.QtCore  # noqa: F401, PLC0415 - puts its own import in place

    monkeypatch.setattr(builtins, "__import__", builtins.__import__)  # and back afterwards
    before = sys.getswitchinterval()
    try:
        keep_responsive()
        assert sys.getswitchinterval() < 0.001
        assert "feature" not in builtins.__import__.__name__
    finally:
        sys.setswitchinterval(before)
