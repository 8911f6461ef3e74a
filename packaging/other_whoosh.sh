#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Test the search with whoosh3, which takes the place of Whoosh should that ever fail: both import as `whoosh`.
set -eu
cd "$(dirname "$0")/.."
other=$PWD/build/whoosh3

rm -rf "$other"
.venv/bin/python -m pip install --quiet --no-deps --require-hashes --requirement packaging/whoosh3.txt --target "$other"
export PYTHONPATH="$other"
.venv/bin/python -c 'import sys, whoosh; assert whoosh.__file__.startswith(sys.argv[1]), whoosh.__file__' "$other"
exec .venv/bin/python -m pytest --no-xvfb tests/search "$@"
