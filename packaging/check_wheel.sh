#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Install the wheel of dist/ as a person would, without the tools of the tests and away from the checkout,
# and let it do the main job there.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
clean=$root/build/clean
elsewhere=$(mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT

rm -rf "$clean"
.venv/bin/python -m venv "$clean"
"$clean/bin/python" -m pip install --quiet --constraint packaging/constraints.txt pip
"$clean/bin/python" -m pip install --quiet --constraint packaging/constraints.txt \
    --build-constraint packaging/constraints.txt dist/*.whl
"$clean/bin/python" -m pip check

cd "$elsewhere"
# Its settings and its index stay away from those of whoever runs this.
export HOME="$elsewhere" XDG_CONFIG_HOME="$elsewhere/config" XDG_CACHE_HOME="$elsewhere/cache" \
    XDG_DATA_HOME="$elsewhere/data" XDG_STATE_HOME="$elsewhere/state" QT_QPA_PLATFORM=offscreen
"$clean/bin/archivist" --version
"$clean/bin/archivist" selftest
echo "The wheel does the main job in a clean environment."
