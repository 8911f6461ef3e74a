#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Build the wheel into dist/, which then holds nothing else.
set -eu
cd "$(dirname "$0")/.."

# setuptools copies into build/ and never deletes there: a module that is gone would still be shipped.
rm -rf build/lib* build/bdist.* build/temp.* dist
.venv/bin/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
echo "Built $(echo dist/*.whl)"
