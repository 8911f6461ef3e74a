# SPDX-License-Identifier: GPL-3.0-or-later
"""What is compiled: the inner loops of the search. All else is in pyproject.toml.

Without a C compiler they are left out, and those of numpy take their place.
"""

from pathlib import Path

from setuptools import Extension, setup

KERNEL = Path("archivist/search/kernel")

setup(
    ext_modules=[
        Extension(
            "archivist.search.kernel.compiled",
            sources=sorted(str(path) for path in KERNEL.glob("*.c")),
            depends=[str(KERNEL / "kernel.h")],
            # A worth is the same on every processor: no multiplication is melted into an addition.
            extra_compile_args=["-O3", "-ffp-contract=off", "-fvisibility=hidden"],
            py_limited_api=True,
            optional=True,
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
