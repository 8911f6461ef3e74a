#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Write constraints.txt anew: the newest release of everything that pyproject.toml allows. Run the tests afterwards.
set -eu
cd "$(dirname "$0")/.."
fresh=build/fresh

rm -rf "$fresh"
.venv/bin/python -m venv "$fresh"
# setuptools-scm builds bagit, which comes as source.
"$fresh/bin/python" -m pip install --quiet --upgrade pip setuptools setuptools-scm
"$fresh/bin/python" -m pip install --quiet --group dev --group benchmarks --editable .
{
    echo '# Every package of .venv, in the version that the tests ran with. Made by `make constraints`.'
    "$fresh/bin/python" -m pip freeze --all --exclude-editable | LC_ALL=C sort --ignore-case
} >packaging/constraints.txt
rm -rf "$fresh"

.venv/bin/python -m venv "$fresh"
"$fresh/bin/python" -m pip install --quiet --upgrade pip setuptools setuptools-scm
"$fresh/bin/python" -m pip install --quiet --group readers
{
    echo '# Every package of .venv-readers, likewise.'
    "$fresh/bin/python" -m pip freeze --all | LC_ALL=C sort --ignore-case
} >packaging/readers-constraints.txt
rm -rf "$fresh"
echo "Wrote packaging/constraints.txt and packaging/readers-constraints.txt; now: make readers test"
