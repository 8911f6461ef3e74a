# SPDX-License-Identifier: GPL-3.0-or-later
"""The two kernels of the search, either of which may be put in its place."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

import pytest

from archivist.search import executor, kernel, leaf, phrases
from archivist.search.flat import dictionary

KERNELS = [
    pytest.param("plain", id="plain"),
    pytest.param("built", id="compiled", marks=pytest.mark.skipif(not kernel.IS_COMPILED, reason="was not compiled")),
]


def kernel_of(name: str) -> ModuleType:
    """One of the kernels."""
    return import_module(f"archivist.search.kernel.{name}")


def use_kernel(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a kernel in the place of the one that is used."""
    chosen = kernel_of(name)
    for module in (dictionary, executor, leaf, phrases):
        for function in kernel.__all__:
            if hasattr(chosen, function) and getattr(module, function, None) is getattr(kernel, function):
                monkeypatch.setattr(module, function, getattr(chosen, function))
